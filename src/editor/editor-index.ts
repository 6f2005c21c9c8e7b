import { isArticleName } from '../authoring/record-questions.ts';
import { fileOfBytes, type ContentFiles } from '../content/files.ts';
import { glossaryFile, parseGlossary } from '../content/parse/glossary.ts';
import { checkRecord, type Content } from '../content/read.ts';
import { indexedEntry, type IndexedRecord, type RecordIndex } from '../content/record-index.ts';
import type { ArticleEntry, Entries } from '../model/entries.ts';
import { localeCodes, type Locale } from '../model/locales.ts';
import { elementsOf } from '../model/markup.ts';
import type { BodyNode } from '../model/body.ts';
import { referencesIn } from '../model/references.ts';
import { collectionNames, type CollectionName } from '../model/schemas/collections.ts';
import type { Glossary } from '../model/schemas/glossary.ts';
import { factsSchema, yearlyCollections } from '../model/schemas/index.ts';
import { stateOf, type TextState } from '../model/text-states.ts';
import { recordOfFile } from './open-record.ts';
import { placeOf, readFiles, type NamedRecord } from './read-record.ts';
import { inParallel } from './store/listing.ts';
import { folderHash, revisionOf, type Hashed } from './store/revision.ts';
import type { Store } from './store/store.ts';

/**
 * What the editor knows before it has read a file: every record with its title, facts, languages and what it names, written
 * by the build as JSON. It is what the check of one record asks of the others, and the list that people choose from. What
 * has changed since the build is found by the hashes that git keeps of folders, and only that is read (`refreshIndex`).
 */

/** `units/da-nang`, `activities/2023/don-hvpf`: a record by its path below `content/`. */
export type RecordPath = string;

export interface ListedRecord extends IndexedRecord {
  /** The texts that there are, and how each stands to its original. Not there for records without texts. */
  readonly states?: Partial<Record<Locale, TextState>>;
  /** The records that it names in its fields or links to in its texts, each once, sorted. */
  readonly names: readonly RecordPath[];
  /** Held back by choice. */
  readonly draft?: true;
  /** How many problems its files have. */
  readonly problems: number;
  /** The hash that git has for its folder, or its file; the first digits of it. */
  readonly hash: string;
}

export interface EditorIndex extends RecordIndex {
  readonly records: Readonly<Record<CollectionName, readonly ListedRecord[]>>;
  /** The folders that records lie in, and the glossary, with the first digits of their hashes: `content/activities/2023`. */
  readonly folders: Readonly<Record<string, string>>;
}

type Entry = Entries[CollectionName][number];

/** Twelve digits of a hash: that two versions of a record share them does not happen, and the index stays small. */
const short = (hash: string): string => hash.slice(0, 12);

/** The hashes of all folders above these files, and of the files, by path. */
function hashesOf(revisions: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const hashes = new Map(revisions);
  const inFolders = new Map<string, Hashed[]>();
  for (const [path, hash] of revisions) addTo(inFolders, path, { kind: 'file', hash });
  // The deepest first: a folder's own hash is made of those within it.
  const depth = (path: string): number => path.split('/').length;
  for (let level = Math.max(0, ...[...revisions.keys()].map(depth)) - 1; level > 0; level--) {
    for (const [folder, entries] of [...inFolders].filter(([path]) => depth(path) === level)) {
      const hash = folderHash(entries);
      hashes.set(folder, hash);
      if (level > 1) addTo(inFolders, folder, { kind: 'folder', hash });
    }
  }
  return hashes;
}

function addTo(folders: Map<string, Hashed[]>, path: string, one: Omit<Hashed, 'name'>): void {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash);
  const entry = { ...one, name: path.slice(slash + 1) };
  const known = folders.get(folder);
  if (known) known.push(entry);
  else folders.set(folder, [entry]);
}

/** The folders above a record, but for `content`, which is always looked into: `content/activities`, `content/activities/2023`. */
function foldersAbove(record: NamedRecord): string[] {
  const parts = placeOf(record).split('/');
  return parts.slice(1, -1).map((_, at) => parts.slice(0, at + 2).join('/'));
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

function listed(id: string, entry: Entry | undefined, problems: number, hash: string): ListedRecord {
  return {
    ...(entry ? indexedEntry(entry) : { id }),
    ...(entry && 'texts' in entry && { states: statesOf(entry) }),
    names: entry ? namesIn(entry) : [],
    ...(entry && 'draft' in entry.facts && entry.facts.draft && { draft: true as const }),
    problems,
    hash: short(hash),
  };
}

const pathOf = ({ collection, id }: NamedRecord): RecordPath => `${collection}/${id}`;

/** The index of all of content, as the build writes it. */
export function editorIndex({ entries, problems, index }: Content, files: ContentFiles): EditorIndex {
  const revisions = new Map(
    [...files].flatMap(([path, file]) =>
      file.fault === undefined && path.startsWith('content/')
        ? [[path, revisionOf(file.read())] as const]
        : [],
    ),
  );
  const hashes = hashesOf(revisions);
  const faults = new Map<string, number>();
  for (const { file } of problems) {
    const record = recordOfFile(file);
    if (!record) continue;
    const place = placeOf(record);
    faults.set(place, (faults.get(place) ?? 0) + 1);
  }
  const of = (collection: CollectionName): ListedRecord[] => {
    const sound = new Map<string, Entry>(entries[collection].map((one) => [one.id, one]));
    return index.records[collection].map(({ id }) => {
      const place = placeOf({ collection, id });
      return listed(id, sound.get(id), faults.get(place) ?? 0, hashes.get(place) ?? '');
    });
  };
  const records = byCollection(of);
  const above = collectionNames.flatMap((collection) =>
    records[collection].flatMap(({ id }) => foldersAbove({ collection, id })),
  );
  const terms = files.has(glossaryFile) ? [glossaryFile] : [];
  const folders = [...new Set([...above, ...terms])].map(
    (path) => [path, short(hashes.get(path) ?? '')] as const,
  );
  return { records, glossary: index.glossary, folders: Object.fromEntries(folders) };
}

function byCollection<Of>(of: (name: CollectionName) => Of): Record<CollectionName, Of> {
  return Object.fromEntries(collectionNames.map((name) => [name, of(name)])) as Record<CollectionName, Of>;
}

/** What has changed since an index was made. */
export interface Changes {
  /** Records that are new or another now. */
  readonly changed: readonly NamedRecord[];
  /** Records that are gone. */
  readonly gone: readonly NamedRecord[];
  /** The folders that were looked into, with the hashes that they have now where the store knows them. */
  readonly folders: ReadonlyMap<string, string | undefined>;
  /** Whether the glossary is another one. */
  readonly glossary: boolean;
}

/**
 * Looks for what has changed, from the top: a folder that has the hash that the index knows is not looked into.
 * @throws a `StoreError` when the store cannot be asked
 */
export async function changesSince(index: EditorIndex, store: Store): Promise<Changes> {
  const known = byCollection((collection) => new Map(index.records[collection].map((one) => [one.id, one])));
  const changed: NamedRecord[] = [];
  const gone: NamedRecord[] = [];
  const folders = new Map<string, string | undefined>();
  /** @param prefix of the ids in this folder: `2023/` */
  const look = async (collection: CollectionName, prefix: string, hash?: string): Promise<void> => {
    const path = `content/${collection}/${prefix}`.replace(/\/$/, '');
    folders.set(path, hash);
    const entries = await store.folder(path, hash);
    const yearly = prefix === '' && yearlyCollections.includes(collection);
    if (yearly) {
      const years = entries.filter(({ name, kind }) => kind === 'folder' && /^\d{4}$/.test(name));
      await inParallel(
        years.filter((one) => !isKnown(`${path}/${one.name}`, one.hash)),
        (one) => look(collection, `${one.name}/`, one.hash),
      );
      const left = new Set(years.map(({ name }) => name));
      for (const id of known[collection].keys())
        if (!left.has(id.slice(0, id.indexOf('/')))) gone.push({ collection, id });
      return;
    }
    const found = new Map<string, string | undefined>();
    for (const { name, kind, hash: own } of entries) {
      if (isArticleName(collection)) {
        if (kind === 'folder')
          found.set(prefix + name, own ?? (await folderHashIn(store, `${path}/${name}`)));
      } else if (kind === 'file' && name.endsWith('.yaml')) found.set(name.slice(0, -'.yaml'.length), own);
    }
    for (const [id, now] of found)
      if (known[collection].get(id)?.hash !== short(now ?? '')) changed.push({ collection, id });
    for (const id of known[collection].keys())
      if (id.startsWith(prefix) && !found.has(id)) gone.push({ collection, id });
  };
  const isKnown = (path: string, hash: string | undefined): boolean =>
    hash !== undefined && index.folders[path] === short(hash);
  const top = new Map((await store.folder('content')).map((one) => [one.name, one]));
  const others = collectionNames.filter((name) => !isKnown(`content/${name}`, top.get(name)?.hash));
  await inParallel(others, (name) => look(name, '', top.get(name)?.hash));
  const terms = top.get(glossaryFile.slice('content/'.length))?.hash;
  if (terms !== undefined) folders.set(glossaryFile, terms);
  return { changed, gone, folders, glossary: terms !== undefined && !isKnown(glossaryFile, terms) };
}

/** The hash of a folder of files, where the store keeps none. */
async function folderHashIn(store: Store, path: string): Promise<string> {
  const files = await store.folder(path);
  return folderHash(files.map(({ name, kind, hash = '' }) => ({ name, kind, hash })));
}

/** The index in which one record stands as these files say; without files, in which it stands no more. */
export function withListed(index: EditorIndex, record: NamedRecord, files: ContentFiles): EditorIndex {
  const { collection, id } = record;
  const others = index.records[collection].filter((one) => one.id !== id);
  const list = files.size === 0 ? others : sorted([...others, relisted(index, record, files)]);
  // Nobody knows the hashes of the folders above it now.
  const above = new Set(foldersAbove(record));
  const folders = Object.fromEntries(Object.entries(index.folders).filter(([path]) => !above.has(path)));
  return { ...index, records: { ...index.records, [collection]: list }, folders };
}

/** The index in which these records stand no more. */
function withoutListed(index: EditorIndex, gone: readonly NamedRecord[]): EditorIndex {
  if (gone.length === 0) return index;
  const paths = new Set(gone.map(pathOf));
  const records = byCollection((collection) =>
    index.records[collection].filter(({ id }) => !paths.has(pathOf({ collection, id }))),
  );
  return { ...index, records };
}

function relisted(index: EditorIndex, record: NamedRecord, files: ContentFiles): ListedRecord {
  const { entry, problems } = checkRecord(files, index);
  const revisions = new Map([...files].map(([path, file]) => [path, revisionOf(file.read())] as const));
  return listed(record.id, entry, problems.length, hashesOf(revisions).get(placeOf(record)) ?? '');
}

const sorted = (list: readonly ListedRecord[]): ListedRecord[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * The index as the store is now: only records that have changed since the build are read.
 * @param progress told how many of them have been read
 */
export async function refreshIndex(
  index: EditorIndex,
  store: Store,
  progress: (read: number, all: number) => void = () => undefined,
): Promise<EditorIndex> {
  const { changed, gone, folders, glossary } = await changesSince(index, store);
  let now = withoutListed(index, gone);
  if (glossary) now = { ...now, glossary: (await glossaryIn(store)) ?? now.glossary };
  let read = 0;
  const found = await inParallel(changed, async (record) => {
    const files = await readFiles(store, record);
    progress(++read, changed.length);
    return [record, new Map([...files].map(([path, { bytes }]) => [path, fileOfBytes(bytes)]))] as const;
  });
  for (const [record, files] of found) now = withListed(now, record, files);
  const seen = [...folders].flatMap(([path, hash]) => (hash === undefined ? [] : [[path, short(hash)]]));
  return { ...now, folders: { ...now.folders, ...Object.fromEntries(seen) } };
}

/** The glossary as the store has it; `undefined` while it has a mistake. */
async function glossaryIn(store: Store): Promise<Glossary | undefined> {
  const { bytes } = await store.read(glossaryFile);
  return parseGlossary(new Map([[glossaryFile, fileOfBytes(bytes)]]), () => undefined)?.glossary;
}

/** The records that name a record, which cannot be deleted without changing them. */
export function namedBy(index: EditorIndex, path: RecordPath): NamedRecord[] {
  return collectionNames.flatMap((collection) =>
    index.records[collection]
      .filter((one) => one.names.includes(path) && pathOf({ collection, id: one.id }) !== path)
      .map(({ id }) => ({ collection, id })),
  );
}
