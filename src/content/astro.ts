import type { Loader } from 'astro/loaders';
import { getCollection } from 'astro:content';
import { fileURLToPath } from 'node:url';
import { createBulletin, type Bulletin } from '../bulletin/bulletin.ts';
import type { Entries } from '../model/entries.ts';
import { handedOver, type Reading } from './hand-over.ts';
import { holdBack, type HeldBack } from './hold-back.ts';
import { readContentFolder } from './disk.ts';
import { wording } from './problems.ts';
import { collectionNames, type CollectionName } from '../model/schemas/collections.ts';

/** The bridge to Astro: the reader of content as collections, and the collections as a `Bulletin`. */

let reading: { at: number; content: Reading } | undefined;

/**
 * All collections load at the same moment: the folder is read once for all of them. What has problems is left out;
 * `cli/build.ts` has stopped a strict build before.
 */
function readOnce(root: string): Reading {
  const known = handedOver();
  if (known) return known;
  if (!reading || performance.now() - reading.at > 1000) {
    const content = readContentFolder(root);
    reading = {
      at: performance.now(),
      content: { ...holdBack(content), problems: content.problems },
    };
  }
  return reading.content;
}

/**
 * One collection of the content folder. A build is stopped by problems before it comes here (`cli/build.ts`);
 * `astro dev` logs them and shows what can be shown. An edit below `content/` reloads the collection.
 */
export function contentLoader(name: CollectionName): Loader {
  return {
    name: `content/${name}`,
    async load({ config, store, watcher, logger, generateDigest }) {
      const root = fileURLToPath(config.root).replace(/[\\/]$/, '');
      const fill = (): void => {
        const { entries, problems } = readOnce(root);
        // Only in `astro dev`: a build has listed them before.
        for (const problem of watcher
          ? problems.filter((one) => one.file.startsWith(`content/${name}/`))
          : []) {
          const { what, fix } = wording(problem, 'vi');
          logger.warn(`${problem.file}:${problem.line}:${problem.column}  ${what} ${fix}`);
        }
        const kept = new Set<string>(entries[name].map((entry) => entry.id));
        for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
        for (const entry of entries[name]) {
          const data = { ...entry } as unknown as Record<string, unknown>;
          // What is stored depends on the schemas and the reader as well: the digest is that of the result.
          store.set({ id: entry.id, data, digest: generateDigest(data) });
        }
      };
      fill();
      const changed = (path: string): void => {
        if (!path.replaceAll('\\', '/').includes('/content/')) return;
        fill();
      };
      watcher?.on('change', changed).on('add', changed).on('unlink', changed);
    },
  };
}

/** What was held back, for the editors' page: one entry a record or translation, in order. */
export const heldBackLoader: Loader = {
  name: 'content/held-back',
  async load({ config, store, watcher, generateDigest }) {
    const fill = (): void => {
      // One entry for all, so that the collection is never empty, which Astro would warn of.
      const data = {
        held: readOnce(fileURLToPath(config.root).replace(/[\\/]$/, '')).held,
      } as unknown as Record<string, unknown>;
      store.set({ id: 'report', data, digest: generateDigest(data) });
    };
    fill();
    watcher?.on('change', fill).on('add', fill).on('unlink', fill);
  },
};

/** What was held back, sorted by record. */
export async function loadHeldBack(): Promise<readonly HeldBack[]> {
  const [report] = await getCollection('heldBack');
  return (report?.data as { held: readonly HeldBack[] } | undefined)?.held ?? [];
}

let built: Promise<Bulletin> | undefined;

async function load(): Promise<Bulletin> {
  const lists = await Promise.all(
    collectionNames.map(
      async (name) => [name, (await getCollection(name)).map((entry) => entry.data)] as const,
    ),
  );
  const sorted = lists.map(
    ([name, list]) =>
      [
        name,
        [...list].sort((a, b) => ((a as { id: string }).id < (b as { id: string }).id ? -1 : 1)),
      ] as const,
  );
  return createBulletin(Object.fromEntries(sorted) as unknown as Entries);
}

/** The bulletin for a page: read once in a build, anew for each request of `astro dev`. */
export function loadBulletin(): Promise<Bulletin> {
  if (import.meta.env.DEV) return load();
  return (built ??= load());
}
