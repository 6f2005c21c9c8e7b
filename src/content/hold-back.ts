import { z } from 'zod';
import { editorText } from '../i18n/editors.ts';
import {
  isLocale,
  localeCodes,
  locales,
  originalLocale,
  type EditorLocale,
  type Locale,
} from '../model/locales.ts';
import { mapCollections, type AnyRecord, type ArticleEntry, type Entries } from '../model/entries.ts';
import { leadsSomewhere, referencesIn, type Ids } from '../model/references.ts';
import { articleCollections, collectionNames, type CollectionName } from '../model/schemas/collections.ts';
import { factsSchema } from '../model/schemas/index.ts';
import type { Problem } from './problems.ts';
import type { Content } from './read.ts';

/**
 * One bad file does not stop the site. What has a problem is held back: a record whose original has one, a translation
 * that has one; and what its editor does not want published yet (`draft: true`). Then everything that names a record which is not there is mended, so that no page refers to nothing.
 */

export interface HeldBack {
  /** `activities/2023/don-hvpf`, with the language when only a translation is held back. */
  readonly record: string;
  readonly locale: Locale | undefined;
  /** `needs`: it cannot do without another one that is held back. */
  readonly reason: 'problems' | 'draft' | 'needs';
  /** Empty unless they are the reason. */
  readonly problems: readonly Problem[];
}

export interface Publishable {
  readonly entries: Entries;
  /** Sorted by record. Empty when all is well. */
  readonly held: readonly HeldBack[];
}

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

type Path = readonly PropertyKey[];

/** `data` without what stands at the paths; parts that stay as they are remain the same objects. */
function without<Data>(data: Data, paths: readonly Path[]): Data {
  if (paths.length === 0 || typeof data !== 'object' || data === null) return data;
  const kept = Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    const here = paths.filter(([first]) => String(first) === key).map(([, ...rest]) => rest);
    return here.some((rest) => rest.length === 0) ? [] : [[key, without(value, here)] as const];
  });
  // Callers take out elements of lists and optional fields only, so it is of the same type.
  return (Array.isArray(data) ? kept.map(([, value]) => value) : Object.fromEntries(kept)) as Data;
}

/**
 * What goes with a reference to a missing record: the element of the innermost list round it (a participant, a source,
 * a place), or else the field at the top of the record (an occasion, a parent).
 */
export function carrierOf(path: Path): Path {
  const position = path.findLastIndex((part) => typeof part === 'number');
  return path.slice(0, Math.max(position, 0) + 1);
}

/** The facts without what names a missing record; `undefined` when a required field goes with it. */
function prune<Facts extends object>(collection: CollectionName, facts: Facts, ids: Ids): Facts | undefined {
  const schema = factsSchema(collection);
  const gone = [...referencesIn(schema, facts)]
    .filter((reference) => !leadsSomewhere(reference, ids))
    .map(({ path }) => carrierOf(path));
  const required = gone.some(
    ([field = '', ...below]) => below.length === 0 && !(schema.shape[String(field)] instanceof z.ZodOptional),
  );
  return required ? undefined : without(facts, gone);
}

/** A section that has lost all its items goes, and with its last section the issue. */
function withoutEmptySections(issue: ArticleEntry<'issues'>): ArticleEntry<'issues'> | undefined {
  const sections = issue.facts.sections.filter((section) => section.items.length > 0);
  return sections.length > 0 ? { ...issue, facts: { ...issue.facts, sections } } : undefined;
}

/**
 * What can be published of a content folder with problems.
 * @returns entries in which every reference leads to a record that is there, and what was held back
 */
export function holdBack({ entries, problems }: Pick<Content, 'entries' | 'problems'>): Publishable {
  const held = new Map<string, HeldBack & { readonly problems: Problem[] }>();
  for (const problem of problems) {
    const { record, locale } = recordOf(problem.file);
    const key = `${record} ${locale ?? ''}`;
    const one = held.get(key) ?? { record, locale, reason: 'problems' as const, problems: [] };
    one.problems.push(problem);
    held.set(key, one);
  }
  const recordIn = ({ collection, id }: AnyRecord): string => `${collection}/${id}`;
  for (const name of articleCollections)
    for (const entry of entries[name]) {
      const record = recordIn(entry);
      if (entry.facts.draft && !held.has(`${record} `))
        held.set(`${record} `, { record, locale: undefined, reason: 'draft', problems: [] });
    }
  if (held.size === 0) return { entries, held: [] };

  /** An entry without its held translations. */
  const withoutTexts = <Entry extends AnyRecord>(entry: Entry): Entry =>
    without(
      entry,
      localeCodes.filter((code) => held.has(`${recordIn(entry)} ${code}`)).map((code) => ['texts', code]),
    );
  /** Keeps what `change` leaves of an entry. One that cannot stand is held back for want of another. */
  const keep = <Entry extends AnyRecord>(
    entry: Entry,
    change: (entry: Entry) => Entry | undefined,
  ): Entry[] => {
    const changed = change(entry);
    if (changed) return [changed];
    const record = recordIn(entry);
    held.set(`${record} `, { record, locale: undefined, reason: 'needs', problems: [] });
    return [];
  };

  let left = mapCollections(entries, (list) =>
    list.filter((entry) => !held.has(`${recordIn(entry)} `)).map(withoutTexts),
  );
  // Holding one record back may take another's footing away, so until nothing changes.
  for (let before = -1; before !== held.size;) {
    before = held.size;
    const ids: Ids = new Map(collectionNames.map((name) => [name, new Set(left[name].map(({ id }) => id))]));
    const pruned = mapCollections(left, (list) =>
      list.flatMap((entry) =>
        keep(entry, (one) => {
          const facts = prune(one.collection, one.facts, ids);
          return facts && { ...one, facts };
        }),
      ),
    );
    left = { ...pruned, issues: pruned.issues.flatMap((issue) => keep(issue, withoutEmptySections)) };
  }
  const sorted = [...held.values()].sort((a, b) =>
    `${a.record} ${a.locale}` < `${b.record} ${b.locale}` ? -1 : 1,
  );
  return { entries: left, held: sorted };
}

/** Why, in words; empty where the problems say it. */
export function heldBackReason({ reason }: HeldBack, locale: EditorLocale): string {
  if (reason === 'problems') return '';
  return editorText(reason === 'draft' ? 'build.heldBackDraft' : 'build.heldBackWith', locale);
}

/**
 * What is missing at each address, because of what was held back: a faulty original takes its page in every language.
 * Addresses are without base path: `/lo/activities/2023/x/`.
 */
export function missingPages(held: readonly HeldBack[]): Map<string, HeldBack[]> {
  const missing = new Map<string, HeldBack[]>();
  for (const one of held) {
    for (const code of one.locale === undefined ? localeCodes : [one.locale]) {
      const address = `${locales[code].prefix}/${one.record}/`;
      missing.set(address, [...(missing.get(address) ?? []), one]);
    }
  }
  return missing;
}
