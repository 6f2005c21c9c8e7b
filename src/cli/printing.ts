import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editorText } from '../i18n/editors.ts';
import type { EditorLocale } from '../i18n/locales.ts';
import { fillIssuePage } from '../print/issue-page.ts';
import type { OutputKind } from '../print/outputs.ts';
import { printIssues, type Edition } from '../print/print-issues.ts';
import { localeCodes, locales } from '../i18n/locales.ts';
import { basePath, siteUrl } from '../site.ts';
import { projectRoot } from './report.ts';

/**
 * Prints editions into `dist/`, says so, a line each, and writes their sizes and pictures into the pages of their
 * issues. Shared by `build` and `print`.
 */
export async function printEditions(
  editions: readonly Edition[],
  { locale, cache, only }: { locale: EditorLocale; cache: boolean; only?: readonly OutputKind[] },
): Promise<{ lines: string[]; failed: number }> {
  const lines: string[] = [];
  const dist = join(projectRoot, 'dist');
  const { printed, failed } = await printIssues({
    dist,
    base: basePath,
    site: siteUrl,
    editions,
    cache,
    ...(only && { only }),
    onEdition(edition) {
      const file = edition.out.split('/').at(-1) ?? edition.out;
      if ('error' in edition) {
        console.error(`  ${editorText('build.pdfFailed', locale, { file, reason: edition.error })}`);
        return;
      }
      const [first] = edition.files;
      const values = {
        file: first?.out.split('/').at(-1) ?? file,
        pages: edition.pages,
        size: Math.round((first?.bytes ?? 0) / 1000),
        seconds: (edition.milliseconds / 1000).toFixed(1),
      };
      const line = editorText(edition.cached ? 'build.pdfCached' : 'build.pdf', locale, values);
      lines.push(line);
      console.log(`  ${line}`);
    },
  });
  for (const issue of new Set(editions.map((edition) => edition.issue))) {
    for (const code of localeCodes) {
      const path = join(dist, locales[code].prefix, 'issues', issue, 'index.html');
      const html = await readFile(path, 'utf8').catch(() => undefined);
      if (html === undefined) continue;
      await writeFile(path, fillIssuePage(html, { printed, failed, locale: code, base: basePath }));
    }
  }
  return { lines, failed: failed.length };
}
