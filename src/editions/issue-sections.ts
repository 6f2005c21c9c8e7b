import { entryName, textIn, type Bulletin } from '../bulletin/bulletin.ts';
import type { Body, BodyNode } from '../model/body.ts';
import { translator } from '../i18n/translate.ts';
import type { Category } from '../model/categories.ts';
import { entryPath, type ArticleEntry } from '../model/entries.ts';
import { locales, originalLocale, type Locale } from '../model/locales.ts';
import { elementsOf } from '../model/markup.ts';
import type { LocalText } from '../model/names.ts';
import { articleEdition, type ArticleEdition } from './article.ts';
import { comingUp, isEmpty, type ComingUp } from './coming-up.ts';
import type { LinkedText } from './facts.ts';
import { issueFigures, type IssueFigures } from './figures.ts';
import { unionList, type UnionList } from './unions.ts';

export type Issue = ArticleEntry<'issues'>;

/** A page of `content/pages`: its name, and its title in the language. */
export interface PageTitle {
  readonly name: string;
  readonly title: string;
}

/** How much room an item asks for. */
export type Rank = 'standard' | 'brief';

export interface IssueItem {
  /** Names it within the edition; ASCII letters, digits and hyphens. */
  readonly id: string;
  readonly rank: Rank;
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
  | (Section & { readonly kind: 'letter'; readonly body: readonly BodyNode[] })
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
  const letter = textIn(issue, locale).text.body.nodes;
  const sections: (IssueSection | false | undefined)[] = [
    { kind: 'letter', id: 'item-letter', title: t('issue.letter'), body: letter },
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
  return issue.facts.sections.flatMap((section): Part[] => {
    const entries = section.items.map((path) => bulletin.item(path)).filter((item) => item.texts[locale]);
    if (entries.length === 0) return [];
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
        items: entries.map((entry) => {
          const article = articleEdition(bulletin, entry, locale);
          const brief = entry.collection === 'activities' && isBrief(entry.texts[locale]?.body, locale);
          const id = `item-${article.record.replaceAll('/', '-')}`;
          return { id, rank: brief ? 'brief' : 'standard', article };
        }),
      },
    ];
  });
}

/** As many letters fill about a third of a printed page. */
const briefLetters = { Latn: 800, Laoo: 450, Khmr: 450, Hans: 300 };

/** Whether a text is short and has no table, no quotation and at most one picture, which is not to be large. */
function isBrief(body: Body | undefined, locale: Locale): boolean {
  return (
    body !== undefined &&
    body.text.length <= briefLetters[locales[locale].script] &&
    body.nodes.filter((node) => 'component' in node).length <= 1 &&
    body.nodes.every((node) =>
      'markup' in node
        ? elementsOf(node.markup).every(({ tagName }) => tagName !== 'table' && tagName !== 'blockquote')
        : node.component === 'Figure' && (node.attributes['size'] ?? 'column') === 'column',
    )
  );
}

type Item = ReturnType<Bulletin['item']>;

/** All items of an issue, in whatever languages they are. */
export const itemsOf = (bulletin: Bulletin, issue: Issue): Item[] =>
  issue.facts.sections.flatMap((section) => section.items).map((path) => bulletin.item(path));

/** ISO codes, each once, sorted. */
export const countriesOf = (items: readonly Item[]): string[] =>
  [...new Set(items.flatMap((item) => item.facts.countries))].sort();
