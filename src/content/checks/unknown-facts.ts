import { positionIn } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Does a record say that its day is not known, and give the day? */

const codes = ['knownUnknown'] as const;
type Code = (typeof codes)[number];

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  const { file, facts } = record;
  if (!facts || !('unknown' in facts)) return;
  const position = facts.unknown.indexOf('date');
  const start = facts.date?.start;
  if (position < 0 || start?.precision !== 'day' || start.approximate) return;
  report({ file, ...positionIn(record, file, ['unknown', position]), code: 'knownUnknown', values: {} });
}

export const unknownFacts: Check<'record', Code> = { looksAt: 'record', codes, run };
