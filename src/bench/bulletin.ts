import { createBulletin } from '../bulletin/bulletin.ts';
import { readContentFolder } from '../content/disk.ts';
import { holdBack } from '../content/hold-back.ts';
import type { Entries } from '../model/entries.ts';
import { generateEntries, recordCount } from './entries.ts';
import { median, table } from './measure.ts';
import { questions, type Question } from './questions.ts';

/** How many records the bulletins have, roughly. */
const sizes = [1200, 12_000];

/** Microseconds of processor time that `work` takes. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const askAll = (pages: readonly (() => unknown)[]): void => pages.forEach((ask) => ask());

/** Up to so many pages of a kind are asked for again and again, taken evenly from all. */
const sampled = 500;
/** Microseconds for which pages are asked for at least: less is noise. */
const least = 20_000;

function timeOfPage(pages: readonly (() => unknown)[]): number {
  const step = Math.max(1, Math.floor(pages.length / sampled));
  const sample = pages.filter((_, at) => at % step === 0);
  let [time, asked] = [0, 0];
  while (time < least) {
    time += processorTime(() => askAll(sample));
    asked += sample.length;
  }
  return time / asked;
}

interface Cost {
  readonly pages: number;
  /** Microseconds for all pages of the kind, from a bulletin that has no index yet. */
  readonly first: number;
  /** Microseconds for a page when the indexes are there. */
  readonly page: number;
}

/** Everything anew, for what is known of a list of records is known as long as the list is there. */
function measureOnce({ pages }: Question, entries: Entries, records: number): Cost {
  const all = pages(createBulletin(generateEntries(entries, records)));
  const first = processorTime(() => askAll(all));
  return { pages: all.length, first, page: timeOfPage(all) };
}

const middle = (costs: readonly Cost[], part: keyof Cost): number =>
  median(costs.map((one) => one[part]).sort((a, b) => a - b));

/**
 * What the questions of the pages cost in a small and in a large bulletin, side by side. The first time, all pages of a
 * kind are asked for from a bulletin that has no index yet, as in a build: that grows as the records do, and no
 * faster. A page by itself, once the indexes are there, costs the same in both.
 *
 * @param root the project folder, from whose records the bulletins are made
 * @param runs how often everything is measured; the median counts
 * @param say gets a line of progress
 * @returns the table to print
 */
export async function benchBulletin(
  root: string,
  runs: number,
  say: (line: string) => void,
): Promise<string> {
  const { entries } = holdBack(readContentFolder(root));
  const generated = sizes.map((records) => recordCount(generateEntries(entries, records)));
  const numbers = generated.map(String);
  const rows = [
    ['questions of a', 'pages', '', 'all at first', 'CPU ms', '', 'then a page', 'CPU µs', ''],
    ['records', ...numbers, ...numbers, 'ratio', ...numbers, 'ratio'],
  ];
  for (const one of questions) {
    say(`bulletin: ${one.of} …`);
    // By turns, so that what else the machine does meets both sizes.
    const turns = Array.from({ length: runs }, () => sizes.map((size) => measureOnce(one, entries, size)));
    const costs = sizes.map((_, at) => turns.flatMap((turn) => turn[at] ?? []));
    const of = (part: keyof Cost): number[] => costs.map((list) => middle(list, part));
    const ratio = ([small = NaN, large = NaN]: readonly number[]): string => (large / small).toFixed(1);
    rows.push([
      one.of,
      ...of('pages').map(String),
      ...of('first').map((value) => (value / 1000).toFixed(1)),
      ratio(of('first')),
      ...of('page').map((value) => value.toFixed(2)),
      ratio(of('page')),
    ]);
  }
  return table(rows);
}
