import { nearest } from '../nearest.ts';
import { articleSchemas, referenceSchemas } from '../../model/schemas/index.ts';
import { bare, definitionOf, type Schema } from '../../model/schemas/structure.ts';

/** Which keys may stand where, read from the schemas themselves: for the messages about keys that may not. */

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> {
  const def = definitionOf(schema);
  return def.type === 'object' ? def.shape : {};
}

function below(schema: Schema, part: PropertyKey): Schema[] {
  return bare(schema).flatMap((one) => {
    const def = definitionOf(one);
    if (def.type === 'array') return [def.element];
    if (def.type === 'record') return [def.valueType];
    const child = shapeOf(one)[String(part)];
    return child ? [child] : [];
  });
}

/** The keys that may stand in the group at `path`. `keysAt(activity, ['units', 0]) // => ['unit', 'role']` */
export function keysAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  let here = [schema];
  for (const part of path) here = here.flatMap((one) => below(one, part));
  return [...new Set(here.flatMap(bare).flatMap((one) => Object.keys(shapeOf(one))))];
}

/** Names of the groups, from outside in, in which `key` may stand; `[]` is the outermost level. */
export function groupsWith(schema: Schema, key: string, path: readonly string[] = []): string[][] {
  const found: string[][] = [];
  for (const one of bare(schema)) {
    const def = definitionOf(one);
    if (def.type === 'array') found.push(...groupsWith(def.element, key, path));
    const shape = shapeOf(one);
    if (Object.hasOwn(shape, key)) found.push([...path]);
    for (const [name, child] of Object.entries(shape)) found.push(...groupsWith(child, key, [...path, name]));
  }
  return found;
}

let collections: ReadonlyMap<string, readonly string[]> | undefined;

/** The collections that have `key` at the outermost level. `collectionsWith('printRun') // => []` */
export function collectionsWith(key: string): readonly string[] {
  if (!collections) {
    const found = new Map<string, string[]>();
    for (const [name, schemas] of Object.entries({ ...articleSchemas, ...referenceSchemas })) {
      const parts = 'text' in schemas ? [schemas.facts, schemas.text] : [schemas.facts];
      for (const one of new Set(parts.flatMap((part) => keysAt(part, []))))
        found.set(one, [...(found.get(one) ?? []), name]);
    }
    collections = found;
  }
  return collections.get(key) ?? [];
}

/** `sumary` → `summary`; `country` → `countries`: a misspelling, or one where several are meant. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  const stem = (word: string): string => word.toLowerCase().replace(/(?:ies|y|es|s)$/, '');
  return nearest(key, known) ?? known.find((one) => stem(one) === stem(key));
}
