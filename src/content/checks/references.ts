import { choicesOf, leadsSomewhere, referencesIn } from '../../model/references.ts';
import { weakMemoize } from '../../model/memoize.ts';
import { factsSchema } from '../../model/schemas/index.ts';
import { nearest } from '../nearest.ts';
import { idsIn } from '../record-index.ts';
import { originalOf } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Is every record that the facts name there? */

const codes = ['unknownReference'] as const;
type Code = (typeof codes)[number];

/** A renamed partner is a wrong name in a thousand records: what was meant is looked for once. */
const meantIn = weakMemoize((_: ReturnType<typeof idsIn>) => new Map<string, string | undefined>());

function run({ record, index }: RecordSubject, report: ReportInFile<Code>): void {
  const yaml = originalOf(record)?.yaml;
  if (!yaml) return;
  const ids = idsIn(index);
  // What they name is checked even where something else in them is wrong.
  for (const reference of referencesIn(factsSchema(record.collection), record.facts ?? yaml.data)) {
    if (leadsSomewhere(reference, ids)) continue;
    const { path, value, to, form } = reference;
    const meant = meantIn(ids);
    const key = `${to.join()} ${value}`;
    if (!meant.has(key)) meant.set(key, nearest(value, choicesOf(reference, ids)));
    const near = meant.get(key);
    const collection = reference.collection ?? to.join(', content/');
    const values = { value, collection, suggestion: near ? `→ ${near}` : '' };
    // A source is a record and a line in one: the line number stays.
    const text = form === 'source' ? undefined : near;
    const corrected = text && yaml.lineWith(path, text);
    const { file } = record;
    report({
      file,
      ...yaml.positionOf(path),
      code: 'unknownReference',
      values,
      ...(corrected && { corrected }),
    });
  }
}

export const references: Check<'record', Code> = { looksAt: 'record', codes, run };
