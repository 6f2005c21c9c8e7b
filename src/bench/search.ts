import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import type { Page } from 'playwright-core';
import { createBulletin } from '../bulletin/bulletin.ts';
import { readContentFolder } from '../content/disk.ts';
import type { Locale } from '../model/locales.ts';
import { findBrowser, launchBrowser } from '../build/browser.ts';
import { buildSearchIndex } from '../outputs/search/indexer.ts';
import { relatedWords } from '../outputs/search/related-words.ts';
import { median, table } from './measure.ts';
import { benchCuts } from './search-built.ts';
import { corpus, html } from './search-corpus.ts';
import { averaged, grade, mean, rightPages, type Quality, type Query } from './search-judge.ts';
import { serveSearch } from './search-site.ts';

interface Answer {
  readonly paths: readonly string[];
  readonly milliseconds: number;
  readonly bytes: number;
}

/** What a page asks of each search. As text: it runs in the browser. */
const ours = (locale: string, query: string) => `(async () => {
  const { createSearch } = await import('/source/outputs/search/client.ts');
  const search = globalThis.search ??= createSearch('/', '${locale}');
  const before = performance.now();
  const { results } = await search.search(${JSON.stringify(query)});
  return { urls: results.map(({ url }) => url), milliseconds: performance.now() - before };
})()`;
const theirs = (query: string) => `(async () => {
  const engine = globalThis.pagefind ??= await import('/plain/pagefind.js');
  const before = performance.now();
  const { results } = await engine.search(${JSON.stringify(query)});
  const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return { urls: pages.map(({ url }) => url), milliseconds: performance.now() - before };
})()`;

export interface SearchBenchOptions {
  /** Pages a language: `--pages 10000` for a larger site. */
  readonly pages: number;
  readonly languages: readonly Locale[];
  /** Leaves plain Pagefind out. */
  readonly alone: boolean;
  /** Lists the queries that fell short, never those that are held out. */
  readonly misses: boolean;
  /** Lists what the first result downloaded. */
  readonly files: boolean;
  /** By which queries are cut from the built site. */
  readonly seed: number;
}

/**
 * How well the search finds and what it costs, in a real browser, beside plain Pagefind on the same pages: real
 * records and pages made of their sentences. Then what it finds on the built site of queries cut from its pages.
 * @param root the project folder
 * @param _runs each query is asked once
 * @param say gets a line of progress
 * @returns the table to print
 */
export async function benchSearch(
  root: string,
  _runs: number,
  say: (line: string) => void,
  { pages: count, languages, alone, misses, files, seed }: SearchBenchOptions,
): Promise<string> {
  const { entries, index } = readContentFolder(root);
  const bulletin = createBulletin(entries);
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  const site = await serveSearch(folder);
  const browser = await launchBrowser(await findBrowser());
  try {
    const pages = new Map(languages.map((locale) => [locale, corpus(bulletin, locale, count)]));
    const records = new Map([...pages.values()].flat().map(({ path, record }) => [`${path}/`, record]));
    for (const page of [...pages.values()].flat()) {
      await mkdir(join(folder, page.path), { recursive: true });
      await writeFile(join(folder, page.path, 'index.html'), html(page));
    }
    const began = performance.now();
    await buildSearchIndex({
      dist: folder,
      about: (url) => records.get(url),
      related: (locale) => relatedWords(index.glossary, locale),
    });
    say(`search: ${count} pages a language, indexed in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    if (!alone) await indexPlainly(folder);

    const rows = [
      [
        '',
        'queries',
        'R@10 P@10 MRR',
        'held out',
        'plain',
        'first KB',
        'most',
        'query KB',
        'most',
        'ms',
        'most',
      ],
    ];
    for (const [locale, list] of pages) {
      const queries = JSON.parse(
        await readFile(join(root, `src/outputs/search/queries/${locale}.json`), 'utf8'),
      ) as readonly Query[];
      const judged = queries.map((query) => ({ query, right: rightPages(query, list, locale) }));
      const lost = judged.filter(({ right }) => right.size === 0).map(({ query }) => query.query);
      if (lost.length > 0)
        throw new Error(`No page answers these queries of "${locale}": ${lost.join(', ')}`);

      const open = async (): Promise<Page> => {
        const page = await browser.newPage();
        await page.goto(`${site.origin}/blank/${locale}.html`);
        return page;
      };
      const ask = async (page: Page, script: string): Promise<Answer> => {
        const before = site.sent();
        const { urls, milliseconds } = await page.evaluate<{ urls: string[]; milliseconds: number }>(script);
        const paths = urls.map((url) => url.replace(/^\/|\/$/g, ''));
        return { paths, milliseconds, bytes: site.sent() - before };
      };
      const page = await open();
      await ask(page, ours(locale, 'zz'));
      const answers: Answer[] = [];
      for (const { query } of queries) answers.push(await ask(page, ours(locale, query)));
      await page.close();
      const firsts: number[] = [];
      for (const { query } of queries.filter((_, at) => at % 4 === 0)) {
        const fresh = await open();
        const before = site.files.length;
        firsts.push((await ask(fresh, ours(locale, query))).bytes);
        if (files)
          say(
            `${query}: ` +
              site.files
                .slice(before)
                .map(({ path, bytes }) => `${path.replace(/^pagefind\//, '')} ${bytes}`)
                .join(' '),
          );
        await fresh.close();
      }
      const plainPage = await open();
      const plainAnswers: Answer[] = [];
      for (const { query } of alone ? [] : queries) plainAnswers.push(await ask(plainPage, theirs(query)));
      await plainPage.close();

      const graded = judged.map(({ query, right }, at) => ({
        query,
        right,
        own: grade(answers[at]?.paths ?? [], right),
        plain: grade(plainAnswers[at]?.paths ?? [], right),
        answer: answers[at],
      }));
      if (misses) {
        for (const { query, own, right, answer } of graded) {
          if (query.heldOut || (own.recall >= 1 && own.mrr >= 1 && own.precision >= 1)) continue;
          say(
            `${locale} ${query.kind}: ${query.query}  R ${own.recall.toFixed(2)} P ${own.precision.toFixed(2)} ` +
              `MRR ${own.mrr.toFixed(2)}, ${right.size} right; ${answer?.paths.slice(0, 3).join(' ')}`,
          );
        }
      }
      const line = (all: readonly Quality[]) => {
        const { recall, precision, mrr } = averaged(all);
        return [recall, precision, mrr].map((value) => value.toFixed(3).replace(/^0/, '')).join(' ');
      };
      const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
      const bytes = answers.map((answer) => answer.bytes);
      const kilobytes = (value: number) => (value / 1000).toFixed(0);
      rows.push([
        locale,
        String(queries.length),
        line(graded.map(({ own }) => own)),
        line(graded.filter(({ query }) => query.heldOut).map(({ own }) => own)),
        alone ? '' : line(graded.map(({ plain }) => plain)),
        kilobytes(mean(firsts)),
        kilobytes(Math.max(...firsts)),
        kilobytes(mean(bytes)),
        kilobytes(Math.max(...bytes)),
        median(times).toFixed(0),
        (times.at(-1) ?? 0).toFixed(0),
      ]);
    }
    return (
      'Recall@10, precision@10, MRR of all queries, of those held out while tuning, and of plain Pagefind.\n' +
      'KB: files of the index as they lie on the disk, until the first result and for each query after it.\n' +
      `Bars: recall .98, MRR .97, first result 200 KB, ${count > 1000 ? '300 KB and 150' : '100'} ms a query.\n\n` +
      `${table(rows)}\n\n` +
      (await benchCuts(root, browser, say, { languages, misses, seed }))
    );
  } finally {
    await browser.close();
    site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function indexPlainly(folder: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(errors.join('; '));
  await index.addDirectory({ path: folder });
  await index.writeFiles({ outputPath: join(folder, 'plain') });
  await pagefind.close();
}
