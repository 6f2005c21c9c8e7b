import { entryName, textIn, type Bulletin } from '../bulletin/bulletin.ts';
import { speakingUnit, type PublishedRecord } from '../bulletin/speaking-unit.ts';
import { formatDate, formatIssue, formatSeries } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import { withoutScheme } from '../i18n/urls.ts';
import type { ArticleEntry, ReferenceEntry } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';

/** Something of the bulletin that others name in their own work. */
export interface CitedWork {
  /** Who wrote it, or the union that speaks in it. */
  readonly by: string;
  readonly title: string;
  /** “No. 2, second half of 2023”, or the day of its publication, as far as it is known. */
  readonly published?: string | undefined;
  readonly address: string;
}

type Citable = PublishedRecord | ReferenceEntry<'units'>;

/** The number that has a record first, else the day of its text, as far as either is known. */
function publishedIn(bulletin: Bulletin, entry: Citable, locale: Locale): string | undefined {
  if (entry.collection === 'issues') return formatIssue(entry.facts, locale);
  const issue = bulletin.issuesWith(`${entry.collection}/${entry.id}`).at(-1);
  if (issue) return formatIssue(issue.facts, locale);
  const day =
    (entry.collection === 'stories' ? entry.facts.date : undefined) ??
    ('updated' in entry.facts ? entry.facts.updated : undefined);
  return day && formatDate(day, locale);
}

/**
 * What a record is cited by, but for its address. An activity is cited by the number that tells of it, never by its own day,
 * which is not that of the text.
 */
export function citedRecord(bulletin: Bulletin, entry: Citable, locale: Locale): Omit<CitedWork, 'address'> {
  // A page about a union or a partner is not theirs.
  const unit = entry.collection === 'units' ? bulletin.cluster?.id : speakingUnit(bulletin, entry);
  const author = entry.collection === 'stories' ? entry.facts.author : undefined;
  const title =
    entry.collection === 'units' || entry.collection === 'partners'
      ? entryName(entry, locale).text
      : textIn(entry as ArticleEntry<'activities'>, locale).text.title;
  return {
    by:
      author ??
      (unit === undefined
        ? translator(locale)('site.publisher')
        : entryName(bulletin.get('units', unit), locale).text),
    title,
    published: publishedIn(bulletin, entry, locale),
  };
}

/**
 * A work in the form in which it is cited in the language. The day on which it was read is left to the reader.
 * @example
 * citation({ by: 'Quảng Trị Union', title: 'Sixty scholarships', address: 'https://a.example/x/' }, 'en')
 * // => 'Quảng Trị Union: “Sixty scholarships”, Bản tin hữu nghị. https://a.example/x/'
 */
export function citation({ by, title, published, address }: CitedWork, locale: Locale): string {
  const t = translator(locale);
  const publication = formatSeries([t('site.title'), ...(published ? [published] : [])], locale);
  return t('cite.text', { by, title, publication, address });
}

/**
 * Whom to name when something of the bulletin is used again.
 * @param licence its name, where the owner has chosen one
 * @example creditLine('Bản tin hữu nghị', 'Cụm số 3', 'https://ban-tin.example/') // => 'Bản tin hữu nghị · Cụm số 3 · ban-tin.example'
 */
export function creditLine(title: string, publisher: string, address: string, licence?: string): string {
  const place = withoutScheme(address).replace(/\/$/, '');
  return [title, publisher, place, ...(licence === undefined ? [] : [licence])].join(' · ');
}
