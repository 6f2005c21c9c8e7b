import type { Category, PartnerType } from '../model/categories.ts';
import type { KnownDate } from '../model/dates.ts';
import type { Entries } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import type { PhotoRights } from '../model/schemas/document.ts';
import { collectionNames, type CollectionName } from '../model/schemas/collections.ts';
import type { Glossary } from '../model/schemas/glossary.ts';
import { originalOf, type ParsedRecord, type ParsedRecords } from './records.ts';

/**
 * What the check of one record has to know of the others, as plain data that can travel as JSON: an editor in a browser
 * reads the record at hand and this index, not thousands of files.
 */

/** Of the facts only what other records are compared with. */
export interface IndexedFacts {
  readonly date?: KnownDate | undefined;
  readonly units?: readonly { readonly unit: string }[];
  readonly countries?: readonly string[];
  readonly country?: string | undefined;
  readonly categories?: readonly Category[];
  readonly type?: PartnerType;
  readonly names?: Partial<Record<Locale, string | undefined>>;
  readonly shortNames?: Partial<Record<Locale, string | undefined>>;
  readonly aliases?: readonly string[];
  readonly abbreviation?: string | undefined;
  readonly validFrom?: KnownDate | undefined;
  readonly validUntil?: KnownDate | undefined;
  readonly successor?: string | undefined;
  readonly lines?: number | undefined;
  readonly published?: true | undefined;
  /** Who sent it and why it was declined is for editors alone: the index of the editor is public. */
  readonly received?: { readonly photos?: PhotoRights | undefined } | undefined;
}

/** Complete by its type: a field that is forgotten here does not compile. */
const isIndexed: Readonly<Record<keyof IndexedFacts, true>> = {
  date: true,
  units: true,
  countries: true,
  country: true,
  categories: true,
  type: true,
  names: true,
  shortNames: true,
  aliases: true,
  abbreviation: true,
  validFrom: true,
  validUntil: true,
  successor: true,
  lines: true,
  published: true,
  received: true,
};
const indexedFields = Object.keys(isIndexed) as (keyof IndexedFacts)[];

export interface IndexedRecord {
  readonly id: string;
  /** The Vietnamese title, where the record has one and is sound. */
  readonly title?: string;
  /** Not there when the record is faulty: it exists, so that naming it is no mistake, and that is all. */
  readonly facts?: IndexedFacts;
}

export interface RecordIndex {
  /** Every record that is written down, each collection sorted by id. */
  readonly records: Readonly<Record<CollectionName, readonly IndexedRecord[]>>;
  /** The agreed renderings of `content/glossary.yaml`. */
  readonly glossary: Glossary;
}

function indexedFacts(facts: IndexedFacts): IndexedFacts {
  const photos = facts.received?.photos;
  const known = { ...facts, received: photos && { photos } };
  return Object.fromEntries(
    indexedFields.flatMap((key) => (known[key] === undefined ? [] : [[key, known[key]] as const])),
  );
}

/** What the index says of a sound record. */
export function indexedEntry(entry: Entries[CollectionName][number]): IndexedRecord {
  const { id } = entry;
  const facts = indexedFacts(entry.facts);
  return 'texts' in entry && 'title' in entry.texts.vi
    ? { id, title: entry.texts.vi.title, facts }
    : { id, facts };
}

/** What the index says of a record; `undefined` for one without an original, which nothing can name. */
export function indexed(record: ParsedRecord): IndexedRecord | undefined {
  if (!originalOf(record)) return undefined;
  return record.entry ? indexedEntry(record.entry) : { id: record.id };
}

/** The index of all records. */
export function indexRecords(records: ParsedRecords, glossary: Glossary): RecordIndex {
  const of = (list: readonly ParsedRecord[]): IndexedRecord[] => list.flatMap((one) => indexed(one) ?? []);
  return {
    records: {
      activities: of(records.activities),
      stories: of(records.stories),
      events: of(records.events),
      projects: of(records.projects),
      partners: of(records.partners),
      issues: of(records.issues),
      units: of(records.units),
      places: of(records.places),
      occasions: of(records.occasions),
      documents: of(records.documents),
      reports: of(records.reports),
    },
    glossary,
  };
}

/** The index in which `record` stands as it is now; the very same index when that makes no difference. */
export function withRecord(index: RecordIndex, record: ParsedRecord): RecordIndex {
  const now = indexed(record);
  const list = index.records[record.collection];
  const before = list.find((one) => one.id === record.id);
  // A list for people may say more of a record than what is asked here.
  const known = before && { id: before.id, title: before.title, facts: before.facts };
  if (JSON.stringify(known) === JSON.stringify(now)) return index;
  const others = list.filter((one) => one !== before);
  const after = now ? [...others, now].sort((a, b) => (a.id < b.id ? -1 : 1)) : others;
  return { ...index, records: { ...index.records, [record.collection]: after } };
}

/** Something made of an index when it is first asked for, and once for each. */
export function derived<Made>(make: (index: RecordIndex) => Made): (index: RecordIndex) => Made {
  const made = new WeakMap<RecordIndex, { readonly value: Made }>();
  return (index) => {
    const known = made.get(index) ?? { value: make(index) };
    made.set(index, known);
    return known.value;
  };
}

/** The ids of all records that are written down, by collection. */
export const idsIn = derived(
  ({ records }) =>
    new Map(collectionNames.map((name) => [name, new Set(records[name].map((one) => one.id))] as const)),
);
