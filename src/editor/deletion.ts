import { fileOfBytes, type SourceFile } from '../content/files.ts';
import { checkRecord } from '../content/read.ts';
import type { CollectionName } from '../model/schemas/collections.ts';
import { namedBy, withListed, type EditorIndex } from './editor-index.ts';
import { readFiles, type NamedRecord } from './read-record.ts';
import type { Change, Store } from './store/store.ts';
import { withoutRecord } from './without-record.ts';

/** What it takes to delete a record: its files, and every record that names it, which has to do without. */

export interface Deletion {
  /** The files of the record, and those of the others that are mended. */
  readonly changes: readonly Change[];
  /** Records that name it, and are mended by `changes`. */
  readonly mended: readonly NamedRecord[];
  /** Records that cannot do without it: somebody has to change them first. Then `changes` must not be saved. */
  readonly blocking: readonly NamedRecord[];
}

interface ReadFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly revision: string | null;
}

const utf8 = { decoder: new TextDecoder(), encoder: new TextEncoder() };

const filesOf = (
  read: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Map<string, SourceFile> => new Map(read.map(({ path, bytes }) => [path, fileOfBytes(bytes)]));

/**
 * Works out a deletion. Reads the record and those that name it, writes nothing.
 * @throws a `StoreError` when they cannot be read
 */
export async function planDeletion(store: Store, index: EditorIndex, target: NamedRecord): Promise<Deletion> {
  const path = `${target.collection}/${target.id}`;
  const read = async (record: NamedRecord): Promise<ReadFile[]> =>
    [...(await readFiles(store, record))].map(([one, file]) => ({ path: one, ...file }));
  const own = await read(target);
  const changes: Change[] = own.map((file) => ({ path: file.path, bytes: null, revision: file.revision }));
  const without = withListed(index, target, new Map());
  const mended: NamedRecord[] = [];
  const blocking: NamedRecord[] = [];
  for (const other of namedBy(index, path)) {
    const files = await read(other);
    const after = mend(files, other.collection, path);
    // What was wrong before stays wrong; what is wrong because of the deletion stands in its way.
    const before = checkRecord(filesOf(files), index).problems.length;
    if (!after || checkRecord(filesOf(after), without).problems.length > before) blocking.push(other);
    else {
      mended.push(other);
      const changed = after.filter(({ bytes }, at) => bytes !== files[at]?.bytes);
      changes.push(...changed.map(({ path: one, bytes, revision }) => ({ path: one, bytes, revision })));
    }
  }
  return { changes, mended, blocking };
}

/** The files of a record without the other one; `undefined` when it cannot do without. */
function mend(
  files: readonly ReadFile[],
  collection: CollectionName,
  target: string,
): ReadFile[] | undefined {
  const after: ReadFile[] = [];
  for (const file of files) {
    if (!/\.(?:mdx|ya?ml)$/.test(file.path)) {
      after.push(file);
      continue;
    }
    const text = utf8.decoder.decode(file.bytes);
    let mended: string | undefined;
    try {
      mended = withoutRecord(text, collection, target);
    } catch {
      // A file that cannot be read names nothing that could be found.
      mended = text;
    }
    if (mended === undefined) return undefined;
    after.push(mended === text ? file : { ...file, bytes: utf8.encoder.encode(mended) });
  }
  return after;
}
