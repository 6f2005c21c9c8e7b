import { createReadStream, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { projectRoot } from '../build/paths.ts';
import { editorText } from '../i18n/editors.ts';
import { formatNumber } from '../i18n/format.ts';
import { reportLanguage } from '../i18n/report.ts';
import { basePath } from '../site.ts';
import { readRequest } from './access-log.ts';
import { refuse, runCommand, type CommandLine } from './command-line.ts';
import { VisitCounter, type MonthOfVisits } from './count-visits.ts';

/**
 * `npm run visits -- access.log access.log.2.gz`: how many people read the site, by month and language.
 * `--report cum-3-2026` writes the figures into that record of `content/reports`, whose report then has them.
 * `--base /ban-tin` where the log is of a site with another base path. Exits with 1 when nothing could be counted.
 */

/** The lines of a log, packed or not, a piece at a time: a year's log is larger than memory. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file);
  const packed = file.endsWith('.gz');
  const text = packed ? bytes.pipe(createGunzip()) : bytes;
  // An error of the file does not go through a pipe by itself.
  if (packed) bytes.on('error', (error) => text.destroy(error));
  yield* createInterface({ input: text, crlfDelay: Infinity });
}

/** When the first request of a log was; logs are read oldest first, in whatever order they are named. */
async function beginningOf(file: string): Promise<number> {
  for await (const line of linesOf(file)) {
    const request = readRequest(line);
    if (request) return request.time;
  }
  return Number.POSITIVE_INFINITY;
}

/** The logs that were named, each once. */
async function logsOf(line: CommandLine): Promise<string[]> {
  const files = new Map<string, number>();
  for (const word of line.words) {
    try {
      const file = realpathSync(resolve(word));
      files.set(file, await beginningOf(file));
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      refuse('visits.unreadable', line.locale, { file: word, reason });
    }
  }
  return [...files].sort((a, b) => a[1] - b[1]).map(([file]) => file);
}

/** Puts the months into a record of `content/reports`; months that it has already are replaced. */
function writeInto(
  report: string,
  months: readonly MonthOfVisits[],
  root: string,
  line: CommandLine,
): string {
  const path = `content/reports/${report.replace(/\.yaml$/, '')}.yaml`;
  const file = join(root, path);
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch {
    return refuse('visits.noReport', line.locale, { file: path });
  }
  const document = parseDocument(source);
  const pair = isMap(document.contents)
    ? document.contents.items.find(({ key }) => isScalar(key) && key.value === 'visits')
    : undefined;
  const before = isSeq(pair?.value) ? (pair.value.toJSON() as MonthOfVisits[]) : [];
  const kept = before.filter((one) => !months.some(({ month }) => month === one.month));
  const all = [...kept, ...months].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  const rows = all.map(
    ({ month, language, visits, pages }) =>
      `  - { month: ${month}, language: ${language}, visits: ${visits}, pages: ${pages} }\n`,
  );
  // Nothing else in the file is written anew: every other byte stays.
  const whole = source.endsWith('\n') ? source : `${source}\n`;
  const [start, end] =
    isScalar(pair?.key) && isSeq(pair.value)
      ? [pair.key.range?.[0] ?? whole.length, pair.value.range?.[2] ?? whole.length]
      : [whole.length, whole.length];
  writeFileSync(file, `${whole.slice(0, start)}visits:\n${rows.join('')}${whole.slice(end)}`);
  return path;
}

await runCommand(
  'visits.usage',
  { words: Number.POSITIVE_INFINITY, options: { report: 'text', base: 'text', root: 'text' } },
  async (line) => {
    const { locale } = line;
    if (line.words.length === 0) refuse('visits.usage', locale);
    const root = resolve(line.value('root') ?? projectRoot);
    const counter = new VisitCounter((line.value('base') ?? basePath).replace(/\/$/, ''));
    for (const file of await logsOf(line)) for await (const one of linesOf(file)) counter.read(one);
    const { months, lines, robots, unreadable } = counter.result();
    if (unreadable === lines) refuse('visits.otherFormat', locale);
    for (const { month, language, visits, pages } of months) {
      const values = {
        month,
        language: reportLanguage(language),
        visits: formatNumber(visits, locale),
        pages: formatNumber(pages, locale),
      };
      console.log(editorText('visits.month', locale, values));
    }
    const total = (of: 'visits' | 'pages'): string =>
      formatNumber(
        months.reduce((sum, one) => sum + one[of], 0),
        locale,
      );
    console.log(
      editorText('visits.total', locale, { visits: total('visits'), pages: total('pages'), robots }),
    );
    if (unreadable > 0) console.error(editorText('visits.skipped', locale, { count: unreadable, lines }));
    const report = line.value('report');
    if (report !== undefined) {
      console.log(editorText('visits.written', locale, { file: writeInto(report, months, root, line) }));
    }
    return true;
  },
);
