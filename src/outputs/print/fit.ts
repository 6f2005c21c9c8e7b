/**
 * Makes the length of an issue fit its sheets.
 *
 * A folded sheet has four pages, and what is left over would be empty paper. So the page is printed for trial in a
 * few type sizes, with its brief items kept whole or set like the others, and the combination that leaves the least
 * paper empty is taken. What stays empty below a section is then given to its cloth. Nothing is left out.
 *
 * The contract with the page:
 * - `--fit` scales the type of its text, the class `split` on its body lets brief items break over two pages, the class
 *   `compact` sets its lists closer;
 * - a section with `data-runs-on` begins below the one before it where the page has room for the whole of it;
 * - `[data-tail]`, hidden, at the end of a section is shown at the foot of a page that would stay half empty and has no
 *   photograph: of two pictures on a page the cloth is the lesser;
 * - a section with `data-spread` and the one behind it face each other: where it would begin on a right-hand page, one
 *   of those behind them goes before it;
 * - `[data-foot]`, at the end of a section, is moved to the foot of its page.
 */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { keepShortItems, keepShortParagraphs, snapToGrid } from './baseline-grid.ts';
import type { PagePosition } from './destinations.ts';
import { a4 } from './formats.ts';
import { PrintError } from '../../build/print-error.ts';

/** What is fitted is A4. */
const { textHeight } = a4;

/** As designed first: of two that fit equally well the earlier is taken. */
export const typeSizes = [1, 0.98, 0.96, 0.94, 1.02, 1.04] as const;

/** Eight folded sheets: more than that no staple holds. */
export const mostPages = 32;

export const isTooLong = (pages: number): boolean => pages > mostPages;

/** A tail is as high as this at most, in millimetres, and is not shown where less than the smaller number is free. */
export const tailHeight = { most: 82, room: 42 };

/** Free paper at the foot of a page. */
interface Gap {
  section: string;
  item?: string;
  /** Millimetres. */
  free: number;
  /** Whether the page has a photograph. */
  photo: boolean;
}

/** What one trial print shows. */
export interface Trial {
  typeSize: number;
  /** Whether brief items may break over two pages. */
  split: boolean;
  /** Whether the calendar and the unions are set closer. */
  compact: boolean;
  /** With the back cover. */
  pages: number;
  /** Free millimetres below each section, and below each item whose successor begins on another page. */
  gaps: Gap[];
  /** The page on which each section begins; of those that run on below another none. */
  begins: Record<string, number>;
  /** Whether the pages of a spread would not face each other, whatever goes before them. */
  apart: boolean;
}

export interface Fit {
  typeSize: number;
  split: boolean;
  compact: boolean;
  /** Pages without words that remain. */
  blank: number;
}

/**
 * The best combination: least empty paper, counted in pages, where each hundredth of the type's size by which it
 * leaves the design weighs as a tenth of a page, the breaking of brief items and the closeness of lists as a fifth, and a
 * spread whose pages do not face each other as a half.
 *
 * @example
 * chooseFit([{ typeSize: 1, split: false, compact: false, pages: 19, gaps: [], begins: {}, apart: false }], 4)
 * // => { typeSize: 1, split: false, compact: false, blank: 1 }
 */
export function chooseFit(trials: readonly Trial[], pagesPerSheet: number): Fit {
  let best: (Fit & { cost: number }) | undefined;
  for (const { typeSize, split, compact, pages, gaps, apart } of trials) {
    const blank = blankPages(pages, pagesPerSheet);
    const empty = gaps.reduce((sum, { free }) => sum + free / textHeight + (fewLines(free) ? 0.9 : 0), 0);
    const cost =
      blank +
      empty +
      Math.abs(typeSize - 1) * 10 +
      (split ? 0.2 : 0) +
      (compact ? 0.2 : 0) +
      (apart ? 0.5 : 0);
    if (!best || cost < best.cost - 1e-9) best = { typeSize, split, compact, blank, cost };
  }
  if (!best) throw new Error('An issue cannot be fitted without a trial print.');
  const { typeSize, split, compact, blank } = best;
  return { typeSize, split, compact, blank };
}

const blankPages = (pages: number, pagesPerSheet: number): number =>
  (pagesPerSheet - (pages % pagesPerSheet)) % pagesPerSheet;

/** Whether so much of a page is free that it looks worse than two half pages. */
const fewLines = (free: number): boolean => free > 0.7 * textHeight;

/**
 * The section that goes before a spread so that it begins on a left-hand page, which has an even number: the first
 * behind it with an odd number of pages.
 *
 * @example
 * sectionToMove('figures', { figures: 11, facing: 12, calendar: 13, unions: 14 }, { pages: 16, blank: 0 }) // => 'calendar'
 */
export function sectionToMove(
  spread: string,
  begins: Readonly<Record<string, number>>,
  { pages, blank }: { pages: number; blank: number },
): string | undefined {
  // The second of two blank pages will come behind the cover (`paginate.ts`).
  const shift = blank > 1 ? 1 : 0;
  if (isLeft((begins[spread] ?? 0) + shift)) return undefined;
  const sections = Object.entries(begins).filter(
    ([, page], index, all) => page > 0 && page !== all[index - 1]?.[1],
  );
  const at = sections.findIndex(([id]) => id === spread);
  return sections.find(([, page], index) => {
    // The back cover is the last page.
    const next = sections[index + 1]?.[1] ?? pages;
    return index > at + 1 && (next - page) % 2 === 1;
  })?.[0];
}

const isLeft = (page: number): boolean => page % 2 === 0;

/** Whether nothing brings the two pages of a spread to face each other. */
function standsApart(
  spread: string | undefined,
  begins: Readonly<Record<string, number>>,
  { pages, blank }: { pages: number; blank: number },
): boolean {
  if (spread === undefined || isLeft((begins[spread] ?? 0) + (blank > 1 ? 1 : 0))) return false;
  return sectionToMove(spread, begins, { pages, blank }) === undefined;
}

interface FitOptions {
  page: Page;
  pagesPerSheet: number;
  /** Prints for trial. */
  print: () => Promise<PDFDocument>;
  /** Where the named elements stand on the printed pages. */
  places: (pdf: PDFDocument) => Map<string, PagePosition>;
}

/** Fits the loaded page. Leaves it as it is to be printed. */
export async function fit({ page, pagesPerSheet, print, places }: FitOptions): Promise<Fit> {
  const { marks, photos } = await page.evaluate(setMarks);
  const spread = await page.evaluate(() => document.querySelector('[data-spread]')?.id);
  const trials: Trial[] = [];
  const tryOut = async (typeSize: number, split: boolean, compact: boolean): Promise<Trial> => {
    await page.evaluate(setType, { typeSize, split, compact });
    await page.evaluate(snapToGrid);
    await page.evaluate(keepShortParagraphs);
    await page.evaluate(keepShortItems, textHeight);
    const pdf = await print();
    const found = places(pdf);
    const withPhoto = new Set(photos.map((id) => found.get(id)?.page));
    const gaps = marks.flatMap(({ id, section, item, next }) => {
      const end = found.get(id);
      const goesOn = next !== undefined && found.get(next)?.page === end?.page;
      if (!end || goesOn) return [];
      const free = Math.max(0, textHeight - end.fromTop);
      return [{ section, ...(item && { item }), free, photo: withPhoto.has(end.page) }];
    });
    const begins = Object.fromEntries(
      marks.flatMap(({ section, runsOn }) =>
        runsOn ? [] : [[section, found.get(section)?.page ?? 0] as const],
      ),
    );
    const pages = pdf.getPageCount();
    const apart = standsApart(spread, begins, { pages, blank: blankPages(pages, pagesPerSheet) });
    return { typeSize, split, compact, pages, gaps, begins, apart };
  };
  const hasBrief = await page.evaluate(() => document.querySelector('.item.brief') !== null);
  for (const split of hasBrief ? [false, true] : [false]) {
    for (const size of typeSizes) trials.push(await tryOut(size, split, false));
  }
  let best = chooseFit(trials, pagesPerSheet);
  const chosen = trials.find(({ typeSize, split }) => typeSize === best.typeSize && split === best.split);
  // Closer lists can only help where a list ends with a few lines: other issues are spared these trials.
  if (chosen?.gaps.some(({ item, free }) => !item && fewLines(free))) {
    for (const size of typeSizes) trials.push(await tryOut(size, best.split, true));
    best = chooseFit(trials, pagesPerSheet);
  }
  const least = Math.min(...trials.map(({ pages }) => pages));
  if (isTooLong(least)) {
    const longest = await page.evaluate(longestItem);
    throw new PrintError('tooManyPages', { pages: least, most: mostPages, ...longest });
  }

  const { gaps, begins, pages } = await tryOut(best.typeSize, best.split, best.compact);
  const moved = spread && sectionToMove(spread, begins, { pages, blank: best.blank });
  if (moved) await page.evaluate(moveBefore, { moved, spread });
  await page.evaluate(fillFeet, { gaps, ...tailHeight });
  await page.evaluate(() => document.querySelectorAll('[data-mark]').forEach((mark) => mark.remove()));
  return best;
}

interface Mark {
  /** Of the mark, an element without height. */
  id: string;
  /** Id of the section that it stands in. */
  section: string;
  /** Id of the item that it stands behind; of none at the end of a section. */
  item: string | undefined;
  /** Whether the section begins below the one before it. */
  runsOn: boolean;
  /** Id of the item that follows within the section; at its end, of a section that runs on. */
  next: string | undefined;
}

/**
 * Runs in the page: sets a mark behind every section and item, and a link to each and to each photograph, because
 * Chromium writes down the place of an element only where a link leads to it.
 */
function setMarks(): { marks: Mark[]; photos: string[] } {
  const marks: Mark[] = [];
  const links = document.createElement('div');
  links.hidden = true;
  links.dataset['mark'] = '';
  const lead = (id: string) => {
    const link = document.createElement('a');
    link.href = `#${id}`;
    links.append(link);
  };
  const photos = [...document.querySelectorAll('.item figure:has(> img)')].map((photo, index) => {
    photo.id = `photo-${index}`;
    lead(photo.id);
    return photo.id;
  });
  const set = (where: (mark: Element) => void, section: Element, item?: Element, next?: Element) => {
    const mark = document.createElement('div');
    mark.id = `mark-${marks.length}`;
    mark.dataset['mark'] = '';
    mark.style.breakBefore = 'avoid';
    where(mark);
    lead(mark.id);
    lead(section.id);
    marks.push({
      id: mark.id,
      section: section.id,
      runsOn: section.hasAttribute('data-runs-on'),
      item: item?.id,
      next: next?.id,
    });
  };
  for (const section of document.querySelectorAll('body > :is(section, nav)[id]')) {
    for (const item of section.querySelectorAll('.item')) {
      const next = [...section.querySelectorAll('.item')].find(
        (other) => item.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING,
      );
      if (next) set((mark) => item.after(mark), section, item, next);
    }
    const after = section.nextElementSibling;
    const runsOn = after?.hasAttribute('data-runs-on') ? after : undefined;
    set((mark) => section.append(mark), section, undefined, runsOn);
  }
  document.body.append(links);
  return { marks, photos };
}

/** Runs in the page. */
function setType({ typeSize, split, compact }: { typeSize: number; split: boolean; compact: boolean }): void {
  document.documentElement.style.setProperty('--fit', String(typeSize));
  document.body.classList.toggle('split', split);
  document.body.classList.toggle('compact', compact);
}

/** Runs in the page. */
function longestItem(): { id: string; headline: string } {
  const items = [...document.querySelectorAll<HTMLElement>('.item')];
  const [item] = items.sort((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0));
  return { id: item?.id ?? '', headline: item?.querySelector('.headline')?.textContent?.trim() ?? '' };
}

/** Runs in the page: moves a section, with those that run on below it, and their entries in the contents. */
function moveBefore({ moved, spread }: { moved: string; spread: string }): void {
  const entry = (id: string) => document.querySelector(`a[data-toc][href="#${id}"]`)?.closest('li');
  const [target, line] = [document.getElementById(spread), entry(spread)];
  for (let next = document.getElementById(moved); next;) {
    const after = next.nextElementSibling;
    const own = entry(next.id);
    target?.before(next);
    if (own) line?.before(own);
    next = after instanceof HTMLElement && after.hasAttribute('data-runs-on') ? after : null;
  }
}

/** Runs in the page: gives the free paper at the end of a section, or below an item, to what waits for it. */
export function fillFeet({ gaps, most, room }: { gaps: Gap[]; most: number; room: number }): void {
  for (const { section: id, item, free, photo } of gaps) {
    const section = document.getElementById(id);
    // A millimetre less: a rounding must not make a page.
    const left = free - 1;
    const foot = item ? undefined : section?.querySelector<HTMLElement>(':scope > [data-foot]');
    if (foot && left > 0) foot.style.marginTop = `calc(${getComputedStyle(foot).marginTop} + ${left}mm)`;
    let tail = section?.querySelector<HTMLElement>(':scope > [data-tail]');
    if (!tail || photo || left < room) continue;
    if (item) {
      // The next item begins on the next page.
      const before = document.getElementById(item);
      const own = tail.cloneNode(true) as HTMLElement;
      own.removeAttribute('data-tail');
      own.style.breakBefore = 'avoid';
      before?.after(own);
      tail = own;
    }
    const height = Math.min(most, left - 10);
    tail.hidden = false;
    tail.style.height = `${height}mm`;
    tail.style.marginTop = `${left - height}mm`;
  }
}
