import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';

/** What a page weighs over the wire: a server that compresses as web hosts do, and a browser that counts. */

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Compressed again they would grow. */
const compressed = new Set(['.woff2', '.png', '.jpg', '.webp', '.avif', '.pdf']);

export interface WebHost {
  /** `http://127.0.0.1:4321`, without a closing slash. */
  readonly origin: string;
  close(): void;
}

/**
 * Serves a folder as a plain web host does: `index.html` for a folder, gzip for text, a year for hashed files. What
 * `late` matches is answered half a second later.
 */
export async function serveLikeAHost(folder: string, late?: RegExp): Promise<WebHost> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    const type = extname(file);
    readFile(file.startsWith(folder + sep) ? file : join(folder, '404.html')).then(
      async (body) => {
        if (late?.test(path)) await setTimeout(500);
        const plain = compressed.has(type);
        response.writeHead(200, {
          'Content-Type': types[type] ?? 'application/octet-stream',
          'Cache-Control': path.startsWith('/_astro/') ? 'max-age=31536000, immutable' : 'max-age=600',
          ...(!plain && { 'Content-Encoding': 'gzip' }),
        });
        response.end(plain ? body : gzipSync(body));
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

/** Bytes over the wire by what they are; headers are not counted. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly script: number;
  readonly font: number;
  readonly image: number;
  readonly other: number;
  readonly all: number;
  /** Names of the font files. */
  readonly fonts: readonly string[];
  /** Cumulative Layout Shift while it loaded and was scrolled to its end. */
  readonly shift: number;
}

const nothing = { html: 0, css: 0, script: 0, font: 0, image: 0, other: 0, all: 0 };

const parts: Readonly<Record<string, keyof typeof nothing>> = {
  document: 'html',
  stylesheet: 'css',
  script: 'script',
  font: 'font',
  image: 'image',
};

/**
 * Adds up the layout shifts of a page that is yet to be loaded, without those that follow upon what its reader does.
 * @returns asks for the sum
 */
export async function countShift(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput)
          Object.assign(window, { shift: (window as unknown as { shift: number }).shift + entry.value });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shift: number }).shift);
}

/** Loads a page with an empty cache on a phone’s screen, scrolls to its end, and adds up what came. */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const shiftSoFar = await countShift(page);
  const weight = { ...nothing };
  const fonts: string[] = [];
  const counted: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'font') fonts.push(request.url().replace(/^.*\//, ''));
    counted.push(
      request.sizes().then(
        ({ responseBodySize }) => {
          weight[parts[request.resourceType()] ?? 'other'] += responseBodySize;
          weight.all += responseBodySize;
        },
        () => {}, // came after the page was closed
      ),
    );
  });
  await page.goto(url);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForLoadState('networkidle');
  const shift = await shiftSoFar();
  await Promise.all(counted);
  await context.close();
  return { ...weight, fonts, shift };
}
