/**
 * Prints a page whose contents name page numbers.
 *
 * Chromium says that it knows `target-counter()`, and gets it wrong. So the page is printed, the pages on which the
 * linked elements began are read out of the PDF, written into the contents, and the page is printed again until
 * nothing changes.
 *
 * The contract with the page:
 * - an entry of the contents is `<a href="#item-x" data-toc>` with a `<span data-page-number></span>` in it, wide
 *   enough for the number from the start;
 * - the element that it names begins with that id, in ASCII;
 * - `.back-cover`, where there is one, is the last page; the length is fitted (`fit.ts`), and pages without words are
 *   put before it, or before the element with `data-blank-before`, one of several behind the cover, until the number of pages is a multiple of four: a folded sheet
 *   has four. What they show is the content of `<template id="filler">`.
 */
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { prepareTexts } from './baseline-grid.ts';
import { destinations } from './destinations.ts';
import { fit } from './fit.ts';
import { a4, widthInPixels, type Format } from './formats.ts';
import { call, runInPage, type Call } from './in-page.ts';
import { readPassages, type Passage } from './passages.ts';
import type { Served } from '../../build/serve.ts';
import { unprintable } from '../../model/printable.ts';
import { PrintError } from '../../build/print-error.ts';

/** The second round fills in the numbers, a third confirms them where filling moved something. */
const maxRounds = 4;

export interface PaginateOptions {
  page: Page;
  /** Full address of the print page. */
  url: string;
  /** Shows it. Default: it is loaded. */
  show?: () => Promise<void>;
  /** What `serve` answered and refused. */
  served: Served;
  /** Pages per folded sheet: the number of pages becomes a multiple of it. Default: 4; 1 for no empty pages. */
  pagesPerSheet?: number;
  /** Default: A4, which alone is fitted. */
  format?: Format;
}

export interface Paginated {
  /** As the browser has printed it. */
  pdf: Uint8Array;
  pages: number;
  /** The words of the page's headings, in order. */
  headings: string[];
  /** The words of its links: address, or `#id`, → words. */
  links: Record<string, string>;
  /** What it says, piece by piece. */
  passages: Passage[];
  /** How often it was printed. */
  rounds: number;
}

/**
 * Nothing is drawn in trial prints: where elements stand is written down all the same, and neither pictures are decoded
 * nor fonts cut for it.
 */
const unseenStyle = '*, ::before, ::after { visibility: hidden !important; }';

const paper = { preferCSSPageSize: true, printBackground: true };
const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false });

/** Loads the page, prints it until the contents are true, and throws with the reason where it cannot be printed. */
export async function paginate({
  page,
  url,
  served,
  show = () => loadPage(page, url),
  pagesPerSheet = 4,
  format = a4,
}: PaginateOptions): Promise<Paginated> {
  try {
    await show();
  } catch (error) {
    throw served.missing.length > 0 ? missingFiles(served) : error;
  }
  // What is measured in the page is as wide as it will be on paper, and what nobody sees of it is not drawn.
  const width = widthInPixels(format);
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 10 });
  const shown = call(setRules, [format.style]);
  const unseen = call(setRules, [format.style, unseenStyle]);
  const [, , problems, text, hasNumbers] = await runInPage(
    page,
    shown,
    call(sayOfFormat, format.words),
    call(wrongEntries),
    call(textOfPage),
    call(hasContents),
  );
  if (problems.length > 0) throw new Error(`The contents of the issue are wrong: ${problems.join('; ')}.`);
  checkGlyphs(text);

  await settle(page, served);
  await checkSizes(page, prepareTexts(format.textHeight));
  if (pagesPerSheet > 1 && format === a4) {
    await runInPage(page, unseen);
    const print = async () => load(await page.pdf(paper));
    await fit({ page, pagesPerSheet, print, places: destinations });
    await checkSizes(page);
  }

  let last = '';
  // Where there are numbers to be written, the first print is for them alone; so is the next where pages were added.
  let isTrial = hasNumbers;
  for (let round = 1; round <= maxRounds; round++) {
    const asked = await settle(page, served, isTrial ? unseen : shown);
    const bytes = await page.pdf(isTrial ? paper : { ...paper, tagged: true, outline: true });
    const pdf = await load(bytes);
    const numbers = [...destinations(pdf)].map(([name, place]): [string, number] => [name, place.page]);
    const [askedNow, state] = await runInPage(
      page,
      call(facesAsked),
      call(fillIn, { numbers: Object.fromEntries(numbers), pages: pdf.getPageCount(), pagesPerSheet }),
    );
    if (state.unknown.length > 0) {
      throw new Error(`The browser printed no place for ${state.unknown.join(', ')}, named in the contents.`);
    }
    // Faces that only the margins of the page use are asked for while it is printed: then it was printed without.
    if (!isTrial && askedNow === asked && state.now === last && state.changed === 0) {
      const [words, passages] = await runInPage(page, call(readWords), call(readPassages));
      return { pdf: bytes, pages: pdf.getPageCount(), ...words, passages, rounds: round };
    }
    isTrial &&= state.added;
    last = state.now;
  }
  throw new Error(
    `The page numbers of the contents did not settle in ${maxRounds} rounds: filling them in moves the items. ` +
      `Give [data-page-number] a fixed width in the style sheet.`,
  );
}

async function loadPage(page: Page, url: string): Promise<void> {
  // Before loading: fonts and images that only the print rules ask for must load too.
  await page.emulateMedia({ media: 'print' });
  await page.goto(url, { waitUntil: 'load' });
}

/**
 * Runs in the page: writes the numbers, sets the empty pages.
 * `now` is what the contents and the empty pages are afterwards; it holds when it stays the same for a whole print.
 */
function fillIn({
  numbers,
  pages,
  pagesPerSheet,
}: {
  numbers: Record<string, number>;
  pages: number;
  pagesPerSheet: number;
}): { now: string; changed: number; added: boolean; unknown: string[] } {
  let changed = 0;
  const unknown: string[] = [];
  const written: string[] = [];
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-toc]')) {
    const id = link.hash.slice(1);
    const number = numbers[id];
    const place = link.querySelector('[data-page-number]');
    if (number === undefined || !place) {
      unknown.push(`#${id}`);
      continue;
    }
    if (place.textContent !== String(number)) {
      place.textContent = String(number);
      changed++;
    }
    written.push(`${id} ${number}`);
  }

  const backCover = document.querySelector('.back-cover');
  const blanks = document.querySelectorAll('section.blank');
  const wanted = backCover ? (pagesPerSheet - ((pages - blanks.length) % pagesPerSheet)) % pagesPerSheet : 0;
  const added = blanks.length !== wanted;
  if (added) {
    changed++;
    for (const blank of blanks) blank.remove();
    for (let count = 0; count < wanted; count++) {
      const blank = document.createElement('section');
      blank.className = 'blank';
      blank.setAttribute('aria-hidden', 'true');
      const filler = document.querySelector<HTMLTemplateElement>('template#filler');
      if (filler) blank.append(filler.content.cloneNode(true));
      // The second goes behind the cover: two of them are the endpapers of a book.
      const cover = document.querySelector('.cover');
      const spread = document.querySelector('[data-blank-before]');
      if (count === 1 && cover) cover.after(blank);
      else if (count === 0 && spread) spread.before(blank);
      else backCover?.before(blank);
    }
  }
  return { now: [...written, ...(backCover ? [`blank ${wanted}`] : [])].join('\n'), changed, added, unknown };
}

/**
 * Runs in the page: the rules that stand behind those of its own style sheets, in the place of those that stood there. Its
 * HTML stays as it is.
 */
export function setRules(rules: readonly string[]): void {
  document.adoptedStyleSheets = rules.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

/** Runs in the page: elements that have other words in a format say them. */
function sayOfFormat(attribute: string | undefined): void {
  if (attribute === undefined) return;
  for (const element of document.querySelectorAll(`[${attribute}]`))
    element.textContent = element.getAttribute(attribute);
}

/** Runs in the page. */
function hasContents(): boolean {
  return document.querySelector('a[data-toc], .back-cover') !== null;
}

/** Runs in the page. */
function textOfPage(): string {
  // Not `innerText`: it leaves out what only the print rules show.
  return document.body.textContent ?? '';
}

/** Runs in the page. @returns how many faces the page has asked for, whether they have come or not */
function facesAsked(): number {
  return [...document.fonts].filter((face) => face.status !== 'unloaded').length;
}

/** Runs in the page. */
function readWords(): { headings: string[]; links: Record<string, string> } {
  const words = (element: Element) =>
    (element.textContent ?? '').replaceAll('\u00AD', '').replace(/\s+/g, ' ').trim();
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map((link) => [
    link.getAttribute('href')?.startsWith('#') ? link.hash : link.href,
    words(link),
  ]);
  return {
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(words),
    links: Object.fromEntries(links) as Record<string, string>,
  };
}

/** Runs in the page: says which entry of the contents breaks the contract. */
function wrongEntries(): string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('a[data-toc]')].flatMap((link) => {
    const id = link.hash.slice(1);
    const name = `#${id} (“${link.textContent?.trim().slice(0, 60) ?? ''}”)`;
    if (!/^[A-Za-z][\w-]*$/.test(id)) return [`${name}: an id of ASCII letters, digits, - and _ is needed`];
    if (!document.getElementById(id)) return [`${name}: no element of the page has this id`];
    if (!link.querySelector('[data-page-number]')) return [`${name}: has no [data-page-number] element`];
    return [];
  });
}

/**
 * Finds a cover that is longer than a page, and what is wider than its place. Chromium would print the whole issue
 * smaller to make it fit, and say nothing.
 * @param after what is to be done in the page afterwards
 */
async function checkSizes(page: Page, after: readonly Call<void>[] = []): Promise<void> {
  const [{ tooWide, tooLong }] = await runInPage(page, call(wrongSizes, 2), ...after);
  // Whatever holds it is too wide as well; the innermost comes last and says most.
  const innermost = tooWide.at(-1);
  if (tooLong.length > 0) throw new PrintError('tooLong', { found: tooLong.join(', ') });
  if (innermost) throw new PrintError('tooWide', { found: innermost });
}

/** Runs in the page. @param tolerance in pixels */
function wrongSizes(tolerance: number): { tooWide: string[]; tooLong: string[] } {
  const covers = [...document.querySelectorAll('.cover, .back-cover')];
  const tooLong = covers.filter((cover) => cover.scrollHeight - cover.clientHeight > tolerance);
  const found: string[] = [];
  for (const element of document.querySelectorAll('body *:not(svg *)')) {
    const section = element.closest('body > *');
    const display = getComputedStyle(element).display;
    if (!section || display === 'none' || display === 'inline' || display === 'contents') continue;
    const beyond = Math.max(
      element.scrollWidth - element.clientWidth,
      element.getBoundingClientRect().right - section.getBoundingClientRect().right,
    );
    if (beyond <= tolerance) continue;
    const id = element.closest('[id]')?.id;
    const words = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 60);
    found.push(
      `<${element.tagName.toLowerCase()}>${id ? ` in #${id}` : ''} (“${words}”) by ${Math.ceil((beyond * 25.4) / 96)} mm`,
    );
  }
  return { tooWide: found, tooLong: tooLong.map((cover) => cover.className) };
}

/** A character that no face of the bulletin has would be a box on paper, or a letter of the machine's own fonts. */
function checkGlyphs(text: string): void {
  const missing = unprintable(text);
  if (missing.length > 0) throw new PrintError('glyph', { letters: missing.slice(0, 20).join(' ') });
}

/**
 * Waits until fonts and images are there, and throws naming those that will never be.
 * @param before what is to be done in the page first
 * @returns how many faces it has asked for
 */
async function settle(page: Page, served: Served, before?: Call<void>): Promise<number> {
  const [, { fonts, images }, asked] = await runInPage(
    page,
    before ?? call(() => undefined),
    call(waitForFiles),
    call(facesAsked),
  );
  // Named by the file where the file is missing; the page's own view is left for those that are there and broken.
  if (served.missing.length > 0) throw missingFiles(served);
  if (images.length > 0) {
    const files = images.map((image) => new URL(image).pathname.slice(1));
    throw new PrintError('image', { files: files.join(', ') });
  }
  if (fonts.length > 0) throw new PrintError('font', { fonts: fonts.join(', ') });
  return asked;
}

/** Runs in the page. @returns the images and fonts that cannot be read */
async function waitForFiles(): Promise<{ fonts: string[]; images: string[] }> {
  const pictures = [...document.images];
  for (const picture of pictures) picture.loading = 'eager';
  // decode() rejects for a broken image as well as for a missing one.
  const decoded = await Promise.allSettled(pictures.map((picture) => picture.decode()));
  for (;;) {
    // Which faces the text needs is known when it is laid out; with those that have come it may need others.
    document.body.getBoundingClientRect();
    const loading = [...document.fonts].filter((face) => face.status === 'loading');
    if (loading.length === 0) break;
    await Promise.allSettled(loading.map((face) => face.loaded));
  }
  return {
    images: pictures
      .filter((_, index) => decoded[index]?.status === 'rejected')
      .map((picture) => picture.src),
    fonts: [...document.fonts]
      .filter((face) => face.status === 'error')
      .map((face) => `${face.family.replaceAll('"', '')} ${face.weight} ${face.style}`),
  };
}

function missingFiles(served: Served): Error {
  return new PrintError('missing', { files: [...new Set(served.missing)].join('; ') });
}
