import type { Category, PartnerType } from '../model/categories.ts';
import type { KnownDate } from '../model/dates.ts';
import type { Entries } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import { weakMemoize } from '../model/memoize.ts';
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
  /** The activity that reported an event: for the list of those that passed without. */
  readonly activity?: string | undefined;
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
  activity: true,
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

/** Lists that differ in what they say of a record, but not in which records there are. */
const sameIds = new WeakMap<readonly IndexedRecord[], readonly IndexedRecord[]>();

/** The index in which `record` stands as it is now; the very same index when that makes no difference. */
export function withRecord(index: RecordIndex, record: ParsedRecord): RecordIndex {
  const now = indexed(record);
  const list = index.records[record.collection];
  const before = list.find((one) => one.id === record.id);
  // A list for people may say more of a record than what is asked here.
  const known = before && { id: before.id, title: before.title, facts: before.facts };
  if (JSON.stringify(known) === JSON.stringify(now)) return index;
  const others = list.filter((one) => one !== before);
  const after =
    now && before
      ? list.map((one) => (one === before ? now : one))
      : now
        ? [...others, now].sort((a, b) => (a.id < b.id ? -1 : 1))
        : others;
  if (now && before) sameIds.set(after, sameIds.get(list) ?? list);
  return { ...index, records: { ...index.records, [record.collection]: after } };
}

const without = weakMemoize((_: RecordIndex) => new Map<string, RecordIndex>());

/** The index of the other records: the very same one as long as it is asked for one record of one index. */
export function othersIn(
  index: RecordIndex,
  { collection, id }: Pick<ParsedRecord, 'collection' | 'id'>,
): RecordIndex {
  const known = without(index);
  const key = `${collection}/${id}`;
  const list = index.records[collection].filter((one) => one.id !== id);
  const others = known.get(key) ?? { ...index, records: { ...index.records, [collection]: list } };
  known.set(key, others);
  return others;
}

/** A value for some objects together, made when it is first asked for, and kept as long as they are in use. */
function madeOfAll<Part extends object, Made>() {
  interface Step {
    readonly next: WeakMap<Part, Step>;
    made?: { readonly value: Made };
  }
  const first: Step = { next: new WeakMap() };
  return (parts: readonly Part[], make: () => Made): Made => {
    let at = first;
    for (const part of parts) {
      const next: Step = at.next.get(part) ?? { next: new WeakMap() };
      at.next.set(part, next);
      at = next;
    }
    at.made ??= { value: make() };
    return at.made.value;
  };
}

/**
 * Something made of the glossary and some lists of an index when it is first asked for, and once as long as these stay the
 * same: while somebody types, one list changes.
 */
export function derived<Name extends CollectionName, Made>(
  of: readonly Name[],
  make: (index: {
    readonly records: Pick<RecordIndex['records'], Name>;
    readonly glossary: Glossary;
  }) => Made,
): (index: RecordIndex) => Made {
  const known = madeOfAll<object, Made>();
  return (index) => known([index.glossary, ...of.map((name) => index.records[name])], () => make(index));
}

type Ids = ReadonlyMap<CollectionName, ReadonlySet<string>>;
const knownIds = madeOfAll<readonly IndexedRecord[], Ids>();

/** The ids of all records that are written down, by collection; the very same as long as none comes or goes. */
export function idsIn({ records }: RecordIndex): Ids {
  const lists = collectionNames.map((name) => sameIds.get(records[name]) ?? records[name]);
  return knownIds(
    lists,
    () =>
      new Map(collectionNames.map((name) => [name, new Set(records[name].map((one) => one.id))] as const)),
  );
}
