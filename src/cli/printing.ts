import { join } from 'node:path';
import { editorText } from '../i18n/editors.ts';
import type { EditorLocale } from '../i18n/locales.ts';
import { printIssues, type Edition } from '../print/print-issues.ts';
import { basePath, siteUrl } from '../site.ts';
import { projectRoot } from './report.ts';

/** Prints editions into `dist/` and says so, a line each. Shared by `build` and `print`. */
export async function printEditions(
  editions: readonly Edition[],
  { locale, cache }: { locale: EditorLocale; cache: boolean },
): Promise<{ lines: string[]; failed: number }> {
  const lines: string[] = [];
  const { failed } = await printIssues({
    dist: join(projectRoot, 'dist'),
    base: basePath,
    site: siteUrl,
    editions,
    cache,
    onEdition(edition) {
      const file = edition.out.split('/').at(-1) ?? edition.out;
      if ('error' in edition) {
        console.error(`  ${editorText('build.pdfFailed', locale, { file, reason: edition.error })}`);
        return;
      }
      const values = {
        file,
        pages: edition.pages,
        size: Math.round(edition.bytes / 1000),
        seconds: (edition.milliseconds / 1000).toFixed(1),
      };
      const line = editorText(edition.cached ? 'build.pdfCached' : 'build.pdf', locale, values);
      lines.push(line);
      console.log(`  ${line}`);
    },
  });
  return { lines, failed: failed.length };
}
