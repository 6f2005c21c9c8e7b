/** What trial prints of an issue show, and which of them is the best: arithmetic alone, no page is touched (`fit.ts`). */
import type { Gap } from './feet.ts';
import { a4 } from './formats.ts';

/** What is fitted is A4. */
const { textHeight } = a4;

/** How an issue is set. */
export interface Setting {
  typeSize: number;
  /** Whether brief items may break over two pages. */
  split: boolean;
  /** Whether the calendar and the unions are set closer. */
  compact: boolean;
  /** Whether photographs over both columns take two thirds of them, their words beside. */
  smallPhotos: boolean;
}

/** Before anything is made to fit. */
export const asDesigned: Setting = { typeSize: 1, split: false, compact: false, smallPhotos: false };

/** What one trial print shows. */
export interface Trial extends Setting {
  /** With the back cover. */
  pages: number;
  /** Free millimetres below each section, and below each item whose successor begins on another page. */
  gaps: Gap[];
  /** The page on which each section begins; of those that run on below another none. */
  begins: Record<string, number>;
  /** Whether the pages of a spread would not face each other, whatever goes before them. */
  apart: boolean;
  /** How many headlines stand on the page before their text. */
  torn: number;
}

export interface Fit extends Setting {
  /** Pages without words that remain. */
  blank: number;
}

/**
 * The best combination: least empty paper, counted in pages, where each hundredth of the type's size by which it
 * leaves the design weighs as a tenth of a page, the breaking of brief items, the closeness of lists and small photographs
 * as a fifth, a spread whose pages do not face each other as a half, and a headline on the page before its text as two.
 *
 * @example
 * chooseFit([{ ...asDesigned, pages: 19, gaps: [], begins: {}, apart: false, torn: 0 }], 4) // => { ...asDesigned, blank: 1 }
 */
export function chooseFit(trials: readonly Trial[], pagesPerSheet: number): Fit {
  let best: { fit: Fit; cost: number } | undefined;
  for (const trial of trials) {
    const { typeSize, split, compact, smallPhotos, pages } = trial;
    const cost = costOf(trial, pagesPerSheet);
    if (!best || cost < best.cost - 1e-9) {
      const blank = blankPages(pages, pagesPerSheet);
      best = { fit: { typeSize, split, compact, smallPhotos, blank }, cost };
    }
  }
  if (!best) throw new Error('An issue cannot be fitted without a trial print.');
  return best.fit;
}

function costOf(trial: Trial, pagesPerSheet: number): number {
  const { typeSize, split, compact, smallPhotos, pages, gaps, apart, torn } = trial;
  const blank = blankPages(pages, pagesPerSheet);
  const empty = gaps.reduce(
    (sum, { free }) => sum + free / textHeight + (fewLines(free) ? fewLinesCost : 0),
    0,
  );
  const changes = [split, compact, smallPhotos].filter(Boolean).length;
  return (
    blank + empty + Math.abs(typeSize - 1) * 10 + changes * changeCost + (apart ? 0.5 : 0) + torn * tornCost
  );
}

/** What each change of the design but that of its size costs, in pages; a page of a few lines; a headline without its text. */
const [changeCost, fewLinesCost, tornCost] = [0.2, 0.9, 2];

/** Pages without words that an issue of so many needs to fill its sheets. */
export const blankPages = (pages: number, pagesPerSheet: number): number =>
  (pagesPerSheet - (pages % pagesPerSheet)) % pagesPerSheet;

/** Whether so much of a page is free that it looks worse than two half pages. */
export const fewLines = (free: number): boolean => free > 0.7 * textHeight;

/**
 * Those of an issue's trials, with its brief items whole, that may become the best where the items break. What breaks takes
 * at most the paper above it. More is to be gained only where a section thereby needs a page less, a page of a few lines
 * is filled, or a headline comes to its text. The last two lines count as filled: columns that break are balanced twice.
 */
export function worthBreaking(trials: readonly Trial[], pagesPerSheet: number): Trial[] {
  const least = Math.min(...trials.map((trial) => costOf(trial, pagesPerSheet)));
  return trials.filter((trial) => leastBroken(trial, pagesPerSheet) < least);
}

/** What the issue would cost at the least with its brief items broken. */
function leastBroken(trial: Trial, pagesPerSheet: number): number {
  const { gaps, pages, torn } = trial;
  let [above, aboveAll, saved, few] = [0, 0, 0, 0];
  for (const { item, free, brief } of gaps) {
    if (brief) above += free;
    if (brief && fewLines(free)) few += 1;
    if (item !== undefined) continue;
    const beyond = above + twoLines - (textHeight - free);
    if (above > 0 && beyond >= 0) {
      saved += 1 + Math.floor(beyond / textHeight);
      if (fewLines(free)) few += 1;
    }
    aboveAll += above;
    above = 0;
  }
  // A page less is a page of paper less, but for those without words that the sheets then need more.
  const lengths = Array.from(
    { length: saved + 1 },
    (_, less) => blankPages(pages - less, pagesPerSheet) - less,
  );
  const length = Math.min(...lengths) - blankPages(pages, pagesPerSheet);
  return (
    costOf(trial, pagesPerSheet) +
    changeCost +
    length -
    aboveAll / textHeight -
    few * fewLinesCost -
    torn * tornCost
  );
}

/** In millimetres, of the largest script. */
const twoLines = 14;
