import { folderYear, languagesOf, type Bulletin } from '../bulletin/bulletin.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { lastDay } from '../model/dates.ts';
import { localeCodes, locales, type Locale } from '../model/locales.ts';
import { weakMemoize } from '../model/memoize.ts';
import { translator } from '../i18n/translate.ts';
import { issueTitle } from './issue.ts';

/** What a PDF is printed from, where it stands, and what its properties say. */
export interface Edition {
  /** `2023-2`; of a single article its path, `activities/2023/x`. */
  issue: string;
  /** Whether it is a single article: one office PDF, of as many pages as it takes. */
  article?: boolean;
  /** Its BCP 47 language, which the PDF declares. */
  locale: string;
  /** Path of the print page without the base path: `/lo/issues/2023-2/print/`. */
  url: string;
  /** Path of the office PDF below `dist`; what else is made of the edition stands beside it (`outputs.ts`). */
  out: string;
  title: string;
  /** Who publishes it. */
  author: string;
  /** The day that it is dated, `2023-12-31`: the last of its period. */
  day: string;
}

/** Which PDFs the build makes, and where they stand. Paths are without the base path. */

/** `pdfPath('2023-2', 'lo') // => '/issues/2023-2/ban-tin-huu-nghi-2023-2-lo.pdf'` */
export function pdfPath(issue: string, locale: Locale): string {
  return `/issues/${issue}/ban-tin-huu-nghi-${issue}-${locale}.pdf`;
}

/** `printPath('2023-2', 'lo') // => '/lo/issues/2023-2/print/'` */
export function printPath(issue: string, locale: Locale): string {
  return `${locales[locale].prefix}/issues/${issue}/print/`;
}

/** How many items of an issue can be read in a language. */
export function itemsIn(bulletin: Bulletin, issue: ArticleEntry<'issues'>, locale: Locale): number {
  const items = issue.facts.sections.flatMap((section) => section.items);
  return items.filter((path) => bulletin.item(path).texts[locale] !== undefined).length;
}

/** The languages in which an issue is printed: those of its letter in which enough of its items exist. */
export function editionLanguages(bulletin: Bulletin, issue: ArticleEntry<'issues'>): Locale[] {
  return languagesOf(issue).filter((locale) => itemsIn(bulletin, issue, locale) >= issue.facts.minimumItems);
}

/** The editions that are not made because too few of the issue's items exist in their language. */
export function shortEditionsOf(
  bulletin: Bulletin,
): { issue: string; language: string; count: number; minimum: number }[] {
  return bulletin.issues.flatMap((issue) => {
    const made = editionLanguages(bulletin, issue);
    return languagesOf(issue)
      .filter((locale) => !made.includes(locale))
      .map((locale) => ({
        issue: issue.id,
        language: locales[locale].name,
        count: itemsIn(bulletin, issue, locale),
        minimum: issue.facts.minimumItems,
      }));
  });
}

/** One edition for each issue and each language that it is printed in. */
export function editionsOf(bulletin: Bulletin): Edition[] {
  return bulletin.issues.flatMap((issue) =>
    editionLanguages(bulletin, issue).map((locale) => {
      const { title, publisher, day } = issueTitle(bulletin, issue, locale);
      return {
        issue: issue.id,
        locale,
        url: printPath(issue.id, locale),
        out: pdfPath(issue.id, locale).slice(1),
        title,
        author: publisher.text,
        day,
      };
    }),
  );
}

/**
 * Whether every build makes PDFs of this article: of the items of issues, which are what is asked for in print. Any
 * other is printed with `npm run print -- activities/2023/x`.
 */
export function hasArticlePdf(bulletin: Bulletin, path: string): boolean {
  return itemPaths(bulletin).has(path);
}

const itemPaths = weakMemoize((bulletin: Bulletin): ReadonlySet<string> => {
  const sections = bulletin.issues.flatMap((issue) => issue.facts.sections);
  return new Set<string>(sections.flatMap(({ items }) => items));
});

/**
 * Path of the PDF of one article; it is there after a build where `hasArticlePdf` says so and the text exists.
 *
 * @example
 * articlePdfPath('activities/2023/don-vfp', 'lo') // => '/activities/2023/don-vfp/don-vfp-lo.pdf'
 */
export function articlePdfPath(path: string, locale: Locale): string {
  return `/${path}/${path.split('/').at(-1) ?? ''}-${locale}.pdf`;
}

/** The PDFs of one article, one for each language that it exists in. */
export function editionsOfArticle(bulletin: Bulletin, path: string): Edition[] {
  const item = bulletin.item(path);
  const { date } = item.facts;
  return languagesOf(item).map((locale) => ({
    article: true,
    issue: path,
    locale,
    url: `${locales[locale].prefix}/${path}/print/`,
    out: articlePdfPath(path, locale).slice(1),
    title: item.texts[locale]?.title ?? '',
    author: translator(locale)('site.title'),
    // Of a record without a date only its year is known.
    day: date ? lastDay(date) : `${folderYear(item.id)}-01-01`,
  }));
}

/** The PDFs of single articles that every build makes, language by language: those of one are printed quickest together. */
export function articleEditionsOf(bulletin: Bulletin): Edition[] {
  const editions = [...itemPaths(bulletin)].flatMap((path) => editionsOfArticle(bulletin, path));
  return localeCodes.flatMap((code) => editions.filter(({ locale }) => locale === code));
}
