import { entryName, languagesOf, type Bulletin } from '../bulletin/bulletin.ts';
import { contributorsOf } from '../bulletin/inbox.ts';
import type { BodyNode } from '../model/body.ts';
import { countryName, formatUnknown } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import type { Category } from '../model/categories.ts';
import { entryPath, type ArticleEntry } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import { recordFacts, type RecordFacts } from './facts.ts';
import { numeralOf, type Numeral } from './numeral.ts';
import { standfirst } from './standfirst.ts';

/** A document and the line of it that a fact is taken from. */
export interface Source {
  readonly document: string;
  readonly line: number;
}

/** An activity or a story by itself, in one language, as plain data: what there is of it, in the order it is read. */
export interface ArticleEdition {
  readonly kind: 'article';
  readonly locale: Locale;
  /** `activities/2023/don-hvpf`: its folder below `content/`, to which the names of pictures in its text belong. */
  readonly record: string;
  /** Path of its web page, without language and base. */
  readonly path: string;
  /** Of an activity its first category, which its ornament shows. */
  readonly category?: Category;
  /** ISO codes. */
  readonly countries: readonly string[];
  /** What it is and where: “Aid”, “Lao PDR”. */
  readonly kicker: readonly string[];
  readonly title: string;
  readonly summary: string;
  /** A number of an activity, which stands large where there is no picture. */
  readonly numeral?: Numeral;
  /** Its summary, unless the text says the same again. */
  readonly standfirst?: string;
  /** Of an activity; a story has its facts in its text. */
  readonly facts?: RecordFacts;
  /** The text as it was read, links not yet led to a language. */
  readonly body: readonly BodyNode[];
  /** What the sources of a story do not say; an activity has this among its facts. */
  readonly unknown?: string;
  /** Who wrote it, of a story. */
  readonly author?: string;
  /** Who sent the article that it was made of, a line each. */
  readonly credits: readonly string[];
  readonly sources: readonly Source[];
  /** In which languages it can be read. */
  readonly languages: readonly Locale[];
}

/** @throws when the record has no text in the language: nothing is published under a language that it is not in */
export function articleEdition(
  bulletin: Bulletin,
  entry: ArticleEntry<'activities'> | ArticleEntry<'stories'>,
  locale: Locale,
): ArticleEdition {
  const record = `${entry.collection}/${entry.id}`;
  const text = entry.texts[locale];
  if (!text) throw new Error(`${record} has no text in ${locale}.`);
  const t = translator(locale);
  const activity = entry.collection === 'activities' ? entry : undefined;
  const category = activity?.facts.categories[0];
  const author = entry.collection === 'stories' ? entry.facts.author : undefined;
  const { countries, sources } = entry.facts;
  const lead = standfirst(text, locale);
  const numeral = activity && numeralOf(activity.facts, text.title, locale);
  return {
    kind: 'article',
    locale,
    record,
    path: entryPath(entry.collection, entry.id),
    ...(category && { category }),
    countries,
    kicker: [
      activity ? t(`category.${category ?? 'peace-friendship'}`) : t('nav.stories'),
      ...countries.map((code) => countryName(code, locale)),
    ],
    title: text.title,
    summary: text.summary,
    ...(numeral && { numeral }),
    ...(lead !== undefined && { standfirst: lead }),
    ...(activity && { facts: recordFacts(bulletin, activity, locale) }),
    body: text.body.nodes,
    ...(entry.collection === 'stories' &&
      entry.facts.unknown.length > 0 && { unknown: formatUnknown(entry.facts.unknown, locale) }),
    ...(author && { author }),
    credits: contributorsOf(bulletin, entry).map(({ unit, person }) =>
      t('entry.sentBy', {
        name: [person, unit && entryName(unit, locale).text].filter(Boolean).join(', '),
      }),
    ),
    sources,
    languages: languagesOf(entry),
  };
}
