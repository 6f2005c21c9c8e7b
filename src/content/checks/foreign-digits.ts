import type { Locale } from '../../model/locales.ts';
import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';
import { typedLines } from './text-parts.ts';

/** Digits of a script that the text is not written in: a Khmer five in a Vietnamese sum is read as a letter. */

/** What a text may count in besides 0–9. */
const own: Readonly<Partial<Record<Locale, RegExp>>> = { lo: /[໐-໙]/u, km: /[០-៩]/u };
/** Full-width and styled digits are lookalikes in every language (`lookalikes.ts`). */
const other = /(?![0-9０-９\u{1D7CE}-\u{1D7FF}])\p{Nd}/gu;

/** @returns 0–9: the digits of a script stand together in Unicode, from zero to nine */
function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

const codes = ['foreignDigit'] as const;
type Code = (typeof codes)[number];

function run(file: ParsedFile, report: Report<Code>): void {
  const { locale } = file;
  if (locale === undefined) return;
  const isForeign = (digit: string): boolean => own[locale]?.test(digit) !== true;
  for (const { text, line, column, lineWith } of typedLines(file)) {
    const [first] = [...text.matchAll(other)].filter(([digit]) => isForeign(digit));
    if (!first) continue;
    const whole = /[\p{Nd}.,]*$/u.exec(text.slice(0, first.index))?.[0] ?? '';
    const value = whole + (/^[\p{Nd}.,]*\p{Nd}/u.exec(text.slice(first.index))?.[0] ?? first[0]);
    const corrected = lineWith(
      text.replace(other, (digit) => (isForeign(digit) ? String(valueOf(digit)) : digit)),
    );
    report({
      line,
      column: column + first.index,
      code: 'foreignDigit',
      values: { value, digit: first[0], figure: valueOf(first[0]) },
      ...(corrected !== undefined && { corrected }),
    });
  }
}

export const foreignDigits: Check<'file', Code> = { looksAt: 'file', codes, run };
