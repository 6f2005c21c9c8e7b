import { fileOfBytes } from '../content/files.ts';
import type { EditorIndex } from './editor-index.ts';
import { contentFiles, openRecord, recordsIn, type OpenRecord } from './open-record.ts';
import type { CollectionName } from '../model/schemas/index.ts';
import { readFiles, type NamedRecord } from './read-record.ts';
import { filesBelow, inParallel } from './store/listing.ts';
import type { Store } from './store/store.ts';

/** The bulletin that is being edited: where it is, and what is known of it before a record is read. */

export interface Session {
  readonly store: Store;
  readonly index: EditorIndex;
  /** Whether the index was written by a build: what has changed since is not in it before `refresh`. */
  readonly ofBuild: boolean;
}

/** Of each store the record that was asked for before the list was there: taken once. */
const ahead = new WeakMap<Store, NamedRecord & { readonly files: ReturnType<typeof readFiles> }>();

/** Begins to read the record that the address names, which need not wait for the list. */
export function readAhead(store: Store, record: NamedRecord): void {
  const files = readFiles(store, record);
  // Whoever opens the record is told why it could not be read; nobody may.
  files.catch(() => undefined);
  ahead.set(store, { ...record, files });
}

/** The index that the build wrote beside the page of the editor; `undefined` where there is none. */
async function builtIndex(): Promise<EditorIndex | undefined> {
  // A page that was opened from the disk has nothing beside it that it could read.
  if (location.protocol === 'file:') return undefined;
  try {
    const answer = await fetch(new URL('index.json', document.baseURI));
    return answer.ok ? ((await answer.json()) as EditorIndex) : undefined;
  } catch {
    // No network: the files themselves say the same, only later.
    return undefined;
  }
}

/** How many files of a folder are read at once. */
const filesAtOnce = 24;

/** An index made from the files themselves: in a folder, where reading costs little. */
async function ownIndex(store: Store, progress: (read: number, all: number) => void): Promise<EditorIndex> {
  const paths = [...(await filesBelow(store)).keys()];
  let read = 0;
  const found = await inParallel(
    paths,
    async (path) => {
      const { bytes } = await store.read(path);
      progress(++read, paths.length);
      return [path, fileOfBytes(bytes)] as const;
    },
    filesAtOnce,
  );
  const files = new Map(found);
  const { editorIndex, readContent } = await import('./check.ts');
  return editorIndex(readContent(files), files);
}

/**
 * Opens a bulletin. With an index of the build the list is there at once; `refresh` brings what has changed since.
 * @param progress told how many files have been read, where all of them have to be
 * @throws a `StoreError` when the place cannot be reached
 */
export async function openSession(
  store: Store,
  progress: (read: number, all: number) => void,
): Promise<Session> {
  const built = await builtIndex();
  return { store, index: built ?? (await ownIndex(store, progress)), ofBuild: built !== undefined };
}

/** The session as the store is now. */
export async function refresh(session: Session): Promise<Session> {
  const { refreshIndex } = await import('./check.ts');
  return { ...session, index: await refreshIndex(session.index, session.store), ofBuild: false };
}

/**
 * Reads a record as the store has it.
 * @returns `undefined` when there is no such record
 */
export async function readRecord(
  { store }: Session,
  collection: CollectionName,
  id: string,
): Promise<OpenRecord | undefined> {
  const begun = ahead.get(store);
  ahead.delete(store);
  const isBegun = begun?.collection === collection && begun.id === id;
  const files = await (isBegun ? begun.files : readFiles(store, { collection, id }));
  return files.size === 0 ? undefined : openRecord(collection, id, files);
}

/** The session in which a record stands as it has just been saved, with what was saved together with it. */
export async function withSaved(session: Session, record: OpenRecord): Promise<Session> {
  const { withListed } = await import('./check.ts');
  const index = recordsIn(record).reduce(
    (before, one) => withListed(before, one, contentFiles(one)),
    session.index,
  );
  return { ...session, index };
}
