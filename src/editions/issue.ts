import { reachedFor } from '../bulletin/contacts.ts';
import { entryName, languagesOf, textIn, type Bulletin } from '../bulletin/bulletin.ts';
import { formatIssue, formatPeriod } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import type { Category } from '../model/categories.ts';
import { lastDay } from '../model/dates.ts';
import { entryPath } from '../model/entries.ts';
import { locales, type Locale } from '../model/locales.ts';
import { nameIn, type LocalText } from '../model/names.ts';
import type { Source } from './article.ts';
import { contactLines, type ContactLine } from './contact.ts';
import { contentsOf, type ContentsGroup } from './contents.ts';
import {
  countriesOf,
  issueSections,
  itemsOf,
  type Issue,
  type IssueSection,
  type PageTitle,
} from './issue-sections.ts';
import { clusterLedBy } from './unions.ts';

/**
 * One issue of the bulletin in one language as plain data: what it contains, in which order, in whose words. Whatever
 * is made of it (the printed page, a book, a letter) lays out this and asks the records nothing more.
 */

/** What a title page and the properties of a file say of an issue. */
export interface IssueTitle {
  /** “Bản tin hữu nghị”, in the language. */
  readonly masthead: string;
  /** “No. 2, second half of 2023” */
  readonly label: string;
  /** Both: “Bản tin hữu nghị · No. 2, second half of 2023”. */
  readonly title: string;
  readonly publisher: LocalText;
  /** “Published by …”, in the words of the language. */
  readonly published: string;
  /** The last day of its period: a file, which knows no half-years, is dated so. */
  readonly day: string;
}

export interface IssueEdition extends IssueTitle {
  readonly kind: 'issue';
  readonly locale: Locale;
  /** `issues/2023-2`: its folder below `content/`, to which the names of its pictures belong. */
  readonly record: string;
  /** Path of its web page, without language and base. */
  readonly path: string;
  /** “second half of 2023” */
  readonly period: string;
  readonly cover: {
    /** The theme of the issue. */
    readonly title: string;
    readonly image?: { readonly file: string; readonly alt: string; readonly credit?: string };
    /** In the place of a picture: a band for each country that its items speak of. */
    readonly bands: readonly CoverBand[];
  };
  /** ISO codes of all countries that its items speak of, sorted. */
  readonly countries: readonly string[];
  readonly contents: { readonly title: string; readonly groups: readonly ContentsGroup[] };
  readonly sections: readonly IssueSection[];
  /** What a printed bulletin must state, as far as it is known. */
  readonly imprint: Issue['facts']['colophon'];
  /** The languages that the issue can be read in, by their own names. */
  readonly languages: readonly { readonly locale: Locale; readonly name: string }[];
  readonly sources: readonly Source[];
  /** Mailbox and telephone of who publishes it, as far as they are known. */
  readonly answer: ContactLine['values'];
}

/** A stripe of the cover's cloth. */
export interface CoverBand {
  readonly country: string;
  /** Of the first item that speaks of the country. */
  readonly category: Category;
}

export interface IssueOptions {
  /** Pages of `content/pages` in the language, printed behind all else, below the unions where there is room. */
  readonly pages?: readonly PageTitle[];
}

export function issueTitle(bulletin: Bulletin, { facts }: Issue, locale: Locale): IssueTitle {
  const t = translator(locale);
  const masthead = t('site.title');
  const label = formatIssue(facts, locale);
  const publisher = entryName(bulletin.get('units', facts.publisher), locale);
  const cluster = clusterLedBy(bulletin, facts.publisher, facts.date.start.year);
  return {
    masthead,
    label,
    title: `${masthead} · ${label}`,
    publisher,
    published: cluster
      ? t('issue.publishedByLead', {
          publisher: publisher.text,
          cluster: nameIn(cluster.facts.shortNames, locale).text,
        })
      : t('issue.published', { publisher: publisher.text }),
    day: lastDay(facts.date),
  };
}

/** The edition of a language has the items that exist in it; the others are named at its end. */
export function issueEdition(
  bulletin: Bulletin,
  issue: Issue,
  locale: Locale,
  { pages = [] }: IssueOptions = {},
): IssueEdition {
  const { facts } = issue;
  const { text } = textIn(issue, locale);
  const sections = issueSections(bulletin, issue, locale, pages);
  const publisher = reachedFor(bulletin, facts.publisher);
  const ways = publisher ? contactLines(publisher.facts.contact, locale).flatMap(({ values }) => values) : [];
  return {
    kind: 'issue',
    locale,
    record: `issues/${issue.id}`,
    path: entryPath('issues', issue.id),
    ...issueTitle(bulletin, issue, locale),
    period: formatPeriod(facts.date, locale),
    cover: {
      title: text.title,
      ...(facts.cover && {
        image: {
          file: facts.cover.image,
          alt: text.coverAlt ?? issue.texts.vi.coverAlt ?? '',
          ...(facts.cover.credit && { credit: facts.cover.credit }),
        },
      }),
      bands: coverBands(bulletin, issue),
    },
    countries: countriesOf(itemsOf(bulletin, issue)),
    contents: { title: translator(locale)('issue.contents'), groups: contentsOf(sections) },
    sections,
    imprint: facts.colophon,
    languages: languagesOf(issue).map((code) => ({ locale: code, name: locales[code].name })),
    sources: facts.sources,
    answer: ways.filter(({ href }) => href && /^(?:mailto|tel):/.test(href)),
  };
}

/** A band for each country that the items of an issue speak of, by code. */
export function coverBands(bulletin: Bulletin, issue: Issue): CoverBand[] {
  const items = itemsOf(bulletin, issue);
  return countriesOf(items).map((country) => {
    const item = items.find((one) => one.facts.countries.includes(country));
    const category = item?.collection === 'activities' ? item.facts.categories[0] : undefined;
    return { country, category: category ?? 'peace-friendship' };
  });
}
