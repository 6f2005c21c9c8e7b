import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  sampleEdition,
  sampleLocales,
  samplePage,
  writeSamplePage,
  writeSampleSite,
} from '../tests/print/fixture/issue.ts';
import type { SampleLocale } from '../tests/print/fixture/texts.ts';
import { planEpubs, writeEpubs } from '../build/epubs.ts';
import { writeNewsletters } from '../build/newsletters.ts';
import { createBulletin } from '../bulletin/bulletin.ts';
import { readContentFolder } from '../content/disk.ts';
import { holdBack } from '../content/hold-back.ts';
import { newsletterEditions } from '../editions/newsletter.ts';
import { builtKinds, type OutputKind } from '../editions/paths.ts';
import { printIssues } from '../outputs/print/print-issues.ts';
import { table } from './measure.ts';
import { findOtherEngine } from './other-engine.ts';
import { descendants } from './process-tree.ts';

/** How often the items of each language's sample are repeated: about 24 pages. */
const copies: Record<SampleLocale, number> = { vi: 5, en: 26, lo: 8, km: 8, zh: 8, fr: 8 };

/** Processor seconds in which six editions are to be printed, everything made of them. */
const bar = 60;

/**
 * Times the printing of six editions of a generated issue: first the office PDFs alone, then everything, then
 * everything from the cache; then what needs no browser; then WeasyPrint on the same pages, where it is installed.
 * Processor time includes that of the browser's processes (read on Linux only).
 * @param root the project folder; the issue is generated, newsletters and EPUBs are those of its own bulletin
 * @param runs how often each is done; the least processor time counts
 * @param say gets a line of progress
 * @returns the table to print
 */
export async function benchPrint(root: string, runs: number, say: (line: string) => void): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), 'bench-print-'));
  const rows = [['six editions', 'pages', 'CPU s', 'of it browser', 'wall s', 'bar s', '']];
  try {
    const dist = join(work, 'dist');
    await writeSampleSite(dist);
    for (const locale of sampleLocales)
      await writeSamplePage(dist, locale, samplePage(locale, '/', copies[locale]));
    const time = async (
      name: string,
      only: readonly OutputKind[],
      cacheFolder: (run: number) => string | undefined,
    ) => {
      let least: string[] | undefined;
      for (let run = 0; run < runs; run++) {
        say(`print: ${name} …`);
        const folder = cacheFolder(run);
        const watch = watchProcessors();
        const began = performance.now();
        const { printed, failed } = await printIssues({
          dist,
          editions: sampleLocales.map(sampleEdition),
          only,
          cache: folder !== undefined,
          ...(folder !== undefined && { cacheFolder: folder }),
        });
        const wall = (performance.now() - began) / 1000;
        const { own, children } = watch.end();
        if (failed[0]) throw new Error(failed[0].error);
        if (least && Number(least[2]) <= own + children) continue;
        const pages = printed.map((edition) => edition.pages).join(' ');
        const row = [
          name,
          pages,
          (own + children).toFixed(1),
          children.toFixed(1),
          wall.toFixed(1),
          String(bar),
        ];
        least = [...row, own + children <= bar ? 'ok' : 'too slow'];
      }
      if (least) rows.push(least);
    };
    await time('office PDF', ['office'], () => undefined);
    // Each run fills a cache of its own.
    await time('all outputs', builtKinds, (run) => join(work, `cache-${run}`));
    await time('from the cache', builtKinds, () => join(work, 'cache-0'));

    say('print: newsletters and EPUBs of the bulletin …');
    rows.push(...(await unprintedRows(root, work, runs)));

    const other = await findOtherEngine();
    if (other) {
      say(`print: ${other.name} …`);
      const results = sampleLocales.map((locale) => {
        const page = join(sampleEdition(locale).url, 'index.html');
        return other.print(dist, page, join(work, 'other.pdf'));
      });
      const seconds = results.reduce((sum, one) => sum + one.seconds, 0).toFixed(1);
      const pages = results.map((one) => one.pages).join(' ');
      rows.push([`${other.name}, plain PDF`, pages, seconds, '', '', '', 'for comparison']);
    } else rows.push(['WeasyPrint', '', '', '', '', '', 'not installed']);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return table(rows);
}

/** What the newsletters and EPUBs of all editions cost, which are made without printing. */
async function unprintedRows(root: string, work: string, runs: number): Promise<string[][]> {
  const bulletin = createBulletin(holdBack(readContentFolder(root)).entries);
  const site = { root, site: 'https://bulletin.test', base: '/' };
  const rows: string[][] = [];
  const time = async (
    name: string,
    remark: string,
    make: (folder: string) => Promise<readonly unknown[]>,
  ) => {
    let least: string[] | undefined;
    for (let run = 0; run < runs; run++) {
      const watch = watchProcessors();
      const began = performance.now();
      const { length } = await make(join(work, `unprinted-${run}`));
      const wall = (performance.now() - began) / 1000;
      const { own } = watch.end();
      if (least && Number(least[2]) <= own) continue;
      least = [name, `${length} files`, own.toFixed(1), '', wall.toFixed(1), '', remark];
    }
    if (least) rows.push(least);
  };
  await time('newsletters', '', (folder) =>
    writeNewsletters(newsletterEditions(bulletin), { ...site, folder }),
  );
  await time('EPUBs', 'without cards', (folder) =>
    writeEpubs(planEpubs({ ...site, bulletin, cards: work }), root, folder),
  );
  return rows;
}

/** Processor seconds of this process and of all below it, from now on. */
function watchProcessors(): { end: () => { own: number; children: number } } {
  const before = process.cpuUsage();
  /** Last seen of each process: a browser's are gone before they could be asked at the end. */
  const seen = new Map<number, number>();
  const look = () => {
    for (const [pid, seconds] of descendants(process.pid)) seen.set(pid, seconds);
  };
  const timer = setInterval(look, 50);
  return {
    end() {
      clearInterval(timer);
      const { user, system } = process.cpuUsage(before);
      return { own: (user + system) / 1e6, children: [...seen.values()].reduce((sum, one) => sum + one, 0) };
    },
  };
}
