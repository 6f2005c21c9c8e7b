import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Is there an original to every translation? */

const codes = ['translationWithoutOriginal'] as const;
type Code = (typeof codes)[number];

function run({ record }: RecordSubject, report: ReportInFile<Code>): void {
  if (originalOf(record)) return;
  for (const { file } of record.files)
    report({ file, line: 1, column: 1, code: 'translationWithoutOriginal', values: {} });
}

export const originals: Check<'record', Code> = { looksAt: 'record', codes, run };
