import type { NewsArticle, Organization } from 'schema-dts';
import { entryName, textIn, type Bulletin } from '../../bulletin/bulletin.ts';
import { speakingUnit } from '../../bulletin/speaking-unit.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import { exactDays } from '../../model/dates.ts';
import type { Locale } from '../../model/locales.ts';
import { translator } from '../../i18n/translate.ts';
import {
  absolute,
  imageOf,
  isoDate,
  licensed,
  modifiedOn,
  sourceWorks,
  translationLinks,
  type LinkedData,
} from './linked-data.ts';
import { organizationNamed } from './organization.ts';

/**
 * Activities and stories. The day of an activity is when it happened (`temporalCoverage`), not when it was published;
 * only a story's date is that (`datePublished`).
 */

type Article = ArticleEntry<'activities'> | ArticleEntry<'stories'>;

function publisherOf(bulletin: Bulletin, entry: Article, locale: Locale): Organization | undefined {
  const id = speakingUnit(bulletin, entry);
  return id === undefined ? undefined : organizationNamed(bulletin, 'units', id, locale);
}

export function articleData(bulletin: Bulletin, entry: Article, locale: Locale): LinkedData<NewsArticle> {
  const t = translator(locale);
  const { text } = textIn(entry, locale);
  const { facts } = entry;
  const path = entryPath(entry.collection, entry.id);
  const url = absolute(locale, path);
  const partners = 'partners' in facts ? facts.partners.map((one) => one.partner) : facts.about.partners;
  const units = 'units' in facts ? facts.units.map((one) => one.unit) : facts.about.units;
  const iso = facts.date && isoDate(facts.date);
  const modified = modifiedOn(facts.updated);
  const publisher = publisherOf(bulletin, entry, locale);
  const organizations = (collection: 'partners' | 'units', ids: readonly string[]): Organization[] =>
    [...new Set(ids)].map((id) => organizationNamed(bulletin, collection, id, locale));
  const places = 'places' in facts ? facts.places : [];
  const issues = bulletin
    .issuesWith(`${entry.collection}/${entry.id}`)
    .filter((issue) => issue.texts[locale]);
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': `${url}#work`,
    url,
    mainEntityOfPage: url,
    headline: text.title,
    description: text.summary,
    inLanguage: locale,
    image: imageOf(locale, path),
    ...licensed(),
    ...(entry.collection === 'stories'
      ? iso !== undefined && { datePublished: iso }
      : iso !== undefined && { temporalCoverage: iso }),
    ...(modified !== undefined && { dateModified: modified }),
    ...('author' in facts &&
      facts.author !== undefined && { author: { '@type': 'Person', name: facts.author } }),
    ...('categories' in facts && {
      articleSection: facts.categories.map((category) => t(`category.${category}`)),
    }),
    ...(partners.length > 0 && { about: organizations('partners', partners) }),
    ...(units.length > 0 && { mentions: organizations('units', units) }),
    ...(places.length > 0 && {
      contentLocation: places.map((id) => ({
        '@type': 'Place',
        name: entryName(bulletin.get('places', id), locale).text,
      })),
    }),
    ...(publisher && { publisher }),
    ...(issues.length > 0 && {
      isPartOf: issues.map((issue) => {
        const issueUrl = absolute(locale, entryPath('issues', issue.id));
        return { '@type': 'PublicationIssue', '@id': `${issueUrl}#work`, url: issueUrl };
      }),
    }),
    ...translationLinks(entry, locale, 'NewsArticle'),
    isBasedOn: sourceWorks(bulletin, facts.sources, locale),
  };
}

/** Times for Open Graph, `YYYY-MM-DD`: of a story its date, of any text its last change, as far as they are known. */
export function articleTimes(entry: Article): {
  published: string | undefined;
  modified: string | undefined;
} {
  const { date, updated } = entry.facts;
  const published = entry.collection === 'stories' && date ? exactDays(date)?.last : undefined;
  return { published, modified: modifiedOn(updated) };
}
