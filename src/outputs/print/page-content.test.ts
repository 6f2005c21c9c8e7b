import { PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { createPdf, loadPdf } from './deflate.ts';
import { onlyStream, packPages, readPage, writePage } from './page-content.ts';

/** A PDF of one page that draws these streams. */
async function drawn(...contents: readonly string[]) {
  const pdf = await createPdf();
  const page = pdf.addPage([100, 100]);
  const streams = contents.map((one) => pdf.context.register(pdf.context.flateStream(one)));
  page.node.set(
    PDFName.of('Contents'),
    streams.length === 1 ? (streams[0] ?? PDFName.of('')) : pdf.context.obj(streams),
  );
  return { pdf, page };
}

const streamsIn = (pdf: Awaited<ReturnType<typeof createPdf>>) =>
  pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []));

test('what is written on a page is read again, and compressed before the file is written', async () => {
  const { pdf, page } = await drawn('q Q');
  const long = '0 0 1 1 re\n'.repeat(100);
  writePage(page, long);
  expect(readPage(page)).toBe(long);
  packPages(pdf);
  expect(streamsIn(pdf).map(({ contents }) => contents.length < 100)).toEqual([true]);
  const [read] = (await loadPdf(await pdf.save())).getPages();
  expect(read && readPage(read)).toBe(long);
});

test('a page of several streams is read as one, and written as one', async () => {
  const { page } = await drawn('q', 'Q');
  expect(readPage(page)).toBe('q\nQ');
  expect(onlyStream(page)).toBeUndefined();
  writePage(page, 'q Q');
  expect(readPage(page)).toBe('q Q');
  expect(onlyStream(page)?.contents).toEqual(Buffer.from('q Q'));
});

test('what was not written anew keeps its bytes', async () => {
  const { pdf, page } = await drawn('q Q');
  const before = onlyStream(page);
  packPages(pdf);
  expect(onlyStream(page)).toBe(before);
});
