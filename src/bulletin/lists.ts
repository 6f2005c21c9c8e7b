import { nameIn } from '../model/names.ts';
import { countryName } from '../i18n/format.ts';
import { collator } from '../i18n/intl.ts';
import type { Locale } from '../model/locales.ts';
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

/** The lists of activities: all, and by year, category, country, union, partner, occasion and place. */
export function activityScopes(bulletin: Bulletin): ActivityScope[] {
  const { activities, entries } = bulletin;
  const list = (path: string, title: Scope['title'], of: readonly Activity[]): ActivityScope => ({
    kind: 'activities',
    path,
    title,
    entries: of,
  });
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
      ),
    ),
    ...byCategory(activities).map(({ value, entries: of }) =>
      list(
        categoryPath(value),
        said((locale) => translator(locale)(`category.${value}`)),
        of,
      ),
    ),
    ...countriesOf(entries).map((code) =>
      list(
        countryPath(code),
        said((locale) => countryName(code, locale)),
        bulletin.activitiesOfCountry(code),
      ),
    ),
    ...entries.units.map((unit) =>
      list(
        entryPath('units', unit.id),
        (locale) => nameIn(unit.facts.shortNames, locale),
        bulletin.activitiesOfUnit(unit.id),
      ),
    ),
    ...entries.partners.map((partner) =>
      list(
        entryPath('partners', partner.id),
        (locale) => entryName(partner, locale),
        bulletin.activitiesOfPartner(partner.id),
      ),
    ),
    ...entries.occasions.map((occasion) =>
      list(
        entryPath('occasions', occasion.id),
        (locale) => entryName(occasion, locale),
        bulletin.activitiesOfOccasion(occasion.id),
      ),
    ),
    ...entries.places.map((place) =>
      list(
        entryPath('places', place.id),
        (locale) => entryName(place, locale),
        bulletin.activitiesAt(place.id),
      ),
    ),
  ];
}

/** The directory of partners: all, by country and by type. Each reader's alphabet orders it: see `byName`. */
export function partnerScopes({ entries: { partners } }: Bulletin): PartnerScope[] {
  const list = (path: string, say: (locale: Locale) => string, of: readonly Partner[]): PartnerScope => ({
    kind: 'partners',
    path,
    title: said(say),
    entries: of,
  });
  return [
    list('/partners/', (locale) => translator(locale)('nav.partners'), partners),
    ...byPartnerType(partners).map(({ value, entries }) =>
      list(partnerTypePath(value), (locale) => translator(locale)(`partnerType.${value}`), entries),
    ),
    ...byPartnerCountry(partners).map(({ value, entries }) =>
      list(partnerCountryPath(value), (locale) => countryName(value, locale), entries),
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
