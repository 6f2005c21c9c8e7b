import { PDFDocument } from '@cantoo/pdf-lib';
import { strFromU8, unzipSync } from 'fflate';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { BrowserSession } from './browser.ts';
import { filesBelow, writeWhole } from './files.ts';
import { PrintError } from './print-error.ts';
import { writeReportFacts, writeReports } from './reports.ts';

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'reports-'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const bulletin = fixtureBulletin({
  'reports/quang-tri-2023.yaml':
    'unit: quang-tri\nperiod: 2023\npublished: true\nsections:\n  - title: "Đoàn"\n    contents: [delegation-in]\n',
  'reports/cum-3-2023.yaml': 'unit: cum-3\nperiod: 2023\n',
});
const name = 'reports/quang-tri-2023/bao-cao-quang-tri-2023';
const page = `<p data-edition="${name}.pdf"><a href="/${name}.pdf">PDF</a> <small data-size="${name}.pdf"></small></p>`;

/** The page of the report, with what is known of its PDF written in. */
async function pageWith(written: Awaited<ReturnType<typeof writeReports>>): Promise<string> {
  const file = join(work, 'site/reports/quang-tri-2023/index.html');
  await writeWhole(file, page);
  await writeReportFacts(join(work, 'site'), written);
  return readFileSync(file, 'utf8');
}

test('a published report is there as Word file and PDF, without a comment, and its page says how long it is', async () => {
  const folder = join(work, 'whole');
  const written = await writeReports(bulletin, folder);
  expect(filesBelow(folder).sort()).toEqual([`${name}.docx`, `${name}.pdf`]);
  const parts = unzipSync(readFileSync(join(folder, `${name}.docx`)));
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(xml).toContain('Đoàn');
  expect(xml).not.toContain('commentReference');
  const pdf = await PDFDocument.load(readFileSync(join(folder, `${name}.pdf`)));
  expect(pdf.getPageCount()).toBe(written[0]?.pdf.pages);
  expect(await pageWith(written)).toMatch(/<small data-size="[^"]*">\d+ trang, \d+.kB<\/small>/);
});

test('on a machine without a browser it is there as Word file, and its page offers no PDF', async () => {
  const none = vi.spyOn(BrowserSession.prototype, 'browser');
  none.mockRejectedValue(new PrintError('noBrowser', { platform: 'x', arch: 'y', variable: 'z' }));
  const folder = join(work, 'without');
  const written = await writeReports(bulletin, folder);
  none.mockRestore();
  expect(filesBelow(folder)).toEqual([`${name}.docx`]);
  expect(await pageWith(written)).toBe('');
});

test('any other failure stops the build', async () => {
  const failing = vi.spyOn(BrowserSession.prototype, 'browser');
  failing.mockRejectedValue(new Error('crashed'));
  await expect(writeReports(bulletin, join(work, 'failed'))).rejects.toThrow('crashed');
  failing.mockRestore();
});
