import type { AstroPrerenderer, RouteData } from 'astro';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { basePath } from '../site.ts';
import { digestOf, filesBelow, writeWhole } from './files.ts';
import type { PageImage } from './page-keys.ts';

/**
 * The program that Astro makes of the code (its bundle), kept from one build to the next: while code, words and pictures
 * are as they were, it renders the pages that have changed without Astro, whose bundling costs more than all else together.
 */

/** Astro's own prerenderer, of which only the methods are declared. */
export interface PrerendererWithApplication extends AstroPrerenderer {
  readonly app?: {
    /** What each page is given. */
    readonly routeCache: {
      get(route: RouteData): { readonly staticPaths?: readonly { readonly props?: unknown }[] } | undefined;
    };
    getOptions(): {
      readonly allPages: Readonly<Record<string, { readonly key: string; readonly styles: unknown }>>;
      readonly settings: { readonly scripts: readonly { readonly stage: string }[] };
    };
  };
}

interface KeptBundle {
  /** Digest of what the bundle is made of. */
  readonly key: string;
  readonly files: readonly (readonly [string, string])[];
  /** Where it begins. */
  readonly entry: string;
  /** The style sheets of each page, in the words of Astro. */
  readonly pages: readonly { readonly key: string; readonly styles: unknown }[];
  readonly scripts: readonly { readonly stage: string }[];
}

/** Where Astro puts the program that renders the pages, below the folder of the site. */
const programFolder = '.prerender';

const digestOfFile = (path: string): string => digestOf([readFileSync(path)]);

/**
 * Keeps the bundle for the next build.
 * @param kept the folder for it
 * @param site where Astro writes, as long as it renders
 */
export async function keepBundle(
  kept: string,
  key: string,
  site: string,
  { app }: PrerendererWithApplication,
): Promise<void> {
  rmSync(kept, { recursive: true, force: true });
  const program = join(site, programFolder);
  const entry = readdirSync(program).find((name) => /^prerender-entry.*\.mjs$/.test(name));
  if (!app || entry === undefined) throw new Error('Astro does not say any more what it renders pages with.');
  const { allPages, settings } = app.getOptions();
  // Their names are known to Astro alone.
  if (settings.scripts.some(({ stage }) => stage === 'page')) return;
  const files = join(kept, 'files');
  mkdirSync(kept, { recursive: true });
  cpSync(program, files, { recursive: true });
  const record: KeptBundle = {
    key,
    files: filesBelow(files).map((file) => [file, digestOfFile(join(files, file))]),
    entry,
    pages: Object.values(allPages).map(({ key, styles }) => ({ key, styles })),
    scripts: settings.scripts,
  };
  // The record last: without it the files count for nothing.
  await writeWhole(join(kept, 'record.json'), JSON.stringify(record));
}

function readBundle(kept: string, key: string): KeptBundle | undefined {
  try {
    const record = JSON.parse(readFileSync(join(kept, 'record.json'), 'utf8')) as KeptBundle;
    const whole =
      record.key === key &&
      record.files.every(([file, digest]) => digestOfFile(join(kept, 'files', file)) === digest);
    return whole ? record : undefined;
  } catch {
    // Nothing kept, or broken off while it was.
    return undefined;
  }
}

/** What only Astro can make: a picture that the last build has not in this size, a page that leads elsewhere. */
export class NeedsAstro extends Error {}

/** The picture of the same size and form that a page of the last build shows. */
type FindImage = (transform: unknown) => NonNullable<PageImage>[number] | undefined;

/** What an image is made by, in one form: as it is now, and as it was kept. */
const wordsOf = (transform: unknown): string => JSON.stringify(transform);

/** Finds pictures among those that pages of the last build show. */
export function knownImages(images: Iterable<NonNullable<PageImage>[number]>): FindImage {
  const known = new Map([...images].map((image) => [wordsOf(image.transform), image]));
  return (transform) => known.get(wordsOf(transform));
}

/**
 * The prerenderer over the kept bundle, made by Astro's own (`core/build/default-prerenderer.js`, not exported).
 * @param kept the folder of the bundle
 * @param key digest of what the bundle is to be made of
 * @returns `undefined` where no such bundle is kept
 */
export async function recallBundle(
  kept: string,
  key: string,
  findImage: FindImage,
): Promise<PrerendererWithApplication | undefined> {
  const bundle = readBundle(kept, key);
  const inner = new URL('core/build/default-prerenderer.js', import.meta.resolve('astro'));
  if (!bundle || !existsSync(inner)) return undefined;
  // As Astro sets it before it renders.
  process.env['NODE_ENV'] ??= 'production';
  const { createDefaultPrerenderer } = (await import(inner.href)) as {
    createDefaultPrerenderer(given: unknown): PrerendererWithApplication;
  };
  const { recordStaticImage } = await import('astro/app');
  const shared = globalThis as { astroAsset?: unknown };
  // Where pages of the bundle ask for the address of a picture.
  shared.astroAsset = {
    referencedImages: new Set(),
    addStaticImage(transform: unknown): string {
      const image = findImage(transform);
      if (!image) throw new NeedsAstro();
      recordStaticImage(image);
      return encodeURI(`${basePath.replace(/\/$/, '')}${image.finalPath}`);
    },
  };
  return createDefaultPrerenderer({
    internals: {
      prerenderEntryFileName: bundle.entry,
      pagesByKeys: new Map(bundle.pages.map((page) => [page.key, page])),
      entrySpecifierToBundleMap: new Map(),
    },
    options: {
      allPages: Object.fromEntries(bundle.pages.map((page) => [page.key, page])),
      settings: { scripts: bundle.scripts },
      logger: { options: { destination: { write: () => true } } },
    },
    prerenderOutputDir: pathToFileURL(`${join(kept, 'files')}/`),
  });
}
