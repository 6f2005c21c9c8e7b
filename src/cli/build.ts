import { build as buildPages } from 'astro';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cardsOf } from '../outputs/cards/card.ts';
import { drawCards } from '../outputs/cards/draw-cards.ts';
import { articleEditionsOf, editionsOf, shortEditionsOf } from '../editions/editions.ts';
import { createBulletin } from '../bulletin/bulletin.ts';
import type { Entries } from '../model/entries.ts';
import { holdBack } from '../content/hold-back.ts';
import { readContentFolder } from '../content/disk.ts';
import { editorText, type EditorKey } from '../i18n/editors.ts';
import { localeCodes } from '../model/locales.ts';
import { localeOfPath } from '../i18n/urls.ts';
import { aboutSite } from '../outputs/search/about.ts';
import { buildSearchIndex } from '../outputs/search/indexer.ts';
import { printEditions } from './printing.ts';
import { readCommandLine, runCommand } from './command-line.ts';
import { projectRoot } from '../build/paths.ts';
import { printProblems } from './report.ts';

/**
 * `npm run build [-- --lang en] [-- --force] [-- --hold-back]`: content, pages, search index and PDFs into `dist/`.
 * `--force` uses no cache, neither Astro's nor that of the PDFs. Exits with 1 when anything is wrong; content
 * problems stop it before `dist/` is touched, unless `--hold-back` publishes the rest and lists what was held back.
 */
const began = performance.now();
const shape = { options: { force: 'switch', 'hold-back': 'switch' } } as const;
const line = readCommandLine(process.argv.slice(2), shape.options);
const { locale } = line;
const force = line.has('force');
const keepGoing = line.has('hold-back');
const dist = join(projectRoot, 'dist');
const say = (key: EditorKey, values: Record<string, string | number> = {}): void =>
  console.log(editorText(key, locale, values));
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** Pages of the built site by language. Printed pages are the PDFs' business and are not counted. */
function countPages(): Map<string, number> {
  const counts = new Map<string, number>(localeCodes.map((code) => [code, 0]));
  for (const path of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.html') || /[\\/]print[\\/]index\.html$/.test(path)) continue;
    const code = localeOfPath(`/${path.replaceAll('\\', '/')}`);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

const perLanguage = (counts: ReadonlyMap<string, number> | Record<string, number>): string =>
  (counts instanceof Map ? [...counts] : Object.entries(counts))
    .map(([code, count]) => `${code} ${count}`)
    .join(' · ');

async function build(): Promise<boolean> {
  say('build.reading');
  const content = readContentFolder(projectRoot);
  const { problems, files } = content;
  const { entries, held } = holdBack(content);
  if (problems.length > 0 && !keepGoing) {
    printProblems(problems, locale);
    console.error(editorText('build.stopped', locale));
    return false;
  }
  const lists = Object.entries(entries);
  say('build.read', { entries: lists.reduce((sum, [, list]) => sum + list.length, 0), files });

  say('build.pages');
  await buildPages({ root: projectRoot, logLevel: 'warn', force });
  const pages = countPages();
  say('build.pagesDone', { count: [...pages.values()].reduce((sum, one) => sum + one, 0) });

  const cardsDrawn = await makeCards(entries);

  say('build.search');
  const index = await buildSearchIndex({ dist, about: aboutSite(createBulletin(entries)) });
  say('build.searchDone', { languages: perLanguage(index.pages) });

  say('build.printing');
  const bulletin = createBulletin(entries);
  for (const { issue, language, count, minimum } of shortEditionsOf(bulletin)) {
    console.log(`  ${editorText('print.tooFew', locale, { issue, language, count, minimum })}`);
  }
  const {
    lines: pdfLines,
    printed,
    failed,
  } = await printEditions([...editionsOf(bulletin), ...articleEditionsOf(bulletin)], {
    locale,
    cache: !force,
  });

  console.log('');
  if (held.length > 0) {
    printProblems(problems, locale);
    console.error(editorText('build.heldBack', locale, { count: held.length }));
    for (const one of held) {
      const language = one.locale === undefined ? '' : ` (${one.locale})`;
      const reason = one.problems.length === 0 ? editorText('build.heldBackWith', locale) : '';
      console.error(`  ${one.record}${language} ${reason}`.trimEnd());
    }
    console.log('');
  }
  say('build.summary');
  console.log(`  ${editorText('build.summaryPages', locale)}: ${perLanguage(pages)}`);
  console.log(
    `  ${editorText('build.summaryEntries', locale)}: ${lists.map(([name, list]) => `${name} ${list.length}`).join(' · ')}`,
  );
  console.log(`  ${editorText('build.summaryPdfs', locale)}: ${printed}`);
  for (const line of pdfLines) console.log(`    ${line}`);
  console.log(
    `  ${editorText('build.summaryTime', locale, { seconds: seconds(performance.now() - began) })}`,
  );
  return failed === 0 && cardsDrawn;
}

/** Without them the site is whole but for its pictures in other sites' previews: a failure does not stop the build. */
async function makeCards(entries: Entries): Promise<boolean> {
  say('build.cards');
  const drawing = performance.now();
  try {
    const cards = cardsOf(createBulletin(entries));
    const { count, drawn } = await drawCards({ dist, root: projectRoot, cards, cache: !force });
    say('build.cardsDone', { count, drawn, seconds: seconds(performance.now() - drawing) });
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`  ${editorText('build.cardsFailed', locale, { reason })}`);
    return false;
  }
}

await runCommand('build.usage', shape, async () => {
  try {
    return await build();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(editorText('build.failed', locale, { reason }));
    return false;
  }
});
