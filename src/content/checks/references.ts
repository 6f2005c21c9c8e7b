import { collectionOfReference } from '../reference-fields.ts';
import { nearest } from '../nearest.ts';
import { derived, idsIn } from '../record-index.ts';
import { originalOf } from '../records.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Is every record that the facts name there? */

const codes = ['unknownReference'] as const;
type Code = (typeof codes)[number];

function* referencesIn(
  value: unknown,
  path: readonly PropertyKey[],
  collection: CollectionName,
): Generator<{ path: readonly PropertyKey[]; id: string; target: CollectionName }> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) yield* referencesIn(one, [...path, index], collection);
    return;
  }
  if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) yield* referencesIn(one, [...path, key], collection);
    return;
  }
  if (typeof value !== 'string' || value === '') return;
  const field = path.filter((part) => typeof part === 'string');
  // Validated sources are objects; as written they are `document:line`.
  const source = field.at(-1) === 'sources' ? /^([a-z0-9-]+):\d+$/.exec(value)?.[1] : undefined;
  if (source !== undefined) yield { path, id: source, target: 'documents' };
  const target = collectionOfReference(field, collection);
  if (target) yield { path, id: value, target };
}

/** A renamed partner is a wrong name in a thousand records: what was meant is looked for once. */
const meantIn = derived(() => new Map<string, string | undefined>());

function run({ record, index }: RecordSubject, report: ReportInFile<Code>): void {
  const yaml = originalOf(record)?.yaml;
  if (!yaml) return;
  // What they name is checked even where something else in them is wrong.
  for (const { path, id, target } of referencesIn(record.facts ?? yaml.data, [], record.collection)) {
    const known = idsIn(index).get(target) ?? new Set();
    if (known.has(id)) continue;
    const meant = meantIn(index);
    const key = `${target} ${id}`;
    if (!meant.has(key)) meant.set(key, nearest(id, [...known]));
    const near = meant.get(key);
    const values = { value: id, collection: target, suggestion: near ? `→ ${near}` : '' };
    // A source is a record and a line in one: the line number stays.
    const text = target === 'documents' ? undefined : near;
    const corrected = text && yaml.lineWith(path, text);
    const { file } = record;
    report({
      file,
      ...yaml.placeOf(path),
      code: 'unknownReference',
      values,
      ...(corrected && { corrected }),
    });
  }
}

export const references: Check<'record', Code> = { looksAt: 'record', codes, run };
