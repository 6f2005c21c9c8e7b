import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createBulletin } from '../content/bulletin.ts';
import { readContent } from '../content/read.ts';
import { editorText } from '../i18n/editors.ts';
import { editionsOf } from '../print/editions.ts';
import { outputKinds } from '../print/outputs.ts';
import { printEditions } from './printing.ts';
import { editorLocale, projectRoot } from './report.ts';

/**
 * `npm run print -- <issue> [--lang km] [--only booklet]`: an issue's PDFs again, from the site that was built last.
 * Without an issue, all of them. `--only` takes office, booklet, press or pictures, and may stand more than once.
 * Exits with 1 when one could not be made.
 */
const { values, positionals } = parseArgs({
  options: { lang: { type: 'string' }, only: { type: 'string', multiple: true } },
  allowPositionals: true,
});
const [wanted] = positionals;
const only = outputKinds.filter((kind) => values.only?.includes(kind) ?? true);
const unknown = values.only?.find((kind) => !(outputKinds as readonly string[]).includes(kind));
const language = values.lang;
const locale = editorLocale(process.argv);
const all = editionsOf(createBulletin(readContent(projectRoot).entries));
const editions = all.filter(
  (one) =>
    (wanted === undefined || one.issue === wanted) && (language === undefined || one.locale === language),
);

if (!existsSync(join(projectRoot, 'dist', 'index.html'))) {
  console.error(editorText('print.noSite', locale));
  process.exitCode = 1;
} else if (unknown !== undefined) {
  console.error(editorText('print.noOutput', locale, { wanted: unknown, known: outputKinds.join(', ') }));
  process.exitCode = 1;
} else if (editions.length === 0) {
  const known = [...new Set(all.map((one) => one.issue))].join(', ');
  console.error(editorText('print.noEdition', locale, { wanted: process.argv.slice(2).join(' '), known }));
  process.exitCode = 1;
} else {
  const { failed } = await printEditions(editions, { locale, cache: false, only });
  if (failed > 0) process.exitCode = 1;
}
