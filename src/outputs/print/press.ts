/**
 * The PDF for the printing house: each page with 3 mm more on every side to cut into, marks where to cut on every
 * plate, the boxes that say so, and the words of PDF/X-1a (ISO 15930-4). Its colours are set by `inks.ts`.
 */
import {
  cmyk,
  grayscale,
  PDFDict,
  PDFHeader,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFDocument,
} from '@cantoo/pdf-lib';
import { sha256 } from '../../build/serve.ts';
import type { Plates } from './inks.ts';

const millimetre = 72 / 25.4;

/** Trimmed page, in millimetres: A4. */
const trim = { width: 210, height: 297 };

/**
 * What is printed beyond the trimmed page, in millimetres. A press asks for 3; Chromium rounds the paper down to whole
 * pixels, of which the fifth of a millimetre more is the reserve.
 */
export const bleed = 3.2;

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
export function addPressMarks(pdf: PDFDocument, plates: Plates): void {
  const slugPoints = slug * millimetre;
  for (const page of pdf.getPages()) {
    const { width, height } = page.getMediaBox();
    // Chromium rounds the paper to whole pixels; the trimmed page is A4 exactly, in its middle.
    const [left, foot] = [(width - trim.width * millimetre) / 2, (height - trim.height * millimetre) / 2];
    // Links lead nowhere on paper.
    page.node.delete(PDFName.of('Annots'));
    page.setBleedBox(0, 0, width, height);
    page.setTrimBox(left, foot, width - 2 * left, height - 2 * foot);
    // PDF/X wants either the trimmed page or the art on it, not both.
    page.node.delete(PDFName.of('ArtBox'));
    page.setMediaBox(-slugPoints, -slugPoints, width + 2 * slugPoints, height + 2 * slugPoints);
    page.setCropBox(-slugPoints, -slugPoints, width + 2 * slugPoints, height + 2 * slugPoints);

    // Registration: on every plate, so that the printer sees that they lie upon one another.
    const line = { thickness: 0.25, color: plates === 'cmyk' ? cmyk(1, 1, 1, 1) : grayscale(0) };
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

/** The part of the standard that the file is made by (ISO 15930-4: PDF 1.4, no transparency, inks alone). */
export const pdfXVersion = 'PDF/X-1a:2003';

/**
 * Says in the file what it was made for. Its title and dates must be set before. PDF/X-1a may name a condition of the
 * registry of characterizations without carrying its profile; FOGRA39 (offset on coated paper, ISO 12647-2) is the one
 * that printing houses know. Whether the file conforms is proven only as far as `docs/printing.md` says.
 *
 * @param title of the edition, and `day`, of which the file's identifier is made: the same content, the same bytes
 */
export function declarePdfX(pdf: PDFDocument, { title, day }: { title: string; day: string }): void {
  const { context } = pdf;
  context.header = PDFHeader.forVersion(1, 4);
  pdf.catalog.delete(PDFName.of('Version'));
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of(pdfXVersion));
  // No ink was spread below another: the press does as it is used to.
  info.set(PDFName.of('Trapped'), PDFName.of('False'));
  const condition = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of('FOGRA39'),
    OutputCondition: PDFString.of('Offset printing on coated paper, ISO 12647-2:2004/Amd 1'),
    RegistryName: PDFString.of('http://www.color.org'),
    Info: PDFString.of('Coated FOGRA39 (ISO 12647-2:2004)'),
  });
  pdf.catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(condition)]));
  const identifier = PDFHexString.of(sha256(`${title} ${day}`).slice(0, 32));
  context.trailerInfo.ID = context.obj([identifier, identifier]);
}
