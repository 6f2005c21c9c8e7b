/**
 * The head of a table that goes on on the next page is drawn again there, for the eye. Chromium tags it as a second text
 * of the same cells, which a screen reader would read behind the first: on the later pages it becomes an artifact.
 */
import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, type PDFDocument } from '@cantoo/pdf-lib';
import { readPage, writePage } from './page-content.ts';
import { keepMarks, nodesOf, structureOf, typeOf } from './structure-tree.ts';

/** Changes structure and pages in place. */
export function markRepeatedHeads(pdf: PDFDocument): void {
  const repeated = new Map<string, Set<number>>();
  for (const row of nodesOf(structureOf(pdf))) {
    // Of the head alone: a row of the body begins with its own name, and is never broken.
    if (typeOf(row) !== 'TR' || !row.children.every((cell) => typeOf(cell) === 'TH')) continue;
    const nodes = nodesOf(row.children);
    const first = nodes.flatMap(({ marks }) => marks)[0]?.page;
    for (const node of nodes) {
      const again = node.marks.filter(({ page }) => page !== first);
      if (again.length === 0) continue;
      keepMarks(pdf, node, ({ page }) => page === first);
      for (const { page, number } of again) repeated.set(page, (repeated.get(page) ?? new Set()).add(number));
    }
  }
  for (const page of pdf.getPages()) {
    const numbers = repeated.get(page.ref.toString());
    if (!numbers) continue;
    writePage(
      page,
      readPage(page).replace(/\/\w+\s*<<\s*\/MCID (\d+)\s*>>\s*BDC/g, (tagged, number: string) =>
        numbers.has(Number(number)) ? '/Artifact <</Type /Pagination>> BDC' : tagged,
      ),
    );
    const parents = parentsOf(pdf, page.node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber());
    for (const number of numbers) parents?.set(number, PDFNull);
  }
}

/** The elements to which the marked contents of a page belong, by their numbers. */
function parentsOf(pdf: PDFDocument, wanted: number | undefined): PDFArray | undefined {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const search = (node: PDFDict | undefined): PDFArray | undefined => {
    const entries = node?.lookupMaybe(PDFName.of('Nums'), PDFArray);
    for (let index = 0; entries && index + 1 < entries.size(); index += 2) {
      const found = entries.lookup(index + 1);
      if (entries.lookup(index, PDFNumber).asNumber() === wanted && found instanceof PDFArray) return found;
    }
    const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (let index = 0; kids && index < kids.size(); index++) {
      const found = search(kids.lookupMaybe(index, PDFDict));
      if (found) return found;
    }
    return undefined;
  };
  return search(root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict));
}
