/**
 * The PDF for the printing house: each page with 3 mm more on every side to cut into, marks where to cut, and the
 * boxes that say so. Colours are RGB: the house converts them for its paper.
 */
import { PDFName, rgb, type PDFDocument } from '@cantoo/pdf-lib';

const millimetre = 72 / 25.4;

/** Trimmed page, in millimetres: A4. */
const trim = { width: 210, height: 297 };

/** What is printed beyond the trimmed page, in millimetres. */
export const bleed = 3;

/** Paper around the bleed that carries the marks, in millimetres; a mark keeps clear of the bleed by one. */
const slug = 7;

/**
 * Rules for a print page that is printed for the press: the paper is larger by the bleed, the margins grow with it,
 * so that every line stays where it is. `--bleed` lets what runs off the page run farther. Same numbers as the
 * `@page` rules of `print-issue.css`, which cannot take them from a variable. The named pages must be named again:
 * in Chromium the later rule wins, whatever its specificity, and a cover that is wider than its page makes it print
 * the whole issue smaller.
 */
export const pressStyle = `
  :root { --bleed: ${bleed}mm; }
  @page { size: ${trim.width + 2 * bleed}mm ${trim.height + 2 * bleed}mm; margin: ${22 + bleed}mm ${18 + bleed}mm ${20 + bleed}mm; }
  @page :left { margin-left: ${16 + bleed}mm; margin-right: ${20 + bleed}mm; }
  @page :right { margin-left: ${20 + bleed}mm; margin-right: ${16 + bleed}mm; }
  @page cover { margin: 0; }
  @page blank { margin: 0; }
  @page back-cover { margin: 0; }
`;

/** Gives pages that were printed with `pressStyle` their boxes and marks, in place. */
export function addPressMarks(pdf: PDFDocument): void {
  const slugPoints = slug * millimetre;
  for (const page of pdf.getPages()) {
    const { width, height } = page.getMediaBox();
    // Chromium rounds the paper to whole pixels; the trimmed page is A4 exactly, in its middle.
    const [left, foot] = [(width - trim.width * millimetre) / 2, (height - trim.height * millimetre) / 2];
    // Links lead nowhere on paper.
    page.node.delete(PDFName.of('Annots'));
    page.setBleedBox(0, 0, width, height);
    page.setTrimBox(left, foot, width - 2 * left, height - 2 * foot);
    page.setArtBox(left, foot, width - 2 * left, height - 2 * foot);
    page.setMediaBox(-slugPoints, -slugPoints, width + 2 * slugPoints, height + 2 * slugPoints);
    page.setCropBox(-slugPoints, -slugPoints, width + 2 * slugPoints, height + 2 * slugPoints);

    const line = { thickness: 0.25, color: rgb(0, 0, 0) };
    const clear = millimetre;
    for (const x of [left, width - left]) {
      page.drawLine({ start: { x, y: -slugPoints }, end: { x, y: -clear }, ...line });
      page.drawLine({ start: { x, y: height + clear }, end: { x, y: height + slugPoints }, ...line });
    }
    for (const y of [foot, height - foot]) {
      page.drawLine({ start: { x: -slugPoints, y }, end: { x: -clear, y }, ...line });
      page.drawLine({ start: { x: width + clear, y }, end: { x: width + slugPoints, y }, ...line });
    }
  }
}
