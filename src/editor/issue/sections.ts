import { slugOf } from '../../authoring/new-record.ts';
import { sortKey, type KnownDate } from '../../model/dates.ts';
import { localeCodes, originalLocale, type Locale } from '../../model/locales.ts';
import { isOfPeriod, liesIn } from '../../model/periods.ts';
import { isGroup } from '../../model/plain-data.ts';
import type { TextState } from '../../model/text-states.ts';
import type { EditorIndex, ListedRecord } from '../editor-index.ts';

/** An issue while it is put together: its sections and their items, what else there is of its period, what each language gets. */

export interface Section {
  readonly id: string;
  /** `activities/2023/don-hvpf`, in order. */
  readonly items: readonly string[];
}

/** The sections as a file says them, whatever state it is in. */
export function sectionsIn(data: unknown): Section[] {
  const written = isGroup(data) ? data['sections'] : undefined;
  return (Array.isArray(written) ? written : []).map((one: unknown) => {
    const { id, items } = isGroup(one) ? one : {};
    return { id: String(id ?? ''), items: (Array.isArray(items) ? items : []).map(String) };
  });
}

/** The ranks as a file says them, whatever state it is in. */
export function ranksIn(data: unknown): { readonly item: string; readonly rank: string }[] {
  const written = isGroup(data) ? data['ranks'] : undefined;
  return (Array.isArray(written) ? written : []).map((one: unknown) => {
    const { item, rank } = isGroup(one) ? one : {};
    return { item: String(item ?? ''), rank: String(rank ?? '') };
  });
}

/**
 * The ranks with that of one item.
 * @param rank empty where the item itself decides
 * @returns `undefined` when none is left
 */
export function withRank(data: unknown, item: string, rank: string): unknown {
  const others = ranksIn(data).filter((one) => one.item !== item);
  const all = rank === '' ? others : [...others, { item, rank }];
  return all.length > 0 ? all : undefined;
}

/** Where an item stands. */
export interface Place {
  readonly section: number;
  readonly item: number;
}

/** What became of the sections, and where the item is now. */
export interface Moved {
  readonly sections: readonly Section[];
  readonly place: Place;
}

/**
 * An item one place up (`-1`) or down (`1`): from the edge of its section into the next one.
 * @returns `undefined` at the beginning and the end of the issue
 */
export function moveItem(
  sections: readonly Section[],
  { section, item }: Place,
  step: -1 | 1,
): Moved | undefined {
  const own = sections[section];
  const path = own?.items[item];
  if (!own || path === undefined) return undefined;
  const without = own.items.toSpliced(item, 1);
  const next = item + step;
  if (next >= 0 && next < own.items.length)
    return {
      sections: sections.with(section, { ...own, items: without.toSpliced(next, 0, path) }),
      place: { section, item: next },
    };
  const other = sections[section + step];
  if (!other) return undefined;
  const at = step < 0 ? other.items.length : 0;
  return {
    sections: sections
      .with(section, { ...own, items: without })
      .with(section + step, { ...other, items: other.items.toSpliced(at, 0, path) }),
    place: { section: section + step, item: at },
  };
}

/** An id for a new section, from its title: one that no other has. */
export function sectionId(title: string, sections: readonly Section[]): string {
  const wanted = slugOf(title) || 'phan';
  const taken = new Set(sections.map(({ id }) => id));
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}

/** A record that can stand in an issue. */
export interface Item {
  /** As the issue writes it. */
  readonly value: string;
  /** The record of the index; `undefined` when there is none. */
  readonly record: ListedRecord | undefined;
}

const itemCollections = ['activities', 'stories'] as const;

/** The record that an item of an issue is. */
export function itemAt(value: string, { records }: EditorIndex): Item {
  const collection = itemCollections.find((name) => value.startsWith(`${name}/`));
  const record = collection && records[collection].find(({ id }) => `${collection}/${id}` === value);
  return { value, record };
}

/**
 * What there is of a period and does not stand in the issue yet, oldest first: what surely is of it before what may be,
 * such as a record of which the year alone is known.
 */
export function itemsOfPeriod(
  { records }: EditorIndex,
  period: KnownDate,
  sections: readonly Section[],
): Item[] {
  const chosen = new Set(sections.flatMap(({ items }) => items));
  const yearOf = ({ id }: ListedRecord): number => Number(id.slice(0, 4));
  const ageOf = (record: ListedRecord): string => {
    const { date } = record.facts ?? {};
    const isSure = date && liesIn(date, period) === 'in';
    return (isSure ? '0' : '1') + sortKey(date, yearOf(record));
  };
  return itemCollections
    .flatMap((collection) =>
      records[collection]
        .filter((record) => isOfPeriod(record.facts?.date, yearOf(record), period))
        .map((record) => ({ value: `${collection}/${record.id}`, record })),
    )
    .filter(({ value }) => !chosen.has(value))
    .sort((a, b) => (ageOf(a.record) < ageOf(b.record) ? -1 : 1));
}

/** What an issue will be in a language. */
export interface LanguageEdition {
  readonly locale: Locale;
  /** `letter`: its letter is not translated. `items`: too few of its items are. `made`: it is printed. */
  readonly state: 'made' | 'letter' | 'items';
  /** How many of its items can be read in the language. */
  readonly count: number;
  /** Items that cannot. */
  readonly missing: readonly Item[];
  /** Items whose translation is older than its original, or was not accepted. */
  readonly old: readonly Item[];
}

const stateIn = ({ record }: Item, locale: Locale): TextState => {
  // What is held back is in no language.
  if (!record || record.draft) return 'missing';
  return locale === originalLocale ? 'original' : (record.states?.[locale] ?? 'missing');
};

/**
 * The editions that an issue will have (`editionLanguages` says the same of what has been published).
 * @param letters the languages of its own text
 */
export function editionsOf(
  items: readonly Item[],
  letters: ReadonlySet<Locale>,
  minimumItems: number,
): LanguageEdition[] {
  return localeCodes.map((locale) => {
    const missing = items.filter((one) => stateIn(one, locale) === 'missing');
    const old = items.filter((one) => ['old', 'unstamped'].includes(stateIn(one, locale)));
    const count = items.length - missing.length;
    const state = !letters.has(locale) ? 'letter' : count < minimumItems ? 'items' : 'made';
    return { locale, state, count, missing, old };
  });
}
