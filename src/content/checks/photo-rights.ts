import { derived } from '../record-index.ts';
import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** May the photos of an article that was sent in be published? Until its document says so, they are not. */

const unclear = derived(
  ['documents'],
  ({ records: { documents } }) =>
    new Set(documents.flatMap(({ id, facts }) => (facts?.received?.photos === 'unclear' ? [id] : []))),
);

const codes = ['photoRightsUnclear'] as const;
type Code = (typeof codes)[number];

function run({ record, index }: RecordSubject, report: ReportInFile<Code>): void {
  const { file, facts } = record;
  const [picture] = originalOf(record)?.images ?? [];
  if (!facts || !picture || !('sources' in facts) || ('draft' in facts && facts.draft)) return;
  for (const document of new Set(facts.sources.map((one) => one.document))) {
    if (!unclear(index).has(document)) continue;
    const { line, column } = picture;
    report({ file, line, column, code: 'photoRightsUnclear', values: { document } });
  }
}

export const photoRights: Check<'record', Code> = { looksAt: 'record', codes, run };
