import { entryName, textIn, type Bulletin } from '../bulletin/bulletin.ts';
import type { BodyNode } from '../model/body.ts';
import { translator } from '../i18n/translate.ts';
import type { Category } from '../model/categories.ts';
import { entryPath, type ArticleEntry } from '../model/entries.ts';
import { originalLocale, type Locale } from '../model/locales.ts';
import type { LocalText } from '../model/names.ts';
import type { Rank } from '../model/ranks.ts';
import { articleEdition, type ArticleEdition } from './article.ts';
import { comingUp, isEmpty, type ComingUp } from './coming-up.ts';
import type { LinkedText } from './facts.ts';
import { issueFigures, type IssueFigures } from './figures.ts';
import { isShort, ranksOf } from './item-ranks.ts';
import { unionList, type UnionList } from './unions.ts';

export type Issue = ArticleEntry<'issues'>;

/** A page of `content/pages`: its name, and its title in the language. */
export interface PageTitle {
  readonly name: string;
  readonly title: string;
}

export interface IssueItem {
  /** Names it within the edition; ASCII letters, digits and hyphens. */
  readonly id: string;
  readonly rank: Rank;
  /** Whether its text is so short that facts and words may share its columns. */
  readonly short: boolean;
  readonly article: ArticleEdition;
}

interface Section {
  readonly id: string;
  readonly title: string;
}

/** A section of the issue with its items that exist in the language. */
export interface Part extends Section {
  readonly kind: 'part';
  /** Category of its first activity, which its ornament shows. */
  readonly category?: Category;
  readonly countries: readonly string[];
  readonly items: readonly IssueItem[];
}

export type IssueSection =
  | (Section & { readonly kind: 'letter'; readonly body: readonly BodyNode[]; readonly signature?: string })
  | Part
  | (Section & { readonly kind: 'figures'; readonly figures: IssueFigures })
  | (Section & { readonly kind: 'coming-up'; readonly comingUp: ComingUp })
  | (Section & { readonly kind: 'unions'; readonly unions: UnionList })
  /** A page of `content/pages`, by its name; it may be left out. */
  | (Section & { readonly kind: 'page'; readonly page: string })
  /** The documents that its items were made of: their lines stand on the items' web pages. */
  | (Section & { readonly kind: 'sources'; readonly documents: readonly LocalText[] })
  /** Items that cannot be read in the language, by their Vietnamese titles. */
  | (Section & {
      readonly kind: 'untranslated';
      readonly items: readonly LinkedText[];
    });

/** What an issue contains, in order. A section without anything in it is not there. */
export function issueSections(
  bulletin: Bulletin,
  issue: Issue,
  locale: Locale,
  pages: readonly PageTitle[],
): IssueSection[] {
  const t = translator(locale);
  const { facts } = issue;
  const figures = facts.figures ? issueFigures(bulletin, issue, locale) : undefined;
  const ahead = facts.calendar ? comingUp(bulletin, issue, locale) : undefined;
  const unions = unionList(bulletin, facts.date.start.year, locale);
  const untranslated = itemsOf(bulletin, issue)
    .filter((item) => !item.texts[locale])
    .map(({ collection, id, texts }): LinkedText => ({
      text: texts.vi.title,
      lang: originalLocale,
      path: entryPath(collection, id),
    }));
  const { body, signature } = textIn(issue, locale).text;
  const sections: (IssueSection | false | undefined)[] = [
    {
      kind: 'letter',
      id: 'item-letter',
      title: t('issue.letter'),
      body: body.nodes,
      ...(signature && { signature }),
    },
    ...partsOf(bulletin, issue, locale),
    figures !== undefined &&
      figures.activities > 0 && {
        kind: 'figures',
        id: 'item-figures',
        title: t('issue.figures.title'),
        figures,
      },
    ahead !== undefined &&
      !isEmpty(ahead) && {
        kind: 'coming-up',
        id: 'item-calendar',
        title: t('issue.calendar'),
        comingUp: ahead,
      },
    unions.unions.length > 0 && { kind: 'unions', id: 'item-unions', title: t('unit.unions'), unions },
    ...pages.map(({ name, title }) => ({ kind: 'page', id: `item-${name}`, title, page: name }) as const),
    {
      kind: 'sources',
      id: 'item-sources',
      title: t('entry.sources'),
      documents: documentsOf(bulletin, issue, locale),
    },
    untranslated.length > 0 && {
      kind: 'untranslated',
      id: 'item-elsewhere',
      title: t('issue.notTranslated'),
      items: untranslated,
    },
  ];
  return sections.filter((section) => section !== false && section !== undefined);
}

/** Each once, in the order in which the items, and then the letter, come from them. */
function documentsOf(bulletin: Bulletin, issue: Issue, locale: Locale): LocalText[] {
  const items = itemsOf(bulletin, issue).filter((item) => item.texts[locale]);
  const ids = [...items, issue].flatMap(({ facts }) => facts.sources.map(({ document }) => document));
  return [...new Set(ids)].map((id) => entryName(bulletin.get('documents', id), locale));
}

function partsOf(bulletin: Bulletin, issue: Issue, locale: Locale): Part[] {
  const { text } = textIn(issue, locale);
  const said = new Map(issue.facts.ranks.map(({ item, rank }) => [item, rank]));
  return issue.facts.sections.flatMap((section): Part[] => {
    const entries = section.items.map((path) => bulletin.item(path)).filter((item) => item.texts[locale]);
    if (entries.length === 0) return [];
    const ranks = ranksOf(entries, said, locale);
    const category = entries.flatMap((item) =>
      item.collection === 'activities' ? item.facts.categories : [],
    )[0];
    return [
      {
        kind: 'part',
        id: `part-${section.id}`,
        title: text.sectionTitles[section.id] ?? '',
        ...(category && { category }),
        countries: countriesOf(entries),
        items: entries.map((entry, at) => {
          const article = articleEdition(bulletin, entry, locale);
          const id = `item-${article.record.replaceAll('/', '-')}`;
          const short = isShort(entry.texts[locale]?.body, locale);
          return { id, rank: ranks[at] ?? 'standard', short, article };
        }),
      },
    ];
  });
}

type Item = ReturnType<Bulletin['item']>;

/** All items of an issue, in whatever languages they are. */
export const itemsOf = (bulletin: Bulletin, issue: Issue): Item[] =>
  issue.facts.sections.flatMap((section) => section.items).map((path) => bulletin.item(path));

/** ISO codes, each once, sorted. */
export const countriesOf = (items: readonly Item[]): string[] =>
  [...new Set(items.flatMap((item) => item.facts.countries))].sort();
