import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { keepShortItems, keepShortParagraphs, snapToGrid } from './baseline-grid.ts';
import { fillFeet, isTooLong, mostPages, tailHeight } from './fit.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser(await findBrowser({}));
  page = await browser.newPage();
});
afterAll(() => browser.close());

const paragraph = (lines: number, name = '') => `<p id="${name}">${'x<br>'.repeat(lines - 1)}x</p>`;
/** Lines of 20 pixels, with a margin of none. */
const item = (...content: string[]) =>
  `<style>* { margin: 0; font: 10px/20px serif }</style><article class="item"><div class="body">${content.join('')}</div></article>`;

async function kept(html: string): Promise<boolean> {
  await page.setContent(html);
  await page.evaluate(keepShortParagraphs);
  return page.evaluate(() => document.getElementById('own')?.style.breakInside === 'avoid');
}

test.each([
  [1, true],
  [3, true],
  [4, false],
  [5, false],
  [6, false],
])('a later paragraph of %i lines is kept whole: %s', async (lines, whole) => {
  expect(await kept(item(paragraph(6), paragraph(lines, 'own')))).toBe(whole);
});

test.each([
  [3, true],
  [4, false],
  [5, true],
  [6, false],
])('the first paragraph of an item, of %i lines, is kept whole: %s', async (lines, whole) => {
  expect(await kept(item(paragraph(lines, 'own'), paragraph(6)))).toBe(whole);
});

test.each([
  [40, 0, 40],
  [40, 0.009, 40],
  [40, 0.011, 60],
  [39, 0, 40],
  [41, 0, 60],
])('a block of %d pixels with %d below takes whole lines of 20: %d', async (height, below, taken) => {
  await page.setContent(
    item(`<blockquote style="height: ${height}px; margin-bottom: ${below}px"></blockquote>`),
  );
  await page.evaluate(snapToGrid);
  const least = await page.evaluate(() => document.querySelector('blockquote')?.style.minHeight ?? '');
  expect(Number.parseFloat(least) + below).toBeCloseTo(taken, 3);
});

test.each([
  [10, 'auto'],
  [11, ''],
])('what follows %i lines may begin a column: “%s”', async (lines, breaks) => {
  // The paragraph that follows is itself one of the lines.
  await page.setContent(item(paragraph(lines - 1), paragraph(1, 'own')));
  await page.evaluate(keepShortParagraphs);
  expect(await page.evaluate(() => document.getElementById('own')?.style.breakBefore)).toBe(breaks);
});

test.each([
  ['a note', '<div class="note">x</div>', 578, true],
  ['a note', '<div class="note">x</div>', 579, false],
  ['words alone', '<p>x</p>', 100, false],
])('an item with %s is kept on one page up to 578 pixels (%s, %d): %s', async (_, content, height, whole) => {
  await page.setContent(item(content));
  const kept = await page.evaluate((pixels) => {
    const element = document.querySelector<HTMLElement>('.item');
    if (element) element.style.height = `${pixels}px`;
    return element !== null;
  }, height);
  await page.evaluate(keepShortItems, 255);
  const breaks = await page.evaluate(() => document.querySelector<HTMLElement>('.item')?.style.breakInside);
  expect([kept, breaks === 'avoid']).toEqual([true, whole]);
});

/** What stands at the foot of a section below which so many millimetres are free. */
async function footOf(free: number, photo = false): Promise<string | undefined> {
  await page.setContent('<section id="aid"><div data-tail hidden></div></section>');
  await page.evaluate(fillFeet, { gaps: [{ section: 'aid', free, photo }], ...tailHeight });
  return page.evaluate(() => {
    const tail = document.querySelector<HTMLElement>('[data-tail]');
    return tail?.hidden ? undefined : tail?.style.height;
  });
}

test('a cloth fills a foot of 42 millimetres and more, and grows to 82', async () => {
  expect(await footOf(42.9)).toBeUndefined();
  expect(await footOf(43)).toBe('32mm');
  expect(await footOf(92)).toBe('81mm');
  expect(await footOf(93)).toBe('82mm');
  expect(await footOf(200)).toBe('82mm');
});

test('no cloth stands on a page that has a photograph', async () => {
  expect(await footOf(93, true)).toBeUndefined();
});

test('a staple holds 32 pages and no more', () => {
  expect(mostPages).toBe(32);
  expect(isTooLong(32)).toBe(false);
  expect(isTooLong(33)).toBe(true);
});
