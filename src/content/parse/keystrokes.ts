/**
 * Vietnamese as it is typed while no input method turns the keys into letters: Telex (`Vieejt`), VNI (`Vie65t`) and
 * VIQR (`Vie^.t`, RFC 1456).
 */

export type TypingRule = 'Telex' | 'VNI' | 'VIQR';

const grave = '\u0300';
const acute = '\u0301';
const tilde = '\u0303';
const hook = '\u0309';
const dot = '\u0323';
const circumflex = '\u0302';
const breve = '\u0306';
const horn = '\u031B';

const tones: Readonly<Record<TypingRule, Readonly<Record<string, string>>>> = {
  Telex: { f: grave, s: acute, x: tilde, r: hook, j: dot },
  VNI: { 1: acute, 2: grave, 3: hook, 4: tilde, 5: dot },
  VIQR: { "'": acute, '`': grave, '?': hook, '~': tilde, '.': dot },
};
/** The keys that change a letter, and which letters; Telex doubles the letter instead. */
const shapes: Readonly<Record<TypingRule, readonly (readonly [key: string, on: string, mark: string])[]>> = {
  Telex: [
    ['w', 'a', breve],
    ['w', 'ou', horn],
    ['a', 'a', circumflex],
    ['e', 'e', circumflex],
    ['o', 'o', circumflex],
  ],
  VNI: [
    ['6', 'aeo', circumflex],
    ['7', 'ou', horn],
    ['8', 'a', breve],
  ],
  VIQR: [
    ['^', 'aeo', circumflex],
    ['+', 'ou', horn],
    ['(', 'a', breve],
  ],
};

/** What the keys of a word make, and how many of them were no letters of it. */
export interface TypedWord {
  readonly word: string;
  readonly keys: number;
  /** A key that no word of another language has in such a place: `dd` at its head, `j`, a figure, `^`. */
  readonly certain: boolean;
}

/** Where the tone stands: on the letter with a mark of its own, before a last consonant, else on the first of two. */
function withTone(letters: readonly string[], tone: string): string {
  const isVowel = (at: number): boolean => /^[aeiouy]/i.test(letters[at] ?? '');
  const start = /^(?:qu|gi(?=[aeiouy]))/i.test(letters.join('').normalize('NFD')) ? 2 : 0;
  const vowels = letters.map((_, at) => at).filter((at) => at >= start && isVowel(at));
  const marked = vowels.findLast((at) => (letters[at] ?? '').length > 1);
  const last = vowels.at(-1) ?? 0;
  const closed = last < letters.length - 1;
  const at = marked ?? (closed ? last : vowels.length > 2 ? vowels[1] : vowels[0]) ?? 0;
  return letters.map((letter, index) => (index === at ? letter + tone : letter)).join('');
}

/**
 * @returns what the keys of a word make; `undefined` where they make nothing of it
 * @example typedWord('Vieejt', 'Telex') // => { word: 'Việt', keys: 2, certain: true }
 */
export function typedWord(typed: string, rule: TypingRule): TypedWord | undefined {
  const letters: string[] = [];
  let [tone, keys, certain] = ['', 0, rule !== 'Telex'];
  for (const key of typed) {
    const small = key.toLowerCase();
    const before = letters.at(-1) ?? '';
    const plain = before.toLowerCase();
    const isBar = rule === 'VNI' ? small === '9' : small === 'd';
    if (isBar && plain === 'd' && letters.length === 1) {
      letters[0] = before === 'D' ? 'Đ' : 'đ';
      keys += 1;
      certain = true;
      continue;
    }
    const shape = shapes[rule].find(([one, on]) => one === small && plain.length === 1 && on.includes(plain));
    if (shape) {
      const [, , mark] = shape;
      const pair = letters.at(-2) ?? '';
      // One key marks both letters of “ươ”.
      if (mark === horn && plain === 'o' && /^u$/i.test(pair)) letters[letters.length - 2] = pair + horn;
      letters[letters.length - 1] = before + mark;
      keys += 1;
      continue;
    }
    const sign = tones[rule][small];
    if (sign !== undefined && tone === '' && letters.some((letter) => /^[aeiouy]/i.test(letter))) {
      tone = sign;
      keys += 1;
      certain ||= small === 'j';
      continue;
    }
    letters.push(key);
  }
  if (keys === 0) return undefined;
  return { word: withTone(letters, tone).normalize('NFC'), keys, certain };
}
