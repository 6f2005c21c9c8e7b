import { PDFDocument } from '@cantoo/pdf-lib';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bulletin } from '../bulletin/bulletin.ts';
import { publicReport, publishedReports, reportFilePath } from '../editions/published-reports.ts';
import { originalLocale } from '../model/locales.ts';
import { fillIssuePage } from '../outputs/printed-facts/issue-page.ts';
import { reportDocx } from '../outputs/report/docx.ts';
import { reportPdf } from '../outputs/report/pdf.ts';
import { basePath } from '../site.ts';
import { BrowserSession } from './browser.ts';
import { writeWhole } from './files.ts';
import { lacksBrowser } from './print-error.ts';

/** The files of the published reports, which their pages offer. */

export interface WrittenReport {
  /** Its page below the site's folder. */
  readonly page: string;
  /** Its PDF below the site's folder; `bytes` and `pages` are unknown where this machine has no browser. */
  readonly pdf: { readonly out: string; readonly bytes?: number; readonly pages?: number };
}

/** Writes the Word file and the PDF of each published report into `folder`. Starts a browser only where there is one to print. */
export async function writeReports(bulletin: Bulletin, folder: string): Promise<WrittenReport[]> {
  const session = new BrowserSession();
  const written: WrittenReport[] = [];
  try {
    for (const record of publishedReports(bulletin)) {
      const report = publicReport(bulletin, record);
      const page = `reports/${record.id}/index.html`;
      const out = reportFilePath(record, 'pdf').slice(1);
      await writeWhole(join(folder, reportFilePath(record, 'docx')), await reportDocx(report));
      try {
        const bytes = await reportPdf(report, session);
        await writeWhole(join(folder, out), bytes);
        const pages = (await PDFDocument.load(bytes, { updateMetadata: false })).getPageCount();
        written.push({ page, pdf: { out, bytes: bytes.length, pages } });
      } catch (error) {
        if (!lacksBrowser(error)) throw error;
        written.push({ page, pdf: { out } });
      }
    }
  } finally {
    await session.close();
  }
  return written;
}

/** Writes length and size of the PDFs into the pages that offer them, or takes the offer out where there is none. */
export async function writeReportFacts(folder: string, reports: readonly WrittenReport[]): Promise<void> {
  for (const { page, pdf } of reports) {
    const file = join(folder, page);
    const html = await readFile(file, 'utf8');
    const { out, bytes, pages } = pdf;
    const printed =
      bytes === undefined || pages === undefined
        ? []
        : [{ out, locale: originalLocale, files: [{ kind: 'office' as const, out, bytes, pages }] }];
    const failed = printed.length === 0 ? [{ out }] : [];
    const filled = fillIssuePage(html, { printed, failed, locale: originalLocale, base: basePath });
    if (filled !== html) await writeWhole(file, filled);
  }
}
