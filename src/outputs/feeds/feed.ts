import { entryName, folderYear, newestFirst, type Bulletin } from '../../bulletin/bulletin.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import { byCategory, countriesOf } from '../../bulletin/facets.ts';
import { categoryPath, countryPath } from '../../model/paths.ts';
import { exactDays, firstDay, type KnownDate } from '../../model/dates.ts';
import { weakMemoize } from '../../model/memoize.ts';
import { nameIn } from '../../model/names.ts';
import { countryName, formatIssue } from '../../i18n/format.ts';
import { localeCodes, locales, type Locale } from '../../model/locales.ts';
import { translator } from '../../i18n/translate.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { cardPath } from '../cards/card.ts';
import type { TextLicence } from '../../model/licences.ts';
import { siteUrl, textLicence } from '../../site.ts';

/**
 * What a reader can follow: everything in a language, a category of activities, a union, a country, a partner, a place. Plain
 * data; `rss.ts` and `json-feed.ts` write it down. A feed has only what exists in its language, newest first.
 */

/** Feed readers fetch a feed again and again: the newest entries are enough. */
export const longestFeed = 50;

type FeedEntry = ArticleEntry<'activities' | 'stories' | 'issues'>;

/** What a feed is about. Its files stand beside the page at `path`: `/units/quang-tri/feed.xml`. */
export interface FeedScope {
  /** Path of the page without language: `/`, `/activities/category/aid/`, `/units/quang-tri/`. */
  readonly path: string;
  title(locale: Locale): string;
  readonly entries: readonly FeedEntry[];
  readonly languages: readonly Locale[];
}

/** Whether a country, a partner or a place can be followed in a language: something of it is written in that. */
export const hasFeed = (entries: readonly FeedEntry[], locale: Locale): boolean =>
  entries.some((one) => one.texts[locale] !== undefined);

export interface FeedItem {
  /** The same for ever, whatever the domain: `ban-tin-huu-nghi/lo/activities/2023/x`. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly categories: readonly string[];
  readonly image: string;
  /**
   * The day of the record, at noon UTC: feeds demand a time of day, and at that hour it is the same day in all but
   * the farthest time zones. A reader's program gives an item without a date the minute of its fetching and puts it on
   * top, so one that is known to the month or the year has the first day of it, as it is sorted.
   */
  readonly date: Date;
}

export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly publisher: string;
  readonly locale: Locale;
  /** Under which the texts may be used, where the owner has said so. */
  readonly licence: TextLicence | undefined;
  /** Absolute addresses: of the page that the feed follows, and of the feed in its two forms. */
  readonly page: string;
  readonly rss: string;
  readonly json: string;
  readonly items: readonly FeedItem[];
}

const absolute = (locale: Locale, path: string): string => new URL(localeUrl(locale, path), siteUrl).href;

/**
 * Every feed of the site. Everything, the categories that have a record and the units have one in every language; countries,
 * partners and places, of which there are many, in the languages in which something of them is written.
 */
export const feedScopes = weakMemoize((bulletin: Bulletin): readonly FeedScope[] => {
  const { activities, stories, issues } = bulletin;
  const siteTitle = (locale: Locale): string => translator(locale)('site.title');
  const ofWritten = (
    path: string,
    name: (locale: Locale) => string,
    entries: readonly (ArticleEntry<'activities'> | ArticleEntry<'stories'>)[],
  ): FeedScope => ({
    path,
    title: (locale) => `${siteTitle(locale)} · ${name(locale)}`,
    entries: newestFirst(entries),
    languages: localeCodes.filter((locale) => hasFeed(entries, locale)),
  });
  return [
    {
      path: '/',
      title: siteTitle,
      entries: newestFirst([...activities, ...stories, ...issues]),
      languages: localeCodes,
    },
    ...byCategory(activities).map(({ value, entries }) => ({
      path: categoryPath(value),
      title: (locale: Locale) => `${siteTitle(locale)} · ${translator(locale)(`category.${value}`)}`,
      entries,
      languages: localeCodes,
    })),
    ...bulletin.entries.units.map(({ id, facts }) => ({
      path: entryPath('units', id),
      title: (locale: Locale) => `${siteTitle(locale)} · ${nameIn(facts.names, locale).text}`,
      entries: newestFirst([
        ...bulletin.activitiesOfUnit(id),
        ...bulletin.storiesAbout('units', id),
        ...issues.filter((one) => one.facts.publisher === id),
      ]),
      languages: localeCodes,
    })),
    ...countriesOf(bulletin.entries).map((code) =>
      ofWritten(countryPath(code), (locale) => countryName(code, locale), [
        ...bulletin.activitiesOfCountry(code),
        ...bulletin.storiesOfCountry(code),
      ]),
    ),
    ...bulletin.entries.partners.map((partner) =>
      ofWritten(entryPath('partners', partner.id), (locale) => entryName(partner, locale).text, [
        ...bulletin.activitiesOfPartner(partner.id),
        ...bulletin.storiesAbout('partners', partner.id),
      ]),
    ),
    ...bulletin.entries.places.map((place) =>
      ofWritten(
        entryPath('places', place.id),
        (locale) => entryName(place, locale).text,
        bulletin.activitiesAt(place.id),
      ),
    ),
  ].filter(({ languages }) => languages.length > 0);
});

/** Noon UTC of the last day of a date whose days are known for certain, of the first day of another one. */
function feedDate(date: KnownDate | undefined, year: number): Date {
  const day = date ? (exactDays(date)?.last ?? firstDay({ start: date.end ?? date.start })) : `${year}-01-01`;
  return new Date(`${day}T12:00:00Z`);
}

function itemOf(entry: FeedEntry, locale: Locale): FeedItem {
  const t = translator(locale);
  const text = entry.texts[locale];
  if (!text) throw new Error(`${entry.collection}/${entry.id} has no text in ${locale}`);
  const path = entryPath(entry.collection, entry.id);
  const { facts } = entry;
  const kicker =
    'number' in facts
      ? [formatIssue(facts, locale)]
      : 'categories' in facts
        ? facts.categories.map((category) => t(`category.${category}`))
        : [t('nav.stories')];
  return {
    id: `ban-tin-huu-nghi/${locale}${path.slice(0, -1)}`,
    url: absolute(locale, path),
    title: text.title,
    summary: text.summary,
    categories: kicker,
    image: absolute(locale, cardPath(path)),
    date: feedDate(facts.date, folderYear(entry.id)),
  };
}

/** The feed of a scope in one language. */
export function feedOf(scope: FeedScope, locale: Locale): Feed {
  const t = translator(locale);
  return {
    title: scope.title(locale),
    description: t('site.description'),
    publisher: t('site.publisher'),
    locale,
    licence: textLicence,
    page: absolute(locale, scope.path),
    rss: absolute(locale, `${scope.path}feed.xml`),
    json: absolute(locale, `${scope.path}feed.json`),
    // As an iterator: no further into the list than the feed is long.
    items: scope.entries
      .values()
      .filter((entry) => entry.texts[locale])
      .take(longestFeed)
      .map((entry) => itemOf(entry, locale))
      .toArray(),
  };
}

/** Route parameters and props of the feed endpoints: `lo/units/quang-tri`, and `undefined` for the root. */
export function feedPaths(bulletin: Bulletin) {
  return feedScopes(bulletin).flatMap((scope) =>
    scope.languages.map((locale) => ({
      params: { path: routeOf(locale, scope.path) },
      props: { feed: feedOf(scope, locale) },
    })),
  );
}

/** `routeOf('lo', '/units/quang-tri/') // => 'lo/units/quang-tri'` */
export function routeOf(locale: Locale, path: string): string | undefined {
  const route = `${locales[locale].prefix}${path}`.replace(/^\/|\/$/g, '');
  return route === '' ? undefined : route;
}
