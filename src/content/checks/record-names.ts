import { collectionNames } from '../../model/schemas/collections.ts';
import { derived } from '../record-index.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';
import { toSlug } from '../../model/letters.ts';

/** Can the name of a record be an address, on every system, for ever? */

const codes = ['badFolderName', 'caseClash'] as const;
type Code = (typeof codes)[number];

/** Ids of records by what they are on a disk that does not tell capitals from small letters, in order. */
const byLowerCase = derived(
  collectionNames,
  ({ records }) =>
    new Map(
      collectionNames.map(
        (name) => [name, Map.groupBy(records[name], (one) => one.id.toLowerCase())] as const,
      ),
    ),
);

function run({ record: { collection, id, file }, others }: RecordSubject, report: ReportInFile<Code>): void {
  const at = { file, line: 1, column: 1 };
  const name = id.split('/').at(-1) ?? '';
  const slug = toSlug(name);
  if (name !== slug) report({ ...at, code: 'badFolderName', values: { name, suggestion: slug || '…' } });
  const alike = byLowerCase(others).get(collection)?.get(id.toLowerCase()) ?? [];
  const earlier = alike.find((one) => one.id < id);
  if (earlier) report({ ...at, code: 'caseClash', values: { name: id, other: earlier.id } });
}

export const recordNames: Check<'record', Code> = { looksAt: 'record', codes, run };
