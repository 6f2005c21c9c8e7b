import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../build/files.ts';
import type { UnprintedFile } from '../../editions/paths.ts';
import { localeCodes, locales } from '../../model/locales.ts';
import { basePath } from '../../site.ts';
import { fillIssuePage } from './issue-page.ts';
import type { PrintResult } from '../print/print-issues.ts';

/**
 * Writes what is known of PDFs once they are printed (pages, sizes, pictures) into the web pages that offer them. It does not
 * stand in `outputs/print`: a change there prints everything anew.
 * @param folder the built site
 * @param unprinted what was made of issues beside the PDFs
 */
export async function writePrintedFacts(
  folder: string,
  { printed, failed }: PrintResult,
  unprinted: readonly UnprintedFile[] = [],
): Promise<void> {
  const paths = new Set([
    ...[...printed, ...failed].map(({ article, issue }) => (article ? issue : `issues/${issue}`)),
    ...unprinted.map(({ issue }) => `issues/${issue}`),
  ]);
  for (const path of paths) {
    for (const code of localeCodes) {
      const file = join(folder, locales[code].prefix, path, 'index.html');
      const html = await readFile(file, 'utf8').catch(() => undefined);
      if (html === undefined) continue;
      const filled = fillIssuePage(html, { printed, failed, unprinted, locale: code, base: basePath });
      if (filled !== html) await writeWhole(file, filled);
    }
  }
}
