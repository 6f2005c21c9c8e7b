import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';

/** Where an element of the page came to stand in the PDF. */
export interface PagePosition {
  /** From 1. */
  page: number;
  /** Distance below the top of the page's text, in millimetres. */
  fromTop: number;
}

/** The places of the named destinations; Chromium writes one for each element that a link names. */
export function destinations(pdf: PDFDocument): Map<string, PagePosition> {
  const pages = new Map(
    pdf.getPages().map((page, index) => [page.ref.toString(), { page: index + 1, height: page.getHeight() }]),
  );
  const places = new Map<string, PagePosition>();
  const dests = pdf.catalog.lookup(PDFName.of('Dests'));
  if (!(dests instanceof PDFDict)) return places;
  for (const [name, value] of dests.entries()) {
    // [page /XYZ left top zoom]
    const target = pdf.context.lookup(value);
    if (!(target instanceof PDFArray)) continue;
    const ref = target.get(0);
    const top = target.lookup(3);
    const found = ref instanceof PDFRef ? pages.get(ref.toString()) : undefined;
    if (!found) continue;
    // Chromium leaves the page's upper margin out of the account: the top of the text is the top of the paper.
    const fromTop = top instanceof PDFNumber ? millimetres(found.height - top.asNumber()) : 0;
    places.set(name.decodeText(), { page: found.page, fromTop });
  }
  return places;
}

/** The first element that stands on another page, or more than a millimetre higher or lower. */
export function movedBetween(
  before: ReadonlyMap<string, PagePosition>,
  after: ReadonlyMap<string, PagePosition>,
): string | undefined {
  return [...before].find(([name, { page, fromTop }]) => {
    const there = after.get(name);
    return there?.page !== page || Math.abs(there.fromTop - fromTop) > 1;
  })?.[0];
}

/** `millimetres(72) // => 25.4` */
export function millimetres(points: number): number {
  return (points / 72) * 25.4;
}
