import type { AssetsGlobalStaticImagesList, AstroIntegration, AstroPrerenderer, RouteData } from 'astro';
import { writeFileSync } from 'node:fs';
import { recordReadsUntil } from '../model/reads.ts';
import { basePath, siteUrl } from '../site.ts';
import { digestOf, filesBelow, placing } from './files.ts';
import { NeedsAstro, type PrerendererWithApplication } from './kept-bundle.ts';
import {
  digestOfPage,
  digestOfValue,
  pagesToKeep,
  recallPages,
  type KeptPages,
  type MadePage,
  type PageImage,
} from './page-keys.ts';
import type { LastMade } from './steps.ts';

/**
 * The door between a build and Astro's pages: Astro makes its bundles, and renders only what would not come out as it
 * was; of each page that it renders is noted what it reads. All else of the site (styles, scripts, pictures) Astro makes
 * anew.
 */

export interface KeepingOptions {
  /** Digest of what all pages are made of. */
  readonly code: string;
  /** Where Astro writes. */
  readonly folder: string;
  /** The pages of the last build. None where nothing may be kept. */
  readonly last: Pick<LastMade<{ readonly kept: KeptPages }>, 'result' | 'take'> | undefined;
  /** What is answered under a name that was noted as read. */
  readonly digestOfAnswer: (name: string) => string | undefined;
  /** Called with how many pages were rendered and how many are to be, at first with none. */
  readonly onRender?: ((done: number, total: number) => void) | undefined;
  /** Whether the pages are rendered by the bundle of the last build. */
  readonly sameBundle?: boolean;
  /** Called when Astro's bundle lies there, before the first page is rendered. */
  readonly onBundle?: (astro: PrerendererWithApplication) => Promise<void>;
}

export interface PageKeeper {
  readonly integration: AstroIntegration;
  /** Astro's prerenderer as the integration has it. */
  prerenderer(astro: AstroPrerenderer): AstroPrerenderer;
  /** For the next build, once this one is done. */
  keep(): KeptPages;
  /** The files of the pages that were made in this build, and of those that were kept from the last. */
  readonly rendered: readonly string[];
  readonly kept: readonly string[];
}

/** A path without slashes at its ends, as `getStaticPaths` has it: `lo/partners/x`. */
const trimmed = (path: string): string => path.replace(/^\/+|\/+$/g, '');

/** Where Astro writes the page at a path: `lo/partners/x/index.html`, `lo/404.html`, `feed.xml`. */
export function fileOf(path: string, { type, isIndex }: RouteData): string {
  const name = trimmed(path);
  if (type !== 'page') return name;
  return isIndex ? `${name}/index.html`.replace(/^\//, '') : `${name}.html`;
}

function imageList(images: Iterable<NonNullable<PageImage>[number]>): AssetsGlobalStaticImagesList {
  const list: AssetsGlobalStaticImagesList = new Map();
  for (const { originalPath, originalSrcPath, hash, finalPath, transform } of images) {
    const known = list.get(originalPath) ?? { originalSrcPath, transforms: new Map() };
    known.transforms.set(hash, { finalPath, transform });
    list.set(originalPath, known);
  }
  return list;
}

/** Says to Astro that a page shows a picture as it came, as a page that is rendered says it. */
function noteReferenced(path: string): void {
  const { astroAsset } = globalThis as { astroAsset?: { readonly referencedImages?: Set<string> } };
  astroAsset?.referencedImages?.add(path);
}

export function pageKeeper({
  code,
  folder,
  last,
  digestOfAnswer,
  onRender,
  sameBundle = false,
  onBundle,
}: KeepingOptions): PageKeeper {
  /** With the names of styles and scripts, which pages refer to. */
  let bundle = code;
  let recall: ReturnType<typeof recallPages> = () => undefined;
  const toKeep = pagesToKeep(digestOfAnswer, last?.result.kept);
  /** The pictures of each page. */
  const pictures: Pick<MadePage, 'images' | 'referenced'>[] = [];
  const rendered: string[] = [];
  const kept: string[] = [];
  let total = 0;
  /** What each page is given, by file; none for what cannot be compared. */
  const given = new Map<string, string>();
  const files = new Map<string, string>();

  /** The file of the page that is asked for: of an error page as `/404.html`. */
  function fileAsked(url: string): string | undefined {
    const path = decodeURI(new URL(url).pathname).slice(basePath.replace(/\/$/, '').length);
    return files.get(trimmed(path)) ?? files.get(trimmed(path).replace(/\.html$/, ''));
  }

  /** Keeps a page of the last build where it would come out the same. */
  function keepPage(file: string): boolean {
    const its = given.get(file);
    const page = its === undefined ? undefined : recall(file, its);
    if (!page || !last?.take(file, (bytes) => digestOfPage(bytes) === page.bytes)) return false;
    toKeep.addKept(file, page);
    pictures.push(page);
    kept.push(file);
    return true;
  }

  const images = (): NonNullable<PageImage> => pictures.flatMap(({ images = [] }) => images);

  const keeping = (astro: PrerendererWithApplication): AstroPrerenderer => ({
    ...astro,
    async setup() {
      await astro.setup?.();
      if (!sameBundle) await onBundle?.(astro);
      bundle =
        sameBundle && last
          ? last.result.kept.code
          : digestOf([
              code,
              ...filesBelow(folder).filter((file) => /^_astro\/.*\.(?:css|js|woff2)$/.test(file)),
            ]);
      if (last?.result.kept.code === bundle) recall = recallPages(last.result.kept, digestOfAnswer);
    },
    async getStaticPaths() {
      const paths = await astro.getStaticPaths();
      if (!astro.app) throw new Error('Astro does not say any more what its pages are given.');
      const positions = new Map<RouteData, number>();
      const all = paths.map(({ pathname, route }) => {
        const position = positions.get(route) ?? 0;
        positions.set(route, position + 1);
        const props = astro.app?.routeCache.get(route)?.staticPaths?.[position]?.props;
        const digest = digestOfValue([route.component, props]);
        const file = fileOf(pathname, route);
        files.set(trimmed(pathname), file);
        if (digest !== undefined) given.set(file, digest);
        return file;
      });
      // Of two pages at one address Astro says which they are.
      const asked =
        files.size < all.length ? paths : paths.filter((_, position) => !keepPage(all[position] ?? ''));
      total = asked.length;
      onRender?.(0, total);
      return asked;
    },
    async render(request, options) {
      const { result, reads } = await recordReadsUntil(() =>
        astro.render(request, { ...options, collectMetadata: true }),
      );
      const file = fileAsked(request.url);
      rendered.push(file ?? request.url);
      onRender?.(rendered.length, total);
      const { response, metadata } =
        result instanceof Response ? { response: result, metadata: undefined } : result;
      const its = file === undefined ? undefined : given.get(file);
      if (file === undefined || its === undefined || !metadata || response.status !== 200 || !response.body)
        return response;
      const body = new Uint8Array(await response.arrayBuffer());
      const shown = { images: metadata.staticImages, referenced: metadata.referencedImages ?? [] };
      toKeep.addMade(file, { given: its, reads, bytes: digestOfPage(body), ...shown });
      pictures.push(shown);
      return new Response(body, response);
    },
    collectStaticImages() {
      for (const path of pictures.flatMap(({ referenced }) => referenced)) noteReferenced(path);
      return Promise.resolve(imageList(images()));
    },
  });

  return {
    integration: {
      name: 'kept-pages',
      hooks: {
        'astro:build:start'({ setPrerenderer }) {
          setPrerenderer((astro) => writingItself(keeping(astro), folder));
        },
      },
    },
    prerenderer: keeping,
    keep: () => toKeep.all(bundle),
    rendered,
    kept,
  };
}

/** The address at which Astro asks for a page (`core/build/generate.js`, with our settings). */
export function addressOf(path: string, route: RouteData): URL {
  const base = basePath.replace(/\/$/, '');
  const asked = trimmed(path);
  const name = asked === '' ? base : `${base}/${asked}`;
  if (route.type === 'page' && !route.isIndex) return new URL(`${name}.html`, siteUrl);
  const isFile = route.type !== 'page' && /\/[^/]+\.\w+$/.test(`/${asked}`);
  return new URL(isFile ? name : `${name}/`, siteUrl);
}

type Paths = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>;

/**
 * Renders pages and writes them. Astro does the same, but its own way to a file costs a fifth of what a page costs.
 * @param write gets each file
 * @returns those that lead elsewhere: of them Astro makes a page of its own
 */
async function writePages(
  prerenderer: AstroPrerenderer,
  paths: Paths,
  write: (file: string, bytes: Uint8Array) => void,
): Promise<Paths> {
  const left: Paths = [];
  for (const path of paths) {
    const { pathname, route } = path;
    const address = addressOf(pathname, route);
    const result = await prerenderer
      .render(new Request(address), { routeData: route })
      .catch((error: unknown) => {
        if (error instanceof NeedsAstro || !(error instanceof Error)) throw error;
        throw new Error(`${address.pathname}: ${error.message}`, { cause: error });
      });
    const response = result instanceof Response ? result : result.response;
    if (response.status >= 300 && response.status < 400) left.push(path);
    else if (response.body) write(fileOf(pathname, route), new Uint8Array(await response.arrayBuffer()));
  }
  return left;
}

/** Writes files into a folder, which are not there yet. */
function writingInto(folder: string): (file: string, bytes: Uint8Array) => void {
  const place = placing(folder);
  return (file, bytes) => writeFileSync(place(file), bytes);
}

/** The prerenderer that has its pages written before Astro asks for them. Of two at one address Astro says which they are. */
const writingItself = (prerenderer: AstroPrerenderer, folder: string): AstroPrerenderer => ({
  ...prerenderer,
  async getStaticPaths() {
    const paths = await prerenderer.getStaticPaths();
    const files = new Set(paths.map(({ pathname, route }) => fileOf(pathname, route)));
    return files.size < paths.length ? paths : writePages(prerenderer, paths, writingInto(folder));
  },
});

/**
 * Renders all pages of a prerenderer without Astro.
 * @param write gets each file
 * @throws NeedsAstro where a page leads elsewhere
 */
export async function renderPages(
  prerenderer: AstroPrerenderer,
  write: (file: string, bytes: Uint8Array) => void,
): Promise<void> {
  await prerenderer.setup?.();
  const left = await writePages(prerenderer, await prerenderer.getStaticPaths(), write);
  if (left.length > 0) throw new NeedsAstro();
  await prerenderer.teardown?.();
}
