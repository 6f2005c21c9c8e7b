import type { CreativeWork, Thing, WithContext } from 'schema-dts';
import { cardPath } from '../cards/card.ts';
import { entryName, languagesOf, type Bulletin } from '../../bulletin/bulletin.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import { exactDays, type DatePoint, type KnownDate } from '../../model/dates.ts';
import { originalLocale, type Locale } from '../../model/locales.ts';
import { translator } from '../../i18n/translate.ts';
import { formatSeries } from '../../i18n/format.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { siteUrl, textLicence } from '../../site.ts';

/**
 * What search engines may know about a page, in the words of schema.org: exactly what the record knows, nothing more.
 * Here is what the data of all kinds of page share; each kind has a file of its own beside this one.
 */

type Source = { readonly document: string; readonly line: number };
export type LinkedData<Type extends Thing> = WithContext<Type>;

export const absolute = (locale: Locale, path: string): string =>
  new URL(localeUrl(locale, path), siteUrl).href;
export const imageOf = (locale: Locale, path: string): string => absolute(locale, cardPath(path));

/** Under which licence a text may be used; nothing while the owner has not said so. */
export const licensed = (): { license?: string } => (textLicence ? { license: textLicence.url } : {});

/** An identity for what the page is about. It knows no language: an organisation is one on all of its pages. */
export const identity = (path: string, kind: string): string => `${absolute(originalLocale, path)}#${kind}`;

/**
 * A date as ISO 8601, as far as it is known: a day, month, year, or a range of them; `undefined` for what ISO 8601
 * cannot say (quarters, “about”).
 * @example isoDate(2023-11-02/2023-11-04) // => '2023-11-02/2023-11-04'
 */
export function isoDate({ start, end }: KnownDate): string | undefined {
  const points = (end ? [start, end] : [start]).map(isoPoint);
  return points.includes(undefined) ? undefined : points.join('/');
}

export function isoPoint({ year, month, day, precision, approximate }: DatePoint): string | undefined {
  if (precision === 'quarter' || approximate) return undefined;
  const parts = [month, day].filter((part) => part !== undefined);
  return [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
}

/** The day of the last change, where one is recorded. */
export const modifiedOn = (updated: KnownDate | undefined): string | undefined =>
  updated && exactDays(updated)?.last;

export function sourceWorks(bulletin: Bulletin, sources: readonly Source[], locale: Locale): CreativeWork[] {
  const t = translator(locale);
  return [...Map.groupBy(sources, (one) => one.document)].map(([id, lines]) => {
    const entry = bulletin.get('documents', id);
    const document = entryName(entry, locale).text;
    const url = entry.facts.publicCopy?.address;
    const line = formatSeries(
      lines.map((one) => String(one.line)),
      locale,
    );
    return {
      '@type': 'CreativeWork',
      name: t('entry.sourceLine', { count: lines.length, document, line }),
      inLanguage: originalLocale,
      ...(url !== undefined && { url }),
    };
  });
}

/** Links between the original and its translations, those that exist. */
export function translationLinks(
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

/** `<` would end the script element from within a text: `</script>` becomes `\u003c/script>`, the same JSON. */
export function scriptText(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
