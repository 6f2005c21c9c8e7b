import { locales, originalLocale, type Locale } from '../../model/locales.ts';
import type { TextPosition } from '../parse/yaml.ts';
import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';

/** Is a text written in the script and, as far as letters can tell, the language of its file? */

const codes = ['wrongScript', 'wrongLanguage'] as const;
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

interface TextPart extends TextPosition {
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

/** Title, summary and body of one text, each with its place. */
function partsOf({ yaml, body, bodyLine }: ParsedFile): TextPart[] {
  if (!yaml || !body) return [];
  const data = (yaml.data ?? {}) as Record<string, unknown>;
  const fields = ['title', 'summary'].flatMap((key) => {
    const text = data[key];
    return typeof text === 'string' ? [{ text, ...yaml.positionOf([key]) }] : [];
  });
  return [...fields, { text: body.text, line: bodyLine, column: 1 }];
}

/** Reports title, summary and body where most of their letters are of another script, or all words Vietnamese. */
function run(file: ParsedFile, report: Report<Code>): void {
  const { locale } = file;
  if (locale === undefined) return;
  const own = locales[locale].script;
  for (const { text, line, column } of partsOf(file)) {
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

export const scripts: Check<'file', Code> = { looksAt: 'file', codes, run };
