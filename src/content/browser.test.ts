import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../build/browser.ts';
import { madeUpOrigin, serve } from '../build/serve.ts';
import { bytesOfCase, caseNames } from '../tests/cases.ts';
import { problemsIn } from '../tests/content-in-browser.ts';

/** Content is read in a browser with the very code that reads it in Node: the check of a browser editor. */

const entry = join(import.meta.dirname, '../tests/content-in-browser.ts');

/**
 * The files that a page needs to run `entry`, by name.
 * @throws when anything that it imports, however far down, wants Node
 */
async function bundle(entry: string): Promise<Map<string, string | Uint8Array>> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'esnext', rolldownOptions: { input: entry } },
    worker: { format: 'es' },
    plugins: [
      {
        name: 'no-node',
        enforce: 'pre',
        resolveId(source, importer) {
          if (isBuiltin(source)) throw new Error(`${importer ?? ''} imports ${source}`);
        },
      },
    ],
  });
  const outputs = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(outputs.map((one) => [one.fileName, one.type === 'chunk' ? one.code : one.source] as const));
}

const inBase64 = (name: string): Record<string, string> =>
  Object.fromEntries(
    [...bytesOfCase(name)].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]),
  );

let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  const files = await bundle(entry);
  const script = [...files.keys()].find((name) => /content-in-browser.*\.js$/.test(name));
  expect(script).toBeDefined();
  files.set('index.html', `<!doctype html><script type="module" src="/${script}"></script>`);
  browser = await launchBrowser(await findBrowser());
  page = await browser.newPage();
  await serve(page, {
    dist: '',
    read: async (path) => {
      const file = files.get(path);
      if (file === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
      return typeof file === 'string' ? Buffer.from(file) : file;
    },
  });
  const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
  await page.goto(`${madeUpOrigin}/`);
  const ready = page.waitForFunction(() => 'problemsInContent' in globalThis, undefined, {
    timeout: 0,
  });
  await Promise.race([ready, failed]);
});

afterAll(async () => {
  await browser?.close();
});

test('the page has nothing of Node, and need not be isolated from other origins', async () => {
  expect(await page.evaluate(() => [typeof process, typeof Buffer])).toEqual(['undefined', 'undefined']);
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(false);
});

test('code that wants Node cannot be bundled for a browser', async () => {
  await expect(bundle(join(import.meta.dirname, 'disk.ts'))).rejects.toThrow(/imports node:fs/);
});

test.each(['good', ...caseNames])(
  '%s has the same problems in a browser, in the same words',
  async (name) => {
    const files = inBase64(name);
    const inBrowser = await page.evaluate((one) => globalThis.problemsInContent(one), files);
    expect(inBrowser).toEqual(problemsIn(files));
    expect(inBrowser.length > 0).toBe(name !== 'good');
  },
);
