import type { AstroPrerenderer } from 'astro';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { loadAstro } from '../build/astro.ts';
import { fileOf, pageKeeper } from '../build/kept-pages.ts';
import { answersOf, type KeptPages } from '../build/page-keys.ts';
import { filesOnDisk, readingOf } from '../content/disk.ts';
import { handOver } from '../content/hand-over.ts';
import { readContent } from '../content/read.ts';
import { siteUrl } from '../site.ts';
import { filesOf, type BytesByPath } from './cases.ts';
import { edits, randomFrom, shuffled } from './edits.ts';
import { otherFolder } from './other-folder.ts';

/**
 * `node kept-pages-trial.ts <folder> <seed>`: random edits of the frozen bulletin, each upon the last. After each one its
 * pages are made twice: with what can be kept of the pages before, and all anew. One bundle serves all. Prints a line of
 * JSON for each edit.
 */

/** What came of an edit. */
export interface Trial {
  readonly edit: string;
  /** Files of the edit, as they were changed, added or taken away. */
  readonly changed: readonly string[];
  readonly rendered: readonly string[];
  readonly kept: number;
  /** Pages that are not as they are when all are made anew, or that only one of both has. */
  readonly wrong: readonly string[];
}

interface Made {
  readonly pages: ReadonlyMap<string, Uint8Array>;
  readonly kept: KeptPages;
  readonly rendered: readonly string[];
}

const [root = '', seed = ''] = process.argv.slice(2);
/** Pages are made in two languages, the original and one whose lines end by rules of their own: all six are made alike. */
const others = /^\/?(?:en|km|zh|fr)(?:\/|$)/;
const textOfOther = /\/index\.(?:en|km|zh|fr)\.mdx$/;
cpSync(join(import.meta.dirname, 'fixtures/bulletin/content'), join(root, 'content'), { recursive: true });
const config = otherFolder(root);

/** The pages of some content, of which those of `last` are kept that can be. */
async function make(astro: AstroPrerenderer, files: BytesByPath, last: Made | undefined): Promise<Made> {
  const reading = readingOf(readContent(filesOf(files)));
  handOver(reading);
  const { app } = astro as { app?: { routeCache: { clearAll(): void } } };
  app?.routeCache.clearAll();
  const pages = new Map<string, Uint8Array>();
  const keeper = pageKeeper({
    code: '',
    folder: join(root, 'dist'),
    last: last && {
      result: last,
      take(file, isWhole) {
        const bytes = last.pages.get(file);
        if (!bytes || !isWhole(bytes)) return false;
        pages.set(file, bytes);
        return true;
      },
    },
    digestOfAnswer: answersOf(root, reading),
  });
  const prerenderer = keeper.prerenderer(astro);
  await prerenderer.setup?.();
  for (const { pathname, route } of await prerenderer.getStaticPaths()) {
    if (others.test(pathname)) continue;
    const file = fileOf(pathname, route);
    // As Astro asks for pages and files.
    const hasSlash = route.type === 'page' ? route.isIndex : !/\.\w+$/.test(pathname);
    const path = route.type === 'page' && !route.isIndex ? `${pathname.replace(/\/*$/, '')}.html` : pathname;
    const url = new URL(hasSlash ? path.replace(/\/*$/, '/') : path, siteUrl);
    const result = await prerenderer.render(new Request(url), { routeData: route });
    const response = result instanceof Response ? result : result.response;
    pages.set(file, new Uint8Array(await response.arrayBuffer()));
  }
  return { pages, kept: keeper.keep(), rendered: keeper.rendered };
}

function differing<Key>(one: ReadonlyMap<Key, Uint8Array>, other: ReadonlyMap<Key, Uint8Array>): Key[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((key) => {
    const [left, right] = [one.get(key), other.get(key)];
    return !left || !right || Buffer.compare(left, right) !== 0;
  });
}

async function tryEdits(astro: AstroPrerenderer): Promise<void> {
  const random = randomFrom(Number(seed));
  const original: BytesByPath = new Map(
    [...filesOnDisk(root)]
      .filter(([path]) => !textOfOther.test(path))
      .map(([path, file]) => [path, file.read()] as const),
  );
  let files = original;
  let made = await make(astro, files, undefined);
  const trials = [
    ['nothing', () => files],
    ...shuffled(Object.entries(edits), random),
    ['all undone', () => original],
  ] as const;
  for (const [edit, change] of trials) {
    const before = files;
    files = change(files, random);
    const clean = await make(astro, files, undefined);
    made = await make(astro, files, made);
    const trial: Trial = {
      edit,
      changed: differing(before, files),
      rendered: made.rendered,
      kept: made.pages.size - made.rendered.length,
      wrong: differing(made.pages, clean.pages),
    };
    process.stdout.write(`${JSON.stringify(trial)}\n`);
  }
}

const { build } = await loadAstro();
await build({
  ...config,
  vite: { cacheDir: join(root, 'vite') },
  logLevel: 'error',
  integrations: [
    {
      name: 'kept-pages-trial',
      hooks: {
        'astro:build:start'({ setPrerenderer }) {
          setPrerenderer((astro) => ({
            ...astro,
            async getStaticPaths() {
              await tryEdits(astro);
              return [];
            },
          }));
        },
      },
    },
  ],
});
