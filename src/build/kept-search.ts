import { join } from 'node:path';
import type { Locale } from '../model/locales.ts';
import { listPath, type EntryList } from '../outputs/search/canonical-index.ts';
import {
  copyPages,
  indexCopies,
  mergedList,
  pagesByLanguage,
  pageUrl,
  relatedFiles,
  writeIndexFiles,
  type About,
  type CopiedPage,
  type Related,
} from '../outputs/search/indexer.ts';
import type { BuiltPage } from './built-pages.ts';
import { digestOf } from './files.ts';
import { copiesIn } from './kept-copies.ts';
import type { LastMade } from './steps.ts';

/**
 * The search index of a build, in which the languages are kept whose pages and facts are as they were, and of the others
 * the copies of such pages.
 */

/** What is kept of the index of a language. */
interface KeptLanguage {
  /** Digest of its pages and of what the site knows of them. */
  readonly key: string;
  /** Digest of the copies of its pages: what changes on a page beside them changes nothing in the index. */
  readonly copied: string;
  readonly list: EntryList;
  /** How many pages can be found, by the language that they say they have. */
  readonly pages: Readonly<Record<string, number>>;
  /** Path and digest of each file. */
  readonly files: readonly (readonly [string, string])[];
}

/** By language. */
export type MadeSearch = Readonly<Record<string, KeptLanguage>>;

/** A digest of what the index of each language is made of, but for the code. */
export function searchKeys(pages: readonly BuiltPage[], about: About): Map<string, string> {
  const found = pages.filter((page) => page.searchable);
  return new Map(
    [...pagesByLanguage(found)].map(([locale, its]) => [
      locale,
      digestOf(
        its.flatMap(({ path, digest }) => [path, digest, JSON.stringify(about(pageUrl(path)) ?? null)]),
      ),
    ]),
  );
}

const digestOfCopies = (pages: readonly CopiedPage[]): string =>
  digestOf(
    pages.flatMap(({ path, copy, record }) => [path, copy.html, copy.text, JSON.stringify(record ?? null)]),
  );

/** How many pages can be found, by language. */
export function countSearchable(made: MadeSearch): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { pages } of Object.values(made))
    for (const [lang, count] of Object.entries(pages)) counts[lang] = (counts[lang] ?? 0) + count;
  return counts;
}

export interface SearchMaking {
  /** The folder with the built pages. */
  readonly dist: string;
  /** The folder of the index, which is empty. */
  readonly out: string;
  readonly pages: readonly BuiltPage[];
  readonly about: About;
  readonly related: Related;
  /** The index of the last build. None where nothing may be kept. */
  readonly last: LastMade<MadeSearch> | undefined;
  /** Where the copies of pages are kept, and a digest of the code that makes them. None where nothing may be kept. */
  readonly copies?: { readonly folder: string; readonly code: string } | undefined;
  /** Called with how many pages of how many are done, at first with none. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Called for each language that is indexed anew, with how many of its pages had to be copied for that. */
  readonly onIndex?: ((locale: Locale, copied: number) => void) | undefined;
}

/** Writes the index. Throws where a page cannot be indexed, or where there is none. */
export async function makeSearch({
  dist,
  out,
  pages,
  about,
  related,
  last,
  copies: kept,
  onProgress,
  onIndex,
}: SearchMaking): Promise<MadeSearch> {
  const keys = searchKeys(pages, about);
  const groups = pagesByLanguage(pages.filter((page) => page.searchable));
  const total = [...groups.values()].reduce((sum, group) => sum + group.length, 0);
  let done = 0;
  onProgress?.(done, total);
  const made: Record<string, KeptLanguage> = {};
  for (const [locale, group] of groups) {
    const key = keys.get(locale) ?? '';
    const known = last?.result[locale];
    const takeKnown = (): boolean =>
      known?.files.every(([path, digest]) => last?.take(path, (bytes) => digestOf([bytes]) === digest)) ??
      false;
    if (known?.key === key && takeKnown()) {
      made[locale] = known;
      onProgress?.((done += group.length), total);
      continue;
    }
    const digests = new Map(group.map(({ path, digest }) => [path, digest]));
    const copies = copiesIn(
      kept && join(kept.folder, locale),
      kept?.code ?? '',
      (path) => digests.get(path) ?? '',
    );
    const pagesCopied = await copyPages(dist, [...digests.keys()], { about, copies });
    await copies.save();
    const copied = digestOfCopies(pagesCopied);
    if (known?.copied === copied && takeKnown()) {
      made[locale] = { ...known, key };
      onProgress?.((done += group.length), total);
      continue;
    }
    const index = await indexCopies(pagesCopied, () => onProgress?.((done += 1), total));
    onIndex?.(locale, copies.made);
    writeIndexFiles(out, index.files);
    const files = [...index.files].map(([path, bytes]) => [path, digestOf([bytes])] as const);
    made[locale] = { key, copied, list: index.list, pages: index.pages, files };
  }
  writeIndexFiles(out, relatedFiles(related, [...groups.keys()]));
  const lists = Object.values(made).map(({ list }) => list);
  writeIndexFiles(out, [[listPath, mergedList(lists, dist)]]);
  return made;
}
