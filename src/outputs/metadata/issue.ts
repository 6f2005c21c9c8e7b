import type { CreativeWork, MediaObject, PublicationIssue } from 'schema-dts';
import { textIn, type Bulletin } from '../../bulletin/bulletin.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import { formatIssue } from '../../i18n/format.ts';
import { locales, type Locale } from '../../model/locales.ts';
import { translator } from '../../i18n/translate.ts';
import { fileUrl } from '../../i18n/urls.ts';
import { editionLanguages, pdfPath, printPath } from '../../editions/editions.ts';
import { offeredKinds, outputPath } from '../../editions/paths.ts';
import { siteUrl } from '../../site.ts';
import { epubPath } from '../epub/paths.ts';
import { newsletterPath } from '../newsletter/paths.ts';
import {
  absolute,
  imageOf,
  licensed,
  isoDate,
  sourceWorks,
  translationLinks,
  type LinkedData,
} from './linked-data.ts';
import { organizationNamed } from './organization.ts';

const addressOf = (path: string): string => new URL(fileUrl(path), siteUrl).href;

/**
 * The files of an edition, in the words of the page that offers them. Their sizes are written in when they are made
 * (`outputs/printed-facts/issue-page.ts`).
 */
function filesOf(issue: string, locale: Locale): MediaObject[] {
  const t = translator(locale);
  const office = pdfPath(issue, locale);
  const edition = { out: office.slice(1), url: printPath(issue, locale) };
  const file = (name: string, path: string, encodingFormat: string): MediaObject => ({
    '@type': 'MediaObject',
    name,
    contentUrl: addressOf(path),
    encodingFormat,
    inLanguage: locale,
  });
  return [
    file(t('issue.pdf', { language: locales[locale].name }), office, 'application/pdf'),
    ...offeredKinds.map((kind) =>
      file(t(`issue.${kind}`), `/${outputPath(edition, kind)}`, 'application/pdf'),
    ),
    file(t('issue.epub'), epubPath(issue, locale), 'application/epub+zip'),
  ];
}

/** The newsletter, which speaks of the issue. */
function letterOf(issue: string, locale: Locale): CreativeWork {
  const t = translator(locale);
  const file = (form: 'html' | 'txt' | 'eml', encodingFormat: string): MediaObject => ({
    '@type': 'MediaObject',
    contentUrl: addressOf(newsletterPath(issue, locale, form)),
    encodingFormat,
  });
  return {
    '@type': 'CreativeWork',
    name: t('issue.mailPage'),
    url: addressOf(newsletterPath(issue, locale, 'html')),
    inLanguage: locale,
    encoding: [file('html', 'text/html'), file('txt', 'text/plain'), file('eml', 'message/rfc822')],
  };
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
    name: `${text.title} · ${formatIssue(facts, locale)}`,
    description: text.summary,
    issueNumber: facts.number,
    inLanguage: locale,
    image: imageOf(locale, path),
    ...licensed(),
    ...(period !== undefined && { temporalCoverage: period }),
    isPartOf: { '@type': 'Periodical', name: t('site.title'), url: absolute(locale, '/') },
    publisher: organizationNamed(bulletin, 'units', facts.publisher, locale),
    ...(editionLanguages(bulletin, issue).includes(locale) && {
      encoding: filesOf(issue.id, locale),
      subjectOf: letterOf(issue.id, locale),
    }),
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
