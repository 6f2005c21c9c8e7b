import { nearest } from '../nearest.ts';
import { derived, idsIn } from '../record-index.ts';
import { placeIn } from '../records.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Do the items of an issue exist, and does each stand in it once? */

const codes = ['unknownReference', 'duplicateItem'] as const;
type Code = (typeof codes)[number];

const itemsIn = derived((index) =>
  [...idsIn(index)].flatMap(([name, ids]) => [...ids].map((id) => `${name}/${id}`)),
);

function run({ record, index }: RecordSubject, report: ReportInFile<Code>): void {
  if (record.collection !== 'issues' || !record.entry) return;
  const { file, entry } = record;
  const seen = new Set<string>();
  for (const [section, { items }] of entry.facts.sections.entries()) {
    for (const [position, item] of items.entries()) {
      const at = { file, ...placeIn(record, file, ['sections', section, 'items', position]) };
      const cut = item.indexOf('/');
      const collection = item.slice(0, cut);
      const known = idsIn(index).get(collection as CollectionName);
      if (!known?.has(item.slice(cut + 1))) {
        const near = nearest(item, itemsIn(index));
        const suggestion = near ? `→ ${near}` : '';
        const values = { value: item, collection: known ? collection : '…', suggestion };
        report({ ...at, code: 'unknownReference', values });
      } else if (seen.has(item)) report({ ...at, code: 'duplicateItem', values: { value: item } });
      seen.add(item);
    }
  }
}

export const issueItems: Check<'record', Code> = { looksAt: 'record', codes, run };
