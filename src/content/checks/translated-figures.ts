import { originalLocale, translationLocales, type Locale } from '../../model/locales.ts';
import { noticeOf } from '../../model/text-states.ts';
import { figuresIn, numbersInWords, says, type Figure } from '../figures.ts';
import { originalOf, type ParsedFile } from '../records.ts';
import type { TextPosition } from '../parse/yaml-facts.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';
import { textParts, type TextPart } from './text-parts.ts';

/** Are the figures of a translation those of its original? Nobody who reads one language only can tell. */

/** Smaller ones are written in words in one language and in figures in another. */
const smallest = 13;
/** Laos and Cambodia may name a year of the Buddhist era as well as ours. */
const buddhist = 543;

/** Where a figure of the body stands in the file. */
function placeOf({ typed }: Figure, part: TextPart, { bodySource, bodyLine }: ParsedFile): TextPosition {
  const position = part.position();
  const lines = bodySource.split('\n');
  const line = lines.findIndex((one) => one.includes(typed));
  if (position.line !== bodyLine || line < 0) return position;
  return { line: bodyLine + line, column: (lines[line] ?? '').indexOf(typed) + 1 };
}

const isNamed = ({ means }: Figure): boolean =>
  // Round ones come as “half a century”, and a year of which all is told goes without saying.
  means.every((one) => one >= smallest && !(one <= 100 && one % 10 === 0) && !(one >= 1900 && one <= 2100));

const codes = ['figureOfNoOriginal', 'figureMissing'] as const;
type Code = (typeof codes)[number];

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  const original = originalOf(record);
  const { entry } = record;
  if (!original?.yaml || !original.body || !entry || !('texts' in entry)) return;
  // An original that changed later, and says so, is not what such a translation was made from.
  const current = (locale: Locale): boolean => {
    const notice = noticeOf(entry, locale);
    return notice?.state !== 'old' || notice.days === undefined;
  };
  const translations = record.files.filter(
    ({ locale }) =>
      locale !== undefined && translationLocales.some((one) => one === locale) && current(locale),
  );
  if (translations.length === 0) return;
  const whole = textParts(original)
    .map(({ text }) => text)
    .join('\n');
  const figures = figuresIn(whole);
  const facts = figuresIn(JSON.stringify(original.yaml.data));
  const known = new Set([...figures, ...facts].flatMap(({ means }) => means).concat(numbersInWords(whole)));
  const isKnown = (figure: Figure): boolean =>
    says(figure, known) || figure.means.some((one) => known.has(one - buddhist));

  for (const file of translations) {
    const parts = textParts(file).map((part) => ({ part, figures: figuresIn(part.text) }));
    const sayings = parts.flatMap((one) => one.figures);
    const said = new Set(sayings.flatMap(({ means }) => means));
    const missing = figures.filter(
      (one) =>
        !sayings.some((other) => says(other, new Set(one.means))) &&
        !one.means.some((year) => said.has(year + buddhist)),
    );
    const lost = missing.filter(isNamed);
    let told = false;
    for (const { part, figures: own } of parts) {
      for (const one of own) {
        if (isKnown(one)) continue;
        told = true;
        const suggestion = lost.length === 1 ? `→ ${lost[0]?.typed.trim()}` : '';
        const values = { value: one.typed.trim(), suggestion, language: originalLocale };
        report({ file: file.file, ...placeOf(one, part, file), code: 'figureOfNoOriginal', values });
      }
    }
    if (lost[0] && !told && parts.length > 0) {
      const values = { value: lost[0].typed.trim() };
      report({ file: file.file, line: file.bodyLine, column: 1, code: 'figureMissing', values });
    }
  }
}

export const translatedFigures: Check<'record', Code> = { looksAt: 'record', codes, run };
