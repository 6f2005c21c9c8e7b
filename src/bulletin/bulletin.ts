import { firstDay, overlaps, sortKey } from '../model/dates.ts';
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

/** The questions that pages, print and search ask of the records. Pure; built once from all entries. */
export interface Bulletin {
  readonly entries: Entries;
  /** The record with this id. Throws when it does not exist: the checks have made sure that it does. */
  get<Name extends CollectionName>(collection: Name, id: string): Entries[Name][number];
  /** The record behind `activities/2023/x`, as issues name their items. */
  item(path: string): ArticleEntry<'activities'> | ArticleEntry<'stories'>;
  /** Newest first. */
  readonly activities: readonly ArticleEntry<'activities'>[];
  readonly stories: readonly ArticleEntry<'stories'>[];
  readonly issues: readonly ArticleEntry<'issues'>[];
  /** Soonest first; those without a date last. */
  readonly events: readonly ArticleEntry<'events'>[];
  /** Unions in the order of the cluster's report. */
  readonly unions: readonly ReferenceEntry<'units'>[];
  /** A unit and, for a union, its member associations. */
  associationsOf(unit: string): readonly ReferenceEntry<'units'>[];
  activitiesOfPartner(partner: string): readonly ArticleEntry<'activities'>[];
  activitiesOfUnit(unit: string): readonly ArticleEntry<'activities'>[];
  eventsOfUnit(unit: string): readonly ArticleEntry<'events'>[];
  eventsOfPartner(partner: string): readonly ArticleEntry<'events'>[];
  storiesAbout(
    collection: 'partners' | 'units' | 'activities',
    id: string,
  ): readonly ArticleEntry<'stories'>[];
  /** What happened within a larger activity. */
  partsOf(activity: string): readonly ArticleEntry<'activities'>[];
  /** Events that may still come after the period of an issue. */
  eventsAfter(issue: ArticleEntry<'issues'>): readonly ArticleEntry<'events'>[];
}

/** The year of a record's folder: `2023/don-hvpf` → 2023. */
export function folderYear(id: string): number {
  return Number(id.slice(0, 4));
}

export function createBulletin(entries: Entries): Bulletin {
  const byId = new Map(
    (Object.keys(entries) as CollectionName[]).map((name) => [
      name,
      new Map(entries[name].map((entry) => [entry.id, entry] as const)),
    ]),
  );
  function get<Name extends CollectionName>(collection: Name, id: string): Entries[Name][number] {
    const entry = byId.get(collection)?.get(id);
    if (!entry) throw new Error(`no record ${collection}/${id}`);
    return entry as Entries[Name][number];
  }
  const newestFirst = <Name extends 'activities' | 'stories'>(
    list: readonly ArticleEntry<Name>[],
  ): ArticleEntry<Name>[] =>
    [...list].sort((a, b) => {
      const [ka, kb] = [a, b].map((one) => sortKey(one.facts.date, folderYear(one.id))) as [string, string];
      return ka < kb ? 1 : ka > kb ? -1 : a.id < b.id ? -1 : 1;
    });
  const activities = newestFirst(entries.activities);
  const stories = newestFirst(entries.stories);
  const events = [...entries.events].sort((a, b) => {
    const [ka, kb] = [a, b].map((one) => (one.facts.date ? firstDay(one.facts.date) : '9999')) as [
      string,
      string,
    ];
    return ka < kb ? -1 : ka > kb ? 1 : a.id < b.id ? -1 : 1;
  });
  const issues = [...entries.issues].sort((a, b) =>
    firstDay(a.facts.date) < firstDay(b.facts.date) ? 1 : -1,
  );
  const unions = entries.units
    .filter((one) => one.facts.kind === 'union')
    .sort((a, b) => a.facts.order - b.facts.order);
  const associationsOf = (unit: string): ReferenceEntry<'units'>[] =>
    entries.units
      .filter((one) => one.facts.parent === unit && one.facts.kind === 'association')
      .sort((a, b) => a.facts.order - b.facts.order);
  const unitAndBelow = (unit: string): string[] => [unit, ...associationsOf(unit).map((one) => one.id)];

  return {
    entries,
    get,
    item(path) {
      const cut = path.indexOf('/');
      return get(path.slice(0, cut) as 'activities' | 'stories', path.slice(cut + 1));
    },
    activities,
    stories,
    issues,
    events,
    unions,
    associationsOf,
    activitiesOfPartner: (partner) =>
      activities.filter((one) => one.facts.partners.some((part) => part.partner === partner)),
    activitiesOfUnit(unit) {
      const ids = unitAndBelow(unit);
      return activities.filter((one) => one.facts.units.some((part) => ids.includes(part.unit)));
    },
    eventsOfUnit(unit) {
      const ids = unitAndBelow(unit);
      return events.filter((one) => one.facts.units.some((part) => ids.includes(part.unit)));
    },
    eventsOfPartner: (partner) =>
      events.filter((one) => one.facts.partners.some((part) => part.partner === partner)),
    storiesAbout: (collection, id) => stories.filter((one) => one.facts.about[collection].includes(id)),
    partsOf: (activity) => activities.filter((one) => one.facts.partOf === activity),
    eventsAfter(issue) {
      const period = issue.facts.date;
      const end = period.end ?? period.start;
      return events.filter(
        ({ facts }) =>
          !facts.date ||
          firstDay(facts.date) > firstDay({ start: end }) ||
          overlaps(facts.date, { start: end }),
      );
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
