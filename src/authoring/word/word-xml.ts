import { DOMParser, type Document, type Element, type Node } from '@xmldom/xmldom';
import { RefusedWord } from './open-word.ts';

/** The XML of Word's parts as a tree. Elements are named with the prefixes that every program writes: `w:p`. */

const decoder = new TextDecoder();

const wide = new TextDecoder('utf-16le');

/** XML may be in UTF-16 as well, and says so by its first two bytes. */
const textOfXml = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe
    ? wide.decode(bytes).replace(/encoding="UTF-16"/i, 'encoding="UTF-8"')
    : decoder.decode(bytes);

/** @throws RefusedWord for XML that is not well-formed, and for declarations that no Word file has */
export function parseXml(bytes: Uint8Array): Document {
  const text = textOfXml(bytes);
  // Entities of its own are how XML is made to swell; Word writes none.
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new RefusedWord('broken');
  const fail = (): never => {
    throw new RefusedWord('broken');
  };
  try {
    return new DOMParser({ onError: (level) => level !== 'warning' && fail() }).parseFromString(
      text,
      'text/xml',
    );
  } catch {
    return fail();
  }
}

export const elementsNamed = (within: Document | Element, name: string): Element[] => [
  ...within.getElementsByTagName(name),
];
export const isElement = (node: Node): node is Element => node.nodeType === 1;
export const childNamed = (element: Element, name: string): Element | undefined =>
  [...element.childNodes].filter(isElement).find((one) => one.nodeName === name);

/** The `w:val` of a child: `styleOf(pPr, 'w:pStyle')`. */
export const valueOf = (properties: Element | undefined, name: string): string | undefined =>
  (properties && childNamed(properties, name)?.getAttribute('w:val')) ?? undefined;

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

/** Elements of their own, from their XML, to be put into the document. */
export function fragment(document: Document, xml: string): Element[] {
  const made = new DOMParser().parseFromString(`<x ${namespaces}>${xml}</x>`, 'text/xml').documentElement;
  return [...(made?.childNodes ?? [])].filter(isElement).map((one) => document.importNode(one, true));
}

/** Puts elements into the place of another. */
export function replaceWith(element: Element, made: readonly Node[]): void {
  for (const one of made) element.parentNode?.insertBefore(one, element);
  element.parentNode?.removeChild(element);
}

/** As the value of an attribute. */
export const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Whether a switch such as `w:vanish` is on. */
export const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off|none)$/.test(element.getAttribute('w:val') ?? '');
