import { categories, partnerTypes, type Category, type PartnerType } from '../model/categories.ts';
import { folderYear, type Bulletin } from './bulletin.ts';
import type { ArticleEntry, Entries } from '../model/entries.ts';
import { weakMemoize } from '../model/memoize.ts';
import { browsePaths } from '../model/paths.ts';
import { groupBy } from './indexes.ts';

/**
 * Ways to browse: every value that the records use, with the records that have it. Each is a page of the site. A list
 * of records is divided once, however many pages ask for it.
 */

export interface Facet<Value, Entry> {
  readonly value: Value;
  /** In the order in which they were given. */
  readonly entries: readonly Entry[];
}

type Activity = ArticleEntry<'activities'>;

/** Newest year first. The year is that of the report, as in the address. */
export const byYear = weakMemoize(
  <Entry extends { readonly id: string }>(entries: readonly Entry[]): readonly Facet<number, Entry>[] =>
    facetsOf(entries, (one) => [folderYear(one.id)]).sort((a, b) => b.value - a.value),
);

/** In the order of the yearly reports; categories without a record are left out. */
export const byCategory = weakMemoize(
  (activities: readonly Activity[]): readonly Facet<Category, Activity>[] =>
    facetsOf(activities, (one) => one.facts.categories).sort(
      (a, b) => categories.indexOf(a.value) - categories.indexOf(b.value),
    ),
);

/** The activities of a category, out of these. */
export function ofCategory(activities: readonly Activity[], category: Category): readonly Activity[] {
  return byCategory(activities).find((one) => one.value === category)?.entries ?? [];
}

/** Most records first, then by code: an order that is the same in every language. */
export const byCountry = weakMemoize(
  <Entry extends { readonly facts: { readonly countries: readonly string[] } }>(
    entries: readonly Entry[],
  ): readonly Facet<string, Entry>[] => mostFirst(facetsOf(entries, (one) => one.facts.countries)),
);

type Partner = ArticleEntry<'partners'>;

/** In the order of the list of types; types without a partner are left out. */
export const byPartnerType = weakMemoize(
  (partners: readonly Partner[]): readonly Facet<PartnerType, Partner>[] =>
    facetsOf(partners, (one) => [one.facts.type]).sort(
      (a, b) => partnerTypes.indexOf(a.value) - partnerTypes.indexOf(b.value),
    ),
);

/** Most partners first, then by code. Partners whose country is not known are in none. */
export const byPartnerCountry = weakMemoize(
  (partners: readonly Partner[]): readonly Facet<string, Partner>[] =>
    mostFirst(facetsOf(partners, countriesOfPartner)),
);

/** The partners with whom something was done, those with most of it first. */
export const byPartner = weakMemoize(
  ({ entries, activitiesOfPartner }: Bulletin): readonly Facet<Partner, Activity>[] =>
    entries.partners
      .map((value) => ({ value, entries: activitiesOfPartner(value.id) }))
      .filter((facet) => facet.entries.length > 0)
      .sort((a, b) => b.entries.length - a.entries.length),
);

function facetsOf<Value, Entry>(
  entries: readonly Entry[],
  valuesOf: (entry: Entry) => Iterable<Value>,
): Facet<Value, Entry>[] {
  return [...groupBy(entries, valuesOf)].map(([value, list]) => ({ value, entries: list }));
}

/** Those with most records first, then by code. */
function mostFirst<Entry>(facets: readonly Facet<string, Entry>[]): Facet<string, Entry>[] {
  return facets.toSorted((a, b) => b.entries.length - a.entries.length || (a.value < b.value ? -1 : 1));
}

/** Every country that an activity, event, story, partner or occasion names, by code. */
export const countriesOf = weakMemoize((entries: Entries): readonly string[] => {
  const named = [entries.activities, entries.events, entries.stories, entries.occasions].flatMap((list) =>
    list.flatMap((one) => one.facts.countries),
  );
  return [...new Set([...named, ...entries.partners.flatMap(countriesOfPartner)])].sort();
});

/** The partner's country as a list, empty when the sources name none. */
export function countriesOfPartner({
  facts,
}: {
  readonly facts: { readonly country?: string | undefined };
}): string[] {
  return facts.country === undefined ? [] : [facts.country];
}

/** All pages that browse records and are neither a record with a text nor the list of a collection. */
export const facetPaths = weakMemoize((entries: Entries): ReadonlySet<string> => browsePaths(entries));
