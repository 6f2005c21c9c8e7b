import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createBulletin, type Bulletin } from '../bulletin/bulletin.ts';
import { readContentFolder } from '../content/disk.ts';
import { holdBack } from '../content/hold-back.ts';
import { editionsOf, editionsOfArticle, type Edition } from '../editions/editions.ts';
import { newsletterEditions } from '../editions/newsletter.ts';
import { leadsNowhere } from '../editions/press-lacks.ts';
import { editorText } from '../i18n/editors.ts';
import { openLivePages } from '../build/live-pages.ts';
import {
  builtKinds,
  hasPress,
  outputKinds,
  unprintedKinds,
  type OutputKind,
  type UnprintedFile,
  type UnprintedKind,
} from '../editions/paths.ts';
import { planEpubs, writeEpubs } from '../build/epubs.ts';
import { writeNewsletters } from '../build/newsletters.ts';
import { editionReport, sayPressLacks } from './edition-report.ts';
import { openProgress } from './progress.ts';
import { printIssues } from '../outputs/print/print-issues.ts';
import { writePrintedFacts } from '../outputs/printed-facts/printed-facts.ts';
import { basePath, siteUrl } from '../site.ts';
import { localeCodes, type Locale } from '../model/locales.ts';
import { refuse, runCommand } from './command-line.ts';
import { distFolder, projectRoot } from '../build/paths.ts';

/**
 * `npm run print -- <issue> [--edition km] [--only booklet]`: an issue's PDFs, newsletters and EPUBs again, from the site that
 * was built last. Without an issue, all of them. `--only` takes a kind of `editions/paths.ts`, and may stand more than once.
 *
 * `npm run print -- activities/2023/x [--edition km]`: the PDF of one article, as its text is now; no built site is needed.
 *
 * Exits with 1 when one could not be made.
 */
await runCommand(
  'print.usage',
  { words: 1, options: { edition: localeCodes, only: [...outputKinds, ...unprintedKinds] } },
  async (line) => {
    const { locale } = line;
    const [word] = line.words;
    const wanted = word?.replace(/^content\//, '').replace(/\/(index\.[a-z]+\.mdx)?$/, '');
    const asked = line.values.get('only');
    const only: readonly OutputKind[] = asked
      ? outputKinds.filter((kind) => asked.includes(kind))
      : builtKinds;
    const unprinted = unprintedKinds.filter((kind) => asked?.includes(kind) ?? true);
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
      const files = await writeUnprinted(bulletin, isArticle ? [] : editions, unprinted);
      for (const { out, bytes } of files) {
        const size = Math.ceil(bytes / 1000);
        progress.say(`  ${editorText('print.unprinted', locale, { file: out, size })}`);
      }
      if (files.length > 0 && leadsNowhere(siteUrl))
        progress.warn(`  ${editorText('print.leadsNowhere', locale, { address: siteUrl })}`);
      const printed = only.length > 0 || isArticle ? editions : [];
      progress.at('print', 0, printed.length);
      let done = 0;
      const result = await printIssues({
        dist: distFolder,
        base: basePath,
        site: siteUrl,
        editions: printed,
        cache: false,
        only,
        onEdition(outcome) {
          progress.at('print', (done += 1), printed.length);
          report.onEdition(outcome);
        },
        ...(live && { read: live.read }),
      });
      report.end();
      if (hasPress(only)) {
        const issues = bulletin.issues.filter(({ id }) => editions.some((one) => one.issue === id));
        sayPressLacks(issues, siteUrl, locale, (text) => progress.warn(text));
      }
      await writePrintedFacts(distFolder, result, files);
      return result.failed.length === 0;
    } finally {
      progress.end();
      await live?.close();
    }
  },
);

/** Makes what no browser prints, of these editions. */
async function writeUnprinted(
  bulletin: Bulletin,
  editions: readonly Edition[],
  kinds: readonly UnprintedKind[],
): Promise<UnprintedFile[]> {
  const site = { root: projectRoot, site: siteUrl, base: basePath };
  const isAsked = ({ issue, locale }: { issue: string; locale: Locale }): boolean =>
    editions.some((one) => one.issue === issue && one.locale === locale);
  const files: UnprintedFile[] = [];
  if (kinds.includes('mail')) {
    const letters = newsletterEditions(bulletin).filter(isAsked);
    files.push(...(await writeNewsletters(letters, { ...site, folder: distFolder })));
  }
  if (kinds.includes('epub')) {
    const books = planEpubs({ ...site, bulletin, cards: distFolder }).filter(isAsked);
    files.push(...(await writeEpubs(books, projectRoot, distFolder)));
  }
  return files;
}
