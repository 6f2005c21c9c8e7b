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

/** The pages of a list, in order. `paginate(['a', 'b', 'c'], 2)[1] // => { page: 2, pages: 2, entries: ['c'] }` */
export function paginate<Entry>(entries: readonly Entry[], size: number): ListPage<Entry>[] {
  const pages = Math.max(1, Math.ceil(entries.length / size));
  return Array.from({ length: pages }, (_, index) => ({
    page: index + 1,
    pages,
    entries: entries.slice(index * size, (index + 1) * size),
  }));
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
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 1,
  );
  return near.flatMap((number, index) => {
    const before = near[index - 1] ?? 0;
    // A gap of one number is that number.
    const gap = number - before === 2 ? [number - 1] : number - before > 2 ? [undefined] : [];
    return [...gap, number];
  });
}
