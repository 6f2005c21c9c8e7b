import { firstDay } from '../../model/dates.ts';
import { translationLocales } from '../../model/locales.ts';
import { noticeOf, textFile } from '../../model/text-states.ts';
import { positionIn } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/**
 * Can a translation that has become old name both days to its reader? Whoever changes the meaning of an original writes
 * the day down (`updated`). Reported in the translation, the text that cannot be shown honestly.
 */

const codes = ['updatedUnknown'] as const;
type Code = (typeof codes)[number];

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  if (!record.entry || !('texts' in record.entry)) return;
  const { entry, collection, id } = record;
  for (const locale of translationLocales) {
    const notice = noticeOf(entry, locale);
    const translated = entry.texts[locale]?.translated;
    if (notice?.state !== 'old' || notice.days || !translated) continue;
    const file = textFile(entry, locale);
    const day = firstDay(translated);
    const values = { original: entry.file, day, entry: `${collection}/${id}`, locale };
    report({ file, ...positionIn(record, file, ['translated']), code: 'updatedUnknown', values });
  }
}

export const updated: Check<'record', Code> = { looksAt: 'record', codes, run };
