import { conflictsIn } from './conflicts.ts';
import { revisionOf } from './revision.ts';
import { StoreError, type Store } from './store.ts';

/** Files that are kept as long as the page is open: for tests, and to try the editor without keeping anything. */
export function memoryStore(given: Iterable<readonly [string, Uint8Array]>, name = 'memory'): Store {
  const files = new Map([...given].map(([path, bytes]) => [path, { bytes, revision: revisionOf(bytes) }]));
  return {
    name,
    canPropose: false,
    async list() {
      return new Map([...files].map(([path, { revision }]) => [path, revision]));
    },
    async read(path) {
      const file = files.get(path);
      if (!file) throw new StoreError('notFound', path);
      return file;
    },
    async save(changes) {
      const paths = await conflictsIn(changes, async (path) => files.get(path));
      if (paths.length > 0) return { kind: 'conflict', paths };
      for (const { path, bytes } of changes) {
        if (bytes === null) files.delete(path);
        else files.set(path, { bytes, revision: revisionOf(bytes) });
      }
      return { kind: 'saved' };
    },
  };
}
