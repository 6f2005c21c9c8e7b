import type { AstroPrerenderer } from 'astro';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { loadAstro } from '../build/astro.ts';
import { keepBundle, knownImages, recallBundle } from '../build/kept-bundle.ts';
import { pageKeeper, renderPages } from '../build/kept-pages.ts';
import { answersOf, type KeptPages } from '../build/page-keys.ts';
import { filesOnDisk, readingOf } from '../content/disk.ts';
import { handOver } from '../content/hand-over.ts';
import { readContent } from '../content/read.ts';
import { filesOf, type BytesByPath } from './cases.ts';
import { edits, randomFrom, shuffled } from './edits.ts';
import { otherFolder } from './other-folder.ts';

/**
 * `node kept-pages-trial.ts <folder> <seed>`: random edits of the frozen bulletin, each upon the last. After each one its
 * pages are made twice: with what can be kept of the pages before, by Astro's program as a build takes it out of the cache,
 * and all anew by Astro. Prints a line of JSON for each edit.
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

/** What pages show: content, and the day for which they are made. */
interface Shown {
  readonly files: BytesByPath;
  readonly today: string;
}

/** The pages of some content, of which those of `last` are kept that can be. */
async function make(astro: AstroPrerenderer, { files, today }: Shown, last: Made | undefined): Promise<Made> {
  const reading = readingOf(readContent(filesOf(files), today));
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
  const { getStaticPaths } = prerenderer;
  prerenderer.getStaticPaths = async () =>
    (await getStaticPaths()).filter(({ pathname }) => !others.test(pathname));
  await renderPages(prerenderer, (file, bytes) => pages.set(file, bytes));
  return { pages, kept: keeper.keep(), rendered: keeper.rendered };
}

function differing<Key>(one: ReadonlyMap<Key, Uint8Array>, other: ReadonlyMap<Key, Uint8Array>): Key[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((key) => {
    const [left, right] = [one.get(key), other.get(key)];
    return !left || !right || Buffer.compare(left, right) !== 0;
  });
}

/** @param program renders the pages of which some are kept: Astro's program as it is taken out of the cache */
async function tryEdits(astro: AstroPrerenderer, program: AstroPrerenderer): Promise<void> {
  const random = randomFrom(Number(seed));
  const original: BytesByPath = new Map(
    [...filesOnDisk(root)]
      .filter(([path]) => !textOfOther.test(path))
      .map(([path, file]) => [path, file.read()] as const),
  );
  /** The last day of an event of the frozen bulletin. */
  const first = '2024-08-13';
  let shown: Shown = { files: original, today: first };
  let made = await make(program, shown, undefined);
  const onDay = (today: string) => (): Shown => ({ ...shown, today });
  const trials: readonly (readonly [string, () => Shown])[] = [
    ['nothing', () => shown],
    ['a new day', onDay('2024-08-14')],
    ['a day on which nothing passes', onDay('2024-08-15')],
    ...shuffled(Object.entries(edits), random).map(
      ([edit, change]) => [edit, () => ({ ...shown, files: change(shown.files, random) })] as const,
    ),
    ['all undone', () => ({ files: original, today: first })],
  ];
  for (const [edit, change] of trials) {
    const before = shown;
    shown = change();
    const clean = await make(astro, shown, undefined);
    made = await make(program, shown, made);
    const trial: Trial = {
      edit,
      changed: differing(before.files, shown.files),
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
              const kept = join(root, 'bundle');
              await keepBundle(kept, 'key', join(root, 'dist'), astro);
              const program = await recallBundle(kept, 'key', knownImages([]));
              if (!program) throw new Error('The bundle was not kept.');
              await program.setup?.();
              await tryEdits(astro, program);
              return [];
            },
          }));
        },
      },
    },
  ],
});
