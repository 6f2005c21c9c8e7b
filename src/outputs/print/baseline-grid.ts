/*
 * Prepares texts in two columns for the page. The functions run in the page, after its type was set and before it is
 * printed; running them again changes nothing.
 */
import { keepContentsOnPage } from './contents-page.ts';
import { keepFirstLines } from './first-lines.ts';
import { call, type Call } from './in-page.ts';

/** All of it, to be run in that order. @param textHeight of a page, in millimetres */
export const prepareTexts = (textHeight: number): Call<void>[] => [
  call(snapToGrid),
  call(keepShortParagraphs),
  call(keepShortItems, textHeight),
  call(keepFirstLines, textHeight),
  call(keepContentsOnPage, textHeight),
];

/**
 * Makes what stands in the columns of a text a whole number of lines high, so that the lines of both columns stand on
 * one grid. Chromium has no `line-height-step`, and CSS cannot round a height that follows from the content.
 */
export function snapToGrid(): void {
  const blocks = '.body > :is(figure, blockquote, table, .note, .pull-quote, .facts), .item.brief > .facts';
  const found = [...document.querySelectorAll<HTMLElement>(blocks)];
  for (const block of found) block.style.minHeight = '';
  const heights = found.map((block) => {
    const body = block.closest('.item')?.querySelector('.body') ?? block.parentElement;
    const line = Number.parseFloat(body ? getComputedStyle(body).lineHeight : '');
    const below = Number.parseFloat(getComputedStyle(block).marginBottom);
    // A hundredth less: the sums of rounded heights may be that much too large.
    const lines = Math.ceil((block.getBoundingClientRect().height + below - 0.01) / line);
    return lines * line - below;
  });
  // Nothing is written before everything is measured: the browser would lay the page out anew for each.
  found.forEach((block, index) => (block.style.minHeight = `${heights[index]}px`));
}

/**
 * Keeps paragraphs whole that could only be broken badly. Chromium leaves one line alone (a widow) where it would
 * otherwise have to break at a place that is to be avoided, such as between a headline's facts and its text. A
 * paragraph of three lines has no good break, nor has the first of an item, should it come to lie in two columns and on
 * the next page, if it has five. The entries of lists are paragraphs too.
 */
export function keepShortParagraphs(): void {
  const bodies = [...document.querySelectorAll<HTMLElement>('.item .body')];
  const measured = bodies.map((body) => {
    const line = Number.parseFloat(getComputedStyle(body).lineHeight);
    const paragraphs = [...body.querySelectorAll<HTMLElement>(':scope > p, :scope > :is(ul, ol) > li')];
    return paragraphs.map((paragraph) => {
      // The width of a paragraph in columns is that of its column; its height that of its lines, wherever they stand.
      const height = [...paragraph.getClientRects()].reduce((sum, rect) => sum + rect.height, 0);
      return { paragraph, lines: Math.round(height / line) };
    });
  });
  // Nothing is written before everything is measured, as above.
  bodies.forEach((body, index) => {
    const paragraphs = measured[index] ?? [];
    for (const [place, { paragraph, lines }] of paragraphs.entries())
      paragraph.style.breakInside = lines <= 3 || (place === 0 && lines === 5) ? 'avoid' : '';
    const all = paragraphs.reduce((sum, { lines }) => sum + lines, 0);
    // So few lines stand on the page of their headline (`.first-lines`): what follows them may begin the other column.
    const last = body.querySelector<HTMLElement>(':scope > p:last-child');
    if (last) last.style.breakBefore = all <= 10 ? 'auto' : '';
  });
}

/**
 * Keeps an item with a note on one page, where it is so short that a page loses little by it: the note, which cannot be
 * broken, would go to the next page alone.
 * @param textHeight of a page, in millimetres
 */
export function keepShortItems(textHeight: number): void {
  /** Three fifths of a page in CSS pixels. */
  const most = (0.6 * textHeight * 96) / 25.4;
  const items = [...document.querySelectorAll<HTMLElement>('.item:has(> .body > .note)')];
  const short = items.map((item) => item.getBoundingClientRect().height <= most);
  items.forEach((item, index) => (item.style.breakInside = short[index] ? 'avoid' : ''));
}
