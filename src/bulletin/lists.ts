import { nameIn } from '../model/names.ts';
import { countryName } from '../i18n/format.ts';
import { collator } from '../i18n/intl.ts';
import type { Category, PartnerType } from '../model/categories.ts';
import type { Locale } from '../model/locales.ts';
import type { RowFilter } from '../model/row-filter.ts';
import { memoize, weakMemoize } from '../model/memoize.ts';
import { translator } from '../i18n/translate.ts';
import { entryName, type Bulletin } from './bulletin.ts';
import { entryPath, type ArticleEntry } from '../model/entries.ts';
import { byCategory, byPartnerCountry, byPartnerType, byYear, countriesOf } from './facets.ts';
import { categoryPath, countryPath, partnerCountryPath, partnerTypePath, yearPath } from '../model/paths.ts';
import { namesPerPage, pageCount, pageOf, recordsPerPage, type ListPage } from './pagination.ts';

/**
 * Every list that may grow beyond a page. The page at `path` shows its beginning among other things; the rest stands
 * at `path/page/2/` and so on, all made by `pages/[...path]/page/[page]`.
 */

type Activity = ArticleEntry<'activities'>;
type Partner = ArticleEntry<'partners'>;

interface Scope {
  /** Path without language of the page that shows the beginning: `/countries/la/`. */
  readonly path: string;
  /** What the list is of: the name of a country, a union, a category. */
  title(locale: Locale): { text: string; lang: Locale };
  /** Which rows of the open data it is; all of its table without it. */
  readonly where?: RowFilter;
}
export interface ActivityScope extends Scope {
  readonly kind: 'activities';
  readonly entries: readonly Activity[];
}
export interface PartnerScope extends Scope {
  readonly kind: 'partners';
  readonly entries: readonly Partner[];
}
export type ListScope = ActivityScope | PartnerScope;

/** Words of the interface as a title. */
const said =
  (say: (locale: Locale) => string) =>
  (locale: Locale): { text: string; lang: Locale } => ({ text: say(locale), lang: locale });

const among = (column: string, ...values: readonly string[]): RowFilter => ({ column, values });

/** Which rows of the open data the lists of activities, events and partners are. */
export const rowsOf = {
  year: (year: number): RowFilter => among('id', `${year}/`),
  /** Events that begin in a year. */
  eventYear: (year: number): RowFilter => among('first_day', `${year}-`),
  category: (category: Category): RowFilter => among('categories', category),
  country: (code: string): RowFilter => among('countries', code),
  /** A union's associations act for it. */
  unit: (bulletin: Bulletin, unit: string): RowFilter =>
    among('units', unit, ...bulletin.associationsOf(unit).map(({ id }) => id)),
  partner: (partner: string): RowFilter => among('partners', partner),
  occasion: (occasion: string): RowFilter => among('occasion', occasion),
  /** What lies in a place belongs to it. */
  place: ({ entries }: Bulletin, place: string): RowFilter =>
    among('places', place, ...entries.places.flatMap(({ id, facts }) => (facts.in === place ? [id] : []))),
  partnerType: (type: PartnerType): RowFilter => among('type', type),
  partnerCountry: (code: string): RowFilter => among('country', code),
} as const;

/** The lists of activities: all, and by year, category, country, union, partner, occasion and place. */
export function activityScopes(bulletin: Bulletin): ActivityScope[] {
  const { activities, entries } = bulletin;
  const list = (
    path: string,
    title: Scope['title'],
    of: readonly Activity[],
    where?: RowFilter,
  ): ActivityScope => ({ kind: 'activities', path, title, entries: of, ...(where && { where }) });
  return [
    list(
      '/activities/',
      said((locale) => translator(locale)('nav.activities')),
      activities,
    ),
    ...byYear(activities).map(({ value, entries: of }) =>
      list(
        yearPath(value),
        said((locale) => translator(locale)('list.activitiesOfYear', { year: value })),
        of,
        rowsOf.year(value),
      ),
    ),
    ...byCategory(activities).map(({ value, entries: of }) =>
      list(
        categoryPath(value),
        said((locale) => translator(locale)(`category.${value}`)),
        of,
        rowsOf.category(value),
      ),
    ),
    ...countriesOf(entries).map((code) =>
      list(
        countryPath(code),
        said((locale) => countryName(code, locale)),
        bulletin.activitiesOfCountry(code),
        rowsOf.country(code),
      ),
    ),
    ...entries.units.map((unit) =>
      list(
        entryPath('units', unit.id),
        (locale) => nameIn(unit.facts.shortNames, locale),
        bulletin.activitiesOfUnit(unit.id),
        rowsOf.unit(bulletin, unit.id),
      ),
    ),
    ...entries.partners.map((partner) =>
      list(
        entryPath('partners', partner.id),
        (locale) => entryName(partner, locale),
        bulletin.activitiesOfPartner(partner.id),
        rowsOf.partner(partner.id),
      ),
    ),
    ...entries.occasions.map((occasion) =>
      list(
        entryPath('occasions', occasion.id),
        (locale) => entryName(occasion, locale),
        bulletin.activitiesOfOccasion(occasion.id),
        rowsOf.occasion(occasion.id),
      ),
    ),
    ...entries.places.map((place) =>
      list(
        entryPath('places', place.id),
        (locale) => entryName(place, locale),
        bulletin.activitiesAt(place.id),
        rowsOf.place(bulletin, place.id),
      ),
    ),
  ];
}

/** The directory of partners: all, by country and by type. Each reader's alphabet orders it: see `byName`. */
export function partnerScopes({ entries: { partners } }: Bulletin): PartnerScope[] {
  const list = (
    path: string,
    say: (locale: Locale) => string,
    of: readonly Partner[],
    where?: RowFilter,
  ): PartnerScope => ({ kind: 'partners', path, title: said(say), entries: of, ...(where && { where }) });
  return [
    list('/partners/', (locale) => translator(locale)('nav.partners'), partners),
    ...byPartnerType(partners).map(({ value, entries }) =>
      list(
        partnerTypePath(value),
        (locale) => translator(locale)(`partnerType.${value}`),
        entries,
        rowsOf.partnerType(value),
      ),
    ),
    ...byPartnerCountry(partners).map(({ value, entries }) =>
      list(
        partnerCountryPath(value),
        (locale) => countryName(value, locale),
        entries,
        rowsOf.partnerCountry(value),
      ),
    ),
  ];
}

/** All lists of the bulletin. */
export const listScopes = weakMemoize((bulletin: Bulletin): readonly ListScope[] => [
  ...activityScopes(bulletin),
  ...partnerScopes(bulletin),
]);

const scopesByPath = weakMemoize(
  (bulletin: Bulletin) => new Map(listScopes(bulletin).map((scope) => [scope.path, scope])),
);

/** The list at a path (`/countries/la/`). Throws where there is none. */
export function listScopeAt(bulletin: Bulletin, path: string): ListScope {
  const scope = scopesByPath(bulletin).get(path);
  if (!scope) throw new Error(`no list ${path}`);
  return scope;
}

/** In the alphabetical order of the reader's language. A list is sorted once for each language. */
export function byName(partners: readonly Partner[], locale: Locale): readonly Partner[] {
  return sortedByName(partners)(locale);
}

const sortedByName = weakMemoize((partners: readonly Partner[]) =>
  memoize((locale: Locale): readonly Partner[] => {
    const { compare } = collator(locale);
    return partners
      .map((partner) => ({ partner, name: entryName(partner, locale).text }))
      .sort((a, b) => compare(a.name, b.name))
      .map(({ partner }) => partner);
  }),
);

/** A page of a directory of partners for readers of `locale`. */
export function partnerPage(partners: readonly Partner[], page: number, locale: Locale): ListPage<Partner> {
  return pageOf(byName(partners, locale), page, namesPerPage);
}

/** A page of a list of activities: the same in every language. */
export function activityPage(activities: readonly Activity[], page: number): ListPage<Activity> {
  return pageOf(activities, page, recordsPerPage);
}

/** How many pages a list has. */
export function pagesOf({ kind, entries }: ListScope): number {
  return pageCount(entries, kind === 'partners' ? namesPerPage : recordsPerPage);
}
