/**
 * The booklet: A4 sheets, two pages a side, that are printed on both sides, laid in one another, folded once and
 * stapled through the fold.
 */
import {
  drawObject,
  PDFName,
  PDFObjectCopier,
  popGraphicsState,
  pushGraphicsState,
  scale,
  translate,
  type PDFDocument,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { createPdf } from './deflate.ts';
import { onlyStream, readPage } from './page-content.ts';

/** A4, in points. */
const a4 = { width: 595.28, height: 841.89 };

/** Page numbers (from 1) on one side of a sheet. */
export type Side = readonly [left: number, right: number];

/**
 * The sides in the order in which they are printed: front and back of the outermost sheet first.
 *
 * @param pages a multiple of four
 * @example imposition(8) // => [[8, 1], [2, 7], [6, 3], [4, 5]]
 */
export function imposition(pages: number): Side[] {
  if (pages <= 0 || pages % 4 !== 0) {
    throw new Error(`A booklet has a multiple of four pages, not ${pages}.`);
  }
  return Array.from({ length: pages / 2 }, (_, side): Side => {
    const [near, far] = [side + 1, pages - side];
    // Fronts have the first half on the right, backs on the left.
    return side % 2 === 0 ? [far, near] : [near, far];
  });
}

/** A new document with the pages of `issue` two on a side, as they are printed. */
export async function makeBooklet(issue: PDFDocument): Promise<PDFDocument> {
  const booklet = await createPdf();
  const copier = PDFObjectCopier.for(issue.context, booklet.context);
  const pages = issue
    .getPages()
    .map((page) => ({ ...page.getSize(), form: copyAsForm(page, booklet, copier) }));
  const half = a4.height / 2;
  for (const numbers of imposition(pages.length)) {
    const side = booklet.addPage([a4.height, a4.width]);
    numbers.forEach((number, place) => {
      const page = pages[number - 1];
      if (!page) return;
      // A5 has the proportions of A4 but for a rounding: the page is set in the middle of its half.
      const factor = Math.min(half / page.width, a4.width / page.height);
      side.pushOperators(
        pushGraphicsState(),
        translate(place * half + (half - page.width * factor) / 2, (a4.width - page.height * factor) / 2),
        scale(factor, factor),
        drawObject(side.node.newXObject('Page', page.form)),
        popGraphicsState(),
      );
    });
  }
  return booklet;
}

/**
 * A page as a drawing within another document. What is drawn is taken as it is compressed, and of the rest what it is
 * drawn with: `embedPages` of pdf-lib compresses it anew and copies the page besides, which nearly doubled the booklet.
 */
function copyAsForm(page: PDFPage, { context }: PDFDocument, copier: PDFObjectCopier): PDFRef {
  const { x, y, width, height } = page.getMediaBox();
  const stream = onlyStream(page);
  const resources = page.node.Resources();
  const dict = {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [x, y, x + width, y + height],
    Matrix: [1, 0, 0, 1, -x, -y],
    ...(resources && { Resources: copier.copy(resources) }),
  };
  if (stream?.dict.get(PDFName.of('Filter')) !== PDFName.of('FlateDecode')) {
    return context.register(context.flateStream(readPage(page), dict));
  }
  return context.register(context.stream(stream.contents, { ...dict, Filter: 'FlateDecode' }));
}
