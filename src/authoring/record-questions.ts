import { z } from 'zod';
import type { EditorKey } from '../i18n/editors.ts';
import { originalLocale } from '../model/locales.ts';
import { referenceFields, type ReferenceField, type ReferenceTo } from '../model/references.ts';
import {
  articleSchemas,
  factsSchema,
  type ArticleCollection,
  type CollectionName,
} from '../model/schemas/index.ts';

/**
 * The questions of each kind of record, as data: answered by flags or at the terminal (`src/cli/new.ts`). Which of
 * them must be answered, what can be chosen and which records can be named comes from the schemas, so that the two
 * cannot disagree.
 */

/** How an answer is spelled and read. Everything arrives as text: `--unit quang-tri:lead`, `--date 31/12/2026`. */
type Kind =
  | {
      readonly kind:
        'text' | 'date' | 'year' | 'number' | 'yes' | 'choice' | 'country' | 'occasion' | 'source';
    }
  /** `en=Hiroshima Association`: a name in another language than Vietnamese. */
  | { readonly kind: 'name' }
  /** `Tiêu đề: activities/2023/a, stories/2023/b`: a section of an issue and its items in order. */
  | { readonly kind: 'section' }
  | { readonly kind: 'reference' }
  /** `quang-tri` or `quang-tri:lead`: a record and its role. */
  | { readonly kind: 'participant' }
  /** `hơn 60 triệu đồng:disbursed`: an amount as people write it, and its state. */
  | { readonly kind: 'aid' }
  /** `60:scholarships`: how many, and of what. */
  | { readonly kind: 'count' };

export type Question = Kind & {
  /** Name of the flag, without the hyphens. */
  readonly flag: string;
  /** The field that the answer goes to. Absent for answers that shape the record's address only. */
  readonly path?: readonly [string] | readonly [string, string];
  readonly several?: true;
  /** Its wording, where `new.ask.<flag>` does not fit. */
  readonly ask?: EditorKey;
  /** Only by flag: rare enough not to be asked of everybody. */
  readonly silent?: true;
};

interface RecordType {
  readonly collection: CollectionName;
  readonly questions: readonly Question[];
}

const source: Question = { flag: 'source', kind: 'source', path: ['sources'], several: true };
const country: Question = { flag: 'country', kind: 'country', path: ['countries'], several: true };
const slug: Question = { flag: 'slug', kind: 'text', silent: true };
const year: Question = { flag: 'year', kind: 'year' };
const place: Question = { flag: 'place', kind: 'reference', path: ['places'], several: true };
const unit: Question = { flag: 'unit', kind: 'participant', path: ['units'], several: true };
const partner: Question = { flag: 'partner', kind: 'participant', path: ['partners'], several: true };
const occasion: Question = { flag: 'occasion', kind: 'occasion', path: ['occasion'] };
const date: Question = { flag: 'date', kind: 'date', path: ['date'] };
const article: readonly Question[] = [
  { flag: 'title', kind: 'text', path: ['title'] },
  { flag: 'summary', kind: 'text', path: ['summary'] },
];
const named: readonly Question[] = [
  { flag: 'title', kind: 'text', path: ['names', originalLocale], ask: 'new.ask.name' },
  { flag: 'name', kind: 'name', path: ['names'], several: true, ask: 'new.ask.otherName', silent: true },
];
const about = (flag: string, field: string): Question => ({
  flag,
  kind: 'reference',
  path: ['about', field],
  several: true,
});

export const recordTypes = {
  activity: {
    collection: 'activities',
    questions: [
      ...article,
      { flag: 'category', kind: 'choice', path: ['categories'], several: true },
      date,
      year,
      place,
      unit,
      partner,
      country,
      { flag: 'aid', kind: 'aid', path: ['aid'], several: true },
      { flag: 'count', kind: 'count', path: ['numbers'], several: true },
      occasion,
      { flag: 'part-of', kind: 'reference', path: ['partOf'] },
      { flag: 'status', kind: 'choice', path: ['status'], silent: true },
      source,
      slug,
    ],
  },
  story: {
    collection: 'stories',
    questions: [
      ...article,
      date,
      year,
      { flag: 'author', kind: 'text', path: ['author'] },
      about('partner', 'partners'),
      about('unit', 'units'),
      about('activity', 'activities'),
      country,
      source,
      slug,
    ],
  },
  event: {
    collection: 'events',
    questions: [
      ...article,
      date,
      year,
      { flag: 'tentative', kind: 'yes', path: ['tentative'] },
      place,
      unit,
      partner,
      country,
      occasion,
      { flag: 'activity', kind: 'reference', path: ['activity'], silent: true },
      source,
      slug,
    ],
  },
  project: {
    collection: 'projects',
    questions: [
      ...article,
      { flag: 'need', kind: 'text', path: ['need'] },
      { flag: 'state', kind: 'choice', path: ['state'] },
      date,
      place,
      { flag: 'contact', kind: 'reference', path: ['contact'] },
      unit,
      partner,
      country,
      source,
      slug,
    ],
  },
  partner: {
    collection: 'partners',
    questions: [
      ...named,
      { flag: 'abbreviation', kind: 'text', path: ['abbreviation'] },
      { flag: 'alias', kind: 'text', path: ['aliases'], several: true, silent: true },
      { flag: 'country', kind: 'country', path: ['country'], ask: 'new.ask.ownCountry' },
      { flag: 'type', kind: 'choice', path: ['type'] },
      { flag: 'summary', kind: 'text', path: ['summary'] },
      source,
      slug,
    ],
  },
  issue: {
    collection: 'issues',
    questions: [
      ...article,
      { flag: 'number', kind: 'number', path: ['number'] },
      { flag: 'date', kind: 'date', path: ['date'], ask: 'new.ask.period' },
      { flag: 'publisher', kind: 'reference', path: ['publisher'] },
      { flag: 'section', kind: 'section', path: ['sections'], several: true },
      source,
      slug,
    ],
  },
  unit: {
    collection: 'units',
    questions: [
      ...named,
      { flag: 'short', kind: 'text', path: ['shortNames', originalLocale] },
      { flag: 'kind', kind: 'choice', path: ['kind'] },
      { flag: 'order', kind: 'number', path: ['order'], silent: true },
      { flag: 'parent', kind: 'reference', path: ['parent'] },
      { flag: 'place', kind: 'reference', path: ['place'], ask: 'new.ask.seat' },
      country,
      source,
      slug,
    ],
  },
  place: {
    collection: 'places',
    questions: [
      ...named,
      { flag: 'kind', kind: 'choice', path: ['kind'] },
      { flag: 'in', kind: 'reference', path: ['in'] },
      slug,
    ],
  },
  occasion: {
    collection: 'occasions',
    questions: [
      ...named,
      { flag: 'kind', kind: 'choice', path: ['kind'] },
      { flag: 'calendar', kind: 'choice', path: ['calendar'] },
      { flag: 'since', kind: 'date', path: ['since'] },
      country,
      source,
      slug,
    ],
  },
  document: {
    collection: 'documents',
    questions: [...named, { flag: 'file', kind: 'text', path: ['file'] }, slug],
  },
  report: {
    collection: 'reports',
    questions: [
      { flag: 'unit', kind: 'reference', path: ['unit'], ask: 'new.ask.reporter' },
      { flag: 'date', kind: 'date', path: ['period'], ask: 'new.ask.reportPeriod' },
      { flag: 'number', kind: 'text', path: ['number'], ask: 'new.ask.reportNumber' },
      { flag: 'opening', kind: 'text', path: ['opening'] },
      slug,
    ],
  },
} as const satisfies Record<string, RecordType>;

export type RecordTypeName = keyof typeof recordTypes;

/** The questions of a kind of record, without the narrow types of the table. */
export function questionsOf(type: RecordTypeName): readonly Question[] {
  return recordTypes[type].questions;
}

/** The parts of a JSON schema that are asked here. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly enum?: readonly string[];
  /** What a field that names a record points to. */
  readonly reference?: ReferenceTo;
}

/** True for a collection of records with texts. */
export function isArticleName(collection: CollectionName): collection is ArticleCollection {
  return collection in articleSchemas;
}

/** The fields of an original, in the order in which they are written: text first, then facts. */
export function shapeOf(collection: CollectionName): Shape {
  const schema = isArticleName(collection)
    ? z.strictObject({ ...articleSchemas[collection].text.shape, ...articleSchemas[collection].facts.shape })
    : factsSchema(collection);
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

function shapeAt(type: RecordTypeName, path: readonly string[]): Shape | undefined {
  return path.reduce<Shape | undefined>(
    (shape, key) => shape?.properties?.[key],
    shapeOf(recordTypes[type].collection),
  );
}

/**
 * The field of the record that an answer names records in: for a participant the one of the unit or partner, for a
 * section the one of its items.
 * @throws for a question whose answer names no record
 */
export function referenceOf(type: RecordTypeName, { flag, path }: Question): ReferenceField {
  const found = referenceFields(factsSchema(recordTypes[type].collection)).find((field) =>
    path?.every((key, position) => field.path[position] === key),
  );
  if (!found) throw new Error(`the answer to --${flag} names no record`);
  return found;
}

/** True when the record cannot be without an answer. */
export function isRequired(type: RecordTypeName, { path, kind }: Question): boolean {
  // Names in other languages than Vietnamese are never asked for.
  if (!path || kind === 'name') return false;
  const whole = shapeOf(recordTypes[type].collection);
  const [first, second] = path;
  return (
    (whole.required?.includes(first) ?? false) &&
    (second === undefined || (shapeAt(type, [first])?.required?.includes(second) ?? false))
  );
}

/** The field of an element that is chosen from a list, by the kind of question. */
const chosenField: Partial<Record<Question['kind'], string>> = {
  participant: 'role',
  aid: 'state',
  count: 'of',
};

/** What can be chosen for a choice, or in the answer to a question: the roles of a participant, the states of aid. */
export function choicesFor(type: RecordTypeName, question: Question): readonly string[] {
  const shape = shapeAt(type, question.path ?? []);
  const field = chosenField[question.kind];
  if (field !== undefined) return shape?.items?.properties?.[field]?.enum ?? [];
  return shape?.enum ?? shape?.items?.enum ?? [];
}
