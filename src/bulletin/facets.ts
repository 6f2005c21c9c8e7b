import { categories, partnerTypes, type Category, type PartnerType } from '../model/categories.ts';
import { folderYear } from './bulletin.ts';
import type { ArticleEntry, Entries } from '../model/entries.ts';
import { browsePaths } from '../model/paths.ts';

/** Ways to browse: every value that the records use, with the records that have it. Each is a page of the site. */

export interface Facet<Value, Entry> {
  readonly value: Value;
  /** In the order in which they were given. */
  readonly entries: readonly Entry[];
}

type Activity = ArticleEntry<'activities'>;

/** Newest year first. The year is that of the report, as in the address. */
export function byYear<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
): Facet<number, Entry>[] {
  return [...Map.groupBy(entries, (one) => folderYear(one.id))]
    .map(([value, list]) => ({ value, entries: list }))
    .sort((a, b) => b.value - a.value);
}

/** In the order of the yearly reports; categories without a record are left out. */
export function byCategory(activities: readonly Activity[]): Facet<Category, Activity>[] {
  return categories
    .map((value) => ({ value, entries: activities.filter((one) => one.facts.categories.includes(value)) }))
    .filter((facet) => facet.entries.length > 0);
}

/** Most records first, then by code: an order that is the same in every language. */
export function byCountry<Entry extends { readonly facts: { readonly countries: readonly string[] } }>(
  entries: readonly Entry[],
): Facet<string, Entry>[] {
  const codes = [...new Set(entries.flatMap((one) => one.facts.countries))].sort();
  return codes
    .map((value) => ({ value, entries: entries.filter((one) => one.facts.countries.includes(value)) }))
    .sort((a, b) => b.entries.length - a.entries.length);
}

type Partner = ArticleEntry<'partners'>;

/** In the order of the list of types; types without a partner are left out. */
export function byPartnerType(partners: readonly Partner[]): Facet<PartnerType, Partner>[] {
  return partnerTypes
    .map((value) => ({ value, entries: partners.filter((one) => one.facts.type === value) }))
    .filter((facet) => facet.entries.length > 0);
}

/** Most partners first, then by code. Partners whose country is not known are in none. */
export function byPartnerCountry(partners: readonly Partner[]): Facet<string, Partner>[] {
  const codes = [...new Set(partners.flatMap(countriesOfPartner))].sort();
  return codes
    .map((value) => ({ value, entries: partners.filter((one) => one.facts.country === value) }))
    .sort((a, b) => b.entries.length - a.entries.length);
}

/** Every country that an activity, event, story, partner or occasion names, by code. */
export function countriesOf(entries: Entries): string[] {
  const named = [entries.activities, entries.events, entries.stories, entries.occasions].flatMap((list) =>
    list.flatMap((one) => one.facts.countries),
  );
  return [...new Set([...named, ...entries.partners.flatMap(countriesOfPartner)])].sort();
}

/** The partner's country as a list, empty when the sources name none. */
export function countriesOfPartner({
  facts,
}: {
  readonly facts: { readonly country?: string | undefined };
}): string[] {
  return facts.country === undefined ? [] : [facts.country];
}

const paths = new WeakMap<Entries, ReadonlySet<string>>();

/** All pages that browse records and are neither a record with a text nor the list of a collection. */
export function facetPaths(entries: Entries): ReadonlySet<string> {
  const known = paths.get(entries) ?? browsePaths(entries);
  paths.set(entries, known);
  return known;
}
