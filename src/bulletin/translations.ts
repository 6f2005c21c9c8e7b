import { firstDay, lastDay, sortKey, type KnownDate } from '../model/dates.ts';
import { localeCodes, originalLocale, type Locale } from '../model/locales.ts';
import { entryPath, type ArticleEntry, type Entries } from '../model/entries.ts';
import type { Problem } from '../content/problems.ts';
import type { PointersOf } from '../content/checks/references.ts';
import { articleSchemas, type ArticleCollection } from '../model/schemas/index.ts';

/** How every text stands to its original: the board of translations, the stamp of a checked one, the reader's notice. */

/**
 * `current`: made from the original as it stands. `old`: the original has changed since. `unstamped`: there is a
 * translation, but nobody has said which original it was checked against.
 */
export const textStates = ['original', 'current', 'old', 'unstamped', 'missing'] as const;
export type TextState = (typeof textStates)[number];

/** The languages that are translated into, in the order of the registry. */
export const translationLocales = localeCodes.filter((code) => code !== originalLocale);

export function stateOf(entry: ArticleEntry, locale: Locale): TextState {
  if (locale === originalLocale) return 'original';
  const text = entry.texts[locale];
  if (!text) return 'missing';
  if (text.fingerprint === undefined) return 'unstamped';
  return text.fingerprint === entry.texts.vi.ownFingerprint ? 'current' : 'old';
}

/** What the reader of a text should know of it; both days only where they are known and in order. */
export interface Notice {
  readonly state: Exclude<TextState, 'original' | 'missing'>;
  readonly days: { readonly translated: KnownDate; readonly updated: KnownDate } | undefined;
}

/** @returns `undefined` for an original and where there is no text */
export function noticeOf(entry: ArticleEntry, locale: Locale): Notice | undefined {
  const state = stateOf(entry, locale);
  if (state === 'original' || state === 'missing') return undefined;
  const translated = entry.texts[locale]?.translated;
  const { updated } = entry.facts;
  const known = translated && updated && lastDay(updated) >= firstDay(translated);
  return { state, days: known ? { translated, updated } : undefined };
}

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
  entries
    .map((entry) => ({ entry, age: ageOf(entry) }))
    .sort((a, b) => (a.age < b.age ? 1 : a.age > b.age ? -1 : a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry }) => entry);

const collections = Object.keys(articleSchemas) as ArticleCollection[];

export function boardOf(entries: Entries): Board {
  const parts = collections.map((collection) => {
    const list = newestFirst(entries[collection].filter(hasWords));
    return { collection, entries: list, counts: count(list) };
  });
  return { parts, counts: count(parts.flatMap((part) => part.entries)) };
}

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
export function oldest(entries: Entries): StaleText | undefined {
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
}

/** Path of a text from the project folder, whether it is there or not. */
export function textFile(entry: ArticleEntry, locale: Locale): string {
  return entry.file.replace(/\.vi\.mdx$/, `.${locale}.mdx`);
}

export interface Task {
  readonly entry: ArticleEntry;
  readonly state: Exclude<TextState, 'original' | 'current'>;
  /** The file to write or to look at again. */
  readonly file: string;
}

/** What one translator has to do: all that is not current, newest records first over all collections. */
export function tasksOf(board: Board, locale: Locale): Task[] {
  return newestFirst(board.parts.flatMap((part) => part.entries)).flatMap((entry) => {
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
  const lines = { fingerprint: `"${stamp.fingerprint}"`, translated: stamp.translated };
  let stamped = fields;
  for (const [key, value] of Object.entries(lines)) {
    const line = new RegExp(`^${key}:[^\r\n]*`, 'm');
    stamped = line.test(stamped)
      ? stamped.replace(line, `${key}: ${value}`)
      : `${stamped}${key}: ${value}${lineEnd}`;
  }
  return opening + stamped + source.slice(whole.length);
}

/**
 * A translation that has become old must be able to name both days to its reader: whoever changes the meaning of an
 * original writes the day down (`updated`). Reported in the translation, the text that cannot be shown honestly.
 */
export function checkUpdated(entries: Entries, pointers: readonly PointersOf[]): Problem[] {
  const placeOf = new Map(pointers.map((one) => [one.file, one.placeOf]));
  const problems: Problem[] = [];
  for (const collection of collections) {
    for (const entry of entries[collection]) {
      for (const locale of translationLocales) {
        const notice = noticeOf(entry, locale);
        const translated = entry.texts[locale]?.translated;
        if (notice?.state !== 'old' || notice.days || !translated) continue;
        const file = textFile(entry, locale);
        const place = placeOf.get(file)?.(['translated']) ?? { line: 1, column: 1 };
        const values = {
          original: entry.file,
          day: firstDay(translated),
          entry: `${collection}/${entry.id}`,
          locale,
        };
        problems.push({ file, ...place, code: 'updatedUnknown', values });
      }
    }
  }
  return problems;
}
