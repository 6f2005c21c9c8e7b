import { decodePDFRawStream, type PDFRawStream } from '@cantoo/pdf-lib';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createPdf, level, loadPdf, unpacked } from './deflate.ts';

const text = '(Tạp chí) Tj '.repeat(500);
const bytes = Buffer.from(text, 'latin1');

test('a stream is compressed by Node, in a new PDF and in one that was read', async () => {
  const made = await createPdf();
  made.addPage([100, 100]);
  const read = await loadPdf(await made.save());
  for (const pdf of [made, read]) {
    const stream = pdf.context.flateStream(bytes);
    expect(Buffer.from(stream.getContents())).toEqual(deflateSync(bytes, { level }));
    expect(Buffer.from(decodePDFRawStream(stream as PDFRawStream).decode())).toEqual(bytes);
  }
});

test('what the stream is said to be stays, and text is taken letter by letter', async () => {
  const { context } = await createPdf();
  const stream = context.flateStream('q Q', { Type: 'XObject' });
  expect(stream.dict.toString()).toContain('/Type /XObject');
  expect(stream.dict.toString()).toContain('/Filter /FlateDecode');
  expect(Buffer.from(decodePDFRawStream(stream as PDFRawStream).decode()).toString('latin1')).toBe('q Q');
});

test('a stream is unpacked, however it is packed', async () => {
  const { context } = await createPdf();
  const hex = `${bytes.toString('hex')}>`;
  for (const stream of [
    context.flateStream(bytes),
    context.stream(bytes),
    context.stream(hex, { Filter: 'ASCIIHexDecode' }),
    context.stream(deflateSync(hex), { Filter: ['FlateDecode', 'ASCIIHexDecode'] }),
  ]) {
    expect(unpacked(stream as PDFRawStream)).toEqual(bytes);
  }
});
