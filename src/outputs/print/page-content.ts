/**
 * What is drawn on the pages of a PDF: the operators, as Latin-1. What is written stays plain until `packPages`, so that
 * who changes it next need not unpack it.
 */
import {
  PDFArray,
  PDFContentStream,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFDocument,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { unpacked } from './deflate.ts';

const contentsOf = (page: PDFPage): unknown[] => {
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  return streams.map((stream) => page.node.context.lookup(stream));
};

/** The page's one stream, if it has no more and it has been read from a file. */
export function onlyStream(page: PDFPage): PDFRawStream | undefined {
  const [only, ...others] = contentsOf(page);
  return only instanceof PDFRawStream && others.length === 0 ? only : undefined;
}

export function readPage(page: PDFPage): string {
  const parts = contentsOf(page).map((stream) => {
    if (stream instanceof PDFRawStream) return unpacked(stream).toString('latin1');
    return stream instanceof PDFContentStream
      ? Buffer.from(stream.getUnencodedContents()).toString('latin1')
      : '';
  });
  return parts.join('\n');
}

export function writePage(page: PDFPage, content: string): void {
  const { context } = page.node;
  const stream = context.stream(Buffer.from(content, 'latin1'));
  const reference = page.node.get(PDFName.of('Contents'));
  // In the place of the old stream, which would stay in the file otherwise.
  if (reference instanceof PDFRef && !(context.lookup(reference) instanceof PDFArray)) {
    context.assign(reference, stream);
  } else {
    page.node.set(PDFName.of('Contents'), context.register(stream));
  }
}

/** Compresses what was written, before the file is. */
export function packPages(pdf: PDFDocument): void {
  const { context } = pdf;
  for (const page of pdf.getPages()) {
    const contents = page.node.Contents();
    const references =
      contents instanceof PDFArray ? contents.asArray() : [page.node.get(PDFName.of('Contents'))];
    for (const reference of references) {
      const stream = reference && context.lookup(reference);
      if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
      if (!stream.dict.has(PDFName.of('Filter')))
        context.assign(reference, context.flateStream(stream.contents));
    }
  }
}
