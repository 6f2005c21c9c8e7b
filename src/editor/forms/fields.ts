import { z } from 'zod';
import type { EditorLocale } from '../../model/locales.ts';
import type { ReferenceTo } from '../../model/references.ts';
import { articleSchemas, factsSchema, type CollectionName } from '../../model/schemas/index.ts';
import { country, translation } from '../../model/schemas/fields.ts';
import { bare, definitionOf, type Schema } from '../../model/schemas/structure.ts';
import { isArticleName } from '../../authoring/record-questions.ts';

/**
 * What a form asks for, read from the schemas: nothing about a collection is written down a second time, so that a field
 * that a schema learns is in the form the same day.
 */

/** What is put into a field. */
export type Kind =
  | { readonly kind: 'text'; readonly long: boolean }
  | { readonly kind: 'number' }
  | { readonly kind: 'yes' }
  | { readonly kind: 'date' }
  | { readonly kind: 'country' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'record'; readonly reference: ReferenceTo }
  /** Texts under keys that the record itself gives: the titles of an issue's sections. */
  | { readonly kind: 'texts' }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly element: Kind };

export interface Field {
  readonly key: string;
  readonly kind: Kind;
  readonly required: boolean;
  /** What a schema says when the field is left out. */
  readonly fallback: unknown;
  /** The description of the schema, where it has one. */
  readonly hint: Readonly<Record<EditorLocale, string>> | undefined;
}

/** Fields that hold sentences: they grow with what is typed. */
const sentences = new Set(['title', 'summary', 'notes', 'coverAlt', 'dateAsWritten', 'says', 'reason']);

function kindOf(key: string, schema: Schema): Kind {
  const branches = bare(schema);
  const [first = schema] = branches;
  const reference = branches.map((one) => z.globalRegistry.get(one)?.reference).find(Boolean);
  if (reference) return { kind: 'record', reference };
  // A date may be typed as a text, a number (a year) or nothing: no other field may.
  if (branches.some((one) => definitionOf(one).type === 'null')) return { kind: 'date' };
  if (first === country) return { kind: 'country' };
  const definition = definitionOf(first);
  switch (definition.type) {
    // A literal is `true` or not there: `draft`, `published`.
    case 'boolean':
    case 'literal':
      return { kind: 'yes' };
    case 'number':
      return { kind: 'number' };
    case 'enum':
      return { kind: 'choice', choices: Object.values(definition.entries).map(String) };
    case 'array':
      return { kind: 'list', element: kindOf(key, definition.element) };
    case 'object':
      return { kind: 'group', fields: fieldsOf(definition.shape) };
    case 'record':
      return { kind: 'texts' };
    default:
      return { kind: 'text', long: sentences.has(key) };
  }
}

/** The description may stand on any wrapping: `reference('units').optional().meta(…)`. */
function hintOf(schema: Schema): Field['hint'] {
  const { description, en } = z.globalRegistry.get(schema) ?? {};
  if (description !== undefined) return { vi: description, en: en ?? description };
  const definition = definitionOf(schema);
  return 'innerType' in definition ? hintOf(definition.innerType) : undefined;
}

function fallbackOf(schema: Schema): unknown {
  const definition = definitionOf(schema);
  if (definition.type === 'default') return definition.defaultValue;
  return 'innerType' in definition ? fallbackOf(definition.innerType) : undefined;
}

const fieldsOf = (shape: Readonly<Record<string, Schema>>): Field[] =>
  Object.entries(shape).map(([key, schema]) => ({
    key,
    kind: kindOf(key, schema),
    required: schema._zod.optin === undefined,
    fallback: fallbackOf(schema),
    hint: hintOf(schema),
  }));

/** Text of an article that stands in its front matter; what the machine writes is not asked for. */
const textFields = (collection: CollectionName): Field[] =>
  isArticleName(collection)
    ? fieldsOf(articleSchemas[collection].text.shape).filter(({ key }) => !(key in translation))
    : [];

/** The fields of an original, in the order in which they are written: text first, then facts. */
export function originalFields(collection: CollectionName): readonly Field[] {
  return [...textFields(collection), ...fieldsOf(factsSchema(collection).shape)];
}

/** The fields of a translation: text, and who translated it. */
export function translationFields(collection: CollectionName): readonly Field[] {
  return [...textFields(collection), ...fieldsOf({ translator: translation.translator })];
}

/** What most records are told by: shown at once, where a collection has them. */
const first: readonly string[] = [
  'names',
  'title',
  'summary',
  'categories',
  'number',
  'type',
  'kind',
  'date',
  'publisher',
  'places',
  'in',
  'units',
  'partners',
  'countries',
  'country',
  'about',
  'sections',
  'sectionTitles',
];

/** The fields that are shown at once, and those that are folded. A required field is never folded. */
export function folded(fields: readonly Field[]): {
  readonly shown: readonly Field[];
  readonly rest: readonly Field[];
} {
  const isFirst = ({ key, required }: Field): boolean => required || first.includes(key);
  const rank = ({ key }: Field): number => (first.includes(key) ? first.indexOf(key) : first.length);
  return {
    shown: fields.filter(isFirst).toSorted((a, b) => rank(a) - rank(b)),
    rest: fields.filter((one) => !isFirst(one)),
  };
}

/** The value that a new element of a list begins with; the groups of it have their required keys only. */
export function emptyOf(kind: Kind): unknown {
  switch (kind.kind) {
    case 'group':
      return {};
    case 'list':
      return [];
    case 'texts':
      return {};
    case 'yes':
      return false;
    default:
      return '';
  }
}
