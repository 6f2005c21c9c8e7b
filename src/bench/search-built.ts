/** How well the search of the built site answers queries cut from its own pages: see `search-cuts.ts`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createBulletin } from '../bulletin/bulletin.ts';
import { readContentFolder } from '../content/disk.ts';
import type { Locale } from '../model/locales.ts';
import { aboutSite, countryWords } from '../outputs/search/about.ts';
import { builtPages, type BuiltPage } from './built-pages.ts';
import { median, table } from './measure.ts';
import { cutQueries, judgeOf, type Cut, type CutKind } from './search-cuts.ts';
import { averaged, grade, type Quality } from './search-judge.ts';
import type { SearchSite } from './search-site.ts';
import { serveSearch } from './search-site.ts';

/** Queries of each kind and language. */
const cuts = 100;

export interface Graded {
  readonly cut: Cut;
  readonly right: ReadonlySet<string>;
  readonly paths: readonly string[];
  readonly quality: Quality;
  readonly milliseconds: number;
}

/** Asks the search of the site on one page of the browser, as readers would. */
export async function gradeCuts(
  browser: Browser,
  site: SearchSite,
  pages: readonly BuiltPage[],
  locale: Locale,
  queries: readonly Cut[],
): Promise<Graded[]> {
  const rightOf = judgeOf(pages, locale);
  const page = await browser.newPage();
  await page.goto(`${site.origin}/blank/${locale}.html`);
  const answers = await page.evaluate<{ urls: string[]; milliseconds: number }[]>(`(async () => {
    const { createSearch } = await import('/source/outputs/search/client.ts');
    const search = createSearch('/', '${locale}');
    const all = [];
    for (const query of ${JSON.stringify(queries.map(({ query }) => query))}) {
      const before = performance.now();
      const { results } = await search.search(query);
      all.push({ urls: results.map(({ url }) => url), milliseconds: performance.now() - before });
    }
    return all;
  })()`);
  await page.close();
  return queries.map((cut, at) => {
    const { urls = [], milliseconds = 0 } = answers[at] ?? {};
    const paths = urls.map((url) => url.replace(/^\/|\/$/g, ''));
    const right = rightOf(cut);
    return { cut, right, paths, quality: grade(paths, right), milliseconds };
  });
}

/** @returns the table to print; a line without a built site */
export async function benchCuts(
  root: string,
  browser: Browser,
  say: (line: string) => void,
  { languages, misses, seed }: { languages: readonly Locale[]; misses: boolean; seed: number },
): Promise<string> {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) return 'There is no dist/ to cut queries from: run `npm run build` first.';
  const { entries, index } = readContentFolder(root);
  const about = aboutSite(createBulletin(entries), countryWords(index.glossary));
  const pages = builtPages(dist, (url) => about(url)?.names ?? []);
  const site = await serveSearch(dist);
  try {
    const rows = [['', 'kind', 'queries', 'recall@10', 'MRR', 'first right', 'ms', 'most']];
    for (const locale of languages) {
      const graded = await gradeCuts(browser, site, pages, locale, cutQueries(pages, locale, cuts, seed));
      if (misses)
        for (const one of graded)
          if (one.quality.recall < 1 || one.quality.mrr < 1) say(missLine(locale, one));
      for (const [kind, all] of Map.groupBy(graded, ({ cut }) => cut.kind))
        rows.push(rowOf(locale, kind, all));
    }
    return `Queries cut at random from the pages of dist/ (--seed ${seed}).\n\n${table(rows)}`;
  } finally {
    site.close();
  }
}

function missLine(locale: Locale, { cut, right, paths, quality }: Graded): string {
  const { recall, mrr } = quality;
  const first = paths.findIndex((path) => right.has(path));
  return `${locale} ${cut.kind}: ${cut.query}${cut.query === cut.meant ? '' : ` (${cut.meant})`}  R ${recall.toFixed(2)} MRR ${mrr.toFixed(2)}, ${right.size} right, ${paths.length} shown, first at ${first + 1}; ${[
    ...right,
  ]
    .filter((one) => !paths.includes(one))
    .slice(0, 2)
    .join(' ')} | ${paths
    .filter((one) => !right.has(one))
    .slice(0, 2)
    .join(' ')}`;
}

function rowOf(locale: Locale, kind: CutKind, all: readonly Graded[]): string[] {
  const { recall, mrr } = averaged(all.map(({ quality }) => quality));
  const short = (value: number): string => value.toFixed(3).replace(/^0/, '');
  const times = all.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return [
    locale,
    kind,
    String(all.length),
    short(recall),
    short(mrr),
    short(all.filter(({ quality }) => quality.mrr === 1).length / all.length),
    median(times).toFixed(0),
    (times.at(-1) ?? 0).toFixed(0),
  ];
}
