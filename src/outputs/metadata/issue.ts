import type { PublicationIssue } from 'schema-dts';
import { textIn, type Bulletin } from '../../bulletin/bulletin.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import { formatIssue } from '../../i18n/format.ts';
import type { Locale } from '../../model/locales.ts';
import { translator } from '../../i18n/translate.ts';
import { fileUrl } from '../../i18n/urls.ts';
import { pdfPath } from '../../editions/editions.ts';
import { siteUrl } from '../../site.ts';
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
