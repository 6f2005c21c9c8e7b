import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editorText } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';
import { fillIssuePage } from '../outputs/print/issue-page.ts';
import type { OutputKind } from '../editions/paths.ts';
import { reasonIn } from '../outputs/print/print-error.ts';
import { printIssues, type Edition } from '../outputs/print/print-issues.ts';
import type { ReadFile } from '../build/serve.ts';
import { localeCodes, locales } from '../model/locales.ts';
import { basePath, siteUrl } from '../site.ts';
import { projectRoot } from '../build/paths.ts';

interface PrintingOptions {
  locale: EditorLocale;
  cache: boolean;
  only?: readonly OutputKind[];
  /** Pages from elsewhere than `dist/`. */
  read?: ReadFile;
}

/**
 * Prints editions into `dist/`, says so, a line each, and writes their sizes and pictures into the pages of their
 * issues. Single articles have a line together unless there are few. Shared by `build` and `print`.
 */
export async function printEditions(
  editions: readonly Edition[],
  { locale, cache, only, read }: PrintingOptions,
): Promise<{ lines: string[]; printed: number; failed: number }> {
  const lines: string[] = [];
  /** How many editions failed for each reason: one missing browser is not said sixty times. */
  const reasons = new Map<string, number>();
  const say = (line: string): void => {
    lines.push(line);
    console.log(`  ${line}`);
  };
  const dist = join(projectRoot, 'dist');
  const articles = editions.filter((edition) => edition.article).length;
  const { printed, failed } = await printIssues({
    dist,
    base: basePath,
    site: siteUrl,
    editions,
    cache,
    ...(only && { only }),
    ...(read && { read }),
    onEdition(edition) {
      const file = edition.out.split('/').at(-1) ?? edition.out;
      if ('error' in edition) {
        const reason = reasonIn(edition.cause, locale);
        const known = reasons.get(reason) ?? 0;
        reasons.set(reason, known + 1);
        if (known > 0) return;
        console.error(`  ${editorText('build.pdfFailed', locale, { file, reason })}`);
        return;
      }
      if (edition.article && articles > few) return;
      const [first] = edition.files;
      const values = {
        file: first?.out.split('/').at(-1) ?? file,
        pages: edition.pages,
        size: Math.round((first?.bytes ?? 0) / 1000),
        seconds: (edition.milliseconds / 1000).toFixed(1),
      };
      say(editorText(edition.cached ? 'build.pdfCached' : 'build.pdf', locale, values));
    },
  });
  for (const [reason, count] of reasons) {
    if (count > 1) console.error(`  ${editorText('build.pdfsFailed', locale, { count: count - 1, reason })}`);
  }
  if (articles > few) {
    const made = printed.filter((edition) => edition.article);
    const anew = made.filter((edition) => !edition.cached);
    const seconds = made.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
    const values = { count: made.length, anew: anew.length, seconds: seconds.toFixed(1) };
    say(editorText('build.articlePdfs', locale, values));
  }
  for (const path of new Set(editions.map((edition) => (edition.article ? '' : 'issues/') + edition.issue))) {
    for (const code of localeCodes) {
      const file = join(dist, locales[code].prefix, path, 'index.html');
      const html = await readFile(file, 'utf8').catch(() => undefined);
      if (html === undefined) continue;
      const filled = fillIssuePage(html, { printed, failed, locale: code, base: basePath });
      if (filled !== html) await writeFile(file, filled);
    }
  }
  return { lines, printed: printed.length, failed: failed.length };
}

/** So many articles have a line each. */
const few = 6;
