import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handOver, type Reading } from '../content/hand-over.ts';
import { loadAstro } from './astro.ts';
import { builtPages, type BuiltPage } from './built-pages.ts';
import { filesBelow, placing } from './files.ts';
import { keepBundle, knownImages, NeedsAstro, recallBundle } from './kept-bundle.ts';
import { pageKeeper, renderPages, type PageKeeper } from './kept-pages.ts';
import { answersOf, digestOfPage, type KeptPages } from './page-keys.ts';
import { askProcess } from './own-process.ts';
import { projectRoot } from './paths.ts';
import { lastMade, type KeptFiles, type LastMade } from './steps.ts';
import { removeUnshownPictures } from './unshown-pictures.ts';

/** All pages of a site, and the styles, scripts and pictures that belong to them. */

/** What the pages leave for the next build. */
export interface MadePages {
  readonly pages: readonly BuiltPage[];
  readonly kept: KeptPages;
  /** Digest of what the bundle was made of. */
  readonly bundle: string;
  /** Path and digest of the files beside the pages. */
  readonly assets: readonly (readonly [string, string])[];
}

/** What it took. */
export interface PagesMade {
  readonly rendered: number;
  readonly kept: number;
  /** Whether Astro made its bundle anew. */
  readonly bundled: boolean;
}

export interface PageMaking {
  /** Digest of what all pages are made of: code, styles, settings. */
  readonly code: string;
  /** Digest of what the bundle is made of: the code, and all words and pictures that it takes in. */
  readonly bundle: string;
  /** Where the bundle is kept. */
  readonly bundleFolder: string;
  /** Where the pages go. It is empty. */
  readonly folder: string;
  readonly reading: Reading;
  /** Whether nothing may come from a cache, of Astro's neither. */
  readonly force: boolean;
  /** The pages of the last build. None where nothing may be kept. */
  readonly last: LastMade<MadePages> | undefined;
  /** Called with how many pages were rendered and how many are to be, at first with none. */
  readonly onRender?: (done: number, total: number) => void;
  /** Called at the end. */
  readonly onMade?: ((made: PagesMade) => void) | undefined;
}

/** Makes the pages: with the bundle of the last build where it is the same, else by Astro, in a process of its own. */
export async function makePages(making: PageMaking): Promise<MadePages> {
  const { last, onRender, onMade, ...question } = making;
  handOver(making.reading);
  const keeper = await renderByKeptBundle(making);
  if (keeper) {
    onMade?.({ rendered: keeper.rendered.length, kept: keeper.kept.length, bundled: false });
    return madePages(making, keeper);
  }
  const { pages, taken, rendered, kept } = await askProcess<AstroQuestion, AstroAnswer, [number, number]>(
    new URL('./astro-process.ts', import.meta.url),
    { ...question, last: last?.kept },
    (count) => onRender?.(...count),
  );
  last?.haveTaken(taken);
  onMade?.({ rendered, kept, bundled: true });
  return pages;
}

/** What the process is asked, in plain data. */
export type AstroQuestion = Omit<PageMaking, 'last' | 'onRender' | 'onMade'> & {
  readonly last: KeptFiles<MadePages> | undefined;
};

export interface AstroAnswer {
  readonly pages: MadePages;
  /** The files that were taken from the last build. */
  readonly taken: readonly string[];
  readonly rendered: number;
  readonly kept: number;
}

/** Makes the pages by Astro, in this process. */
export async function makePagesByAstro(
  { last: before, ...question }: AstroQuestion,
  onRender: (done: number, total: number) => void,
): Promise<AstroAnswer> {
  const taken = new Set<string>();
  const last = before && lastMade(before, question.folder, taken);
  const making = { ...question, last, onRender };
  handOver(making.reading);
  const keeper = await renderByAstro(making);
  const { rendered, kept } = keeper;
  return {
    pages: madePages(making, keeper),
    taken: [...taken],
    rendered: rendered.length,
    kept: kept.length,
  };
}

function madePages({ folder, last, bundle }: PageMaking, keeper: PageKeeper): MadePages {
  const { rendered, kept } = keeper;
  const pages = new Set([...rendered, ...kept]);
  const assets = filesBelow(folder).filter((file) => !pages.has(file));
  return {
    pages: builtPages(folder, kept, last?.result.pages),
    kept: keeper.keep(),
    bundle,
    assets: assets.map((file) => [file, digestOfPage(readFileSync(join(folder, file)))] as const),
  };
}

const keeperOf = (
  { code, bundle, bundleFolder, folder, reading, last, onRender }: PageMaking,
  program: 'kept' | 'new',
): PageKeeper =>
  pageKeeper({
    code,
    folder,
    last,
    sameBundle: program === 'kept',
    digestOfAnswer: answersOf(projectRoot, reading),
    onRender,
    onBundle: (astro) => keepBundle(bundleFolder, bundle, folder, astro),
  });

async function renderByAstro(making: PageMaking): Promise<PageKeeper> {
  const keeper = keeperOf(making, 'new');
  const { build } = await loadAstro();
  await build({
    root: projectRoot,
    outDir: making.folder,
    logLevel: 'warn',
    force: making.force,
    integrations: [keeper.integration],
  });
  return keeper;
}

/** A file of the bundle as pages name it. */
const assetName = /_astro\/[^"'\s<>&?#),]+/g;

/** Throws where a page names a file of the bundle that is not there: a picture as it came, which no page showed before. */
function requireAssets(folder: string, page: string): void {
  const path = join(folder, page);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  for (const [name] of text.matchAll(assetName))
    if (!existsSync(join(folder, decodeURI(name)))) throw new NeedsAstro();
}

/** @returns `undefined` where there is no such bundle, or where it does not do */
async function renderByKeptBundle(making: PageMaking): Promise<PageKeeper | undefined> {
  const { folder, last, bundle, bundleFolder } = making;
  if (last?.result.bundle !== bundle) return undefined;
  const shown = Object.values(last.result.kept.pages).flatMap(({ images = [] }) => images);
  const astro = await recallBundle(bundleFolder, bundle, knownImages(shown));
  if (!astro) return undefined;
  const keeper = keeperOf(making, 'kept');
  try {
    const place = placing(folder);
    await renderPages(keeper.prerenderer(astro), (file, bytes) => writeFileSync(place(file), bytes));
    for (const [file, digest] of last.result.assets)
      if (!last.take(file, (bytes) => digestOfPage(bytes) === digest)) throw new NeedsAstro();
    for (const file of keeper.rendered) requireAssets(folder, file);
  } catch (error) {
    if (!(error instanceof NeedsAstro)) throw error;
    last.giveBack();
    return undefined;
  }
  await removeUnshownPictures(folder);
  return keeper;
}
