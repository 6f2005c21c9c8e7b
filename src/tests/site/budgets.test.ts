import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { localeCodes } from '../../model/locales.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { kinds, type Kind } from '../../outputs/metadata/kinds.ts';
import { dist, html, pages } from './site.ts';
import { serveLikeAHost, weigh, type WebHost, type Weight } from '../../bench/weight.ts';

/**
 * Many readers have a slow phone. What a page may weigh over the wire, in kB (1,000 bytes). An issue shows pictures
 * of its printed pages, which come as the reader gets to them.
 */
const budgets = { html: 12, css: 12, script: 2, article: 100, page: 200, issue: 400 };

/** The search engine is a script, and the reader asks for it by opening its page. */
const searchScript = 60;

/** Cumulative Layout Shift that nobody sees: a name that comes in another face. */
const still = 0.01;

/**
 * Weighs a page. Chromium waits 50 ms for a preloaded optional face before it paints, and still takes one that comes up
 * to 50 ms later: about one load in forty moves something on a busy machine. What moves by itself moves in every load.
 */
async function weighStill(url: string): Promise<Weight> {
  let weight = await weigh(browser, url);
  for (let again = 0; again < 3 && weight.shift >= still; again += 1) weight = await weigh(browser, url);
  return weight;
}

const articles: readonly Kind[] = ['activity', 'story'];

const kB = (bytes: number): number => Math.round(bytes / 100) / 10;

let host: WebHost;
let browser: Browser;
beforeAll(async () => {
  host = await serveLikeAHost(dist);
  browser = await launchBrowser(await findBrowser());
});
afterAll(async () => {
  await browser.close();
  host.close();
});

test(`the HTML of every page is at most ${budgets.html} kB`, () => {
  // Print pages are read by the printing browser and by nobody over a network.
  const heavy = pages
    .filter((path) => !path.endsWith('/print/index.html'))
    .map((path) => ({ path, kB: kB(gzipSync(html(path)).length) }))
    .filter((one) => one.kB > budgets.html);
  expect(heavy).toEqual([]);
});

test(`all styles of the site together are at most ${budgets.css} kB`, () => {
  const printed = new Set(
    pages
      .filter((path) => path.endsWith('/print/index.html'))
      .flatMap((path) => [...html(path).matchAll(/\/(_astro\/[^"]+\.css)/g)].map(([, file]) => file)),
  );
  const read = new Set(
    pages
      .filter((path) => !path.endsWith('/print/index.html'))
      .flatMap((path) => [...html(path).matchAll(/\/(_astro\/[^"]+\.css)/g)].map(([, file]) => file)),
  );
  expect(printed.size).toBeGreaterThan(0);
  const files = readdirSync(join(dist, '_astro')).filter((file) => read.has(`_astro/${file}`));
  const weight = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(dist, '_astro', file))).length,
    0,
  );
  expect(files.length).toBeGreaterThan(0);
  expect(kB(weight)).toBeLessThanOrEqual(budgets.css);
});

test.each(localeCodes)('every kind of page in %s keeps its weight, and nothing moves', async (code) => {
  const over: unknown[] = [];
  for (const [kind, path] of Object.entries(kinds) as [Kind, string][]) {
    const url = localeUrl(code, path);
    const weight = await weighStill(host.origin + url);
    const all = articles.includes(kind) ? budgets.article : kind === 'issue' ? budgets.issue : budgets.page;
    const script = kind === 'search' ? searchScript : budgets.script;
    const fits =
      kB(weight.all) <= all &&
      kB(weight.html) <= budgets.html &&
      kB(weight.css) <= budgets.css &&
      kB(weight.script) <= script &&
      weight.shift < still;
    if (!fits) over.push({ url, ...weight });
    // The reader's own faces serve a Chinese page, but for words in Lao and Khmer: names of languages, titles.
    const faces = weight.fonts.filter((name) => !/^(name-|khmer-|noto-serif-lao-)/.test(name));
    if (code === 'zh' && faces.length > 0) over.push({ url, faces });
  }
  expect(over).toEqual([]);
});

test.each(localeCodes)('names of languages that come late move nothing in %s', async (code) => {
  const slow = await serveLikeAHost(dist, /\/name-/);
  try {
    const moved: unknown[] = [];
    for (const kind of ['home', 'activity', 'issues', 'issue'] as const) {
      const url = localeUrl(code, kinds[kind]);
      const { shift, fonts } = await weighStill(slow.origin + url);
      if (shift >= still || !fonts.some((name) => name.startsWith('name-')))
        moved.push({ url, shift, fonts });
    }
    expect(moved).toEqual([]);
  } finally {
    slow.close();
  }
});
