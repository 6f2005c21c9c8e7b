import { localeCodes } from '../../model/locales.ts';
import { textFile } from '../../model/text-states.ts';
import { positionIn } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Does every language of an issue name all its sections? */

const codes = ['missingSectionTitle'] as const;
type Code = (typeof codes)[number];

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  if (record.collection !== 'issues' || !record.entry) return;
  const { facts, texts } = record.entry;
  for (const { id } of facts.sections) {
    for (const locale of localeCodes) {
      const text = texts[locale];
      if (!text || text.sectionTitles[id]) continue;
      const file = textFile(record.entry, locale);
      const at = { file, ...positionIn(record, file, ['sectionTitles']) };
      report({ ...at, code: 'missingSectionTitle', values: { value: id }, corrected: `  ${id}: "…"` });
    }
  }
}

export const sectionTitles: Check<'record', Code> = { looksAt: 'record', codes, run };
