/**
 * Gives the browser the files of the built site without a server and without the network: requests under the site's
 * own address are answered from `dist`, everything else is refused.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Page, Route } from 'playwright-core';

/** Stands for the site's address where none is known. `.test` never resolves (RFC 6761). */
export const madeUpOrigin = 'http://bulletin.test';

export interface ServeOptions {
  /** Folder of the built site. */
  dist: string;
  /** Reads a file of the site, instead of from `dist`. `path` is below it, `url` what was asked for. */
  read?: ReadFile | undefined;
  /** The site's base path. Default: `/`. */
  base?: string;
  /** The address under which the browser believes to be. Default: `http://bulletin.test`. */
  origin?: string;
  /** Whether scripts are given to it. Default: true. */
  scripts?: boolean;
}

/** Throws an error with the code `ENOENT` where there is no such file. */
export type ReadFile = (path: string, url: string) => Promise<Uint8Array>;

export interface Served {
  /** Each file given to the browser: path below `dist` with `/` → SHA-256 of its bytes. */
  files: Map<string, string>;
  /** What the layout would need and did not get, as sentences. */
  missing: string[];
}

/** Only these shape the printed page; a script or an icon that is missing does not. */
const layoutResources = new Set(['document', 'stylesheet', 'font', 'image']);

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
};

/** Answers the requests of `page` from now on. The returned record fills as the page loads. */
export async function serve(
  page: Page,
  { dist, base = '/', origin = madeUpOrigin, read = readFrom(dist), scripts = true }: ServeOptions,
): Promise<Served> {
  const served: Served = { files: new Map(), missing: [] };

  const refuse = async (route: Route, reason: string) => {
    const request = route.request();
    if (layoutResources.has(request.resourceType())) {
      served.missing.push(`${request.resourceType()} ${request.url()}: ${reason}`);
    }
    await route.abort();
  };

  await page.route('**/*', async (route) => {
    const url = route.request().url();
    if (url.startsWith('data:') || url.startsWith('blob:')) return route.continue();
    if (!scripts && route.request().resourceType() === 'script') return route.abort();
    const path = pathInSite(url, { base, origin });
    if (path === undefined) {
      return refuse(route, 'not a file of the site; a printed page may not depend on the network');
    }
    try {
      const body = Buffer.from(await read(path, url));
      served.files.set(path, sha256(body));
      return await route.fulfill({
        body,
        contentType: contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
      });
    } catch (error) {
      if (page.isClosed()) return;
      const code = (error as NodeJS.ErrnoException).code;
      return refuse(route, code === 'ENOENT' ? `there is no ${path} in the built site` : String(error));
    }
  });
  return served;
}

/** `readFrom('dist')('index.html', '…')` reads `dist/index.html`. */
export function readFrom(dist: string): ReadFile {
  return (path) => readFile(join(dist, path));
}

/**
 * The file that answers a URL, or `undefined` for one that is not of the site.
 *
 * @example
 * pathInSite('http://bulletin.test/b/lo/issues/2023-2/print/', { base: '/b/', origin: 'http://bulletin.test' })
 * // => 'lo/issues/2023-2/print/index.html'
 */
export function pathInSite(
  url: string,
  { base, origin }: { base: string; origin: string },
): string | undefined {
  const { origin: itsOrigin, pathname } = new URL(url);
  const root = base.endsWith('/') ? base : `${base}/`;
  if (itsOrigin !== new URL(origin).origin || !pathname.startsWith(root)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(pathname.slice(root.length));
  } catch {
    return undefined;
  }
  if (path === '' || path.endsWith('/')) path += 'index.html';
  const inside = normalize(path).split(sep);
  // `..` survives URL parsing when it is written as %2e%2e%2f.
  return inside.includes('..') ? undefined : inside.join('/');
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
