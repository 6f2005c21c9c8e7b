import type {
  CreativeWork,
  Event,
  NewsArticle,
  Organization,
  PublicationIssue,
  Thing,
  WebSite,
  WithContext,
} from 'schema-dts';
import { cardPath } from '../cards/card.ts';
import { entryName, languagesOf, textIn, type Bulletin } from '../content/bulletin.ts';
import { entryPath, type ArticleEntry, type ReferenceEntry } from '../content/entries.ts';
import type { PartnerType } from '../domain/categories.ts';
import { exactDays, type DatePoint, type KnownDate } from '../domain/dates.ts';
import { nameIn } from '../domain/names.ts';
import { formatPeriod } from '../i18n/format.ts';
import { localeCodes, originalLocale, type Locale } from '../i18n/locales.ts';
import { translator } from '../i18n/translate.ts';
import { fileUrl, localeUrl } from '../i18n/urls.ts';
import { pdfPath } from '../print/editions.ts';
import { siteUrl } from '../site.ts';

/**
 * What search engines may know about a page, in the words of schema.org: exactly what the record knows, nothing more.
 * The day of an activity is when it happened (`temporalCoverage`), not when it was published; only a story's date is
 * that (`datePublished`).
 */

type Article = ArticleEntry<'activities'> | ArticleEntry<'stories'>;
type Source = { readonly document: string; readonly line: number };
type LinkedData<Type extends Thing> = WithContext<Type>;

const absolute = (locale: Locale, path: string): string => new URL(localeUrl(locale, path), siteUrl).href;
const imageOf = (locale: Locale, path: string): string => absolute(locale, cardPath(path));

/** An identity for what the page is about. It knows no language: an organisation is one on all of its pages. */
const identity = (path: string, kind: string): string => `${absolute(originalLocale, path)}#${kind}`;

/**
 * A date as ISO 8601, as far as it is known: a day, month, year, or a range of them; `undefined` for what ISO 8601
 * cannot say (quarters, “about”).
 * @example isoDate(2023-11-02/2023-11-04) // => '2023-11-02/2023-11-04'
 */
export function isoDate({ start, end }: KnownDate): string | undefined {
  const points = (end ? [start, end] : [start]).map(isoPoint);
  return points.includes(undefined) ? undefined : points.join('/');
}

function isoPoint({ year, month, day, precision, approximate }: DatePoint): string | undefined {
  if (precision === 'quarter' || approximate) return undefined;
  const parts = [month, day].filter((part) => part !== undefined);
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** The day of the last change, where one is recorded. */
const modifiedOn = (updated: KnownDate | undefined): string | undefined =>
  updated && exactDays(updated)?.last;

function sourceWorks(bulletin: Bulletin, sources: readonly Source[], locale: Locale): CreativeWork[] {
  const t = translator(locale);
  return [...Map.groupBy(sources, (one) => one.document)].map(([id, lines]) => {
    const document = entryName(bulletin.get('documents', id), locale).text;
    const line = lines.map((one) => one.line).join(', ');
    return {
      '@type': 'CreativeWork',
      name: t('entry.sourceLine', { count: lines.length, document, line }),
      inLanguage: originalLocale,
    };
  });
}

const organizationTypes: Partial<
  Record<PartnerType, 'NGO' | 'GovernmentOrganization' | 'CollegeOrUniversity'>
> = {
  ngo: 'NGO',
  government: 'GovernmentOrganization',
  province: 'GovernmentOrganization',
  'diplomatic-mission': 'GovernmentOrganization',
  university: 'CollegeOrUniversity',
};

/** A partner or unit as it is named within other data. */
function organizationNamed(
  bulletin: Bulletin,
  collection: 'partners' | 'units',
  id: string,
  locale: Locale,
): Organization {
  const path = entryPath(collection, id);
  return {
    '@type': 'Organization',
    '@id': identity(path, 'organization'),
    name: entryName(bulletin.get(collection, id), locale).text,
    mainEntityOfPage: absolute(locale, path),
  };
}

const otherNames = (names: Readonly<Partial<Record<Locale, string>>>, own: string): string[] =>
  Object.values(names).filter((name) => name !== own);

export function partnerData(partner: ArticleEntry<'partners'>, locale: Locale): LinkedData<Organization> {
  const { facts } = partner;
  const path = entryPath('partners', partner.id);
  const { text: name } = nameIn(facts.names, locale);
  const summary = partner.texts[locale]?.summary;
  const alternateName = [
    ...new Set([
      ...(facts.abbreviation === undefined ? [] : [facts.abbreviation]),
      ...otherNames(facts.names, name),
      ...facts.aliases,
    ]),
  ];
  return {
    '@context': 'https://schema.org',
    '@type': organizationTypes[facts.type] ?? 'Organization',
    '@id': identity(path, 'organization'),
    name,
    ...(alternateName.length > 0 && { alternateName }),
    ...(summary !== undefined && { description: summary }),
    ...(facts.country && { address: { '@type': 'PostalAddress', addressCountry: facts.country } }),
    image: imageOf(locale, path),
    mainEntityOfPage: absolute(locale, path),
  } as LinkedData<Organization>;
}

export function unitData(
  bulletin: Bulletin,
  unit: ReferenceEntry<'units'>,
  locale: Locale,
): LinkedData<Organization> {
  const { facts } = unit;
  const path = entryPath('units', unit.id);
  const { text: name } = nameIn(facts.names, locale);
  const associations = bulletin.associationsOf(unit.id);
  const founded = facts.validFrom && isoDate(facts.validFrom);
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': identity(path, 'organization'),
    name,
    alternateName: [
      ...new Set([nameIn(facts.shortNames, locale).text, ...otherNames(facts.names, name), ...facts.aliases]),
    ].filter((other) => other !== name),
    ...(founded !== undefined && { foundingDate: founded }),
    ...(facts.parent !== undefined && {
      parentOrganization: organizationNamed(bulletin, 'units', facts.parent, locale),
    }),
    ...(associations.length > 0 && {
      subOrganization: associations.map((one) => organizationNamed(bulletin, 'units', one.id, locale)),
    }),
    ...(facts.place !== undefined && {
      areaServed: { '@type': 'Place', name: entryName(bulletin.get('places', facts.place), locale).text },
    }),
    image: imageOf(locale, path),
    mainEntityOfPage: absolute(locale, path),
  };
}

/** Links between the original and its translations, those that exist. */
function translationLinks(
  entry: ArticleEntry<'activities' | 'stories' | 'issues'>,
  locale: Locale,
  type: 'NewsArticle' | 'PublicationIssue',
): { translationOfWork?: CreativeWork; workTranslation?: CreativeWork[] } {
  const path = entryPath(entry.collection, entry.id);
  const work = (code: Locale): CreativeWork => {
    const url = absolute(code, path);
    return { '@type': type, '@id': `${url}#work`, url, inLanguage: code } as CreativeWork;
  };
  if (locale !== originalLocale) return { translationOfWork: work(originalLocale) };
  const others = languagesOf(entry).filter((code) => code !== originalLocale);
  return others.length > 0 ? { workTranslation: others.map(work) } : {};
}

/** The union that a record speaks for: who leads it, else who is named first; the cluster where none is named. */
function publisherOf(bulletin: Bulletin, entry: Article, locale: Locale): Organization | undefined {
  const { facts } = entry;
  const units =
    'units' in facts
      ? [...facts.units.filter((one) => one.role === 'lead'), ...facts.units].map((one) => one.unit)
      : facts.about.units;
  const id = units[0] ?? bulletin.entries.units.find((one) => one.facts.kind === 'cluster')?.id;
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
  const issues = bulletin.issues.filter(
    (issue) =>
      issue.texts[locale] &&
      issue.facts.sections.some((section) => section.items.includes(`${entry.collection}/${entry.id}`)),
  );
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

export function eventData(
  bulletin: Bulletin,
  event: ArticleEntry<'events'>,
  locale: Locale,
): LinkedData<Event> {
  const { text } = textIn(event, locale);
  const { facts } = event;
  const path = entryPath('events', event.id);
  const start = facts.date && isoPoint(facts.date.start);
  const end = facts.date?.end && isoPoint(facts.date.end);
  const hosts = facts.partners.filter((one) => one.role === 'organiser' || one.role === 'host');
  const others = facts.partners.filter((one) => !hosts.includes(one));
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': identity(path, 'event'),
    url: absolute(locale, path),
    mainEntityOfPage: absolute(locale, path),
    name: text.title,
    description: text.summary,
    inLanguage: locale,
    image: imageOf(locale, path),
    ...(start !== undefined && { startDate: start }),
    ...(end !== undefined && { endDate: end }),
    // schema.org has no word for “planned, not certain”: then nothing is claimed.
    ...(!facts.tentative && { eventStatus: 'https://schema.org/EventScheduled' }),
    ...(facts.places.length > 0 && {
      location: facts.places.map((id) => ({
        '@type': 'Place',
        name: entryName(bulletin.get('places', id), locale).text,
      })),
    }),
    organizer: [
      ...facts.units.map((one) => organizationNamed(bulletin, 'units', one.unit, locale)),
      ...hosts.map((one) => organizationNamed(bulletin, 'partners', one.partner, locale)),
    ],
    ...(others.length > 0 && {
      contributor: others.map((one) => organizationNamed(bulletin, 'partners', one.partner, locale)),
    }),
  } as LinkedData<Event>;
}

export function issueData(
  bulletin: Bulletin,
  issue: ArticleEntry<'issues'>,
  locale: Locale,
): LinkedData<PublicationIssue> {
  const t = translator(locale);
  const { text } = textIn(issue, locale);
  const { facts } = issue;
  const path = entryPath('issues', issue.id);
  const url = absolute(locale, path);
  const items = facts.sections.flatMap((section) => section.items).map((item) => bulletin.item(item));
  const period = isoDate(facts.date);
  return {
    '@context': 'https://schema.org',
    '@type': 'PublicationIssue',
    '@id': `${url}#work`,
    url,
    mainEntityOfPage: url,
    name: `${text.title} · ${t('issue.label', { number: facts.number, period: formatPeriod(facts.date, locale) })}`,
    description: text.summary,
    issueNumber: facts.number,
    inLanguage: locale,
    image: imageOf(locale, path),
    ...(period !== undefined && { temporalCoverage: period }),
    isPartOf: { '@type': 'Periodical', name: t('site.title'), url: absolute(locale, '/') },
    publisher: organizationNamed(bulletin, 'units', facts.publisher, locale),
    encoding: {
      '@type': 'MediaObject',
      contentUrl: new URL(fileUrl(pdfPath(issue.id, locale)), siteUrl).href,
      encodingFormat: 'application/pdf',
    },
    hasPart: items.map((item) => {
      const { text: itemText, lang } = textIn(item, locale);
      const itemUrl = absolute(lang, entryPath(item.collection, item.id));
      return {
        '@type': 'NewsArticle',
        '@id': `${itemUrl}#work`,
        url: itemUrl,
        headline: itemText.title,
        inLanguage: lang,
      };
    }),
    ...translationLinks(issue, locale, 'PublicationIssue'),
    isBasedOn: sourceWorks(bulletin, facts.sources, locale),
  };
}

/** The site itself, on its home page. */
export function siteData(bulletin: Bulletin, locale: Locale): LinkedData<WebSite> {
  const t = translator(locale);
  const cluster = bulletin.entries.units.find((one) => one.facts.kind === 'cluster');
  const url = absolute(locale, '/');
  const site = (code: Locale): CreativeWork => ({
    '@type': 'WebSite',
    '@id': `${absolute(code, '/')}#site`,
    url: absolute(code, '/'),
    inLanguage: code,
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': `${url}#site`,
    url,
    name: t('site.title'),
    description: t('site.description'),
    inLanguage: locale,
    image: imageOf(locale, '/'),
    ...(cluster && { publisher: organizationNamed(bulletin, 'units', cluster.id, locale) }),
    ...(locale === originalLocale
      ? { workTranslation: localeCodes.filter((code) => code !== originalLocale).map(site) }
      : { translationOfWork: site(originalLocale) }),
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

/** `<` would end the script element from within a text: `</script>` becomes `\u003c/script>`, the same JSON. */
export function scriptText(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
