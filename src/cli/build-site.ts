import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createBulletin } from '../bulletin/bulletin.ts';
import { isPrintPage } from '../build/built-pages.ts';
import { compareSites, countDifferences, type Differences } from '../build/compare-sites.ts';
import { filesBelow } from '../build/files.ts';
import { takeLock } from '../build/lock.ts';
import { cacheFolder, distFolder } from '../build/paths.ts';
import { readProject } from '../build/kept-texts.ts';
import { lacksBrowser } from '../build/print-error.ts';
import { prepareSite, publishSite, siteFolders } from '../build/publish.ts';
import { siteSteps, type BuiltSite } from '../build/site.ts';
import { runSteps } from '../build/steps.ts';
import { readingOf } from '../content/disk.ts';
import type { Content } from '../content/read.ts';
import type { Reading } from '../content/hand-over.ts';
import { heldBackReason, type HeldBack } from '../content/hold-back.ts';
import { ContentError, type Problem } from '../content/problems.ts';
import { articleEditionsOf, shortEditionsOf } from '../editions/editions.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import { localeOfPath } from '../i18n/urls.ts';
import { localeCodes, type EditorLocale } from '../model/locales.ts';
import { imprint, siteUrl, textLicence } from '../site.ts';
import { refuse, type CommandLine } from './command-line.ts';
import { editionReport, sayPressLacks } from './edition-report.ts';
import { printProblems } from './print-problems.ts';
import { openProgress } from './progress.ts';
import { reminderLines } from './reminders.ts';

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

const perLanguage = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([code, count]) => `${code} ${count}`)
    .join(' · ');

/** Pages by language. Printed pages are the PDFs' business and are not counted. */
function countPages(pages: BuiltSite['pages']): Record<string, number> {
  const counts: Record<string, number> = Object.fromEntries(localeCodes.map((code) => [code, 0]));
  for (const { path } of pages) {
    if (isPrintPage(path)) continue;
    const code = localeOfPath(`/${path}`);
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function reportHeldBack(held: readonly HeldBack[], problems: readonly Problem[], locale: EditorLocale): void {
  printProblems(problems, locale);
  console.error(editorText('build.heldBack', locale, { count: held.length }));
  for (const one of held) {
    const language = one.locale === undefined ? '' : ` (${one.locale})`;
    console.error(`  ${one.record}${language} ${heldBackReason(one, locale)}`.trimEnd());
  }
  console.log('');
}

/** Builds with nothing kept, beside the site and its caches, and compares. */
async function compareWithClean(
  reading: Reading,
  content: Content,
  say: (key: EditorKey) => void,
): Promise<Differences> {
  say('build.verifying');
  const work = `${distFolder}.verify`;
  try {
    rmSync(work, { recursive: true, force: true });
    const goal = siteSteps(reading, content, true, {});
    const options = { work: join(work, 'site'), cache: join(work, 'cache'), force: true };
    const [clean] = await runSteps([goal], options);
    return compareSites(distFolder, clean.folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** So many files are named, of a kind. */
const mostNamed = 20;

function reportDifferences(differences: Differences, locale: EditorLocale): void {
  const count = countDifferences(differences);
  if (count === 0) {
    const files = filesBelow(distFolder).length;
    console.log(`  ${editorText('build.verified', locale, { count: files })}`);
    return;
  }
  console.error(editorText('build.differs', locale, { count }));
  const list = (key: EditorKey, files: readonly string[]): void => {
    for (const file of files.slice(0, mostNamed)) console.error(`  ${editorText(key, locale)}: ${file}`);
    if (files.length > mostNamed) console.error(`  … +${files.length - mostNamed}`);
  };
  list('build.fileMissing', differences.missing);
  list('build.fileExtra', differences.extra);
  list('build.fileOther', differences.other);
}

/**
 * Builds the site, and tells how it went.
 * @param line the options of `npm run build`
 * @returns whether nothing was wrong
 */
export async function buildSite(line: CommandLine): Promise<boolean> {
  const began = performance.now();
  const { locale } = line;
  const force = line.has('force');
  const progress = openProgress({ locale });
  const say = (key: EditorKey, values: Record<string, string | number> = {}): void =>
    progress.say(editorText(key, locale, values));
  const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

  say('build.reading');
  const content = await readProject({ force });
  const { problems, files } = content;
  // Of a folder without content nothing is left to publish: an empty site would take the place of the whole one.
  const empty = problems.some((one) => one.code === 'noContent');
  if (problems.length > 0 && (empty || !line.has('hold-back'))) {
    printProblems(problems, locale);
    refuse('build.stopped', locale);
  }
  const reading = readingOf(content);
  const { entries, held } = reading;
  const lists = Object.entries(entries);
  say('build.read', { entries: lists.reduce((sum, [, list]) => sum + list.length, 0), files });

  const bulletin = createBulletin(entries);
  for (const { issue, language, count, minimum } of shortEditionsOf(bulletin)) {
    console.log(`  ${editorText('print.tooFew', locale, { issue, language, count, minimum })}`);
  }
  for (const reminder of reminderLines(entries, { textLicence, imprint }, locale))
    console.log(`  ${reminder}`);
  sayPressLacks(bulletin.issues, siteUrl, locale, (text) => console.log(text));
  const editions = editionReport(articleEditionsOf(bulletin).length, locale, progress);
  const release = await takeLock(join(cacheFolder, 'build.lock'), (pid) => say('build.waiting', { pid }));
  const folders = siteFolders(distFolder);
  let site: BuiltSite;
  let differences: Differences | undefined;
  try {
    prepareSite(folders);
    const goal = siteSteps(reading, content, force, {
      onStart: (name) => say(`build.step.${name}`),
      onProgress: progress.at,
      onPages: ({ rendered, kept }) => say('build.pagesMade', { rendered, kept }),
      onEdition: editions.onEdition,
      onCardsFailed: (error) =>
        progress.warn(`  ${editorText('build.cardsFailed', locale, { reason: reasonOf(error) })}`),
    });
    [site] = await runSteps(
      [goal],
      { work: folders.next, cache: join(cacheFolder, 'build'), force },
      ({ name, kept, milliseconds }) =>
        say(kept ? 'build.stepKept' : 'build.stepDone', { name, seconds: seconds(milliseconds) }),
    );
    publishSite(site.folder, folders);
    if (line.has('verify')) differences = await compareWithClean(reading, content, say);
  } catch (error) {
    if (error instanceof ContentError) throw error;
    console.error(editorText('build.failed', locale, { reason: reasonOf(error) }));
    return false;
  } finally {
    progress.end();
    release();
  }
  editions.end();

  console.log('');
  if (held.length > 0) reportHeldBack(held, problems, locale);
  say('build.summary');
  const summary = (key: EditorKey, text: string | number): void =>
    console.log(`  ${editorText(key, locale)}: ${text}`);
  summary('build.summaryPages', perLanguage(countPages(site.pages)));
  summary('build.summarySearch', perLanguage(site.searchable));
  summary('build.summaryEntries', lists.map(([name, list]) => `${name} ${list.length}`).join(' · '));
  if (site.cards) summary('build.summaryCards', `${site.cards.count} (+${site.cards.drawn})`);
  summary('build.summaryPdfs', site.printed.length);
  for (const row of editions.lines) console.log(`    ${row}`);
  console.log(
    `  ${editorText('build.summaryTime', locale, { seconds: seconds(performance.now() - began) })}`,
  );
  if (differences) reportDifferences(differences, locale);
  if (differences && countDifferences(differences) > 0) return false;
  return site.failed.every(({ cause }) => lacksBrowser(cause)) && site.cards !== undefined;
}
