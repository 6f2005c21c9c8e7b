import { PDFDocument } from '@cantoo/pdf-lib';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BrowserSession } from '../../build/browser.ts';
import type { ReportEdition } from '../../editions/report.ts';
import { reportHtml } from './html.ts';

/** A report as a PDF: its page, printed by the one browser that prints everything here. */

const require = createRequire(import.meta.url);

/**
 * The browser sees no font of the machine: the faces go with the page, as data. Noto's letters are wider than those of
 * Times New Roman, for which the form is made; at 88% a line holds as much.
 */
async function faces(): Promise<string> {
  const folder = join(dirname(require.resolve('@fontsource/noto-serif/package.json')), 'files');
  const rules = [400, 700].flatMap((weight) =>
    ['normal', 'italic'].flatMap((slope) =>
      ['latin-ext', 'latin', 'vietnamese'].map(async (subset) => {
        const file = await readFile(join(folder, `noto-serif-${subset}-${weight}-${slope}.woff2`));
        return `@font-face { font-family: 'Noto Serif'; font-weight: ${weight}; font-style: ${slope}; size-adjust: 88%; unicode-range: ${ranges[subset] ?? ''}; src: url(data:font/woff2;base64,${file.toString('base64')}) format('woff2'); }\n`;
      }),
    ),
  );
  return (await Promise.all(rules)).join('');
}

/** Which letters each file has: as the package's own style sheet (400.css) says. */
const ranges: Readonly<Record<string, string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
};

/** The PDF of a report, tagged and with an outline; it is dated by the day of the report. */
export async function reportPdf(report: ReportEdition, session: BrowserSession): Promise<Uint8Array> {
  const browser = await session.browser();
  const page = await browser.newPage({ javaScriptEnabled: false });
  try {
    await page.setContent(reportHtml(report, await faces()), { waitUntil: 'load' });
    const printed = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
    const pdf = await PDFDocument.load(printed, { updateMetadata: false });
    const day = new Date(`${report.day}T00:00:00Z`);
    pdf.setCreationDate(day);
    pdf.setModificationDate(day);
    pdf.setAuthor(report.letterhead.issuer);
    pdf.setLanguage('vi');
    return await pdf.save();
  } finally {
    await page.close();
  }
}
