import { fileOfBytes, type SourceFile } from '../content/files.ts';
import type { EditorIndex } from './editor-index.ts';
import { openRecord, pathsOfRecord, type OpenedFile, type OpenRecord } from './open-record.ts';
import type { CollectionName } from '../model/schemas/index.ts';
import type { Store } from './store/store.ts';

/** The bulletin that is being edited: where it is, and what is known of it before a record is read. */

export interface Session {
  readonly store: Store;
  readonly index: EditorIndex;
  /** Every file of the store with its revision. */
  readonly revisions: ReadonlyMap<string, string>;
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

/** How many files are asked for at once. */
const atOnce = 24;

/** An index made from the files themselves: in a folder, where reading costs little. */
async function ownIndex(
  store: Store,
  paths: readonly string[],
  progress: (read: number) => void,
): Promise<EditorIndex> {
  const files = new Map<string, SourceFile>();
  for (let from = 0; from < paths.length; from += atOnce) {
    const some = paths.slice(from, from + atOnce);
    const read = await Promise.all(some.map((path) => store.read(path)));
    for (const [at, path] of some.entries())
      files.set(path, fileOfBytes(read[at]?.bytes ?? new Uint8Array()));
    progress(files.size);
  }
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
  const revisions = await store.list();
  const built = await builtIndex();
  const index =
    built ?? (await ownIndex(store, [...revisions.keys()], (read) => progress(read, revisions.size)));
  return { store, index, revisions };
}

/** The session as the store is now. */
export async function refresh(session: Session): Promise<Session> {
  const { refreshIndex } = await import('./check.ts');
  const index = await refreshIndex(session.index, session.store);
  return { ...session, index, revisions: await session.store.list() };
}

/**
 * Reads a record as the store has it.
 * @returns `undefined` when there is no such record
 */
export async function readRecord(
  { store, revisions }: Session,
  collection: CollectionName,
  id: string,
): Promise<OpenRecord | undefined> {
  const paths = pathsOfRecord(revisions.keys(), collection, id);
  if (paths.length === 0) return undefined;
  const files = await Promise.all(paths.map(async (path) => [path, await store.read(path)] as const));
  return openRecord(collection, id, new Map<string, OpenedFile>(files));
}

/** The session in which a record stands as it has just been saved. */
export async function withSaved(session: Session, record: OpenRecord): Promise<Session> {
  const { withListed } = await import('./check.ts');
  const files = new Map([...record.files].map(([path, bytes]) => [path, fileOfBytes(bytes)]));
  return {
    ...session,
    index: withListed(session.index, record, files),
    revisions: await session.store.list(),
  };
}
