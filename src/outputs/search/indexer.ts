/**
 * The search index, made from the built site after its pages are written.
 *
 * Pagefind is given a copy of each page in the spelling of `transform.ts`; the published pages stay untouched. A page
 * takes part if one of its elements has `data-pagefind-body`. Pagefind's other attributes mean what they always do
 * (https://pagefind.app/docs/indexing/), with two additions: a filter or a piece of metadata that is the text of an
 * element keeps the letters of the page, only the title is encoded with the rest; and every page gets the filter
 * `lang`.
 */
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { filesBelow, writeWhole } from '../../build/files.ts';
import { localeOfPath } from '../../i18n/urls.ts';
import { canonicalIndex } from './canonical-index.ts';
import { pageCopy } from './page-copy.ts';
import { facetsFile, type SearchRecord } from './record.ts';
import { variantsOf } from './chinese-variants.ts';
import { phrasesOf, vocabularyOf } from './vocabulary.ts';

export interface SearchIndexOptions {
  /** The folder with the built site. */
  readonly dist: string;
  /** The pages that may take part, as paths below `dist`. Default: all that have `data-pagefind-body`. */
  readonly paths?: readonly string[];
  /** Where the index goes. Default: `pagefind` in `dist`. */
  readonly out?: string;
  /** What the site knows of the page at an address (`lo/about/`): facts to filter by, and names to be found by. */
  readonly about?: (url: string) => SearchRecord | undefined;
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

/** Pagefind's own search boxes, which would show encoded text, and its worker, which `engine.ts` does without. */
const stockInterface = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;

/**
 * How many places of words a file of the index is to have. Pagefind's own 20,000 make a query load many times what it
 * needs: at a thousand pages, files of 20 to 100 KB instead of 1 to 18. Fewer and larger ones for a large site, for
 * the list of files is loaded by everybody. The setting has no other door
 * (https://github.com/Pagefind/pagefind/blob/v1.5.2/pagefind/src/options.rs#L324); without it all is found as well.
 */
function setFileSize(pages: number): void {
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(Math.max(400, Math.round(0.2 * pages)));
}

/** How many pages each language has. */
function countByLocale(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const locale = localeOfPath(`/${path}`);
    counts.set(locale, (counts.get(locale) ?? 0) + 1);
  }
  return counts;
}

/** Indexes the built site. Any failure is an error: a site whose search misses pages must not be published. */
export async function buildSearchIndex({
  dist,
  paths = searchablePages(dist),
  out = join(dist, 'pagefind'),
  about,
  pagesPerIndex = 1000,
  onPage,
}: SearchIndexOptions): Promise<SearchIndexSummary> {
  const folder = resolve(dist);
  const outputPath = resolve(out);
  // Pagefind adds to what lies there; names carry a hash, so files of earlier builds would stay for good.
  await rm(outputPath, { recursive: true, force: true });
  await mkdir(outputPath, { recursive: true });

  const counts = countByLocale(paths);
  setFileSize(Math.max(0, ...counts.values()));
  const { index, errors } = await pagefind.createIndex();
  if (!index)
    throw new Error(`The search index cannot be started: ${errors.join('; ') || 'no reason given'}.`);
  try {
    const pages: Record<string, number> = {};
    const records = new Map<string, Map<string, SearchRecord>>();
    const texts = new Map<string, string[]>();
    let count = 0;
    for (const path of paths) {
      const html = await readFile(join(folder, path), 'utf8');
      const url = pageUrl(path);
      const record = about?.(url);
      // In turn, so that all indexes of a language have pages of all kinds, and weigh words alike.
      const partOf = (lang: string) =>
        (pages[lang] ?? 0) % Math.ceil((counts.get(lang) ?? 1) / pagesPerIndex);
      const copy = pageCopy(html, path, record, partOf);
      if (!copy) continue;
      const added = await index.addHTMLFile({ url, content: copy.html });
      failOn(added.errors, `"${path}" cannot be added to the search index`);
      pages[copy.lang] = (pages[copy.lang] ?? 0) + 1;
      if (record) records.set(copy.lang, (records.get(copy.lang) ?? new Map()).set(url, record));
      texts
        .set(copy.lang, texts.get(copy.lang) ?? [])
        .get(copy.lang)
        ?.push(copy.text);
      count += 1;
      onPage?.(url, count);
    }
    if (count === 0) {
      throw new Error(
        `The search index would be empty: no page in "${dist}" has an element with data-pagefind-body. ` +
          `Put the attribute on the <main> or <article> of the pages that search is to find.`,
      );
    }
    // Not `writeFiles`: it answers before all files are whole on the disk (seen in Pagefind 1.5.2 on a busy machine).
    const made = await index.getFiles();
    failOn(made.errors, 'The search index cannot be made');
    const files = canonicalIndex(new Map(made.files.map(({ path, content }) => [path, content])));
    for (const [path, content] of files) {
      if (!stockInterface.test(path)) await writeWhole(join(outputPath, path), content);
    }
    const ids = await pageIds(outputPath);
    for (const [lang, ofLanguage] of records) {
      const byId = new Map([...ofLanguage].map(([url, record]) => [idOf(ids, url), record]));
      await writeFile(join(outputPath, `facets.${lang}.json`), JSON.stringify(facetsFile(byId)));
    }
    for (const [lang, all] of texts) {
      const words = [...vocabularyOf(all), ...(lang === 'vi' ? phrasesOf(all) : [])];
      await writeFile(join(outputPath, `words.${lang}.json`), JSON.stringify(words));
    }
    const chinese = texts.get('zh');
    if (chinese) await writeFile(join(outputPath, 'variants.zh.json'), JSON.stringify(variantsOf(chinese)));
    return { pages };
  } finally {
    await pagefind.close();
  }
}

/** Address → the id that Pagefind gave the page: the name of the file in which it keeps its text. */
async function pageIds(outputPath: string): Promise<Map<string, string>> {
  const folder = join(outputPath, 'fragment');
  const ids = new Map<string, string>();
  for (const file of await readdir(folder)) {
    const content = gunzipSync(await readFile(join(folder, file))).toString('utf8');
    const { url } = JSON.parse(content.slice(content.indexOf('{'))) as { url: string };
    ids.set(url.replace(/^\//, ''), file.replace(/\.pf_fragment$/, ''));
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
