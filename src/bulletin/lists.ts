import { nameIn } from '../model/names.ts';
import { countryName } from '../i18n/format.ts';
import { locales, type Locale } from '../model/locales.ts';
import { translator } from '../i18n/translate.ts';
import { entryName, type Bulletin } from './bulletin.ts';
import { entryPath, type ArticleEntry } from '../model/entries.ts';
import { byCategory, byPartnerCountry, byPartnerType, byYear, countriesOf } from './facets.ts';
import { categoryPath, countryPath, partnerCountryPath, partnerTypePath, yearPath } from '../model/paths.ts';
import { namesPerPage, paginate, recordsPerPage, type ListPage } from './pagination.ts';

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
        activities.filter((one) => one.facts.countries.includes(code)),
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
        activities.filter((one) => one.facts.occasion?.id === occasion.id),
      ),
    ),
    ...entries.places.map((place) =>
      list(
        entryPath('places', place.id),
        (locale) => entryName(place, locale),
        activitiesAt(bulletin, place.id),
      ),
    ),
  ];
}

/** What happened in a place or in one that lies in it. */
export function activitiesAt(bulletin: Bulletin, place: string): Activity[] {
  const ids = [
    place,
    ...bulletin.entries.places.filter((one) => one.facts.in === place).map((one) => one.id),
  ];
  return bulletin.activities.filter((one) => one.facts.places.some((id) => ids.includes(id)));
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

/** In the alphabetical order of the reader's language. */
export function byName<Entry extends { facts: { names: { vi: string } } }>(
  entries: readonly Entry[],
  locale: Locale,
): Entry[] {
  const { compare } = new Intl.Collator(locales[locale].intl);
  return [...entries].sort((a, b) => compare(entryName(a, locale).text, entryName(b, locale).text));
}

/** The pages of a directory of partners for readers of `locale`. */
export function partnerPages(partners: readonly Partner[], locale: Locale): ListPage<Partner>[] {
  return paginate(byName(partners, locale), namesPerPage);
}

/** The pages of a list of activities: the same in every language. */
export function activityPages(activities: readonly Activity[]): ListPage<Activity>[] {
  return paginate(activities, recordsPerPage);
}
