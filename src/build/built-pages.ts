import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexablePage, writeSitemap, type IndexablePage } from '../outputs/metadata/sitemap.ts';
import { basePath, siteUrl } from '../site.ts';
import { digestOf, filesBelow } from './files.ts';

/** What is known of the pages once they are built: one reading of the HTML serves counts, sitemap and search. */

export interface BuiltPage {
  /** From the site's root, with forward slashes: `lo/partners/hvpf/index.html`. */
  readonly path: string;
  /** Digest of its bytes. */
  readonly digest: string;
  /** Whether the search is to find it. */
  readonly searchable: boolean;
  /** What it tells search engines; none for a page that they are not to know. */
  readonly indexable?: IndexablePage;
}

/**
 * All pages below `folder`, sorted by path.
 * @param kept the files that are as they were when `before` was found out
 */
export function builtPages(
  folder: string,
  kept: readonly string[] = [],
  before: readonly BuiltPage[] = [],
): BuiltPage[] {
  const same = new Set(kept);
  const known = new Map(before.filter(({ path }) => same.has(path)).map((page) => [page.path, page]));
  return filesBelow(folder)
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const one = known.get(path);
      if (one) return one;
      const html = readFileSync(join(folder, path), 'utf8');
      const indexable = indexablePage(html);
      return {
        path,
        digest: digestOf([html]),
        searchable: html.includes('data-pagefind-body'),
        ...(indexable && { indexable }),
      };
    });
}

/** The files of the sitemap of these pages. */
export function sitemapOf(pages: readonly BuiltPage[]): { name: string; text: string }[] {
  const root = new URL(`${basePath.replace(/\/$/, '')}/`, siteUrl).href;
  return writeSitemap(
    pages.flatMap((page) => page.indexable ?? []),
    root,
  );
}

/** A page that is laid out for paper: the business of the PDFs, which readers and counts pass over. */
export const isPrintPage = (path: string): boolean => /(?:^|\/)print\/index\.html$/.test(path);
