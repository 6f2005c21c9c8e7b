import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { fileOfBytes, type ContentFiles, type SourceFile } from '../content/files.ts';
import { sortIntoFolders, type RecordFiles } from '../content/folders.ts';
import { checkRecord, type Content } from '../content/read.ts';
import { indexedEntry, type IndexedRecord, type RecordIndex } from '../content/record-index.ts';
import type { ArticleEntry, Entries } from '../model/entries.ts';
import { localeCodes, type Locale } from '../model/locales.ts';
import { elementsOf } from '../model/markup.ts';
import type { BodyNode } from '../model/body.ts';
import { referencesIn } from '../model/references.ts';
import { collectionNames, type CollectionName } from '../model/schemas/collections.ts';
import { factsSchema } from '../model/schemas/index.ts';
import { stateOf, type TextState } from '../model/text-states.ts';
import { revisionOf } from './store/revision.ts';
import type { Store } from './store/store.ts';

/**
 * What the editor knows before it has read a file: every record with its title, facts, languages and what it names, written
 * by the build as JSON. It is what the check of one record asks of the others, and the list that people choose from. What
 * has changed since the build is found by revisions, and only that is read (`refreshIndex`).
 */

/** `units/da-nang`, `activities/2023/don-hvpf`: a record by its path below `content/`. */
export type RecordPath = string;

export interface ListedRecord extends IndexedRecord {
  /** The texts that there are, and how each stands to its original. Not there for records without texts. */
  readonly states?: Partial<Record<Locale, TextState>>;
  /** The records that it names in its fields or links to in its texts, each once, sorted. */
  readonly names: readonly RecordPath[];
  /** How many problems its files have. */
  readonly problems: number;
  /** Changes whenever one of its files does. */
  readonly digest: string;
}

export interface EditorIndex extends RecordIndex {
  readonly records: Readonly<Record<CollectionName, readonly ListedRecord[]>>;
}

type Entry = Entries[CollectionName][number];

/** Twelve digits of a hash: that two versions of a record share them does not happen, and the index stays small. */
function digestOf(revisions: readonly (readonly [string, string])[]): string {
  const lines = revisions.map(([path, revision]) => `${revision} ${path}\n`).sort();
  return bytesToHex(sha1(utf8ToBytes(lines.join('')))).slice(0, 12);
}

const statesOf = (entry: ArticleEntry): Partial<Record<Locale, TextState>> =>
  Object.fromEntries(
    localeCodes.flatMap((code) => (entry.texts[code] ? [[code, stateOf(entry, code)] as const] : [])),
  );

/** `/partners/kod/?x#y // => partners/kod` */
export const linkedRecord = (href: string): RecordPath | undefined =>
  /^\/([a-z]+\/[^?#]+?)\/?(?:[?#].*)?$/.exec(href)?.[1];

function hrefsIn(nodes: readonly BodyNode[]): string[] {
  return nodes.flatMap((node) =>
    'markup' in node
      ? elementsOf(node.markup).flatMap(({ tagName, properties }) =>
          tagName === 'a' ? [String(properties['href'] ?? '')] : [],
        )
      : hrefsIn(node.children),
  );
}

function namesIn(entry: Entry): RecordPath[] {
  const named = [...referencesIn(factsSchema(entry.collection), entry.facts)].flatMap(({ collection, id }) =>
    collection === undefined ? [] : [`${collection}/${id}`],
  );
  const texts = 'texts' in entry ? Object.values(entry.texts) : [];
  const linked = texts
    .flatMap(({ body }) => hrefsIn(body.nodes))
    .flatMap((href) => linkedRecord(href) ?? [])
    .filter((path) => collectionNames.some((name) => path.startsWith(`${name}/`)));
  return [...new Set([...named, ...linked])].sort();
}

function listed(id: string, entry: Entry | undefined, problems: number, digest: string): ListedRecord {
  return {
    ...(entry ? indexedEntry(entry) : { id }),
    ...(entry && 'texts' in entry && { states: statesOf(entry) }),
    names: entry ? namesIn(entry) : [],
    problems,
    digest,
  };
}

const pathOf = ({ collection, id }: { collection: string; id: string }): RecordPath => `${collection}/${id}`;

/** A file of which only the path is asked. */
const unread: SourceFile = fileOfBytes(new Uint8Array());

export interface FoundRecord extends RecordFiles {
  readonly digest: string;
}

/** The records that these files make, by path. */
export function recordsIn(revisions: ReadonlyMap<string, string>): Map<RecordPath, FoundRecord> {
  const { records } = sortIntoFolders(new Map([...revisions.keys()].map((path) => [path, unread])));
  return new Map(
    records.map((one) => {
      const files = one.names.map((name) => `${one.folder}/${name}`);
      const digest = digestOf(files.map((path) => [path, revisions.get(path) ?? ''] as const));
      return [pathOf(one), { ...one, digest }];
    }),
  );
}

/** The index of all of content, as the build writes it. */
export function editorIndex({ entries, problems, index }: Content, files: ContentFiles): EditorIndex {
  const revisions = new Map(
    [...files].flatMap(([path, file]) =>
      file.fault === undefined ? [[path, revisionOf(file.read())] as const] : [],
    ),
  );
  const found = recordsIn(revisions);
  const faults = new Map<string, number>();
  for (const { file } of problems) faults.set(file, (faults.get(file) ?? 0) + 1);
  const of = (collection: CollectionName): ListedRecord[] => {
    const sound = new Map<string, Entry>(entries[collection].map((one) => [one.id, one]));
    return index.records[collection].map(({ id }) => {
      const record = found.get(pathOf({ collection, id }));
      const count = (record?.names ?? []).reduce(
        (sum, name) => sum + (faults.get(`${record?.folder}/${name}`) ?? 0),
        0,
      );
      return listed(id, sound.get(id), count, record?.digest ?? '');
    });
  };
  return { records: byCollection(of), glossary: index.glossary };
}

function byCollection<Of>(of: (name: CollectionName) => Of): Record<CollectionName, Of> {
  return Object.fromEntries(collectionNames.map((name) => [name, of(name)])) as Record<CollectionName, Of>;
}

/** What has changed since an index was made. */
export interface Changes {
  /** Records that are new or another now. */
  readonly changed: readonly RecordFiles[];
  /** Records that are gone. */
  readonly gone: readonly RecordPath[];
}

/** @param revisions what the store lists */
export function changesSince(index: EditorIndex, revisions: ReadonlyMap<string, string>): Changes {
  const found = recordsIn(revisions);
  const known = new Map(
    collectionNames.flatMap((collection) =>
      index.records[collection].map((one) => [pathOf({ collection, id: one.id }), one.digest] as const),
    ),
  );
  return {
    changed: [...found].filter(([path, one]) => known.get(path) !== one.digest).map(([, one]) => one),
    gone: [...known.keys()].filter((path) => !found.has(path)),
  };
}

/** The index in which one record stands as these files say; without files, in which it stands no more. */
export function withListed(
  index: EditorIndex,
  { collection, id }: { readonly collection: CollectionName; readonly id: string },
  files: ContentFiles,
): EditorIndex {
  const others = index.records[collection].filter((one) => one.id !== id);
  const list = files.size === 0 ? others : sorted([...others, relisted(index, id, files)]);
  return { ...index, records: { ...index.records, [collection]: list } };
}

function relisted(index: EditorIndex, id: string, files: ContentFiles): ListedRecord {
  const { entry, problems } = checkRecord(files, index);
  const revisions = [...files].map(([path, file]) => [path, revisionOf(file.read())] as const);
  return listed(id, entry, problems.length, digestOf(revisions));
}

const sorted = (list: readonly ListedRecord[]): ListedRecord[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** How many files are asked for at once: a host does not mind, and a slow line is used well. */
const atOnce = 6;

/**
 * The index as the store is now: only records that have changed since the build are read.
 * @param progress told how many of them have been read
 */
export async function refreshIndex(
  index: EditorIndex,
  store: Store,
  progress: (read: number, all: number) => void = () => undefined,
): Promise<EditorIndex> {
  const { changed, gone } = changesSince(index, await store.list());
  let now = index;
  for (const path of gone) {
    const [collection = '', ...id] = path.split('/');
    now = withListed(now, { collection: collection as CollectionName, id: id.join('/') }, new Map());
  }
  let read = 0;
  for (let from = 0; from < changed.length; from += atOnce) {
    const some = await Promise.all(
      changed.slice(from, from + atOnce).map(async (record) => {
        const files = new Map<string, SourceFile>();
        for (const name of record.names) {
          const path = `${record.folder}/${name}`;
          files.set(path, fileOfBytes((await store.read(path)).bytes));
        }
        progress(++read, changed.length);
        return [record, files] as const;
      }),
    );
    for (const [record, files] of some) now = withListed(now, record, files);
  }
  return now;
}

/** The records that name a record, which cannot be deleted without changing them. */
export function namedBy(index: EditorIndex, path: RecordPath): { collection: CollectionName; id: string }[] {
  return collectionNames.flatMap((collection) =>
    index.records[collection]
      .filter((one) => one.names.includes(path) && pathOf({ collection, id: one.id }) !== path)
      .map(({ id }) => ({ collection, id })),
  );
}
