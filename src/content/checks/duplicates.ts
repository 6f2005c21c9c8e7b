import { distance } from 'fastest-levenshtein';
import { sortKey } from '../../model/dates.ts';
import { withoutTones } from '../../model/letters.ts';
import { originalLocale } from '../../model/locales.ts';
import { weakMemoize } from '../../model/memoize.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import {
  derived,
  indexed,
  type IndexedFacts,
  type IndexedRecord,
  type RecordIndex,
} from '../record-index.ts';
import type { ParsedRecord } from '../records.ts';
import type { Check, RecordSubject, ReportInFile } from './check.ts';

/** Records that look the same: an activity entered twice by two unions, a partner under two spellings. */

/** Share of the longer title that may differ between two titles that say the same. */
const titleTolerance = 0.2;

/** Letters and figures alone, without tones: `Hội Hòa bình – VN` and `hội hoà bình - VN` are one. */
function comparable(text: string): string {
  return withoutTones(text)
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, ' ')
    .trim();
}

interface Titled {
  readonly id: string;
  readonly title: string;
  readonly figures: string;
  /** Share of the longer title that may differ. */
  readonly tolerance: number;
  /** Records that share one of these are compared. */
  readonly keys: readonly string[];
}

/** “60 suất” and “50 suất” are two gifts: figures must agree, words may differ a little. */
function sameTitle(a: Titled, b: Titled): boolean {
  const { tolerance } = a;
  if (a.figures !== b.figures) return false;
  if (a.title === b.title) return true;
  const longest = Math.max(a.title.length, b.title.length);
  if (Math.abs(a.title.length - b.title.length) > longest * tolerance) return false;
  return distance(a.title, b.title) <= longest * tolerance;
}

/** By collection, what the titles of records say that could be entered twice: on one day, for one unit. */
const titled = ['activities', 'events', 'stories'] as const;

/** In the order of ids, by each day and unit. */
type Titles = ReadonlyMap<string, readonly Titled[]>;

/** What one record says, worked out once as long as it stays the same: an index of thousands differs in one after a keystroke. */
const titledIn = (collection: CollectionName) =>
  weakMemoize(({ id, title, facts }: IndexedRecord): Titled | undefined => {
    if (title === undefined || !facts) return undefined;
    const words = comparable(title);
    const day = sortKey(facts.date, Number(id.slice(0, 4)));
    const units = (facts.units ?? []).map((one) => one.unit);
    // Without a date of its own only the very same title says that two records are one.
    const when = facts.date ? day : `${day} ${words}`;
    return {
      id,
      title: words,
      figures: (words.match(/\d+/g) ?? []).join(' '),
      tolerance: facts.date ? titleTolerance : 0,
      // Only records of one date and one unit are compared with each other, so the work stays in proportion.
      keys: (units.length > 0 ? units : ['']).map((unit) => `${collection} ${unit} ${when}`),
    };
  });
const titledOf = {
  activities: titledIn('activities'),
  events: titledIn('events'),
  stories: titledIn('stories'),
} satisfies Record<(typeof titled)[number], unknown>;

function titlesOf(collection: (typeof titled)[number], list: readonly IndexedRecord[]): Titles {
  const groups = new Map<string, Titled[]>();
  for (const record of list) {
    const one = titledOf[collection](record);
    if (!one) continue;
    for (const key of one.keys) {
      const group = groups.get(key) ?? [];
      group.push(one);
      groups.set(key, group);
    }
  }
  return groups;
}

const titlesIn = derived(
  titled,
  ({ records }) => new Map<string, Titles>(titled.map((name) => [name, titlesOf(name, records[name])])),
);

/** Same day (or month, quarter, year) and same unit, and nearly the same title. */
function sameEvent(record: ParsedRecord, others: RecordIndex): string | undefined {
  const collection = titled.find((name) => name === record.collection);
  const said = indexed(record);
  const own = collection && said && titledOf[collection](said);
  if (!own) return undefined;
  const titles = titlesIn(others).get(collection);
  const earlier = own.keys.flatMap((key) => titles?.get(key) ?? []).filter((one) => one.id < record.id);
  return earlier.find((one) => sameTitle(own, one))?.id;
}

/** Names of a partner in its country: the same name in two countries is two organisations (CARE). */
const namesOf = weakMemoize(({ names = {}, aliases = [], country }: IndexedFacts): readonly string[] => {
  const all = [...Object.values(names), ...aliases].filter((name) => name !== undefined);
  return [...new Set(all.map((name) => `${country} ${comparable(name)}`))];
});

/** The first partner of each name. */
const partnersIn = derived(['partners'], ({ records: { partners } }) => {
  const first = new Map<string, string>();
  for (const { id, facts } of partners)
    for (const name of facts ? namesOf(facts) : []) if (!first.has(name)) first.set(name, id);
  return first;
});

function samePartner(facts: IndexedFacts, id: string, index: RecordIndex): string | undefined {
  return namesOf(facts)
    .map((name) => partnersIn(index).get(name))
    .find((other) => other !== undefined && other < id);
}

const codes = ['duplicateRecord'] as const;
type Code = (typeof codes)[number];

/** Each pair is reported once, on the record that comes later in the alphabet of folders, naming the other. */
function run({ record, others }: RecordSubject, report: ReportInFile<Code>): void {
  const { collection, id, file, entry } = record;
  if (!entry || !('texts' in entry)) return;
  const twin = collection === 'partners' ? samePartner(entry.facts, id, others) : sameEvent(record, others);
  if (twin === undefined) return;
  const value =
    'title' in entry.texts.vi
      ? entry.texts.vi.title
      : 'names' in entry.facts
        ? entry.facts.names[originalLocale]
        : id;
  report({
    file,
    line: 1,
    column: 1,
    code: 'duplicateRecord',
    values: { value, other: `${collection}/${twin}` },
  });
}

export const duplicates: Check<'record', Code> = { looksAt: 'record', codes, run };
