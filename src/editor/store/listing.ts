import { contentFolder } from './host.ts';
import type { FolderEntry, Store } from './store.ts';

/** What a store holds, found folder by folder: each is one question, and those that are known need not be asked for. */

/** How many folders are asked for at once: a host does not mind, and a slow line is used well. */
const atOnce = 6;

/** `work` on each of `list`, a few at a time, in their order. */
export async function inParallel<One, Made>(
  list: readonly One[],
  work: (one: One) => Promise<Made>,
  most = atOnce,
): Promise<Made[]> {
  const made: Made[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < list.length; at = next++) made[at] = await work(list[at] as One);
  };
  await Promise.all(Array.from({ length: Math.min(most, list.length) }, worker));
  return made;
}

/**
 * Every file below a folder with its revision: reads nothing, but asks for each folder.
 * @param folder what is below it; all of the content when it is left out
 */
export async function filesBelow(store: Store, folder = contentFolder): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  let level: readonly (FolderEntry & { readonly path: string })[] = [
    { path: folder, name: '', kind: 'folder' },
  ];
  while (level.length > 0) {
    const lists = await inParallel(level, async ({ path, hash }) =>
      (await store.folder(path, hash)).map((one) => ({ ...one, path: `${path}/${one.name}` })),
    );
    for (const { kind, path, hash } of lists.flat()) if (kind === 'file') files.set(path, hash ?? '');
    level = lists.flat().filter(({ kind }) => kind === 'folder');
  }
  return files;
}
