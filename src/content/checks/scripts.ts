import { locales, originalLocale, type Locale } from '../../model/locales.ts';
import type { Place } from '../parse/yaml.ts';
import type { Problem } from '../problems.ts';

/** Is a text written in the script and, as far as letters can tell, the language of its file? */

type Report = (problem: Omit<Problem, 'file'>) => void;
type Script = (typeof locales)[Locale]['script'] | 'Thai' | 'Cyrl';

/** Blocks of Unicode with the letters of the scripts that turn up, as first and last code unit. */
const blocks: readonly (readonly [first: number, last: number, script: Script])[] = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xc0, 0x24f, 'Latn'],
  [0x400, 0x52f, 'Cyrl'],
  [0xe00, 0xe7f, 'Thai'],
  [0xe80, 0xeff, 'Laoo'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x3400, 0x9fff, 'Hans'],
];
/** The script of a code unit, for every one below the last block; texts are long and many. */
const scriptOf: readonly (Script | undefined)[] = Array.from(
  { length: 0xa000 },
  (_, unit) => blocks.find(([first, last]) => unit >= first && unit <= last)?.[2],
);

/** Letters that only Vietnamese has. French and English names of people and places have a few of them. */
const vietnameseLetters = new Set(
  [...'ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ'].flatMap((letter) => [
    letter.charCodeAt(0),
    letter.toUpperCase().charCodeAt(0),
  ]),
);

/** Shares of letters or words beyond which a text is taken for another script or language, and from which length. */
const limits = {
  /** Names and abbreviations in Latin letters are normal, and a Chinese character says what five letters do. */
  ownScript: 0.25,
  minimumLetters: 30,
  vietnameseWords: 0.3,
  /** Vietnamese prose has about one word in two with such letters. */
  vietnameseWordsInVietnamese: 0.25,
  minimumWords: 20,
} as const;

export interface TextPart extends Place {
  readonly text: string;
}

interface Counts {
  readonly letters: ReadonlyMap<Script, number>;
  readonly total: number;
  /** Words in Latin letters, and how many of them have a letter that only Vietnamese has. */
  readonly words: number;
  readonly vietnamese: number;
}

/** Counts letters by script in one pass. */
function count(text: string): Counts {
  const letters = new Map<Script, number>();
  let [total, words, vietnamese] = [0, 0, 0];
  let [inWord, counted] = [false, false];
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const script = scriptOf[unit];
    if (script === undefined) {
      inWord = false;
      continue;
    }
    total += 1;
    letters.set(script, (letters.get(script) ?? 0) + 1);
    if (!inWord) {
      inWord = true;
      counted = false;
      words += 1;
    }
    if (!counted && vietnameseLetters.has(unit)) {
      counted = true;
      vietnamese += 1;
    }
  }
  return { letters, total, words, vietnamese };
}

/** Reports title, summary and body where most of their letters are of another script, or all words Vietnamese. */
export function checkScript(parts: readonly TextPart[], locale: Locale, report: Report): void {
  const own = locales[locale].script;
  for (const { text, line, column } of parts) {
    const { letters, total, words, vietnamese } = count(text);
    if (total < limits.minimumLetters) continue;
    if ((letters.get(own) ?? 0) < total * limits.ownScript) {
      const [main] = [...letters].reduce((most, one) => (one[1] > most[1] ? one : most));
      const script = main === 'Hans' ? 'Hani' : main;
      report({ line, column, code: 'wrongScript', values: { language: locale, script } });
      continue;
    }
    if (own !== 'Latn' || words < limits.minimumWords) continue;
    const share = vietnamese / words;
    const wrong =
      locale === originalLocale ? share < limits.vietnameseWordsInVietnamese : share > limits.vietnameseWords;
    if (wrong) report({ line, column, code: 'wrongLanguage', values: { language: locale } });
  }
}

/** A letter that was typed with the wrong keyboard in the middle of a word, or that only looks like its neighbours. */
const intruders: readonly RegExp[] = [
  // One or two Latin letters between Lao or Khmer ones. Whole abbreviations stand there without spaces by right.
  /(?<=[\p{Script=Lao}\p{Script=Khmer}])[A-Za-z]{1,2}(?=[\p{Script=Lao}\p{Script=Khmer}])/u,
  /(?<=[\p{Script=Lao}])\p{Script=Thai}|\p{Script=Thai}(?=\p{Script=Lao})/u,
  /(?<=\p{Script=Lao})\p{Script=Khmer}|(?<=\p{Script=Khmer})\p{Script=Lao}/u,
  /(?<=\p{Script=Latin})[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}](?=\p{Script=Latin})/u,
];
const mayHaveIntruder = /[\p{Script=Lao}\p{Script=Khmer}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** Reports letters of another script inside a word, once a line. */
export function checkIntruders(source: string, report: Report): void {
  if (!mayHaveIntruder.test(source)) return;
  source.split('\n').forEach((text, index) => {
    for (const pattern of intruders) {
      const found = pattern.exec(text);
      if (!found) continue;
      const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const around = text.slice(0, found.index).search(/[\p{L}\p{M}]*$/u);
      const word = /^[\p{L}\p{M}]*/u.exec(text.slice(around))?.[0] ?? found[0];
      const shown =
        word.length > 24 ? `…${text.slice(Math.max(around, found.index - 8), found.index + 10)}…` : word;
      report({
        line: index + 1,
        column: found.index + 1,
        code: 'intrudingLetter',
        values: { value: shown, letter: found[0], code: `U+${code}` },
      });
      break;
    }
  });
}
