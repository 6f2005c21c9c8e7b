/** Long lists are cut into pages of their own address, so that none is heavy on a slow line. Pure. */

/** Records with their summaries: a page stays below 12 KB in Khmer, the heaviest script. */
export const recordsPerPage = 20;
/** Names in a directory. */
export const namesPerPage = 60;

export interface ListPage<Entry> {
  /** Counted from 1. */
  readonly page: number;
  /** At least 1: an empty list has one empty page. */
  readonly pages: number;
  readonly entries: readonly Entry[];
}

/** How many pages a list fills. */
export function pageCount(entries: readonly unknown[], size: number): number {
  return Math.max(1, Math.ceil(entries.length / size));
}

/** A page of a list. `pageOf(['a', 'b', 'c'], 2, 2) // => { page: 2, pages: 2, entries: ['c'] }` */
export function pageOf<Entry>(entries: readonly Entry[], page: number, size: number): ListPage<Entry> {
  return { page, pages: pageCount(entries, size), entries: entries.slice((page - 1) * size, page * size) };
}

/** The pages of a list, in order. `listPages(['a', 'b', 'c'], 2)[1] // => { page: 2, pages: 2, entries: ['c'] }` */
export function listPages<Entry>(entries: readonly Entry[], size: number): ListPage<Entry>[] {
  return Array.from({ length: pageCount(entries, size) }, (_, index) => pageOf(entries, index + 1, size));
}

/**
 * Address of a page of the list that begins at `path`.
 * `listPagePath('/countries/la/', 1) // => '/countries/la/'`, `… 2) // => '/countries/la/page/2/'`
 */
export function listPagePath(path: string, page: number): string {
  return page === 1 ? path : `${path}page/${page}/`;
}

/** The numbers to offer as links: the first, the last, and those around the current one. `undefined` is a gap. */
export function pageNumbers(page: number, pages: number): (number | undefined)[] {
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter(
    (number) => number >= 1 && number <= pages,
  );
  return near.flatMap((number, index) => {
    const before = near[index - 1] ?? 0;
    // A gap of one number is that number.
    const gap = number - before === 2 ? [number - 1] : number - before > 2 ? [undefined] : [];
    return [...gap, number];
  });
}
