import { originalLocale, type Locale } from '../../model/locales.ts';
import { noticeOf } from '../../model/text-states.ts';
import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Is a translation as long as its language makes it, or was most of it left out? */

/**
 * The least share of the letters of a Vietnamese text. Of the translations of 2023 the shortest has 0.97 of them, in Chinese
 * 0.30: half of that is a text of which half is missing.
 */
const leastShare = (locale: Locale): number => (locale === 'zh' ? 0.15 : 0.45);
/** A short text says the same in very different lengths. */
const minimumLetters = 200;

const lettersIn = (text: string): number => text.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0;

const codes = ['translationNotWhole'] as const;
type Code = (typeof codes)[number];

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  const { entry } = record;
  const whole = lettersIn(originalOf(record)?.body?.text ?? '');
  if (whole < minimumLetters || !entry || !('texts' in entry)) return;
  for (const { file, locale, body, bodyLine } of record.files) {
    if (!body || locale === undefined || locale === originalLocale) continue;
    const notice = noticeOf(entry, locale);
    const letters = lettersIn(body.text);
    if ((notice?.state === 'old' && notice.days) || letters >= whole * leastShare(locale)) continue;
    report({ file, line: bodyLine, column: 1, code: 'translationNotWhole', values: { letters, whole } });
  }
}

export const translatedWhole: Check<'record', Code> = { looksAt: 'record', codes, run };
