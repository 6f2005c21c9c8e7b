import { decodePDFRawStream, ParseSpeeds, PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { deflateSync, inflateSync } from 'node:zlib';

/**
 * How hard Node compresses. What Chromium draws takes half the time at 5 that it takes at 6, and comes out smaller by a
 * fortieth; fonts come out larger by a four-hundredth. Below 5 both grow.
 */
export const level = 5;

/** PDFs whose streams Node compresses: pdf-lib (2.11.1) does it in JavaScript, which takes three times as long. */
function compressByNode(pdf: PDFDocument): PDFDocument {
  const { context } = pdf;
  context.flateStream = (contents, dict = {}) => {
    const bytes = typeof contents === 'string' ? Buffer.from(contents, 'latin1') : contents;
    return context.stream(deflateSync(bytes, { level }), { ...dict, Filter: 'FlateDecode' });
  };
  return pdf;
}

/** Throws where the bytes are no PDF. */
export const loadPdf = async (bytes: Uint8Array): Promise<PDFDocument> =>
  compressByNode(
    // Without pauses for a window that would have to be drawn.
    await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }),
  );

/** Without a page. */
export const createPdf = async (): Promise<PDFDocument> =>
  compressByNode(await PDFDocument.create({ updateMetadata: false }));

/** What a stream holds when it is unpacked: by Node where it is packed as Chromium does, or else by pdf-lib. */
export function unpacked(stream: PDFRawStream): Buffer {
  const isDeflated = stream.dict.lookup(PDFName.of('Filter')) === PDFName.of('FlateDecode');
  if (isDeflated && !stream.transform) return inflateSync(stream.contents);
  const bytes = decodePDFRawStream(stream).decode();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
