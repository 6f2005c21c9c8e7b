/**
 * Reads the structure of a tagged PDF as assistive technology gets it: what is what, in which order, with which text.
 * For tests.
 */
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { readPageText } from './content-text.ts';

export interface StructureElement {
  /** `H1`, `P`, `TH`, `Figure`, … */
  type: string;
  /** Alternative text. */
  alt: string | undefined;
  /** `Row` or `Column`, of a TH. */
  scope: string | undefined;
  /** Its own language, where one is said. */
  language: string | undefined;
  id: string | undefined;
  /** Whether it names the element that it stands in. */
  parented: boolean;
  /** Rows and columns that a cell takes. */
  span: { rows: number; columns: number };
  /** The text inside, in reading order. */
  text: string;
  /** Where its own text and that of its children stands: page, from 1, and number of the marked content there. */
  marks: { page: number; number: number }[];
  children: StructureElement[];
}

/** The outermost element, or `undefined` in a PDF that is not tagged. */
export function readStructure(pdf: PDFDocument): StructureElement | undefined {
  const { context } = pdf;
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!root) return undefined;
  const pages = new Map(
    pdf
      .getPages()
      .map((page, index) => [page.ref.toString(), { number: index + 1, marked: readPageText(page).marked }]),
  );

  const word = (element: PDFDict, key: string): string | undefined =>
    element.lookupMaybe(PDFName.of(key), PDFString, PDFHexString)?.decodeText();
  const read = (element: PDFDict, inherited: string, parent?: PDFDict): StructureElement => {
    const own = element.get(PDFName.of('Pg'));
    const page = own instanceof PDFRef ? own.toString() : inherited;
    const result: StructureElement = {
      type: element.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText() ?? '',
      alt: word(element, 'Alt'),
      scope: scopeOf(element),
      language: word(element, 'Lang'),
      id: word(element, 'ID'),
      parented: element.lookup(PDFName.of('P')) === parent,
      span: { rows: spanOf(element, 'RowSpan'), columns: spanOf(element, 'ColSpan') },
      text: '',
      marks: [],
      children: [],
    };
    const add = (on: string, number: number): void => {
      const found = pages.get(on);
      if (!found) return;
      result.text += found.marked.get(number) ?? '';
      result.marks.push({ page: found.number, number });
    };
    const kids = element.lookup(PDFName.of('K'));
    for (const kid of kids instanceof PDFArray ? kids.asArray() : kids ? [kids] : []) {
      const found = context.lookup(kid);
      if (found instanceof PDFNumber) {
        add(page, found.asNumber());
      } else if (found instanceof PDFDict && found.get(PDFName.of('Type')) === PDFName.of('MCR')) {
        const on = found.get(PDFName.of('Pg'));
        add(
          on instanceof PDFRef ? on.toString() : page,
          found.lookup(PDFName.of('MCID'), PDFNumber).asNumber(),
        );
      } else if (found instanceof PDFDict && found.has(PDFName.of('S'))) {
        const child = read(found, page, element);
        result.children.push(child);
        result.text += child.text;
        result.marks.push(...child.marks);
      }
    }
    return result;
  };
  return read(root, '');
}

/** Every element below, in reading order. */
export function* elementsOf(element: StructureElement): Generator<StructureElement> {
  for (const child of element.children) {
    yield child;
    yield* elementsOf(child);
  }
}

/** The first of its attributes of that name. */
function attributeOf(element: PDFDict, key: string): PDFObject | undefined {
  const attributes = element.lookup(PDFName.of('A'));
  const all = attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : [];
  for (const one of all) {
    const dict = element.context.lookup(one);
    const value = dict instanceof PDFDict ? dict.lookup(PDFName.of(key)) : undefined;
    if (value) return value;
  }
  return undefined;
}

function spanOf(element: PDFDict, key: string): number {
  const span = attributeOf(element, key);
  return span instanceof PDFNumber ? span.asNumber() : 1;
}

function scopeOf(element: PDFDict): string | undefined {
  const scope = attributeOf(element, 'Scope');
  return scope instanceof PDFName ? scope.decodeText() : undefined;
}
