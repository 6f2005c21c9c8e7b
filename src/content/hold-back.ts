import { isLocale, originalLocale, type Locale } from '../model/locales.ts';
import type { Entries } from '../model/entries.ts';
import type { Problem } from './problems.ts';
import type { Content } from './read.ts';
import { collectionOfReference } from './reference-fields.ts';
import type { CollectionName } from '../model/schemas/index.ts';

/**
 * One bad file does not stop the site. What has a problem is held back: a record whose original has one, a translation
 * that has one. Then everything that names a record which is not there is mended, so that no page refers to nothing.
 */

export interface HeldBack {
  /** `activities/2023/don-hvpf`, with the language when only a translation is held back. */
  readonly record: string;
  readonly locale: Locale | undefined;
  /** Why; empty for a record that is held back because it cannot do without another one. */
  readonly problems: readonly Problem[];
}

export interface Publishable {
  readonly entries: Entries;
  /** Sorted by record. Empty when all is well. */
  readonly held: readonly HeldBack[];
}

type Ids = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The record that a file belongs to and, for a translation, its language.
 * @example recordOf('content/activities/2023/x/index.lo.mdx') // => { record: 'activities/2023/x', locale: 'lo' }
 * @example recordOf('content/units/hue.yaml') // => { record: 'units/hue', locale: undefined }
 */
function recordOf(file: string): { record: string; locale: Locale | undefined } {
  const path = file.replace(/^content\//, '');
  if (/\.ya?ml$/.test(path)) return { record: path.replace(/\.ya?ml$/, ''), locale: undefined };
  const locale = /\/index\.([a-z]+)\.mdx$/.exec(path)?.[1];
  const isText = locale !== undefined && isLocale(locale);
  // A stray file (`notes.docx`, `index.kh.mdx`) is listed, but takes nothing with it; a picture takes its record.
  if (!isText && !/\.(jpe?g|png|webp|avif)$/i.test(path)) return { record: path, locale: undefined };
  const translation = isText && locale !== originalLocale ? locale : undefined;
  return { record: path.replace(/\/[^/]+$/, ''), locale: translation };
}

/** True when `value` names, in a field called `key`, a record that is there (or names none at all). */
function isThere(value: string, path: readonly string[], collection: CollectionName, ids: Ids): boolean {
  const target = collectionOfReference(path, collection);
  if (target !== undefined) return ids.get(target)?.has(value) === true;
  // Items of an issue name their collection themselves: `stories/2023/x`.
  if (path.at(-1) === 'items' && collection === 'issues') {
    const cut = value.indexOf('/');
    return ids.get(value.slice(0, cut))?.has(value.slice(cut + 1)) === true;
  }
  return true;
}

/**
 * The value without what names a missing record: a missing element leaves its list; an object that names one in a
 * field of its own (a participant, a source, an occasion) goes as a whole; at the top of a record only the field goes.
 */
function prune(value: unknown, path: readonly string[], collection: CollectionName, ids: Ids): unknown {
  if (typeof value === 'string') return isThere(value, path, collection, ids) ? value : undefined;
  if (Array.isArray(value)) {
    return value.map((one) => prune(one, path, collection, ids)).filter((one) => one !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  const result: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    const kept = prune(one, [...path, key], collection, ids);
    if (kept === undefined && one !== undefined) {
      if (path.length > 0) return undefined;
      continue;
    }
    result[key] = kept;
  }
  return result;
}

/** Whether a pruned record can still stand: an issue needs its publisher and something to say. */
function canStand(collection: CollectionName, facts: Record<string, unknown>): boolean {
  if (collection !== 'issues') return true;
  return facts['publisher'] !== undefined && (facts['sections'] as unknown[]).length > 0;
}

/**
 * What can be published of a content folder with problems.
 * @returns entries in which every reference leads to a record that is there, and what was held back
 */
export function holdBack({ entries, problems }: Pick<Content, 'entries' | 'problems'>): Publishable {
  const held = new Map<string, { record: string; locale: Locale | undefined; problems: Problem[] }>();
  for (const problem of problems) {
    const { record, locale } = recordOf(problem.file);
    const key = `${record} ${locale ?? ''}`;
    const one = held.get(key) ?? { record, locale, problems: [] };
    one.problems.push(problem);
    held.set(key, one);
  }
  if (held.size === 0) return { entries, held: [] };

  const names = Object.keys(entries) as CollectionName[];
  const left = Object.fromEntries(
    names.map((name) => [name, (entries[name] as unknown[]).filter((entry) => keeps(name, entry))]),
  ) as Record<CollectionName, { id: string; facts: Record<string, unknown>; texts?: object }[]>;

  function keeps(name: CollectionName, entry: unknown): boolean {
    return !held.has(`${name}/${(entry as { id: string }).id} `);
  }
  for (const name of names) {
    left[name] = left[name].map((entry) => {
      if (!entry.texts) return entry;
      const texts = Object.entries(entry.texts).filter(([code]) => !held.has(`${name}/${entry.id} ${code}`));
      return { ...entry, texts: Object.fromEntries(texts) };
    });
  }

  // Holding one record back may take another's footing away, so until nothing changes.
  for (let before = -1; before !== held.size;) {
    before = held.size;
    const ids = new Map(names.map((name) => [name, new Set(left[name].map((entry) => entry.id))]));
    for (const name of names) {
      left[name] = left[name]
        .map((entry) => ({ ...entry, facts: prune(entry.facts, [], name, ids) as Record<string, unknown> }))
        .map((entry) => {
          if (name !== 'issues') return entry;
          const sections = (entry.facts['sections'] as { items: unknown[] }[]).filter(
            (one) => one.items.length > 0,
          );
          return { ...entry, facts: { ...entry.facts, sections } };
        })
        .filter((entry) => {
          if (canStand(name, entry.facts)) return true;
          const record = `${name}/${entry.id}`;
          held.set(`${record} `, { record, locale: undefined, problems: [] });
          return false;
        });
    }
  }
  const sorted = [...held.values()].sort((a, b) =>
    `${a.record} ${a.locale}` < `${b.record} ${b.locale}` ? -1 : 1,
  );
  return { entries: left as unknown as Entries, held: sorted };
}
