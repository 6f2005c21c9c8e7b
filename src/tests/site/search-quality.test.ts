/**
 * How well the search finds on the real content, in a real browser, and what it loads for that: the queries ask for
 * what the bulletin says today, so this stands with the tests of the site. `npm run bench --
 * search` measures the same on a thousand pages a language, beside plain Pagefind.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpus, html } from '../../bench/search-corpus.ts';
import type { BuiltPage } from '../../bench/built-pages.ts';
import { gradeCuts } from '../../bench/search-built.ts';
import { cutKinds, cutQueries, type CutKind } from '../../bench/search-cuts.ts';
import { averaged, grade, rightPages, type Query } from '../../bench/search-judge.ts';
import { serveSearch, type SearchSite } from '../../bench/search-site.ts';
import { projectRoot } from '../../build/paths.ts';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { readContentFolder } from '../../content/disk.ts';
import { localeCodes } from '../../model/locales.ts';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { buildSearchIndex } from '../../outputs/search/indexer.ts';
import { relatedWords } from '../../outputs/search/related-words.ts';
import { nonEmpty } from '../non-empty.ts';

const content = readContentFolder(projectRoot);
const bulletin = createBulletin(content.entries);
const pages = new Map(localeCodes.map((locale) => [locale, corpus(bulletin, locale, 0)]));
let folder: string;
let site: SearchSite;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-quality-'));
  const all = [...pages.values()].flat();
  for (const page of all) {
    await mkdir(join(folder, page.path), { recursive: true });
    await writeFile(join(folder, page.path, 'index.html'), html(page));
  }
  const records = new Map(all.map(({ path, record }) => [`${path}/`, record]));
  await buildSearchIndex({
    dist: folder,
    about: (url) => records.get(url),
    related: (locale) => relatedWords(content.index.glossary, locale),
  });
  site = await serveSearch(folder);
  browser = await launchBrowser(await findBrowser());
});

afterAll(async () => {
  await browser?.close();
  site?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Asks all queries on one page; the paths of the first ten results of each. */
async function ask(locale: string, queries: readonly string[]): Promise<readonly (readonly string[])[]> {
  const page = await browser.newPage();
  await page.goto(`${site.origin}/blank/${locale}.html`);
  const urls = await page.evaluate<string[][]>(`(async () => {
    const { createSearch } = await import('/source/outputs/search/client.ts');
    const search = createSearch('/', '${locale}');
    const all = [];
    for (const query of ${JSON.stringify(queries)})
      all.push((await search.search(query)).results.map(({ url }) => url));
    return all;
  })()`);
  await page.close();
  return urls.map((found) => found.map((url) => url.replace(/^\/|\/$/g, '')));
}

/** Dates and labels are shorter than texts. */
const lengthOfFact = 40;

/** The bars of `npm run bench -- search` are .98, .95 and .7, for a hundred queries; of forty some miss by chance. */
const leastRecall: Readonly<Record<CutKind, number>> = {
  words: 0.97,
  'half typed': 0.92,
  slip: 0.7,
  'tone left out': 0.95,
};

describe.each(localeCodes)('the queries of %s', (locale) => {
  const list = pages.get(locale) ?? [];
  let queries: readonly Query[];
  beforeAll(async () => {
    const file = join(projectRoot, `src/outputs/search/queries/${locale}.json`);
    queries = JSON.parse(await readFile(file, 'utf8')) as readonly Query[];
  });

  test('are forty or more, half of them held out, and each has an answer', () => {
    expect(queries.length).toBeGreaterThanOrEqual(40);
    const held = queries.filter(({ heldOut }) => heldOut).length;
    expect(held / queries.length).toBeCloseTo(0.5, 1);
    expect(queries.filter((query) => rightPages(query, list, locale).size === 0)).toEqual([]);
  });

  test('find what is right, first, and little else', async () => {
    const answers = await ask(
      locale,
      queries.map(({ query }) => query),
    );
    const { recall, precision, mrr } = averaged(
      queries.map((query, at) => grade(answers[at] ?? [], rightPages(query, list, locale))),
    );
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(mrr).toBeGreaterThanOrEqual(0.97);
  });

  test.each(cutKinds(locale))('cut at random from the texts find them: %s', async (kind) => {
    const built = list.map(({ path, title, blocks, record }): BuiltPage => ({
      locale,
      path,
      blocks: [title, ...blocks, ...record.names],
      prose: blocks.filter((block) => block.length > lengthOfFact),
    }));
    const graded = await gradeCuts(browser, site, built, locale, cutQueries(built, locale, 40, 1, [kind]));
    const { recall, mrr } = averaged(nonEmpty(graded, 'queries').map(({ quality }) => quality));
    expect(recall).toBeGreaterThanOrEqual(leastRecall[kind]);
    if (kind === 'words') expect(mrr).toBeGreaterThanOrEqual(0.95);
  });

  test('load no more than 200 KB until the first result, all files as they lie on the disk', async () => {
    const typed = queries.filter(({ kind }) => kind !== 'typo').slice(0, 6);
    for (const { query } of nonEmpty(typed, 'queries')) {
      const before = site.sent();
      await ask(locale, [query]);
      expect(site.sent() - before, query).toBeLessThanOrEqual(200_000);
    }
  });

  test('have partners and Unions by any of their names', async () => {
    const { partners, units } = bulletin.entries;
    const named = nonEmpty(
      [...partners, ...units].filter((_, at) => at % 8 === localeCodes.indexOf(locale)),
      'partners and units',
    );
    const asked = named.flatMap(({ collection, id, facts }) =>
      [...Object.values(facts.names), ...facts.aliases].map((name) => ({
        name: name ?? '',
        path: `${locale === 'vi' ? '' : `${locale}/`}${collection}/${id}`,
      })),
    );
    const answers = await ask(
      locale,
      asked.map(({ name }) => name),
    );
    const lost = asked.filter(({ path }, at) => !answers[at]?.includes(path)).map(({ name }) => name);
    expect(lost).toEqual([]);
  });
});
