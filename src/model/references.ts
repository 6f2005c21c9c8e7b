import { z } from 'zod';
import { weakMemoize } from './memoize.ts';
import { isGroup } from './plain-data.ts';
import type { CollectionName } from './schemas/collections.ts';
import { bare, definitionOf, type Schema } from './schemas/structure.ts';

/**
 * Which records a record names, as its schema says (`reference('units')` in `schemas/fields.ts`). Nothing else knows
 * what a field points to: the checks, what is held back, the questions for a new record and the handbook ask here.
 */

/** What a field says of the record that it names. */
export interface ReferenceTo {
  readonly to: readonly [CollectionName, ...CollectionName[]];
  /** How: `da-nang` (id), `stories/2023/nguoi-ban` (path), `quang-tri-2023:38` (source: a document and a line). */
  readonly form: 'id' | 'path' | 'source';
}

/** A field that names records, without the positions in lists: `['units', 'unit']`. */
export interface ReferenceField extends ReferenceTo {
  readonly path: readonly string[];
}

/** One record that is named in one place. */
export interface Reference extends ReferenceTo {
  /** Where, in the data: `['units', 0, 'unit']`. A file's YAML knows the line and column of it (`placeOf`). */
  readonly path: readonly PropertyKey[];
  /** What stands there, without the line of a source. */
  readonly value: string;
  /** The collection of the record; `undefined` where a path begins with none of `to`. */
  readonly collection: CollectionName | undefined;
  readonly id: string;
}

/** The ids of all records, by collection. */
export type Ids = ReadonlyMap<CollectionName, ReadonlySet<string>>;

/** The part of a schema that leads to references. */
type Node =
  | { readonly kind: 'name'; readonly reference: ReferenceTo }
  | { readonly kind: 'list'; readonly element: readonly Node[] }
  /** `first`: what a text stands for that was written where a group belongs (`units: [da-nang]`). */
  | {
      readonly kind: 'group';
      readonly fields: readonly (readonly [string, readonly Node[]])[];
      readonly first: readonly Node[];
    }
  | { readonly kind: 'record'; readonly keys: readonly Node[]; readonly values: readonly Node[] };

/** What in a schema leads to references: worked out once, since it is asked for every record. */
const nodesOf: (schema: Schema) => readonly Node[] = weakMemoize((schema: Schema) =>
  bare(schema).flatMap((one): Node[] => {
    const reference = z.globalRegistry.get(one)?.reference;
    if (reference) return [{ kind: 'name', reference }];
    const definition = definitionOf(one);
    switch (definition.type) {
      case 'array': {
        const element = nodesOf(definition.element);
        return element.length > 0 ? [{ kind: 'list', element }] : [];
      }
      case 'object': {
        const all = Object.entries(definition.shape).map(([key, field]) => [key, nodesOf(field)] as const);
        const fields = all.filter(([, nodes]) => nodes.length > 0);
        return fields.length > 0 ? [{ kind: 'group', fields, first: all[0]?.[1] ?? [] }] : [];
      }
      case 'record': {
        const [keys, values] = [nodesOf(definition.keyType), nodesOf(definition.valueType)];
        return keys.length + values.length > 0 ? [{ kind: 'record', keys, values }] : [];
      }
      default:
        return [];
    }
  }),
);

/** Every field of a schema that names records, in the order of the schema; the keys of a record as the record. */
export function referenceFields(schema: Schema): ReferenceField[] {
  const fieldsOf = (nodes: readonly Node[], path: readonly string[]): ReferenceField[] =>
    nodes.flatMap((node) => {
      switch (node.kind) {
        case 'name':
          return [{ path, ...node.reference }];
        case 'list':
          return fieldsOf(node.element, path);
        case 'group':
          return node.fields.flatMap(([key, below]) => fieldsOf(below, [...path, key]));
        case 'record':
          return [...fieldsOf(node.keys, path), ...fieldsOf(node.values, path)];
      }
    });
  return fieldsOf(nodesOf(schema), []);
}

/** What a value names, or `undefined` for one that names nothing (it is a fault of another kind). */
function read(
  { to, form }: ReferenceTo,
  value: unknown,
): Pick<Reference, 'value' | 'collection' | 'id'> | undefined {
  if (form === 'source') {
    // As written it is `document:line`, validated an object.
    const written = typeof value === 'string' ? /^([a-z0-9-]+):\d+$/.exec(value)?.[1] : undefined;
    const document = isGroup(value) ? value['document'] : written;
    return typeof document === 'string' ? { value: document, collection: to[0], id: document } : undefined;
  }
  if (typeof value !== 'string' || value === '') return undefined;
  if (form === 'id') return { value, collection: to[0], id: value };
  const cut = value.indexOf('/');
  const collection = to.find((one) => one === value.slice(0, cut));
  return { value, collection, id: value.slice(cut + 1) };
}

function* walk(
  nodes: readonly Node[],
  value: unknown,
  path: readonly PropertyKey[],
): Generator<Reference, void, undefined> {
  for (const node of nodes) {
    if (node.kind === 'name') {
      const found = read(node.reference, value);
      if (found) yield { path, ...node.reference, ...found };
    } else if (node.kind === 'list') {
      if (!Array.isArray(value)) yield* walk(node.element, value, path);
      else for (const [index, one] of value.entries()) yield* walk(node.element, one, [...path, index]);
    } else if (!isGroup(value)) {
      if (node.kind === 'group') yield* walk(node.first, value, path);
    } else if (node.kind === 'group') {
      for (const [key, below] of node.fields) {
        if (Object.hasOwn(value, key)) yield* walk(below, value[key], [...path, key]);
      }
    } else {
      for (const [key, one] of Object.entries(value)) {
        yield* walk(node.keys, key, [...path, key]);
        yield* walk(node.values, one, [...path, key]);
      }
    }
  }
}

/**
 * Every record that `data` names.
 * @param data validated, or as it stands in the file: what cannot be read as a name is passed over, and one name
 *   where a list or a group of fields belongs is read all the same, so that an editor learns of both faults at once
 */
export function referencesIn(schema: Schema, data: unknown): Generator<Reference, void, undefined> {
  return walk(nodesOf(schema), data, []);
}

/** True when the record that is named is there. */
export function leadsSomewhere({ collection, id }: Reference, ids: Ids): boolean {
  return collection !== undefined && ids.get(collection)?.has(id) === true;
}

/** What could stand in the place of a reference: ids, or paths where it is written as one. */
export function choicesOf({ to, form }: ReferenceTo, ids: Ids): string[] {
  return to.flatMap((name) =>
    [...(ids.get(name) ?? [])].map((id) => (form === 'path' ? `${name}/${id}` : id)),
  );
}
