/**
 * Makes the length of an issue fit its sheets.
 *
 * A folded sheet has four pages, and what is left over would be empty paper. So the page is printed for trial in a
 * few type sizes, with its brief items kept whole or, where that may help, set like the others, its photographs large or
 * smaller, and the combination that leaves the least paper empty is taken. What stays empty below a section is then given to its cloth. Nothing is left out.
 *
 * The contract with the page:
 * - `--fit` scales the type of its text, the class `split` on its body lets brief items break over two pages, the class
 *   `compact` sets its lists closer, `small-photos` its photographs over both columns smaller;
 * - a section with `data-runs-on` begins below the one before it where the page has room for the whole of it;
 * - `[data-tail]`, hidden, at the end of a section is shown at the foot of a page that would stay half empty and has no
 *   photograph: of two pictures on a page the cloth is the lesser;
 * - a section with `data-spread` and the one behind it face each other: where it would begin on a right-hand page, one
 *   of those behind them goes before it, or a page without words (`data-blank-before`, see `paginate.ts`);
 * - `[data-foot]`, at the end of a section, is moved to the foot of its page.
 */
import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { prepareTexts } from './baseline-grid.ts';
import type { PagePosition } from './destinations.ts';
import { fillFeet, tailHeight } from './feet.ts';
import { a4 } from './formats.ts';
import { call, runInPage } from './in-page.ts';
import {
  asDesigned,
  blankPages,
  chooseFit,
  fewLines,
  worthBreaking,
  type Fit,
  type Setting,
  type Trial,
} from './trials.ts';
import { PrintError } from '../../build/print-error.ts';

/** What is fitted is A4. */
const { textHeight } = a4;

/** As designed first: of two that fit equally well the earlier is taken. */
export const typeSizes = [1, 0.98, 0.96, 0.94, 1.02, 1.04] as const;

/** Eight folded sheets: more than that no staple holds. */
export const mostPages = 32;

export const isTooLong = (pages: number): boolean => pages > mostPages;

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

/**
 * How the two pages of a spread come to face each other: as they are, by a section that goes before them, by a page without
 * words before them, of those that are needed anyway, or not at all.
 */
export function facing(
  spread: string | undefined,
  begins: Readonly<Record<string, number>>,
  length: { pages: number; blank: number },
): { readonly moved?: string; readonly blankBefore?: true; readonly apart?: true } {
  if (spread === undefined || isLeft((begins[spread] ?? 0) + (length.blank > 1 ? 1 : 0))) return {};
  const moved = sectionToMove(spread, begins, length);
  if (moved) return { moved };
  return length.blank > 0 ? { blankBefore: true } : { apart: true };
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
  const [{ marks, photos, texts, spread, briefs }] = await runInPage(page, call(setMarks));
  const set = (setting: Setting) =>
    runInPage(page, call(setType, setting), ...prepareTexts(textHeight), call(itemsApart));
  const tryOut = async (setting: Setting): Promise<Trial> => {
    const apartItems = (await set(setting)).at(-1) as string[];
    const pdf = await print();
    const found = places(pdf);
    const withPhoto = new Set(photos.map((id) => found.get(id)?.page));
    const gaps = marks.flatMap(({ id, section, item, next }) => {
      const end = found.get(id);
      const goesOn = next !== undefined && found.get(next)?.page === end?.page;
      if (!end || goesOn) return [];
      const free = Math.max(0, textHeight - end.fromTop);
      const brief = item !== undefined && next !== undefined && briefs.includes(next);
      return [
        { section, ...(item && { item }), page: end.page, free, photo: withPhoto.has(end.page), brief },
      ];
    });
    const begins = Object.fromEntries(
      marks.flatMap(({ section, runsOn }) =>
        runsOn ? [] : [[section, found.get(section)?.page ?? 0] as const],
      ),
    );
    const pages = pdf.getPageCount();
    const { apart = false } = facing(spread, begins, { pages, blank: blankPages(pages, pagesPerSheet) });
    // Chromium does so at times, whatever is told to stay together; where a text is to begin a page it is no fault.
    const torn = texts.filter(
      ({ item, first }) => !apartItems.includes(item) && found.get(item)?.page !== found.get(first)?.page,
    );
    return { ...setting, pages, gaps, begins, apart, torn: torn.length };
  };
  const trials: Trial[] = [];
  for (const typeSize of typeSizes) trials.push(await tryOut({ ...asDesigned, typeSize }));
  for (const { typeSize } of worthBreaking(trials, pagesPerSheet))
    trials.push(await tryOut({ ...asDesigned, typeSize, split: true }));
  const trySizes = async (setting: Setting) => {
    for (const typeSize of typeSizes) trials.push(await tryOut({ ...setting, typeSize }));
    return chooseFit(trials, pagesPerSheet);
  };
  let best = chooseFit(trials, pagesPerSheet);
  // Smaller photographs can only help where there are some: other issues are spared these trials.
  if (photos.length > 0) best = await trySizes({ ...best, smallPhotos: true });
  const asChosen = () => trials.find((trial) => isSet(trial, best));
  // Closer lists only where a list ends with a few lines.
  if (asChosen()?.gaps.some(({ item, free }) => !item && fewLines(free)))
    best = await trySizes({ ...best, compact: true });
  const least = Math.min(...trials.map(({ pages }) => pages));
  if (isTooLong(least)) {
    const longest = await page.evaluate(longestItem);
    throw new PrintError('tooManyPages', { pages: least, most: mostPages, ...longest });
  }

  const chosen = asChosen();
  if (!chosen) throw new Error('The chosen setting was not tried.');
  const { gaps, begins, pages } = chosen;
  await set(best);
  const { moved, blankBefore = false } = facing(spread, begins, { pages, blank: best.blank });
  await runInPage(
    page,
    call(moveBefore, { moved, spread, blankBefore }),
    call(fillFeet, { gaps, ...tailHeight }),
    call(removeMarks),
  );
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
 * Runs in the page: sets a mark behind every section and item, and a link to each, to each photograph and text, because
 * Chromium writes down the place of an element only where a link leads to it.
 */
function setMarks(): {
  marks: Mark[];
  photos: string[];
  texts: { item: string; first: string }[];
  spread: string | undefined;
  briefs: string[];
} {
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
  const texts = [...document.querySelectorAll('.item[id]')].flatMap((item, index) => {
    const first = item.querySelector(':scope > .body > *');
    if (!first) return [];
    first.id ||= `text-${index}`;
    lead(item.id);
    lead(first.id);
    return [{ item: item.id, first: first.id }];
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
  const spread = document.querySelector('[data-spread]')?.id;
  const briefs = [...document.querySelectorAll('.item.brief')].map(({ id }) => id);
  return { marks, photos, texts, spread, briefs };
}

/** Runs in the page. */
function removeMarks(): void {
  for (const mark of document.querySelectorAll('[data-mark]')) mark.remove();
}

/** Runs in the page: the items whose text begins a page, below none of its headline. */
function itemsApart(): string[] {
  return [...document.querySelectorAll('.item.apart')].map(({ id }) => id);
}

const isSet = (one: Setting, other: Setting): boolean =>
  one.typeSize === other.typeSize &&
  one.split === other.split &&
  one.compact === other.compact &&
  one.smallPhotos === other.smallPhotos;

/** Runs in the page. */
function setType({ typeSize, split, compact, smallPhotos }: Setting): void {
  document.documentElement.style.setProperty('--fit', String(typeSize));
  document.body.classList.toggle('split', split);
  document.body.classList.toggle('compact', compact);
  document.body.classList.toggle('small-photos', smallPhotos);
}

/** Runs in the page. */
function longestItem(): { id: string; headline: string } {
  const items = [...document.querySelectorAll<HTMLElement>('.item')];
  const [item] = items.sort((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0));
  return { id: item?.id ?? '', headline: item?.querySelector('.headline')?.textContent?.trim() ?? '' };
}

/**
 * Runs in the page: moves a section, with those that run on below it, and their entries in the contents, or says that a
 * page without words goes there.
 */
function moveBefore({
  moved,
  spread,
  blankBefore,
}: {
  moved: string | undefined;
  spread: string | undefined;
  blankBefore: boolean;
}): void {
  if (blankBefore) document.querySelector('[data-spread]')?.setAttribute('data-blank-before', '');
  if (moved === undefined || spread === undefined) return;
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
