import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { keepShortItems, keepShortParagraphs, snapToGrid } from './baseline-grid.ts';
import { keepContentsOnPage } from './contents-page.ts';
import { fillFeet, tailHeight } from './feet.ts';
import { keepFirstLines } from './first-lines.ts';
import { isTooLong, mostPages } from './fit.ts';

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
  await page.evaluate(fillFeet, { gaps: [{ section: 'aid', page: 4, free, photo }], ...tailHeight });
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

test('of cloths that follow one another none has the form of the one before', async () => {
  const pages = [4, 5, 6, 7];
  await page.setContent(
    pages.map((id) => `<section id="s${id}"><div data-tail hidden><svg></svg></div></section>`).join(''),
  );
  // Not in the order in which they stand.
  const gaps = pages.toReversed().map((id) => ({ section: `s${id}`, page: id, free: 150, photo: false }));
  await page.evaluate(fillFeet, { gaps, ...tailHeight });
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-tail]')].map(
      ({ className, children }) => `${className} ${children.length}`,
    ),
  );
  expect(shown).toEqual(['band 1', 'column 1', 'strips 3', 'halves 2']);
});

/** Item of a page of 100 mm, 378 pixels: a headline, a photograph of a height in pixels, a text that begins with a block. */
async function firstLines(photo: number, block: string, above = 0): Promise<Record<string, unknown>> {
  await page.setContent(`<style>
    * { margin: 0; font: 10px/20px serif }
    .first-lines { height: var(--first-lines, 120px) } .body { margin-top: calc(-1 * var(--first-lines, 120px)) }
    img { display: block; width: 100px; height: ${photo}px; object-fit: contain }
    </style><section><h2 style="height: ${above}px"></h2><article class="item"><h3 style="height: 20px"></h3>
    ${photo ? '<div class="lead-photo"><figure><img></figure></div>' : ''}
    <div class="first-lines"></div><div class="body">${block}<p>x</p></div></article></section>`);
  await page.evaluate(keepFirstLines, 100);
  return page.evaluate(() => {
    const item = document.querySelector<HTMLElement>('.item');
    return {
      room: item?.style.getPropertyValue('--first-lines'),
      photo: document.querySelector('img')?.style.maxHeight,
      apart: item?.classList.contains('apart'),
    };
  });
}

test.each([
  ['words', '<p>x</p>', '120px'],
  ['a low figure', '<figure style="height: 119px"></figure>', '120px'],
  ['a high figure', '<figure style="height: 121px"></figure>', '121px'],
  ['a list of facts', '<aside class="facts" style="height: 150px; margin-bottom: 20px"></aside>', '170px'],
])('at the head of a text %s has room on the page of the headline', async (_, block, room) => {
  expect(await firstLines(0, block)).toMatchObject({ room, apart: false });
});

test('an opening photograph gives way to the first lines, as far as 60 mm', async () => {
  // Of the page 373.95 pixels are to be had; the headline takes 20, the first lines 120.
  expect(await firstLines(233, '<p>x</p>')).toEqual({ room: '120px', photo: '', apart: false });
  expect(await firstLines(234, '<p>x</p>')).toMatchObject({ photo: '233.953px', apart: false });
  // 60 mm are 226.8 pixels: below them the text begins the next page.
  expect(await firstLines(240, '<p>x</p>', 7)).toMatchObject({ photo: '226.953px', apart: false });
  expect(await firstLines(240, '<p>x</p>', 8)).toMatchObject({ photo: '', apart: true });
});

test('contents that are too long for their page lose what matters least, all of a kind', async () => {
  const entry = (rank: string, height: number) =>
    `<li class="${rank} pictured"><div class="picture" style="height: 1px"></div><p class="summary" style="height: ${height}px">x</p></li>`;
  const shown = async (height: number) => {
    const entries = ['lead', 'brief', 'standard', 'brief'].map((rank) => entry(rank, height));
    await page.setContent(
      `<style>* { margin: 0; padding: 0; list-style: none } [hidden] { display: none }</style><nav class="contents">${entries.join('')}</nav>`,
    );
    await page.evaluate(keepContentsOnPage, 100);
    return page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.summary, .picture')]
        .filter(({ hidden }) => !hidden)
        .map(({ className, parentElement }) => `${parentElement?.classList[0] ?? ''} ${className}`),
    );
  };
  const pictures = ['lead picture', 'brief picture', 'standard picture', 'brief picture'];
  // 100 mm are 378 pixels, of which two are kept, and the pictures take four.
  expect(await shown(92)).toHaveLength(8);
  expect((await shown(93)).toSorted()).toEqual([...pictures, 'lead summary', 'standard summary'].toSorted());
  expect((await shown(186)).toSorted()).toEqual([...pictures, 'lead summary'].toSorted());
  expect(await shown(372)).toEqual(['lead picture', 'lead summary']);
  expect(await shown(376)).toEqual(['lead picture']);
  // More than all of that goes on on the next page, and may say all.
  await page.setContent(`<nav class="contents" style="height: 400px">${entry('brief', 20)}</nav>`);
  await page.evaluate(keepContentsOnPage, 100);
  expect(await page.evaluate(() => document.querySelector<HTMLElement>('.summary')?.hidden)).toBe(false);
});

test('a staple holds 32 pages and no more', () => {
  expect(mostPages).toBe(32);
  expect(isTooLong(32)).toBe(false);
  expect(isTooLong(33)).toBe(true);
});
