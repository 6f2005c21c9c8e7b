import type { Folders } from '../folders.ts';
import type { Check, ReportInFile } from './check.ts';

/** Is there any content? Without this a mistyped folder would pass, and an empty site take the place of a full one. */

const codes = ['noContent'] as const;
type Code = (typeof codes)[number];

function run({ files, records, misplaced }: Folders, report: ReportInFile<Code>): void {
  if (records.length > 0 || misplaced.length > 0) return;
  for (const { fault } of files.values()) if (fault !== undefined) return;
  report({ file: 'content', line: 1, column: 1, code: 'noContent', values: {} });
}

export const presence: Check<'folders', Code> = { looksAt: 'folders', codes, run };
