import { firstDay, sortKey, type KnownDate } from '../model/dates.ts';
import { translationLocales, type Locale } from '../model/locales.ts';
import { entryPath, type ArticleEntry, type Entries } from '../model/entries.ts';
import { weakMemoize } from '../model/memoize.ts';
import { stateOf, textFile, type TextState } from '../model/text-states.ts';
import { sortedBy } from './indexes.ts';
import { articleSchemas, type ArticleCollection } from '../model/schemas/index.ts';

/** How every text stands to its original: the board of translations, the stamp of a checked one, the reader's notice. */

export interface Count {
  readonly current: number;
  readonly old: number;
  readonly unstamped: number;
  readonly missing: number;
  readonly total: number;
  /** Current texts in whole percent of all, rounded down: 100 means all of them. 0 where there is nothing. */
  readonly percent: number;
}

export interface BoardPart {
  readonly collection: ArticleCollection;
  /** Newest first. Records without a word to translate (a partner that is a name only) are not on the board. */
  readonly entries: readonly ArticleEntry[];
  readonly counts: ReadonlyMap<Locale, Count>;
}

export interface Board {
  readonly parts: readonly BoardPart[];
  /** Over all collections. */
  readonly counts: ReadonlyMap<Locale, Count>;
}

function count(entries: readonly ArticleEntry[]): ReadonlyMap<Locale, Count> {
  return new Map(
    translationLocales.map((locale) => {
      const number = { original: 0, current: 0, old: 0, unstamped: 0, missing: 0 };
      for (const entry of entries) number[stateOf(entry, locale)] += 1;
      const { current, old, unstamped, missing } = number;
      const total = entries.length;
      const percent = total === 0 ? 0 : Math.floor((100 * current) / total);
      return [locale, { current, old, unstamped, missing, total, percent }];
    }),
  );
}

const hasWords = ({ texts: { vi } }: ArticleEntry): boolean =>
  ('title' in vi && vi.title !== '') || (vi.summary ?? '') !== '' || vi.body.text !== '';

/** Partners have no date and come last. */
const ageOf = ({ id, facts }: ArticleEntry): string =>
  sortKey('date' in facts ? facts.date : undefined, Number(/^\d{4}/.exec(id)?.[0] ?? 0));

const newestFirst = (entries: readonly ArticleEntry[]): ArticleEntry[] =>
  sortedBy(entries, ageOf, 'descending');

const collections = Object.keys(articleSchemas) as ArticleCollection[];

export const boardOf = weakMemoize((entries: Entries): Board => {
  const parts = collections.map((collection) => {
    const list = newestFirst(entries[collection].filter(hasWords));
    return { collection, entries: list, counts: count(list) };
  });
  return { parts, counts: count(parts.flatMap((part) => part.entries)) };
});

/** `boardPath('activities') // => '/translations/activities/'` */
export function boardPath(collection: ArticleCollection): string {
  return `/translations/${collection}/`;
}

/** A translation that is older than its original. */
export interface StaleText {
  readonly locale: Locale;
  /** Without the prefix of the language. */
  readonly path: string;
  readonly title: string;
  /** The day on which the original was changed, where it is known. */
  readonly since: KnownDate | undefined;
}

/** The translation that has been older than its original for the longest, or `undefined` when none is. */
export const oldest = weakMemoize((entries: Entries): StaleText | undefined => {
  const stale = collections
    .flatMap((collection): ArticleEntry[] => [...entries[collection]])
    .flatMap((entry) =>
      translationLocales
        .filter((locale) => stateOf(entry, locale) === 'old')
        .map((locale) => {
          const text = entry.texts[locale];
          const title = (text && 'title' in text ? text.title : undefined) ?? entry.id;
          return { locale, path: entryPath(entry.collection, entry.id), title, since: entry.facts.updated };
        }),
    );
  const day = ({ since }: StaleText): string => (since ? firstDay(since) : '9999');
  return stale.sort((a, b) => (day(a) < day(b) ? -1 : 1))[0];
});

/** The records of a board, newest first over all collections. */
export const recordsOf = (board: Board): ArticleEntry[] =>
  newestFirst(board.parts.flatMap((part) => part.entries));

export interface Task {
  readonly entry: ArticleEntry;
  readonly state: Exclude<TextState, 'original' | 'current'>;
  /** The file to write or to look at again. */
  readonly file: string;
}

/** What one translator has to do: all that is not current, newest records first over all collections. */
export function tasksOf(board: Board, locale: Locale): Task[] {
  return recordsOf(board).flatMap((entry) => {
    const state = stateOf(entry, locale);
    return state === 'current' || state === 'original'
      ? []
      : [{ entry, state, file: textFile(entry, locale) }];
  });
}

/** What `accept` writes into a translation. */
export interface Stamp {
  /** Of the Vietnamese text that the translation was checked against. */
  readonly fingerprint: string;
  /** The day on which it was checked, `YYYY-MM-DD`. */
  readonly translated: string;
  /** The day on which a native reader had read the whole, `YYYY-MM-DD`. */
  readonly reviewed?: string;
}

/**
 * The file of a translation with the stamp in its front matter. Lines that are there are replaced, lines that are not
 * are put at its end; every other byte stays, line ends and byte-order mark included.
 * @returns `undefined` when there is no front matter
 */
export function stampTranslation(source: string, stamp: Stamp): string | undefined {
  const match = /^(\uFEFF?---[ \t]*(\r?\n))((?:[\s\S]*?\n)?)(?=---[ \t]*(?:\r?\n|$))/.exec(source);
  if (!match) return undefined;
  const [whole, opening = '', lineEnd = '\n', fields = ''] = match;
  // Twelve hexadecimal digits may all be decimal, or read as 1e10: without quotation marks YAML makes a number of them.
  const lines = {
    fingerprint: `"${stamp.fingerprint}"`,
    translated: stamp.translated,
    ...(stamp.reviewed !== undefined && { reviewed: stamp.reviewed }),
  };
  let stamped = fields;
  for (const [key, value] of Object.entries(lines)) {
    const line = new RegExp(`^${key}:[^\r\n]*`, 'm');
    stamped = line.test(stamped)
      ? stamped.replace(line, `${key}: ${value}`)
      : `${stamped}${key}: ${value}${lineEnd}`;
  }
  return opening + stamped + source.slice(whole.length);
}
