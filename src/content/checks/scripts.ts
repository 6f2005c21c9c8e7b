import { locales, originalLocale, type Locale } from '../../model/locales.ts';
import type { ParsedFile } from '../records.ts';
import { textParts } from './text-parts.ts';
import type { Check, Fault, Report } from './check.ts';
import { foreignLanguage } from './paragraph-language.ts';

/** Is a text written in the script and, as far as letters can tell, the language of its file? */

const codes = ['wrongScript', 'wrongLanguage', 'unmarkedVietnamese'] as const;
type Code = (typeof codes)[number];

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

/** What is wrong with the letters of a whole text; `undefined` for a good one. */
function wrongLetters(text: string, locale: Locale): Pick<Fault<Code>, 'code' | 'values'> | undefined {
  const own = locales[locale].script;
  const { letters, total, words, vietnamese } = count(text);
  if (total < limits.minimumLetters) return undefined;
  if ((letters.get(own) ?? 0) < total * limits.ownScript) {
    const [main] = [...letters].reduce((most, one) => (one[1] > most[1] ? one : most));
    return { code: 'wrongScript', values: { language: locale, script: main === 'Hans' ? 'Hani' : main } };
  }
  if (own !== 'Latn' || words < limits.minimumWords) return undefined;
  const share = vietnamese / words;
  const wrong =
    locale === originalLocale ? share < limits.vietnameseWordsInVietnamese : share > limits.vietnameseWords;
  return wrong ? { code: 'wrongLanguage', values: { language: locale } } : undefined;
}

/**
 * Reports title, summary and body where most of their letters are of another script, or their words of another language;
 * and in a good body each paragraph that is.
 */
function run(file: ParsedFile, report: Report<Code>): void {
  const { locale, bodySource, bodyLine, body } = file;
  if (locale === undefined) return;
  // Letters of another script throughout are one fault, not one a paragraph.
  const whole = body && wrongLetters(body.text, locale)?.code === 'wrongScript';
  let told = false;
  for (const { text, line } of body && !whole ? paragraphsOf(bodySource) : []) {
    const code = foreignLanguage(text, locale);
    const wrong = code ? { code, values: { language: locale } } : paragraphScript(text, locale);
    if (!wrong) continue;
    told = true;
    report({ line: bodyLine + line, column: 1, ...wrong });
  }
  for (const { text, position } of textParts(file)) {
    const isBody = text === body?.text;
    if (isBody && told) continue;
    const language = isBody ? undefined : foreignLanguage(text, locale);
    const wrong =
      (language && { code: language, values: { language: locale } }) ?? wrongLetters(text, locale);
    if (wrong) report({ ...position(), ...wrong });
  }
}

/** A paragraph of another script in a text of Lao, Khmer or Chinese; names alone do not make one. */
function paragraphScript(text: string, locale: Locale): ReturnType<typeof wrongLetters> {
  if (locales[locale].script === 'Latn') return undefined;
  const wrong = wrongLetters(text, locale);
  return wrong?.code === 'wrongScript' && count(text).words >= limits.minimumWords ? wrong : undefined;
}

/** The paragraphs of a body as they were typed, without addresses and tags, and the line of each, from 0. */
function paragraphsOf(source: string): { text: string; line: number }[] {
  const found: { text: string; line: number }[] = [];
  for (const [line, typed] of source.split('\n').entries()) {
    const text = typed.replace(/\]\([^)]*\)|<[^>]*>/g, ' ');
    const before = found.at(-1);
    if (typed.trim() === '') found.push({ text: '', line: line + 1 });
    else if (before && before.text !== '')
      found[found.length - 1] = { ...before, text: `${before.text}\n${text}` };
    else found.push({ text, line });
  }
  return found.filter(({ text }) => text.trim() !== '');
}

export const scripts: Check<'file', Code> = { looksAt: 'file', codes, run };
