import { originalLocale } from '../../model/locales.ts';
import { typedWord, type TypingRule } from '../parse/keystrokes.ts';
import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';
import { isSyllable, isUnmarkedSyllable } from './encodings.ts';
import { typedLines } from './text-parts.ts';

/** Words of a Vietnamese text that stand as their keys: the input method was off while they were typed. */

/** Words in which each rule has its keys; Telex, which needs letters only, comes last. */
const words: readonly (readonly [TypingRule, RegExp])[] = [
  ['VNI', /(?<![\p{L}\p{N}])[A-Za-z]+[1-9][A-Za-z1-9]*(?![\p{L}\p{N}])/gu],
  ['VIQR', /(?<![\p{L}\p{N}])[A-Za-z]+['`?~.^+(][A-Za-z'`?~.^+(]*(?<![A-Za-z][.?])/gu],
  ['Telex', /(?<![\p{L}\p{N}])[A-Za-z]{2,12}(?![\p{L}\p{N}])/gu],
];

interface Meant {
  readonly word: string;
  /** `whole`: no other language has such a word; `half`: one may have it, hardly two of a line. */
  readonly tells: 'whole' | 'half' | 'nothing';
}

/** The word that the keys of `typed` make; `undefined` where they make none, or it is a word as it stands. */
function meant(typed: string, rule: TypingRule): Meant | undefined {
  if (isUnmarkedSyllable(typed)) return undefined;
  const made = typedWord(typed, rule);
  if (!made || !isSyllable(made.word)) return undefined;
  const { word, keys, certain } = made;
  switch (rule) {
    // “boots” would make “bốt”, and “Laos” “Láo”.
    case 'Telex':
      return { word, tells: certain && keys > 1 ? 'whole' : certain || keys > 1 ? 'half' : 'nothing' };
    // “A1” would make “Á”, and “A1t” “Át”.
    case 'VNI':
      return {
        word,
        tells: typed.length > 3 && /[a-z][1-9][a-z]|[a-z][1-9]{2}/i.test(typed) ? 'whole' : 'nothing',
      };
    case 'VIQR':
      return { word, tells: /[aeo]\^|[ou]\+[a-z'`?~.]/i.test(typed) ? 'whole' : 'nothing' };
  }
}

/** @returns the line with such words as they were meant; `undefined` for a good line */
export function withLetters(line: string): { text: string; rule: TypingRule; value: string } | undefined {
  for (const [rule, pattern] of words) {
    const found = [...line.matchAll(pattern)].flatMap(([typed]) => {
      const { tells = 'nothing' } = meant(typed, rule) ?? {};
      return tells === 'nothing' ? [] : [{ typed, tells }];
    });
    const [first] = found;
    const enough =
      found.some(({ tells }) => tells === 'whole') || new Set(found.map(({ typed }) => typed)).size > 1;
    if (!first || !enough) continue;
    const text = line.replace(pattern, (typed: string) => meant(typed, rule)?.word ?? typed);
    return { text, rule, value: first.typed };
  }
  return undefined;
}

const codes = ['keystrokes'] as const;
type Code = (typeof codes)[number];

/** Reports each line with such words, once, and how it should read. */
function run(file: ParsedFile, report: Report<Code>): void {
  if (file.locale !== originalLocale) return;
  for (const { text, line, column, lineWith } of typedLines(file)) {
    const found = withLetters(text);
    if (!found) continue;
    const { value, rule } = found;
    const corrected = lineWith(found.text);
    report({
      line,
      column: column + text.indexOf(value),
      code: 'keystrokes',
      values: { value, rule },
      ...(corrected !== undefined && { corrected }),
    });
  }
}

export const keystrokes: Check<'file', Code> = { looksAt: 'file', codes, run };
