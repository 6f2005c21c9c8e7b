/**
 * The booklet: A4 sheets, two pages a side, that are printed on both sides, laid in one another, folded once and
 * stapled through the fold.
 */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { createPdf } from './deflate.ts';

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
  const embedded = await booklet.embedPages(issue.getPages());
  const half = a4.height / 2;
  for (const numbers of imposition(embedded.length)) {
    const side = booklet.addPage([a4.height, a4.width]);
    numbers.forEach((number, place) => {
      const page = embedded[number - 1];
      if (!page) return;
      // A5 has the proportions of A4 but for a rounding: the page is set in the middle of its half.
      const scale = Math.min(half / page.width, a4.width / page.height);
      side.drawPage(page, {
        x: place * half + (half - page.width * scale) / 2,
        y: (a4.width - page.height * scale) / 2,
        xScale: scale,
        yScale: scale,
      });
    });
  }
  return booklet;
}
