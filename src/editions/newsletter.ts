import { textIn, type Bulletin } from '../bulletin/bulletin.ts';
import { placeNames } from '../bulletin/place-names.ts';
import type { BodyNode } from '../model/body.ts';
import { locales, type Locale } from '../model/locales.ts';
import type { Rank } from '../model/ranks.ts';
import type { ArticleEdition } from './article.ts';
import { editionLanguages, pdfPath } from './editions.ts';
import { coverBands, issueTitle, type CoverBand, type IssueTitle } from './issue.ts';
import { issueSections, type Issue } from './issue-sections.ts';
import { firstPhoto } from './lead-photo.ts';
import type { Numeral } from './numeral.ts';

/**
 * What a letter to readers says of an issue, as plain data: its contents with their summaries, pictures and addresses.
 * The texts themselves are read on the web.
 */

/** A photograph of a record. */
export interface NewsletterPicture {
  /** Folder of the record below `content/`, and the name of the file in it. */
  readonly record: string;
  readonly file: string;
  readonly alt: string;
  readonly credit?: string;
}

export interface NewsletterItem {
  /** As in print: one that leads its section has a picture or a number, a brief one is a line. */
  readonly rank: Rank;
  readonly kicker: readonly string[];
  readonly title: string;
  readonly summary: string;
  /** Of its web page, without language and base. */
  readonly path: string;
  /** Of a lead: the first photograph in its text, or else a number of its record. */
  readonly picture?: NewsletterPicture;
  readonly numeral?: Numeral;
}

export interface NewsletterEdition extends IssueTitle {
  readonly kind: 'newsletter';
  /** `2023-2` */
  readonly issue: string;
  readonly locale: Locale;
  /** Masthead and theme, in a line: what the letter is called. */
  readonly subject: string;
  /** The theme of the issue. */
  readonly theme: string;
  /** What the issue holds, in a sentence or two: mail programs show it behind the subject. */
  readonly summary: string;
  /** Without a photograph its cloth stands there, a strip for each band. */
  readonly cover?: NewsletterPicture;
  readonly bands: readonly CoverBand[];
  readonly sections: readonly { readonly title: string; readonly items: readonly NewsletterItem[] }[];
  /** Of the web page, without language and base; of the PDF without base. */
  readonly path: string;
  readonly pdf: string;
  /** Names of places that stay whole at the ends of lines. */
  readonly wholeNames: readonly string[];
  /** The other languages in which there is one, by their own names. */
  readonly others: readonly { readonly locale: Locale; readonly name: string }[];
}

/** The newsletter of an issue in one language: what exists in it. */
export function newsletterEdition(bulletin: Bulletin, issue: Issue, locale: Locale): NewsletterEdition {
  const { text } = textIn(issue, locale);
  const { cover } = issue.facts;
  const title = issueTitle(bulletin, issue, locale);
  const parts = issueSections(bulletin, issue, locale, []).filter((section) => section.kind === 'part');
  return {
    kind: 'newsletter',
    issue: issue.id,
    locale,
    ...title,
    subject: `${title.masthead} · ${text.title}`,
    theme: text.title,
    summary: text.summary,
    ...(cover && {
      cover: {
        record: `issues/${issue.id}`,
        file: cover.image,
        alt: text.coverAlt ?? issue.texts.vi.coverAlt ?? '',
        ...(cover.credit && { credit: cover.credit }),
      },
    }),
    bands: coverBands(bulletin, issue),
    sections: parts.map(({ title, items }) => ({
      title,
      items: items.map(({ article, rank }) => ({
        rank,
        kicker: article.kicker,
        title: article.title,
        summary: bulletin.item(article.record).texts[locale]?.summary ?? '',
        path: article.path,
        ...openingOf(rank, article),
      })),
    })),
    path: `/issues/${issue.id}/`,
    pdf: pdfPath(issue.id, locale),
    wholeNames: placeNames(bulletin, locale),
    others: editionLanguages(bulletin, issue)
      .filter((code) => code !== locale)
      .map((code) => ({ locale: code, name: locales[code].name })),
  };
}

/** What stands at the head of an item beside words: of a lead alone. */
export function openingOf(
  rank: Rank,
  { body, record, numeral }: Pick<ArticleEdition, 'body' | 'record' | 'numeral'>,
): Pick<NewsletterItem, 'picture' | 'numeral'> {
  if (rank !== 'lead') return {};
  const picture = firstPicture(body, record);
  if (picture) return { picture };
  return numeral ? { numeral } : {};
}

/** Items in their order: each by itself, but brief ones that follow one another together. */
export function inRuns(items: readonly NewsletterItem[]): (readonly NewsletterItem[])[] {
  const runs: NewsletterItem[][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (item.rank === 'brief' && last?.[0]?.rank === 'brief') last.push(item);
    else runs.push([item]);
  }
  return runs;
}

/** All newsletters that there are, in the order of their issues. */
export const newsletterEditions = (bulletin: Bulletin): NewsletterEdition[] =>
  bulletin.issues.flatMap((issue) =>
    editionLanguages(bulletin, issue).map((locale) => newsletterEdition(bulletin, issue, locale)),
  );

/** The first photograph of a text, also one within a gallery or a box. */
export function firstPicture(nodes: readonly BodyNode[], record: string): NewsletterPicture | undefined {
  const { src, alt = '', credit } = firstPhoto(nodes)?.attributes ?? {};
  return src === undefined
    ? undefined
    : { record, file: src.replace(/^\.\//, ''), alt, ...(credit && { credit }) };
}
