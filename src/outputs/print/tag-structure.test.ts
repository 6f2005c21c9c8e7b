import { PDFDocument, PDFName, type PDFDict, type PDFRef } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { nestingFailures } from '../../tests/print/pdf-ua-structure.ts';
import { elementsOf, readStructure, type StructureElement } from '../../tests/print/structure.ts';
import type { Passage } from './passages.ts';
import type { Run } from './searchable-text.ts';
import { tagStructure } from './tag-structure.ts';

type Shape = [type: string, ...inside: (Shape | number)[]];

/** A document of one page with this structure; numbers are marked contents. */
async function tagged(...shapes: Shape[]): Promise<{ pdf: PDFDocument; page: string }> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const { context } = pdf;
  const add = ([type, ...inside]: Shape, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const kids = inside.map((one) => (typeof one === 'number' ? one : add(one, ref)));
    const element = context.obj({ Type: 'StructElem', S: type, P: parent, Pg: page.ref, K: kids });
    context.assign(ref, element);
    return ref;
  };
  const root = context.nextRef();
  context.assign(root, context.obj({ K: add(['Document', ...shapes], root) }));
  pdf.catalog.set(PDFName.of('StructTreeRoot'), root);
  return { pdf, page: page.ref.toString() };
}

const runsOf = (page: string, ...texts: string[]): Run[] =>
  texts.map((text, number) => ({ page, number, text, addSpace: () => undefined }));
const said = (words: string, more: Partial<Passage> = {}): Passage => ({ words, spaced: false, ...more });

/** `L(LI(Lbl LBody(P)))`. */
const shape = ({ type, children, language }: StructureElement): string =>
  type + (language ? `@${language}` : '') + (children.length > 0 ? `(${children.map(shape).join(' ')})` : '');
const shapeOf = (pdf: PDFDocument): string =>
  readStructure(pdf)?.children[0]?.children.map(shape).join(' ') ?? '';
const nesting = (pdf: PDFDocument): string[] => {
  const structure = readStructure(pdf);
  if (!structure) throw new Error('There is no structure.');
  return nestingFailures(structure, (type) => type);
};

test('what is not the label of a list entry becomes its body', async () => {
  const list: Shape = ['L', ['LI', ['Lbl', 0], ['Strong', 1], ['NonStruct', 2], ['L', ['LI', ['Link', 3]]]]];
  const { pdf, page } = await tagged(list);
  expect(nesting(pdf).map((one) => one.split(' ')[0])).toContain('7.2-20');
  tagStructure(pdf, runsOf(page, '•', 'a', 'b', 'c'), []);
  expect(shapeOf(pdf)).toBe('L(LI(Lbl LBody(Strong NonStruct L(LI(LBody(Link))))))');
  expect(nesting(pdf)).toEqual([]);
});

test('facts become a list, each name the label of what follows it', async () => {
  const { pdf, page } = await tagged([
    'NonStruct',
    ['NonStruct', ['NonStruct', 0]],
    ['NonStruct', ['NonStruct', 1]],
    ['NonStruct', ['NonStruct', 2]],
    ['NonStruct', ['NonStruct', 3]],
    ['NonStruct', ['Link', ['NonStruct', 4]]],
  ]);
  tagStructure(pdf, runsOf(page, 'When', '2023', 'Unions', 'Huế', 'Đà Nẵng'), [
    said('When', { part: 'term' }),
    said('2023', { part: 'definition' }),
    said('Unions', { part: 'term' }),
    said('Huế', { part: 'definition' }),
    said('Đà Nẵng', { part: 'definition' }),
  ]);
  expect(shapeOf(pdf)).toBe(
    'L(LI(Lbl(NonStruct) LBody(NonStruct(NonStruct))) ' +
      'LI(Lbl(NonStruct) LBody(NonStruct(NonStruct) NonStruct(Link(NonStruct)))))',
  );
  expect(nesting(pdf)).toEqual([]);
});

test('the contents become contents, and no other list does', async () => {
  const list = (number: number): Shape => ['L', ['LI', ['Link', ['NonStruct', number]]]];
  const { pdf, page } = await tagged(list(0), list(1));
  tagStructure(pdf, runsOf(page, 'Letter', 'Other'), [said('Letter', { part: 'contents' }), said('Other')]);
  expect(shapeOf(pdf)).toBe('TOC(TOCI(Reference(Link(NonStruct)))) L(LI(LBody(Link(NonStruct))))');
  expect(nesting(pdf)).toEqual([]);
});

test('a language is said of the outermost element that is in it throughout', async () => {
  const { pdf, page } = await tagged(
    ['P', ['Link', ['NonStruct', 0]], ['NonStruct', 1]],
    ['P', ['NonStruct', 2], ['NonStruct', 3]],
  );
  tagStructure(pdf, runsOf(page, 'một', 'hai', 'three', 'ສີ່'), [
    said('một', { language: 'vi' }),
    said('hai', { language: 'vi' }),
    said('three'),
    said('ສີ່', { language: 'lo' }),
  ]);
  expect(shapeOf(pdf)).toBe('P@vi(Link(NonStruct) NonStruct) P(NonStruct NonStruct@lo)');
});

test('a space is wanted where a line was broken at one, and nowhere else', async () => {
  const { pdf, page } = await tagged(['P', ['NonStruct', 0], ['Link', ['NonStruct', 1]], ['NonStruct', 2]]);
  const runs = [
    ...['from', 'the inter\u00AD', 'national 友', '谊 '].map((text) => ({ number: 0, text })),
    { number: 1, text: 'a link' },
    { number: 2, text: 'here' },
  ].map((one) => ({ page, addSpace: () => undefined, ...one }));
  const wanted = tagStructure(pdf, runs, [
    said('from the inter\u00ADnational 友谊 ', { spaced: true }),
    said('a link', { spaced: true }),
    said('here'),
  ]);
  expect(wanted.map(({ text }) => text)).toEqual(['from', 'a link']);
});

test('a heading spans no more columns than are left of the table', async () => {
  const { pdf } = await tagged(['Table', ['TR', ['TH', 0], ['TH', 1]], ['TR', ['TH', 2], ['TD', 3]]]);
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    const dict = object as PDFDict;
    if (dict.get?.(PDFName.of('S')) !== PDFName.of('TH')) continue;
    if (String(dict.get(PDFName.of('K'))).includes('1'))
      dict.set(PDFName.of('A'), pdf.context.obj([{ O: 'Table', ColSpan: 2 }]));
  }
  expect(nesting(pdf)).toEqual([expect.stringContaining('7.2-42')]);
  tagStructure(pdf, [], []);
  expect(nesting(pdf)).toEqual([]);
  const structure = readStructure(pdf);
  expect(structure && [...elementsOf(structure)].map(({ span }) => span.columns)).not.toContain(2);
});
