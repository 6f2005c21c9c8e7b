import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BrowserSession } from '../../build/browser.ts';
import { reportPdf } from './pdf.ts';
import { sampleReport } from './sample.ts';

const session = new BrowserSession();
const [first] = sampleReport.opening;
/** Long enough for three pages. */
const long = {
  ...sampleReport,
  opening: Array.from({ length: 90 }, () => first).filter((one) => one !== undefined),
};
let bytes: Uint8Array;
let pages: { words: string; width: number; height: number }[];

beforeAll(async () => {
  bytes = await reportPdf(long, session);
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, index) => {
      const page = await pdf.getPage(index + 1);
      const { items } = await page.getTextContent();
      const { width, height } = page.getViewport({ scale: 1 });
      return { words: items.map((one) => ('str' in one ? one.str : '')).join(''), width, height };
    }),
  );
});
afterAll(() => session.close());

test('a report is printed on A4, with a number on every page but the first', () => {
  expect(pages.length).toBeGreaterThan(2);
  for (const { width, height } of pages) expect([Math.round(width), Math.round(height)]).toEqual([595, 842]);
  expect(pages[0]?.words).toMatch(/^Dự thảo/);
  expect(pages[1]?.words).toMatch(/^2(?!\d)/);
});

test('its words are Vietnamese text, and it is dated by the day of the report, not of the printing', async () => {
  expect(pages[0]?.words).toContain('Độc lập - Tự do - Hạnh phúc');
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const days = [pdf.getCreationDate(), pdf.getModificationDate()].map((one) =>
    one?.toISOString().slice(0, 10),
  );
  expect(days).toEqual([sampleReport.day, sampleReport.day]);
});
