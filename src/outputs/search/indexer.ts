/**
 * The search index, made from the built site after its pages are written.
 *
 * Pagefind is given a copy of each page in the spelling of `transform.ts`; the published pages stay untouched. A page
 * takes part if one of its elements has `data-pagefind-body`. Pagefind's other attributes mean what they always do
 * (https://pagefind.app/docs/indexing/), with two additions: a filter or a piece of metadata that is the text of an
 * element keeps the letters of the page, only the title is encoded with the rest; and every page gets the filter
 * `lang`.
 *
 * Each language is indexed for itself (`copyPages`, `indexCopies`), so that a build may keep those whose pages and facts
 * are as they were; `mergedList` makes one site's index of them.
 */
import { readFileSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { filesBelow, placing, writeWholeSync } from '../../build/files.ts';
import { localeOfPath } from '../../i18n/urls.ts';
import { localeCodes, type Locale } from '../../model/locales.ts';
import { canonicalIndex, listPath, mergeLists, type EntryList, type IndexFiles } from './canonical-index.ts';
import { pageCopy, type PageCopy } from './page-copy.ts';
import { facetsFile, type SearchRecord } from './record.ts';
import { variantsOf } from './chinese-variants.ts';
import { relatedFile, type RelatedWords } from './related-words.ts';
import { phrasesOf, vocabularyOf } from './vocabulary.ts';

/** What the site knows of the page at an address (`lo/about/`): facts to filter by, and names to be found by. */
export type About = (url: string) => SearchRecord | undefined;

/** The words that belong together on the pages of a language. */
export type Related = (locale: Locale) => RelatedWords;

export interface SearchIndexOptions {
  /** The folder with the built site. */
  readonly dist: string;
  /** The pages that may take part, as paths below `dist`. Default: all that have `data-pagefind-body`. */
  readonly paths?: readonly string[];
  /** Where the index goes. Default: `pagefind` in `dist`. */
  readonly out?: string;
  readonly about?: About;
  /** None unless given. */
  readonly related?: Related;
  /**
   * How many pages an index has at most, 1,000 unless told otherwise. Pagefind's time to rank what it found grows with
   * the square of it: in ten indexes of a thousand pages a common word is found ten times sooner than in one of ten
   * thousand.
   */
  readonly pagesPerIndex?: number;
  /** Called after each page with its address and how many were indexed so far, for a line of progress. */
  readonly onPage?: (url: string, count: number) => void;
}

export interface SearchIndexSummary {
  /** How many pages can be found, by language. */
  readonly pages: Record<string, number>;
}

/** The index of the pages of one language. */
export interface LanguageIndex {
  /** Without the list of languages, which names those of the whole site. */
  readonly files: IndexFiles;
  readonly list: EntryList;
  /** How many pages can be found, by the language that they say they have. */
  readonly pages: Readonly<Record<string, number>>;
}

/** Pagefind's own search boxes, which would show encoded text, and its worker, which `engine.ts` does without. */
const stockInterface = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;

/**
 * How many places of words a file of the index is to have. Pagefind's own 20,000 make a query load many times what it
 * needs: at a thousand pages, files of 20 to 100 KB instead of 1 to 18. Fewer and larger ones for a large site, for
 * the list of files is loaded by everybody. The setting has no other door
 * (https://github.com/Pagefind/pagefind/blob/v1.5.2/pagefind/src/options.rs#L324), is read whenever a service of Pagefind
 * starts, and without it all is found as well.
 */
function setFileSize(pages: number): void {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(Math.max(400, Math.round(0.2 * pages)));
}

/** Copies of pages that were made before. */
export interface KnownCopies {
  /** The copy of a page that is as it was, and of which the site knows what it knew. */
  recall(path: string, record: SearchRecord | undefined): PageCopy | undefined;
  keep(path: string, record: SearchRecord | undefined, copy: PageCopy): void;
}

/** The pages of each language, in their order. */
export function pagesByLanguage<Page extends { readonly path: string }>(
  pages: readonly Page[],
): Map<Locale, Page[]> {
  return Map.groupBy(pages, ({ path }) => localeOfPath(`/${path}`));
}

/** Indexes the built site. Any failure is an error: a site whose search misses pages must not be published. */
export async function buildSearchIndex({
  dist,
  paths = searchablePages(dist),
  out = join(dist, 'pagefind'),
  onPage,
  related = () => ({ listed: [], terms: [] }),
  ...options
}: SearchIndexOptions): Promise<SearchIndexSummary> {
  const outputPath = resolve(out);
  // Names carry a hash, so files of earlier builds would stay for good.
  await rm(outputPath, { recursive: true, force: true });
  await mkdir(outputPath, { recursive: true });
  const lists: EntryList[] = [];
  const pages: Record<string, number> = {};
  let count = 0;
  const groups = pagesByLanguage(paths.map((path) => ({ path })));
  for (const group of groups.values()) {
    const own = group.map(({ path }) => path);
    const copied = await copyPages(dist, own, options);
    const index = await indexCopies(copied, (url) => onPage?.(url, (count += 1)));
    writeIndexFiles(outputPath, index.files);
    lists.push(index.list);
    for (const [lang, more] of Object.entries(index.pages)) pages[lang] = (pages[lang] ?? 0) + more;
  }
  writeIndexFiles(outputPath, relatedFiles(related, [...groups.keys()]));
  writeIndexFiles(outputPath, [[listPath, mergedList(lists, dist)]]);
  return { pages };
}

/** Writes files of the index: thousands of small ones, which by promises cost three times as much. */
export function writeIndexFiles(
  folder: string,
  files: Iterable<readonly [path: string, content: Uint8Array | string]>,
): void {
  const place = placing(folder);
  for (const [path, content] of files) writeWholeSync(place(path), content);
}

/** One file for each language, below the folder of the index. */
export function relatedFiles(
  related: Related,
  languages: readonly Locale[] = localeCodes,
): (readonly [path: string, text: string])[] {
  return languages.map((locale) => [relatedFile(locale), JSON.stringify(related(locale))]);
}

/** The list of languages of the whole site, as JSON. Throws where there is no page at all. */
export function mergedList(lists: readonly EntryList[], dist: string): string {
  const list = mergeLists(lists);
  if (list && Object.keys(list.languages).length > 0) return JSON.stringify(list);
  throw new Error(
    `The search index would be empty: no page in "${dist}" has an element with data-pagefind-body. ` +
      `Put the attribute on the <main> or <article> of the pages that search is to find.`,
  );
}

/** A page as it goes into an index. */
export interface CopiedPage {
  readonly path: string;
  readonly copy: PageCopy;
  readonly record: SearchRecord | undefined;
}

/**
 * Copies those pages of one language that take part: all that its index is made of.
 * @param dist the folder with the built site
 * @param paths the pages, as paths below `dist`
 * @param options.copies those that need not be made again
 */
export async function copyPages(
  dist: string,
  paths: readonly string[],
  {
    about,
    pagesPerIndex = 1000,
    copies,
  }: Pick<SearchIndexOptions, 'about' | 'pagesPerIndex'> & { readonly copies?: KnownCopies },
): Promise<CopiedPage[]> {
  const copied: CopiedPage[] = [];
  const counts: Record<string, number> = {};
  for (const [index, path] of paths.entries()) {
    // Other steps have their turn, which the reading of a file by promises would give them at many times its cost.
    if (index % 8 === 0) await setImmediate();
    const record = about?.(pageUrl(path));
    // In turn, so that all indexes of a language have pages of all kinds, and weigh words alike.
    const partOf = (lang: string) => (counts[lang] ?? 0) % Math.ceil(paths.length / pagesPerIndex);
    const known = copies?.recall(path, record);
    const copy =
      known && known.part === partOf(known.lang)
        ? known
        : pageCopy(readFileSync(join(resolve(dist), path), 'utf8'), path, record, partOf);
    if (!copy) continue;
    copies?.keep(path, record, copy);
    counts[copy.lang] = (counts[copy.lang] ?? 0) + 1;
    copied.push({ path, copy, record });
  }
  return copied;
}

/** Makes the index of the copied pages of one language. */
export async function indexCopies(
  copied: readonly CopiedPage[],
  onPage?: (url: string) => void,
): Promise<LanguageIndex> {
  setFileSize(copied.length);
  const { index, errors } = await pagefind.createIndex();
  if (!index)
    throw new Error(`The search index cannot be started: ${errors.join('; ') || 'no reason given'}.`);
  try {
    const pages: Record<string, number> = {};
    const records = new Map<string, Map<string, SearchRecord>>();
    const texts = new Map<string, string[]>();
    for (const { path, copy, record } of copied) {
      const url = pageUrl(path);
      const added = await index.addHTMLFile({ url, content: copy.html });
      failOn(added.errors, `"${path}" cannot be added to the search index`);
      pages[copy.lang] = (pages[copy.lang] ?? 0) + 1;
      if (record) records.set(copy.lang, (records.get(copy.lang) ?? new Map()).set(url, record));
      texts
        .set(copy.lang, texts.get(copy.lang) ?? [])
        .get(copy.lang)
        ?.push(copy.text);
      onPage?.(url);
    }
    // Not `writeFiles`: it answers before all files are whole on the disk (seen in Pagefind 1.5.2 on a busy machine).
    const made = await index.getFiles();
    failOn(made.errors, 'The search index cannot be made');
    const { files: all, list } = canonicalIndex(
      new Map(made.files.map(({ path, content }) => [path, content])),
    );
    const files: IndexFiles = new Map([...all].filter(([path]) => !stockInterface.test(path)));
    const ids = pageIds(files);
    const write = (path: string, value: unknown) =>
      files.set(path, new TextEncoder().encode(JSON.stringify(value)));
    for (const [lang, ofLanguage] of records) {
      const byId = new Map([...ofLanguage].map(([url, record]) => [idOf(ids, url), record]));
      write(`facets.${lang}.json`, facetsFile(byId));
    }
    for (const [lang, all] of texts)
      write(`words.${lang}.json`, [...vocabularyOf(all), ...(lang === 'vi' ? phrasesOf(all) : [])]);
    const chinese = texts.get('zh');
    if (chinese) write('variants.zh.json', variantsOf(chinese));
    return { files, list, pages };
  } finally {
    await pagefind.close();
  }
}

const fragment = /^fragment\/(.*)\.pf_fragment$/;

/** Address → the id that Pagefind gave the page: the name of the file in which it keeps its text. */
function pageIds(files: IndexFiles): Map<string, string> {
  const ids = new Map<string, string>();
  for (const [path, bytes] of files) {
    const id = fragment.exec(path)?.[1];
    if (id === undefined) continue;
    const content = gunzipSync(bytes).toString('utf8');
    const { url } = JSON.parse(content.slice(content.indexOf('{'))) as { url: string };
    ids.set(url.replace(/^\//, ''), id);
  }
  return ids;
}

function idOf(ids: ReadonlyMap<string, string>, url: string): string {
  const id = ids.get(url);
  if (id === undefined) throw new Error(`The search index has lost the page "${url}".`);
  return id;
}

function failOn(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`${what}: ${errors.join('; ')}.`);
}

/** The pages of a folder that search is to find, in one order on every machine. */
function searchablePages(folder: string): string[] {
  return filesBelow(resolve(folder)).filter(
    (path) =>
      path.endsWith('.html') && readFileSync(join(folder, path), 'utf8').includes('data-pagefind-body'),
  );
}

/** The address of a file relative to where the site begins: `pageUrl('lo/about/index.html') // => 'lo/about/'` */
export function pageUrl(path: string): string {
  return encodeURI(path.replace(/(^|\/)index\.html$/, '$1'));
}
