import { decodePDFRawStream, PDFDocument, PDFName, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { elementsOf, readStructure } from '../../tests/print/structure.ts';
import { markRepeatedHeads } from './repeated-heads.ts';

/** A table with a head and a row, of which the head is drawn on both pages and the row's cells where `row` says. */
async function tableOverTwoPages(row: readonly number[]) {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const pages = [pdf.addPage(), pdf.addPage()];
  pages.forEach((page, index) => {
    const drawn = [0, 1].map((number) => `/NonStruct <</MCID ${number} >>BDC\nEMC`).join('\n');
    const stream = context.flateStream(Buffer.from(drawn));
    page.node.set(PDFName.of('Contents'), context.register(stream));
    page.node.set(PDFName.of('StructParents'), context.obj(index));
  });
  const parents: PDFRef[][] = [[], []];
  const add = (type: string, parent: PDFRef, kids: (self: PDFRef) => unknown[]): PDFRef => {
    const ref = context.nextRef();
    context.assign(
      ref,
      context.obj({ Type: 'StructElem', S: type, P: parent, Pg: pages[0]?.ref, K: kids(ref) as never }),
    );
    return ref;
  };
  const mark = (page: number, number: number, self: PDFRef) => {
    const list = parents[page];
    if (list) list[number] = self;
    return page === 0 ? number : { Type: 'MCR', Pg: pages[page]?.ref, MCID: number };
  };
  const root = context.nextRef();
  const table = add('Table', root, (self) => [
    add('TR', self, (tr) => [add('TH', tr, (cell) => [mark(0, 0, cell), mark(1, 0, cell)])]),
    add('TR', self, (tr) => [
      add('TH', tr, (cell) => row.map((page) => mark(page, 1, cell))),
      add('TD', tr, () => []),
    ]),
  ]);
  context.assign(
    root,
    context.obj({
      K: table,
      ParentTree: { Nums: [0, parents[0] as never, 1, parents[1] as never] },
    }),
  );
  pdf.catalog.set(PDFName.of('StructTreeRoot'), root);
  return pdf;
}

const places = (pdf: PDFDocument) => {
  const structure = readStructure(pdf);
  return structure
    ? [...elementsOf(structure)]
        .filter(({ type }) => type === 'TH')
        .map(({ marks }) => marks.map(({ page, number }) => `${page}:${number}`))
    : [];
};
const drawnOn = (pdf: PDFDocument, index: number) => {
  const stream = pdf.getPage(index).node.Contents();
  return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString() : '';
};

test('the head that is drawn again on the next page is for the eye alone there', async () => {
  const pdf = await tableOverTwoPages([0, 1]);
  expect(places(pdf)).toEqual([
    ['1:0', '2:0'],
    ['1:1', '2:1'],
  ]);
  markRepeatedHeads(pdf);
  // A row of the body has a cell that is no head: what it says on both pages is said once.
  expect(places(pdf)).toEqual([['1:0'], ['1:1', '2:1']]);
  expect(drawnOn(pdf, 0)).not.toContain('Artifact');
  expect(drawnOn(pdf, 1).split('\n')[0]).toBe('/Artifact <</Type /Pagination>> BDC');
  expect(drawnOn(pdf, 1)).toContain('/NonStruct <</MCID 1 >>BDC');
});

test('a table that stays on its page is left as it is', async () => {
  const pdf = await tableOverTwoPages([0]);
  const before = drawnOn(pdf, 0);
  markRepeatedHeads(pdf);
  expect(drawnOn(pdf, 0)).toBe(before);
});
