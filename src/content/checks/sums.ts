import { itemsValue } from '../../model/aid.ts';
import { positionIn } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Do the items of an amount, where every one has a unit value, add up to it? */

const codes = ['itemsValue'] as const;
type Code = (typeof codes)[number];

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  const { file, facts } = record;
  if (!facts || !('aid' in facts)) return;
  for (const [position, { items, amount, qualifier }] of facts.aid.entries()) {
    const value = itemsValue(items);
    if (value === undefined || amount === undefined || value === amount || qualifier) continue;
    const place = positionIn(record, file, ['aid', position, 'amount']);
    report({ file, ...place, code: 'itemsValue', values: { amount, value } });
  }
}

export const sums: Check<'record', Code> = { looksAt: 'record', codes, run };
