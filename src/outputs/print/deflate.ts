import { PDFDocument } from '@cantoo/pdf-lib';
import { deflateSync } from 'node:zlib';

/**
 * PDFs whose streams Node compresses. pdf-lib (2.11.1) does it in JavaScript, which was the third part of all that an issue
 * cost beside the browser: a booklet compresses every page again.
 */
function compressByNode(pdf: PDFDocument): PDFDocument {
  const { context } = pdf;
  context.flateStream = (contents, dict = {}) => {
    const bytes = typeof contents === 'string' ? Buffer.from(contents, 'latin1') : contents;
    return context.stream(deflateSync(bytes), { ...dict, Filter: 'FlateDecode' });
  };
  return pdf;
}

/** Throws where the bytes are no PDF. */
export const loadPdf = async (bytes: Uint8Array): Promise<PDFDocument> =>
  compressByNode(await PDFDocument.load(bytes, { updateMetadata: false }));

/** Without a page. */
export const createPdf = async (): Promise<PDFDocument> =>
  compressByNode(await PDFDocument.create({ updateMetadata: false }));
