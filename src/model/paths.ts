import type { Category, PartnerType } from './categories.ts';
import type { KnownDate } from './dates.ts';

/** Addresses of the pages that browse records, without the prefix of a language. */

/** `countryPath('LA') // => '/countries/la/'` */
export function countryPath(code: string): string {
  return `/countries/${code.toLowerCase()}/`;
}

/** `categoryPath('aid') // => '/activities/category/aid/'` */
export function categoryPath(category: Category): string {
  return `/activities/category/${category}/`;
}

/** `partnerTypePath('ngo') // => '/partners/type/ngo/'` */
export function partnerTypePath(type: PartnerType): string {
  return `/partners/type/${type}/`;
}

/** `partnerCountryPath('JP') // => '/partners/country/jp/'` */
export function partnerCountryPath(code: string): string {
  return `/partners/country/${code.toLowerCase()}/`;
}

/** `eventYearPath(2024) // => '/events/2024/'` */
export function eventYearPath(year: number): string {
  return `/events/${year}/`;
}

/** `yearPath(2023) // => '/activities/2023/'` */
export function yearPath(year: number): string {
  return `/activities/${year}/`;
}

/** What of a record decides on which pages it is listed. Without facts (a faulty record) it is on none. */
interface Listed<Facts> {
  readonly id: string;
  readonly facts?: Facts | undefined;
}

type Countries = { readonly countries?: readonly string[] };

/** Records as far as the pages that browse them are concerned: whole entries fit, and so does the index of a check. */
export interface Browsable {
  readonly activities: readonly Listed<Countries & { readonly categories?: readonly Category[] }>[];
  readonly stories: readonly Listed<Countries>[];
  readonly events: readonly Listed<Countries & { readonly date?: KnownDate | undefined }>[];
  readonly occasions: readonly Listed<Countries>[];
  readonly partners: readonly Listed<{
    readonly country?: string | undefined;
    readonly type?: PartnerType;
  }>[];
  readonly places: readonly Listed<object>[];
}

const some = <Value>(value: Value | undefined): Value[] => (value === undefined ? [] : [value]);

/** All pages that browse records and are neither a record with a text nor the list of a collection. */
export function browsePaths(records: Browsable): ReadonlySet<string> {
  const { activities, stories, events, occasions, partners, places } = records;
  const sound = <One extends Listed<unknown>>(list: readonly One[]): One[] => list.filter((one) => one.facts);
  return new Set([
    '/figures/',
    '/countries/',
    '/occasions/',
    ...[...activities, ...stories, ...events, ...occasions].flatMap((one) =>
      (one.facts?.countries ?? []).map(countryPath),
    ),
    ...sound(occasions).map((one) => `/occasions/${one.id}/`),
    ...sound(places).map((one) => `/places/${one.id}/`),
    ...sound(activities).map((one) => yearPath(Number(one.id.slice(0, 4)))),
    ...activities.flatMap((one) => (one.facts?.categories ?? []).map(categoryPath)),
    ...partners.flatMap((one) => some(one.facts?.type).map(partnerTypePath)),
    ...partners.flatMap((one) =>
      some(one.facts?.country).flatMap((code) => [countryPath(code), partnerCountryPath(code)]),
    ),
    ...events.flatMap((one) => some(one.facts?.date?.start.year).map(eventYearPath)),
  ]);
}

const landing = [
  /^\/(?:activities|stories|events|partners|units|issues|countries|occasions|projects|figures|data)\/$/,
  /^\/(?:countries|occasions|places|events)\/[^/]+\/$/,
  /^\/activities\/(?:\d{4}|category\/[^/]+)\/$/,
  // The partners of a country have its name alone: the country's own page has the way there.
  /^\/partners\/type\/[^/]+\/$/,
];

/**
 * Whether a page lists records under a name that somebody may look for: a country, a place, an occasion, a category, the
 * figures. Its further pages are none. `isLandingPage('/countries/la/') // => true`
 */
export function isLandingPage(path: string): boolean {
  return landing.some((pattern) => pattern.test(path));
}
