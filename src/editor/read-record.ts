import { isArticleName } from '../authoring/record-questions.ts';
import type { CollectionName } from '../model/schemas/collections.ts';
import { folderOfRecord, type OpenedFile } from './open-record.ts';
import { inParallel } from './store/listing.ts';
import { StoreError, type Store } from './store/store.ts';

/** The files of one record, read from a store: a folder is asked for, never the whole content. */

/** A record by its name, read or not. */
export interface NamedRecord {
  readonly collection: CollectionName;
  /** `2023/don-hvpf`, `hue` */
  readonly id: string;
}

/** The folder that makes a record, or its file, without a slash at the end. */
export const placeOf = ({ collection, id }: NamedRecord): string =>
  folderOfRecord(collection, id).replace(/\/$/, '');

/**
 * The files of a record as the store has them now; none when there is no such record.
 * @throws a `StoreError` when the store cannot be asked
 */
export async function readFiles(store: Store, record: NamedRecord): Promise<ReadonlyMap<string, OpenedFile>> {
  const place = placeOf(record);
  if (!isArticleName(record.collection)) {
    const found = await store.read(place).catch((error: unknown) => {
      if (error instanceof StoreError && error.fault === 'notFound') return undefined;
      throw error;
    });
    return new Map(found ? [[place, found]] : []);
  }
  const files = (await store.folder(place)).filter(({ kind }) => kind === 'file');
  const read = await inParallel(files, async ({ name }) => {
    const path = `${place}/${name}`;
    return [path, await store.read(path)] as const;
  });
  return new Map(read);
}
