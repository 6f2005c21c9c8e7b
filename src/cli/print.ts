import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createBulletin } from '../bulletin/bulletin.ts';
import { readContent } from '../content/read.ts';
import { editorText } from '../i18n/editors.ts';
import { editionsOf, editionsOfArticle } from '../editions/editions.ts';
import { openLivePages } from '../outputs/print/live-pages.ts';
import { outputKinds } from '../editions/paths.ts';
import { printEditions } from './printing.ts';
import { siteUrl } from '../site.ts';
import { editorLocale, projectRoot } from './report.ts';

/**
 * `npm run print -- <issue> [--lang km] [--only booklet]`: an issue's PDFs again, from the site that was built last.
 * Without an issue, all of them. `--only` takes office, booklet, press, pictures or page, and may stand more than once.
 *
 * `npm run print -- activities/2023/x [--lang km]`: the PDF of one article, as its text is now; no built site is needed.
 *
 * Exits with 1 when one could not be made.
 */
const { values, positionals } = parseArgs({
  options: { lang: { type: 'string' }, only: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const wanted = positionals[0]?.replace(/^content\//, '').replace(/\/(index\.[a-z]+\.mdx)?$/, '');
const only = outputKinds.filter((kind) => values.only?.includes(kind) ?? true);
const unknown = values.only?.find((kind) => !(outputKinds as readonly string[]).includes(kind));
const locale = editorLocale(process.argv);
const bulletin = createBulletin(readContent(projectRoot).entries);
const issues = editionsOf(bulletin);
const isArticle = [...bulletin.entries.activities, ...bulletin.entries.stories].some(
  ({ collection, id }) => `${collection}/${id}` === wanted,
);
const all =
  wanted !== undefined && isArticle
    ? editionsOfArticle(bulletin, wanted)
    : issues.filter((one) => wanted === undefined || one.issue === wanted);
const editions = all.filter((one) => values.lang === undefined || one.locale === values.lang);

async function print(): Promise<boolean> {
  if (!isArticle && !existsSync(join(projectRoot, 'dist', 'index.html'))) {
    console.error(editorText('print.noSite', locale));
    return false;
  }
  if (unknown !== undefined) {
    console.error(editorText('print.noOutput', locale, { wanted: unknown, known: outputKinds.join(', ') }));
    return false;
  }
  if (editions.length === 0) {
    const known = [...new Set(issues.map((one) => one.issue))].join(', ');
    console.error(editorText('print.noEdition', locale, { wanted: process.argv.slice(2).join(' '), known }));
    return false;
  }
  const live = isArticle ? await openLivePages(projectRoot, siteUrl) : undefined;
  try {
    const { failed } = await printEditions(editions, {
      locale,
      cache: false,
      only,
      ...(live && { read: live.read }),
    });
    return failed === 0;
  } finally {
    await live?.close();
  }
}

if (!(await print())) process.exitCode = 1;
