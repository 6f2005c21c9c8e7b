import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { bytesOfCase } from '../../tests/cases.ts';
import { openBundled } from '../../tests/in-browser.ts';
import { recordOfWord } from '../../tests/word-in-browser.ts';

/** An article in Word is read in a browser with the very code that reads it in Node: a button of the editor. */

const entry = join(import.meta.dirname, '../../tests/word-in-browser.ts');
const samples = join(import.meta.dirname, 'samples');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const content = Object.fromEntries([...bytesOfCase('good')].map(([path, bytes]) => [path, base64(bytes)]));

let browser: Browser | undefined;
let page: Page;
const asked: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser(await findBrowser());
  page = await openBundled(browser, entry, 'recordOfWordInPage');
  page.on('request', (request) => asked.push(request.url()));
});
afterAll(async () => {
  await browser?.close();
});

test('the page has nothing of Node', async () => {
  expect(await page.evaluate(() => [typeof process, typeof Buffer])).toEqual(['undefined', 'undefined']);
});

test.each(readdirSync(samples).filter((name) => !name.endsWith('.md')))(
  '%s becomes the same record in a browser',
  async (name) => {
    const word = base64(readFileSync(join(samples, name)));
    const inBrowser = await page.evaluate(([one, files]) => globalThis.recordOfWordInPage(one, files), [
      word,
      content,
    ] as const);
    expect(inBrowser).toEqual(await recordOfWord(word, content));
    expect(JSON.stringify(inBrowser)).toMatch(
      name.endsWith('.docx') && !name.startsWith('renamed') ? /"draft"/ : /"refused"/,
    );
  },
);

test('nothing of the file is sent anywhere', () => {
  expect(asked).toEqual([]);
});
