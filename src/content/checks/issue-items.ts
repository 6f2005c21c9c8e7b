import { positionIn } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Does each item of an issue stand in it once, and has every rank one that does? */

const codes = ['duplicateItem', 'rankWithoutItem'] as const;
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
  for (const [position, { item }] of entry.facts.ranks.entries()) {
    const place = positionIn(record, file, ['ranks', position, 'item']);
    // Once each: of two ranks for an item nobody knows which holds.
    if (!seen.delete(item)) report({ file, ...place, code: 'rankWithoutItem', values: { value: item } });
  }
}

export const issueItems: Check<'record', Code> = { looksAt: 'record', codes, run };
