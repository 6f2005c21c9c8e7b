import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articleEditionsOf, editionsOf } from '../../editions/editions.ts';
import { compounds } from '../../i18n/line-ends.ts';
import { localeOfPath } from '../../i18n/urls.ts';
import { nonEmpty } from '../non-empty.ts';
import { readAsChrome } from '../print/readers.ts';
import { bulletin, dist, html, openSite, pages, type Site } from './site.ts';

/**
 * No frequent word of Lao or Khmer is torn at the end of a line: on the narrowest screen, on every page, and on paper.
 */

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(async () => {
  await site.close();
});

/** What was found of the words in a page or a file. */
interface Found {
  readonly words: number;
  /** `…end of line|next line…` */
  readonly torn: readonly string[];
}

/** Runs in the page: where each of `words` stands, and whether on one line. */
function wordsOnScreen(words: readonly string[]): Found {
  const pattern = new RegExp(words.join('|'), 'gu');
  // Text that stands in one block, whatever marks parts of it.
  const blocks: { nodes: { node: Text; start: number }[]; text: string }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let last: Element | undefined;
  const blockOf = (node: Node): Element | undefined => {
    let one = node.parentElement;
    while (one && getComputedStyle(one).display.startsWith('inline')) one = one.parentElement;
    return one ?? undefined;
  };
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const block = blockOf(node);
    if (!node.parentElement?.checkVisibility() || node.data.trim() === '') continue;
    if (block !== last || blocks.length === 0) blocks.push({ nodes: [], text: '' });
    last = block;
    const current = blocks.at(-1);
    current?.nodes.push({ node, start: current.text.length });
    if (current) current.text += node.data;
  }
  const torn: string[] = [];
  let count = 0;
  const range = document.createRange();
  for (const { nodes, text } of blocks) {
    for (const { 0: word, index } of text.matchAll(pattern)) {
      const at = (offset: number) => nodes.findLast(({ start }) => start <= offset);
      const [first, final] = [at(index), at(index + word.length - 1)];
      if (!first || !final) continue;
      range.setStart(first.node, index - first.start);
      range.setEnd(final.node, index + word.length - final.start);
      const tops = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top);
      if (tops.length === 0) continue;
      count++;
      if (Math.max(...tops) - Math.min(...tops) > 8)
        torn.push(text.slice(Math.max(0, index - 15), index + word.length + 15));
    }
  }
  return { words: count, torn };
}

/** Where a line of a page of a PDF ends within a word. */
function wordsOnPaper(page: string, words: readonly string[]): Found {
  // Between any two letters of a word a line may end.
  const pattern = new RegExp(words.map((word) => [...word].join('(?:\\s*\\r?\\n\\s*)?')).join('|'), 'gu');
  const found = [...page.matchAll(pattern)].map(([word]) => word);
  return {
    words: found.length,
    torn: found.filter((word) => word.includes('\n')).map((word) => word.replace(/\s+/g, '|')),
  };
}

test('a word that ends a line in its middle is found on paper, and one at the end of a line is not', () => {
  expect(wordsOnPaper('ກ ນະ\r\nຄອນ ນະຄອນ\r\nຂ', compounds.lo)).toEqual({ words: 2, torn: ['ນະ|ຄອນ'] });
});

describe.each(['lo', 'km'] as const)('frequent words in %s stay whole', (locale) => {
  const words = [...compounds[locale]].sort((a, b) => b.length - a.length);

  test('on every page at 320 pixels', async () => {
    const own = pages.filter((path) => localeOfPath(path) === locale);
    const page = await site.browser.newPage({ viewport: { width: 320, height: 640 } });
    const faults: string[] = [];
    let seen = 0;
    try {
      for (const path of nonEmpty(own, `pages in ${locale}`).filter((one) =>
        words.some((word) => html(one).includes(word)),
      )) {
        await page.goto(site.origin + path.replace(/index\.html$/, ''), { waitUntil: 'load' });
        await page.evaluate(() => document.fonts.ready);
        const found = await page.evaluate(wordsOnScreen, words);
        seen += found.words;
        faults.push(...found.torn.map((where) => `${path}: ${where}`));
      }
    } finally {
      await page.close();
    }
    expect(faults).toEqual([]);
    expect(seen).toBeGreaterThan(own.length);
  });

  test('in every PDF', async () => {
    const editions = [...editionsOf(bulletin), ...articleEditionsOf(bulletin)].filter(
      (one) => one.locale === locale,
    );
    const faults: string[] = [];
    let seen = 0;
    for (const { out } of nonEmpty(editions, `editions in ${locale}`)) {
      const paper = await readAsChrome(readFileSync(join(dist, out)));
      for (const [at, page] of paper.entries()) {
        const found = wordsOnPaper(page, words);
        seen += found.words;
        faults.push(...found.torn.map((where) => `${out}, page ${at + 1}: ${where}`));
      }
    }
    expect(faults).toEqual([]);
    expect(seen).toBeGreaterThan(100);
  });
});
