import { conflictsIn } from './conflicts.ts';
import { revisionOf } from './revision.ts';
import { StoreError, type FolderEntry, type Store } from './store.ts';

/** Files that are kept as long as the page is open: for tests, and to try the editor without keeping anything. */
export function memoryStore(given: Iterable<readonly [string, Uint8Array]>, name = 'memory'): Store {
  const files = new Map([...given].map(([path, bytes]) => [path, { bytes, revision: revisionOf(bytes) }]));
  return {
    name,
    canPropose: false,
    async folder(path) {
      const found = new Map<string, FolderEntry>();
      for (const [file, { revision }] of files) {
        if (!file.startsWith(`${path}/`)) continue;
        const [name = '', ...rest] = file.slice(path.length + 1).split('/');
        found.set(name, rest.length > 0 ? { name, kind: 'folder' } : { name, kind: 'file', hash: revision });
      }
      return [...found.values()];
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
