import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finish } from './finish.ts';
import { inspectPdf } from '../../tests/print/inspect.ts';

test('a finished PDF says what it is, in any script, whatever the browser said', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.setLanguage('en');
  const words = { title: 'ຂ່າວສານ <2> & 友谊', author: 'Liên hiệp', language: 'zh-Hans' };
  const bytes = await finish(pdf, { ...words, day: '2023-12-31' });
  const dated = await PDFDocument.load(bytes, { updateMetadata: false });
  expect([dated.getCreationDate(), dated.getModificationDate()]).toEqual([
    new Date('2023-12-31T00:00:00Z'),
    new Date('2023-12-31T00:00:00Z'),
  ]);
  expect(await inspectPdf(bytes)).toMatchObject({ ...words, pages: 1, showsTitle: true, claimsPdfUa: false });
});
