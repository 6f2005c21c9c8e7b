import type { KnownCopies } from '../outputs/search/indexer.ts';
import type { PageCopy } from '../outputs/search/page-copy.ts';
import type { SearchRecord } from '../outputs/search/record.ts';
import { digestOf } from './files.ts';
import { readKept, writeKept } from './kept-file.ts';

/**
 * The copies of a language's pages for the search index, kept from one build to the next in one file: to make them is
 * most of what an index costs, and after one word a few of them are others.
 */
export interface CopiesOfFile extends KnownCopies {
  /** How many were made anew. */
  readonly made: number;
  /** Writes those of this run in the place of the last. */
  save(): Promise<void>;
}

/**
 * @param path undefined where nothing is kept
 * @param code a digest of what makes copies: those of other code are not taken
 * @param digestOfPage of the bytes of the page at a path, which are not read again
 */
export function copiesIn(
  path: string | undefined,
  code: string,
  digestOfPage: (page: string) => string,
): CopiesOfFile {
  const last = (path !== undefined && readKept<ReadonlyMap<string, PageCopy>>(path, code)) || new Map();
  const now = new Map<string, PageCopy>();
  let made = 0;
  const keyOf = (page: string, record: SearchRecord | undefined): string =>
    digestOf([digestOfPage(page), JSON.stringify(record ?? null)]);
  return {
    get made() {
      return made;
    },
    recall: (page, record) => last.get(keyOf(page, record)),
    keep(page, record, copy) {
      const key = keyOf(page, record);
      if (last.get(key) !== copy) made += 1;
      now.set(key, copy);
    },
    async save() {
      if (path !== undefined) await writeKept(path, code, now);
    },
  };
}
