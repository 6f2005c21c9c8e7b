import { readAt } from '../../model/reads.ts';
import { referencesIn } from '../../model/references.ts';
import { factsSchema } from '../../model/schemas/index.ts';
import { derived } from '../record-index.ts';
import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Does every line that is cited exist in its document, where the document says how many it has? */

const linesIn = derived(
  ['documents'],
  ({ records: { documents } }) => new Map(documents.map(({ id, facts }) => [id, facts?.lines] as const)),
);

const codes = ['lineBeyondDocument'] as const;
type Code = (typeof codes)[number];

function run({ record, index }: RecordSubject, report: ReportInFile<Code>): void {
  const { file, facts, collection } = record;
  const yaml = originalOf(record)?.yaml;
  if (!facts || !yaml) return;
  const known = linesIn(index);
  for (const { path, form, id } of referencesIn(factsSchema(collection), facts)) {
    const lines = form === 'source' ? known.get(id) : undefined;
    if (lines === undefined) continue;
    const typed = readAt(yaml.data, path.map(String));
    const line = Number(/:(\d+)\D*$/.exec(String(typed))?.[1] ?? 0);
    if (line > lines)
      report({
        file,
        ...yaml.positionOf(path),
        code: 'lineBeyondDocument',
        values: { value: line, document: id, lines },
      });
  }
}

export const citedLines: Check<'record', Code> = { looksAt: 'record', codes, run };
