/** The structure of a tagged PDF, to be changed: what assistive technology is told of its parts (ISO 32000-1, 14.7). */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';

export interface StructureNode {
  readonly dict: PDFDict;
  /** What others refer to it by. */
  readonly ref: PDFObject;
  readonly children: readonly StructureNode[];
  /** Its own marked contents: reference of the page, and number there. */
  readonly marks: readonly Mark[];
}

interface Mark {
  readonly page: string;
  readonly number: number;
}

/** The outermost elements; none in a PDF that is not tagged. */
export function structureOf(pdf: PDFDocument): StructureNode[] {
  const { context } = pdf;
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const read = (ref: PDFObject, dict: PDFDict, inherited: string): StructureNode => {
    const page = pageOf(dict) ?? inherited;
    const children: StructureNode[] = [];
    const marks: Mark[] = [];
    for (const kid of kidsOf(dict)) {
      const mark = markOf(context.lookup(kid), page);
      const found = context.lookup(kid);
      if (mark) marks.push(mark);
      else if (found instanceof PDFDict && found.has(PDFName.of('S'))) children.push(read(kid, found, page));
    }
    return { dict, ref, children, marks };
  };
  return kidsOf(root).flatMap((kid) => {
    const dict = context.lookup(kid);
    return dict instanceof PDFDict ? [read(kid, dict, '')] : [];
  });
}

/** A marked content of an element: its number alone, on the element's page, or a reference that names another one. */
function markOf(kid: PDFObject | undefined, page: string): Mark | undefined {
  if (kid instanceof PDFNumber) return { page, number: kid.asNumber() };
  if (!(kid instanceof PDFDict) || kid.get(PDFName.of('Type')) !== PDFName.of('MCR')) return undefined;
  return { page: pageOf(kid) ?? page, number: kid.lookup(PDFName.of('MCID'), PDFNumber).asNumber() };
}

/** Takes the marked contents out of an element that are not to be kept; what it holds besides them stays. */
export function keepMarks(
  pdf: PDFDocument,
  { dict, marks }: StructureNode,
  isKept: (mark: Mark) => boolean,
): void {
  const { context } = pdf;
  let next = 0;
  const kids = kidsOf(dict).filter((kid) => {
    if (!markOf(context.lookup(kid), '')) return true;
    const mark = marks[next++];
    return mark === undefined || isKept(mark);
  });
  dict.set(PDFName.of('K'), context.obj(kids));
}

/** Every element, in reading order. */
export function nodesOf(nodes: readonly StructureNode[]): StructureNode[] {
  const found: StructureNode[] = [];
  const add = (node: StructureNode): void => {
    found.push(node);
    node.children.forEach(add);
  };
  nodes.forEach(add);
  return found;
}

const structureType = PDFName.of('S');

/** `LI`, `P`, …: none has a letter that a name of PDF would write otherwise. */
export const typeOf = ({ dict }: StructureNode): string =>
  dict.lookupMaybe(structureType, PDFName)?.asString().slice(1) ?? '';

export function setType({ dict }: StructureNode, type: string): void {
  dict.set(PDFName.of('S'), PDFName.of(type));
}

/**
 * Puts children of an element into new elements, in the place of the first of each.
 * @param groups the type of each new element and what goes into it, in reading order
 * @returns the references of the new elements
 */
export function wrap(
  pdf: PDFDocument,
  parent: { dict: PDFDict; ref: PDFObject },
  groups: readonly { type: string; nodes: readonly Pick<StructureNode, 'dict' | 'ref'>[] }[],
): { dict: PDFDict; ref: PDFRef }[] {
  const { context } = pdf;
  let kids = kidsOf(parent.dict);
  const made = groups.map(({ type, nodes }) => {
    const inside = nodes.map(({ ref }) => ref);
    const dict = context.obj({ Type: 'StructElem', S: type, P: parent.ref, K: inside });
    const ref = context.register(dict);
    for (const node of nodes) node.dict.set(PDFName.of('P'), ref);
    kids = kids.flatMap((kid) => (kid === inside[0] ? [ref] : inside.includes(kid) ? [] : [kid]));
    return { dict, ref };
  });
  parent.dict.set(PDFName.of('K'), context.obj(kids));
  return made;
}

function kidsOf(dict: PDFDict | undefined): PDFObject[] {
  const kids = dict?.get(PDFName.of('K'));
  const found = dict?.lookup(PDFName.of('K'));
  return found instanceof PDFArray ? found.asArray() : kids ? [kids] : [];
}

function pageOf(dict: PDFDict): string | undefined {
  const page = dict.get(PDFName.of('Pg'));
  return page instanceof PDFRef ? page.toString() : undefined;
}
