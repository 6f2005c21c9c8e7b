import { fileNameOf } from '../files.ts';
import type { Folders } from '../folders.ts';
import { nearest } from '../nearest.ts';
import { collectionNames } from '../../model/schemas/collections.ts';
import type { Check, ReportInFile } from './check.ts';

/** Does every file lie where a record can be? One that does not would be passed over without a word. */

const codes = [
  'unreadable',
  'linkForFile',
  'folderForFile',
  'notAFile',
  'unknownCollection',
  'missingYearFolder',
  'misplacedEntry',
] as const;
type Code = (typeof codes)[number];

const known = [...collectionNames, 'pages'];
/** What lies where a file should be. */
const inPlaceOfFile: Readonly<Partial<Record<string, Code>>> = {
  link: 'linkForFile',
  folder: 'folderForFile',
  'no-file': 'notAFile',
};
const start = { line: 1, column: 1 };

function run({ files, misplaced }: Folders, report: ReportInFile<Code>): void {
  for (const [file, { fault }] of files) {
    if (fault === undefined) continue;
    const code = inPlaceOfFile[fault] ?? 'unreadable';
    report({ file, ...start, code, values: { reason: fault, name: fileNameOf(file) } });
  }
  const names = new Set([...files.keys()].flatMap((path) => /^content\/([^/]+)\//.exec(path)?.[1] ?? []));
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    const values = { name, suggestion: near ? `→ content/${near}` : '', allowed: known.join(', ') };
    report({ file: `content/${name}`, ...start, code: 'unknownCollection', values });
  }
  for (const { file, code, expected } of misplaced) report({ file, ...start, code, values: { expected } });
}

export const folders: Check<'folders', Code> = { looksAt: 'folders', codes, run };
