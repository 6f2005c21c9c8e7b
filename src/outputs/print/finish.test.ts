import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finish, issueDay } from './finish.ts';
import { inspectPdf } from '../../tests/print/inspect.ts';

test('a finished PDF says what it is, in any script, whatever the browser said', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.setLanguage('en');
  const words = { title: 'ຂ່າວສານ <2> & 友谊', author: 'Liên hiệp', language: 'zh-Hans' };
  const bytes = await finish(pdf, { ...words, date: '2023-12' });
  expect(await inspectPdf(bytes)).toMatchObject({ ...words, pages: 1, showsTitle: true, claimsPdfUa: false });
});

test.each([
  ['2023-12-20', '2023-12-20'],
  ['2023-12', '2023-12-01'],
  ['2023', '2023-01-01'],
  ['2023-07/2023-12', '2023-12-01'],
  ['2023-12~', '2023-12-01'],
])('the PDF of the issue of %s is dated %s', (date, day) => {
  expect(issueDay(date).toISOString()).toBe(`${day}T00:00:00.000Z`);
});

test.each(['', 'cuối năm 2023', '12/2023', '2023-13', '2023-02-30'])(
  '“%s” is no date of an issue',
  (date) => {
    expect(() => issueDay(date)).toThrow(`The issue's date "${date}" names no day, month or year.`);
  },
);
