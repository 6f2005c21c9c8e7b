import { firstDay, sortKey } from '../model/dates.ts';
import { memoize } from '../model/memoize.ts';
import type { LocalText } from '../model/names.ts';
import { nameIn } from '../model/names.ts';
import { localeCodes, originalLocale, type Locale } from '../model/locales.ts';
import {
  entryPath,
  type ArticleEntry,
  type Entries,
  type ReferenceEntry,
  type Text,
} from '../model/entries.ts';
import type { ArticleCollection, CollectionName } from '../model/schemas/index.ts';
import { indexBy, sortedBy } from './indexes.ts';

type Activity = ArticleEntry<'activities'>;
type Story = ArticleEntry<'stories'>;
type Event = ArticleEntry<'events'>;
type Issue = ArticleEntry<'issues'>;
type Partner = ArticleEntry<'partners'>;

/** A record with a place in time. */
export type DatedEntry = Activity | Story | Event | Issue;

/**
 * The questions that pages, print and search ask of the records. Pure; built once from all entries. Every answer is
 * looked up in an index that is made when it is first needed, so that no page costs more because there are more
 * records (`npm run bench -- bulletin`). Activities and stories come newest first, events soonest first.
 */
export interface Bulletin {
  readonly entries: Entries;
  /** The record with this id. Throws when it does not exist: the checks have made sure that it does. */
  get<Name extends CollectionName>(collection: Name, id: string): Entries[Name][number];
  /** The record with this id, or `undefined`: for what the checks do not look at, or what may be held back. */
  find<Name extends CollectionName>(collection: Name, id: string): Entries[Name][number] | undefined;
  /** The record behind `activities/2023/x`, as issues name their items. */
  item(path: string): Activity | Story;
  /** Newest first. */
  readonly activities: readonly Activity[];
  readonly stories: readonly Story[];
  readonly issues: readonly Issue[];
  /** Soonest first; those without a date last. */
  readonly events: readonly Event[];
  /** The activities that have a text in the language, newest first. */
  activitiesIn(locale: Locale): readonly Activity[];
  /** The activities that have none. */
  activitiesNotIn(locale: Locale): readonly Activity[];
  /** Unions in the order of the cluster's report. */
  readonly unions: readonly ReferenceEntry<'units'>[];
  /** The unions' cluster, which publishes. */
  readonly cluster: ReferenceEntry<'units'> | undefined;
  /** The unions of a province. */
  unionsOfPlace(place: string): readonly ReferenceEntry<'units'>[];
  /** The member associations of a union. */
  associationsOf(unit: string): readonly ReferenceEntry<'units'>[];
  activitiesOfPartner(partner: string): readonly Activity[];
  eventsOfPartner(partner: string): readonly Event[];
  /** Of a unit and, for a union, of its member associations. */
  activitiesOfUnit(unit: string): readonly Activity[];
  eventsOfUnit(unit: string): readonly Event[];
  activitiesOfCountry(code: string): readonly Activity[];
  eventsOfCountry(code: string): readonly Event[];
  storiesOfCountry(code: string): readonly Story[];
  occasionsOfCountry(code: string): readonly ReferenceEntry<'occasions'>[];
  partnersOfCountry(code: string): readonly Partner[];
  activitiesOfOccasion(occasion: string): readonly Activity[];
  eventsOfOccasion(occasion: string): readonly Event[];
  /** In a place or in one that lies in it. */
  activitiesAt(place: string): readonly Activity[];
  eventsAt(place: string): readonly Event[];
  storiesAbout(collection: 'partners' | 'units' | 'activities', id: string): readonly Story[];
  /** What happened within a larger activity. */
  partsOf(activity: string): readonly Activity[];
  /** The issues that have the item `activities/2023/x`, newest first. */
  issuesWith(path: string): readonly Issue[];
  /** The records before and after this one in time, of those of its collection that can be read in the language. */
  neighboursOf(
    entry: DatedEntry,
    locale: Locale,
  ): { readonly earlier: DatedEntry | undefined; readonly later: DatedEntry | undefined };
}

/** The year of a record's folder: `2023/don-hvpf` → 2023. */
export function folderYear(id: string): number {
  return Number(id.slice(0, 4));
}

/**
 * As the lists of the site: a vague date stands behind all days that lie in it, a record without a date behind
 * everything of its year.
 */
export function newestFirst<Entry extends Activity | Story | Issue>(entries: readonly Entry[]): Entry[] {
  return sortedBy(entries, ({ facts, id }) => sortKey(facts.date, folderYear(id)), 'descending');
}

export function createBulletin(entries: Entries): Bulletin {
  const byId = memoize(
    (name: CollectionName) => new Map(entries[name].map((entry) => [entry.id, entry] as const)),
  );
  const find = <Name extends CollectionName>(collection: Name, id: string) =>
    byId(collection).get(id) as Entries[Name][number] | undefined;
  function get<Name extends CollectionName>(collection: Name, id: string): Entries[Name][number] {
    const entry = find(collection, id);
    if (!entry) throw new Error(`no record ${collection}/${id}`);
    return entry;
  }
  const activities = newestFirst(entries.activities);
  const stories = newestFirst(entries.stories);
  const events = sortedBy(
    entries.events,
    ({ facts }) => (facts.date ? firstDay(facts.date) : '9999'),
    'ascending',
  );
  const issues = sortedBy(entries.issues, ({ facts }) => firstDay(facts.date), 'descending');
  const units = [...entries.units].sort((a, b) => a.facts.order - b.facts.order);

  const activitiesBy = (keysOf: (facts: Activity['facts']) => Iterable<string | undefined>) =>
    indexBy(activities, (one) => keysOf(one.facts));
  const eventsBy = (keysOf: (facts: Event['facts']) => Iterable<string | undefined>) =>
    indexBy(events, (one) => keysOf(one.facts));
  const partnersOf = (facts: Activity['facts'] | Event['facts']) => facts.partners.map((one) => one.partner);
  /** The units of a record, and the unions of its associations. */
  const unitsOf = (facts: Activity['facts'] | Event['facts']) =>
    facts.units.flatMap(({ unit }) => {
      const { kind, parent } = find('units', unit)?.facts ?? {};
      return kind === 'association' ? [unit, parent] : [unit];
    });
  const placesOf = (facts: Activity['facts'] | Event['facts']) =>
    facts.places.flatMap((place) => [place, find('places', place)?.facts.in]);

  const newest = { activities, stories, issues, events: events.toReversed() };
  const readable = memoize((locale: Locale) =>
    memoize((collection: DatedEntry['collection']) => {
      const list: readonly DatedEntry[] = newest[collection].filter((one) => one.texts[locale]);
      return { list, positions: new Map(list.map((one, at) => [one.id, at])) };
    }),
  );
  const about = memoize((collection: 'partners' | 'units' | 'activities') =>
    indexBy(stories, (one) => one.facts.about[collection]),
  );

  return {
    entries,
    get,
    find,
    item(path) {
      const cut = path.indexOf('/');
      return get(path.slice(0, cut) as 'activities' | 'stories', path.slice(cut + 1));
    },
    activities,
    stories,
    issues,
    events,
    activitiesIn: memoize((locale) => activities.filter((one) => one.texts[locale])),
    activitiesNotIn: memoize((locale) => activities.filter((one) => !one.texts[locale])),
    unions: units.filter((one) => one.facts.kind === 'union'),
    cluster: entries.units.find((one) => one.facts.kind === 'cluster'),
    unionsOfPlace: indexBy(entries.units, ({ facts: { kind, place } }) => (kind === 'union' ? [place] : [])),
    associationsOf: indexBy(units, ({ facts: { kind, parent } }) => (kind === 'association' ? [parent] : [])),
    activitiesOfPartner: activitiesBy(partnersOf),
    eventsOfPartner: eventsBy(partnersOf),
    activitiesOfUnit: activitiesBy(unitsOf),
    eventsOfUnit: eventsBy(unitsOf),
    activitiesOfCountry: activitiesBy((facts) => facts.countries),
    eventsOfCountry: eventsBy((facts) => facts.countries),
    storiesOfCountry: indexBy(stories, (one) => one.facts.countries),
    occasionsOfCountry: indexBy(entries.occasions, (one) => one.facts.countries),
    partnersOfCountry: indexBy(entries.partners, (one) => [one.facts.country]),
    activitiesOfOccasion: activitiesBy((facts) => [facts.occasion?.id]),
    eventsOfOccasion: eventsBy((facts) => [facts.occasion?.id]),
    activitiesAt: activitiesBy(placesOf),
    eventsAt: eventsBy(placesOf),
    storiesAbout: (collection, id) => about(collection)(id),
    partsOf: activitiesBy((facts) => [facts.partOf]),
    issuesWith: indexBy(issues, (one) => one.facts.sections.flatMap((section) => section.items)),
    neighboursOf({ collection, id }, locale) {
      const { list, positions } = readable(locale)(collection);
      const at = positions.get(id);
      return at === undefined
        ? { earlier: undefined, later: undefined }
        : { earlier: list[at + 1], later: list[at - 1] };
    },
  };
}

/** The languages that a record can be read in, in the order of the registry. */
export function languagesOf(entry: ArticleEntry): Locale[] {
  return localeCodes.filter((code) => entry.texts[code] !== undefined);
}

/** The text to show in `locale`: its own, or the Vietnamese one; `lang` says which. */
export function textIn<Name extends ArticleCollection>(
  entry: ArticleEntry<Name>,
  locale: Locale,
): { text: Text<Name>; lang: Locale } {
  const own = entry.texts[locale];
  return own ? { text: own as Text<Name>, lang: locale } : { text: entry.texts.vi, lang: originalLocale };
}

/** Name of a partner, unit, place, occasion or document. */
export function entryName(
  entry: { readonly facts: { readonly names: { readonly vi: string } } },
  locale: Locale,
): LocalText {
  return nameIn(entry.facts.names, locale);
}

/**
 * Where a reader of `locale` finds the record, and in which language. Partners and units have a page in every
 * language (their facts speak for themselves); texts only where they were written.
 */
export function addressOf(
  entry: ArticleEntry | ReferenceEntry<'units'>,
  locale: Locale,
): { path: string; lang: Locale } {
  const path = entryPath(entry.collection, entry.id);
  if (entry.collection === 'partners' || entry.collection === 'units') return { path, lang: locale };
  const { lang } = textIn(entry as ArticleEntry, locale);
  return { path, lang };
}
