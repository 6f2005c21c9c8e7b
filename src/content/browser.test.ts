import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../build/browser.ts';
import { bytesOfCase, caseNames } from '../tests/cases.ts';
import { problemsIn } from '../tests/content-in-browser.ts';
import { bundle, openBundled } from '../tests/in-browser.ts';

/** Content is read in a browser with the very code that reads it in Node: the check of a browser editor. */

const entry = join(import.meta.dirname, '../tests/content-in-browser.ts');

const inBase64 = (name: string): Record<string, string> =>
  Object.fromEntries(
    [...bytesOfCase(name)].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]),
  );

let browser: Browser | undefined;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser(await findBrowser());
  page = await openBundled(browser, entry, 'problemsInContent');
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
