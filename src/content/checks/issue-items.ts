import { positionIn } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Does each item of an issue stand in it once? */

const codes = ['duplicateItem'] as const;
type Code = (typeof codes)[number];

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  if (record.collection !== 'issues' || !record.entry) return;
  const { file, entry } = record;
  const seen = new Set<string>();
  for (const [section, { items }] of entry.facts.sections.entries()) {
    for (const [position, item] of items.entries()) {
      const place = positionIn(record, file, ['sections', section, 'items', position]);
      if (seen.has(item)) report({ file, ...place, code: 'duplicateItem', values: { value: item } });
      seen.add(item);
    }
  }
}

export const issueItems: Check<'record', Code> = { looksAt: 'record', codes, run };
