import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createBulletin } from '../bulletin/bulletin.ts';
import { readContentFolder } from '../content/disk.ts';
import { holdBack } from '../content/hold-back.ts';
import { editionsOf, editionsOfArticle } from '../editions/editions.ts';
import { openLivePages } from '../build/live-pages.ts';
import { builtKinds, hasPress, outputKinds, type OutputKind } from '../editions/paths.ts';
import { editionReport, sayPressLacks } from './edition-report.ts';
import { openProgress } from './progress.ts';
import { distFolder } from '../build/paths.ts';
import { printIssues } from '../outputs/print/print-issues.ts';
import { writePrintedFacts } from '../outputs/print/printed-facts.ts';
import { basePath, siteUrl } from '../site.ts';
import { localeCodes } from '../model/locales.ts';
import { refuse, runCommand } from './command-line.ts';
import { projectRoot } from '../build/paths.ts';

/**
 * `npm run print -- <issue> [--edition km] [--only booklet]`: an issue's PDFs again, from the site that was built last.
 * Without an issue, all of them. `--only` takes office, booklet, press, press-black, pictures or page, and
 * may stand more than once.
 *
 * `npm run print -- activities/2023/x [--edition km]`: the PDF of one article, as its text is now; no built site is needed.
 *
 * Exits with 1 when one could not be made.
 */
await runCommand(
  'print.usage',
  { words: 1, options: { edition: localeCodes, only: outputKinds } },
  async (line) => {
    const { locale } = line;
    const [word] = line.words;
    const wanted = word?.replace(/^content\//, '').replace(/\/(index\.[a-z]+\.mdx)?$/, '');
    const asked = line.values.get('only');
    const only: readonly OutputKind[] = asked
      ? outputKinds.filter((kind) => asked.includes(kind))
      : builtKinds;
    const languages = line.values.get('edition');
    const bulletin = createBulletin(holdBack(readContentFolder(projectRoot)).entries);
    const issues = editionsOf(bulletin);
    const isArticle = [...bulletin.entries.activities, ...bulletin.entries.stories].some(
      ({ collection, id }) => `${collection}/${id}` === wanted,
    );
    const all =
      wanted !== undefined && isArticle
        ? editionsOfArticle(bulletin, wanted)
        : issues.filter((one) => wanted === undefined || one.issue === wanted);
    const editions = all.filter((one) => languages?.includes(one.locale) ?? true);

    if (!isArticle && !existsSync(join(projectRoot, 'dist', 'index.html'))) refuse('print.noSite', locale);
    if (editions.length === 0) {
      const known = [...new Set(issues.map((one) => one.issue))].join(', ');
      const words = [wanted, ...(languages ?? [])].filter((one) => one !== undefined).join(' ');
      refuse('print.noEdition', locale, { wanted: words, known });
    }
    const progress = openProgress({ locale });
    const live = isArticle ? await openLivePages(projectRoot, siteUrl) : undefined;
    try {
      const report = editionReport(editions.filter((one) => one.article).length, locale, progress);
      progress.at('print', 0, editions.length);
      let done = 0;
      const result = await printIssues({
        dist: distFolder,
        base: basePath,
        site: siteUrl,
        editions,
        cache: false,
        only,
        onEdition(outcome) {
          progress.at('print', (done += 1), editions.length);
          report.onEdition(outcome);
        },
        ...(live && { read: live.read }),
      });
      report.end();
      if (hasPress(only)) {
        const printed = bulletin.issues.filter(({ id }) => editions.some((one) => one.issue === id));
        sayPressLacks(printed, siteUrl, locale, (text) => progress.warn(text));
      }
      await writePrintedFacts(distFolder, result);
      return result.failed.length === 0;
    } finally {
      progress.end();
      await live?.close();
    }
  },
);
