import type { Locale } from '../model/locales.ts';

/** What is made of one edition, and where it stands beside its office PDF. */

/**
 * The PDFs that the page of an issue offers beside the office PDF, in that order: its booklet, the edition set for A5 and a
 * booklet of that, a copy that spares toner, the one for the printing house.
 */
export const offeredKinds = ['booklet', 'a5', 'a5-booklet', 'economy', 'press'] as const;

/**
 * What every build makes: the PDF for screen and office, those beside it, small pictures of the pages, and the print page
 * as it was printed, with its page numbers, to be printed from a browser.
 */
export const builtKinds = ['office', ...offeredKinds, 'pictures', 'page'] as const;

/** Those, and what is made when it is asked for: the printing house's PDF in black alone. */
export const outputKinds = [...builtKinds, 'press-black'] as const;
export type OutputKind = (typeof outputKinds)[number];

/** What a printing house gets, printed on a larger sheet than the others. */
export const pressKinds = ['press', 'press-black'] as const satisfies readonly OutputKind[];

export const hasPress = (kinds: readonly OutputKind[]): boolean =>
  pressKinds.some((kind) => kinds.includes(kind));

/** What is made of an edition without printing: its newsletter and its EPUB. */
export const unprintedKinds = ['mail', 'epub'] as const;
export type UnprintedKind = (typeof unprintedKinds)[number];

export interface UnprintedFile {
  kind: UnprintedKind;
  /** Of the issue. */
  issue: string;
  locale: Locale;
  /** Path below `dist`. */
  out: string;
  bytes: number;
}

export interface PrintedFile {
  kind: OutputKind;
  /** Path below `dist`. */
  out: string;
  bytes: number;
  /** Of a PDF. */
  pages?: number;
  /** Of a picture: number of its page, and its size in pixels. */
  picture?: { page: number; width: number; height: number };
}

/**
 * Path below `dist`.
 *
 * @param edition its office PDF and its print page
 * @param page number of the page, for pictures
 * @example
 * const edition = { out: 'issues/2023-2/ban-tin-2023-2-lo.pdf', url: '/lo/issues/2023-2/print/' };
 * outputPath(edition, 'press') // => 'issues/2023-2/ban-tin-2023-2-lo-press.pdf'
 * outputPath(edition, 'pictures', 7) // => 'issues/2023-2/pages/ban-tin-2023-2-lo-07.webp'
 * outputPath(edition, 'page') // => 'lo/issues/2023-2/paged/print/index.html'
 */
export function outputPath({ out, url }: { out: string; url: string }, kind: OutputKind, page = 1): string {
  const cut = out.lastIndexOf('/') + 1;
  const [folder, name] = [out.slice(0, cut), out.slice(cut).replace(/\.pdf$/, '')];
  if (kind === 'office') return out;
  // Below a folder `print`, like the page that it is made of: neither is for readers and search engines.
  if (kind === 'page') return url.slice(1).replace(/print\/$/, 'paged/print/index.html');
  if (kind === 'pictures') return `${folder}pages/${name}-${String(page).padStart(2, '0')}.webp`;
  return `${folder}${name}-${kind}.pdf`;
}
