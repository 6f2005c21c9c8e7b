import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localeCodes, type Locale } from '../model/locales.ts';
import { localeUrl } from '../i18n/urls.ts';
import { findBrowser, launchBrowser } from '../build/browser.ts';
import { kinds, type Kind } from '../outputs/metadata/kinds.ts';
import { benchSlowSearch } from './slow-search.ts';
import { serveLikeAHost, weigh, type Weight } from './weight.ts';
import { openLighthouse } from './lighthouse.ts';
import { median, table } from './measure.ts';

/** Which pages are timed: those that readers come in by. Every language is met. */
const timed: readonly (readonly [Kind, Locale])[] = [
  ['home', 'vi'],
  ['activities', 'en'],
  ['activity', 'lo'],
  ['activity', 'km'],
  ['issue', 'zh'],
  ['partner', 'fr'],
];

const kB = (bytes: number): string => (bytes / 1000).toFixed(1);

/**
 * Weighs every kind of page in every language, times the search on a slow phone, and some pages with Lighthouse on a
 * simulated one.
 * @param root the project folder; `dist/` must have been built
 * @param runs how often each page is timed; the median counts
 * @param say gets a line of progress
 * @returns the tables to print
 */
export async function benchPages(root: string, runs: number, say: (line: string) => void): Promise<string> {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) throw new Error('There is no dist/: run `npm run build` first.');
  const host = await serveLikeAHost(dist);
  try {
    return [
      await weights(host.origin, say),
      '',
      await searches(host.origin, runs, say),
      '',
      await speeds(host.origin, runs, say),
    ].join('\n');
  } finally {
    host.close();
  }
}

/** Heaviest language of each kind last; kilobytes over the wire, fonts and pictures included. */
async function weights(origin: string, say: (line: string) => void): Promise<string> {
  const browser = await launchBrowser(await findBrowser());
  const rows: string[][] = [['kB over the wire', ...localeCodes, 'HTML', 'CSS', 'script', 'shift']];
  for (const [kind, path] of Object.entries(kinds)) {
    say(`pages: ${kind} …`);
    const all: Weight[] = [];
    for (const code of localeCodes) all.push(await weigh(browser, origin + localeUrl(code, path)));
    const most = (part: 'html' | 'css' | 'script' | 'shift'): number =>
      Math.max(...all.map((one) => one[part]));
    rows.push([
      kind,
      ...all.map((one) => kB(one.all)),
      kB(most('html')),
      kB(most('css')),
      kB(most('script')),
      most('shift').toFixed(3),
    ]);
  }
  await browser.close();
  return table(rows);
}

async function searches(origin: string, runs: number, say: (line: string) => void): Promise<string> {
  const browser = await launchBrowser(await findBrowser());
  try {
    return await benchSlowSearch(browser, origin, runs, say);
  } finally {
    await browser.close();
  }
}

async function speeds(origin: string, runs: number, say: (line: string) => void): Promise<string> {
  const browser = await openLighthouse();
  const rows: string[][] = [['Lighthouse, mobile', 'performance', 'of the runs', 'bar']];
  for (const [kind, code] of timed) {
    const scores: number[] = [];
    for (let run = 0; run < runs; run++) {
      say(`pages: ${kind} ${code}, run ${run + 1} of ${runs} …`);
      const result = await browser.measure(origin + localeUrl(code, kinds[kind]), ['performance']);
      scores.push(result.scores.performance ?? 0);
    }
    scores.sort((a, b) => a - b);
    rows.push([`${kind} ${code}`, String(median(scores)), scores.join(' '), '100']);
  }
  await browser.close();
  return table(rows);
}
