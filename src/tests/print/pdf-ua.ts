/**
 * The conditions of PDF/UA-1 (ISO 14289-1) that a program can decide, by the numbers of the Matterhorn Protocol 1.1 of
 * the PDF Association (`14-003`) or of the rules of veraPDF's public profile PDFUA-1 (`7.2-20`: clause and test),
 * https://github.com/veraPDF/veraPDF-validation-profiles. For tests. What needs a person's judgement, such as whether an alternative text says enough,
 * is not here, nor does passing make a claim of conformity: docs/printing.md says what is unproven.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib';
import { elementsOf, readStructure } from './structure.ts';
import { readPageText } from './content-text.ts';
import { fontFailures as drawnFailures } from './pdf-ua-fonts.ts';
import { nestingFailures } from './pdf-ua-structure.ts';
import { readToUnicode } from '../../outputs/print/to-unicode.ts';

/** ISO 32000-1, 14.8.4. */
const standardTypes = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody ' +
    'Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP ' +
    'Figure Formula Form StructTreeRoot'
  ).split(' '),
);

/** Failure conditions that the file meets, each with where. Empty where all is well. */
export function failures(pdf: PDFDocument): string[] {
  return [
    ...documentFailures(pdf),
    ...structureFailures(pdf),
    ...pdf
      .getPages()
      .flatMap((page, index) => [
        ...contentFailures(page.node, pdf).map((one) => `${one}, page ${index + 1}`),
        ...annotationFailures(page.node, pdf).map((one) => `${one}, page ${index + 1}`),
        ...readPageText(page).missing.map(({ font, after }) => `31-030 no glyph in ${font} after “${after}”`),
      ]),
    ...fontFailures(pdf),
    ...drawnFailures(pdf),
    ...formFailures(pdf),
  ];
}

const name = (text: string) => PDFName.of(text);
const text = (value: PDFObject | undefined): string =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';

function documentFailures({ catalog, context, isEncrypted }: PDFDocument): string[] {
  const found: string[] = [];
  const metadata = catalog.lookup(name('Metadata'));
  const xmp =
    metadata instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(metadata).decode()) : undefined;
  if (!xmp) found.push('06-001 no metadata');
  else if (!/<dc:title>.*\S.*<\/dc:title>/s.test(xmp.toString())) found.push('06-003 no dc:title');
  const preferences = catalog.lookupMaybe(name('ViewerPreferences'), PDFDict);
  if (preferences?.get(name('DisplayDocTitle'))?.toString() !== 'true')
    found.push('07-001 shows its file name');
  if (!text(catalog.lookup(name('Lang')))) found.push('11-001 no language');
  const marks = catalog.lookupMaybe(name('MarkInfo'), PDFDict);
  if (marks?.get(name('Marked'))?.toString() !== 'true') found.push('06-002 not marked as tagged');
  if (marks?.get(name('Suspects'))?.toString() === 'true') found.push('01-007 has suspects');
  if (catalog.has(name('OCProperties'))) found.push('20-001 has optional content');
  if (catalog.lookupMaybe(name('Names'), PDFDict)?.has(name('EmbeddedFiles')))
    found.push('21-001 has embedded files');
  if (catalog.lookupMaybe(name('AcroForm'), PDFDict)?.has(name('XFA'))) found.push('25-001 has XFA forms');
  if (!/^1\.[0-7]$/.test(context.header.getVersionString()))
    found.push('6.1-1 a version of PDF that is not 1.n');
  if (isEncrypted || context.trailerInfo.Encrypt) found.push('26-001 is encrypted');
  return found;
}

function structureFailures(pdf: PDFDocument): string[] {
  const root = pdf.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  const structure = readStructure(pdf);
  if (!root || !structure) return ['01-005 no structure'];
  const found: string[] = [];
  const roles = root.lookupMaybe(name('RoleMap'), PDFDict);
  const role = (type: string, passed: readonly string[] = []): string => {
    const mapped = roles?.lookupMaybe(name(type), PDFName)?.decodeText();
    if (mapped !== undefined && passed.includes(mapped)) found.push(`7.1-6 ${type} means itself`);
    else if (mapped !== undefined) return role(mapped, [...passed, type]);
    return type;
  };
  for (const [type] of roles?.entries() ?? []) {
    if (standardTypes.has(type.decodeText()))
      found.push(`7.1-7 ${type.decodeText()} is given another meaning`);
  }
  let level = 0;
  for (const element of elementsOf(structure)) {
    const type = role(element.type);
    if (!standardTypes.has(type)) found.push(`02-001 ${element.type} is not a standard type`);
    if (type === 'Figure' && !element.alt) found.push('13-004 a figure without alternative text');
    if (type === 'TH' && !element.scope) found.push(`15-003 a header without scope: ${element.text}`);
    const heading = Number(/^H(\d)$/.exec(type)?.[1] ?? 0);
    if (heading > 0) {
      if (level === 0 && heading !== 1) found.push(`14-002 the first heading is ${type}`);
      if (level > 0 && heading > level + 1) found.push(`14-003 ${type} after H${level}: ${element.text}`);
      level = heading;
    }
  }
  return [...found, ...nestingFailures(structure, role)];
}

/** Everything that is drawn is a part of the structure or an artifact, and what is numbered is in the structure. */
function contentFailures(page: PDFDict, { context, catalog }: PDFDocument): string[] {
  const contents = context.lookup(page.get(name('Contents')));
  if (!(contents instanceof PDFRawStream)) return ['01-005 no content'];
  const found = new Set<string>();
  const numbers: number[] = [];
  const open: ('artifact' | 'tagged' | 'neither')[] = [];
  for (const line of Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1').split('\n')) {
    const operator = /(?:^|\s|>>|\])([A-Za-z*]+)\s*$/.exec(line)?.[1] ?? '';
    if (operator === 'BDC' || operator === 'BMC') {
      const number = /\/MCID (\d+)/.exec(line)?.[1];
      const kind = number !== undefined ? 'tagged' : line.startsWith('/Artifact') ? 'artifact' : 'neither';
      if (kind === 'artifact' && open.includes('tagged')) found.add('01-003 an artifact in tagged content');
      if (kind === 'tagged' && open.includes('artifact')) found.add('01-004 tagged content in an artifact');
      if (number !== undefined) numbers.push(Number(number));
      open.push(kind);
    } else if (operator === 'EMC') open.pop();
    else if (
      /^(Tj|TJ|f|F|f\*|S|s|B|B\*|b|b\*|Do|sh|EI)$/.test(operator) &&
      open.every((one) => one === 'neither')
    )
      found.add(`01-005 ${operator} outside the structure`);
  }
  if (new Set(numbers).size < numbers.length) found.add('09-002 a number of marked content twice');
  const parent = page.lookupMaybe(name('StructParents'), PDFNumber)?.asNumber();
  const listed = parent === undefined ? undefined : inParentTree(catalog, parent);
  for (const number of numbers) {
    if (!(listed instanceof PDFArray) || !(listed.get(number) instanceof PDFRef))
      found.add(`09-002 marked content ${number} belongs to no element`);
  }
  return [...found];
}

/** What the tree of parents says of a number: an array for a page, an element for an annotation. */
function inParentTree(catalog: PDFDict, wanted: number): PDFObject | undefined {
  const search = (node: PDFDict | undefined): PDFObject | undefined => {
    const numbers = node?.lookupMaybe(name('Nums'), PDFArray);
    for (let at = 0; numbers && at < numbers.size(); at += 2) {
      if (numbers.lookup(at, PDFNumber).asNumber() === wanted) return numbers.lookup(at + 1);
    }
    const kids = node?.lookupMaybe(name('Kids'), PDFArray);
    for (let at = 0; kids && at < kids.size(); at++) {
      const below = search(kids.lookup(at, PDFDict));
      if (below) return below;
    }
    return undefined;
  };
  const root = catalog.lookupMaybe(name('StructTreeRoot'), PDFDict);
  return search(root?.lookupMaybe(name('ParentTree'), PDFDict));
}

function annotationFailures(page: PDFDict, { catalog }: PDFDocument): string[] {
  const annotations = page.lookupMaybe(name('Annots'), PDFArray);
  if (!annotations || annotations.size() === 0) return [];
  const found: string[] = [];
  if (page.get(name('Tabs')) !== name('S')) found.push('28-009 tab order does not follow the structure');
  for (let at = 0; at < annotations.size(); at++) {
    const annotation = annotations.lookup(at, PDFDict);
    const subtype = annotation.lookupMaybe(name('Subtype'), PDFName)?.decodeText();
    // Every other kind has rules of its own (7.18.1 to 7.18.8), which no annotation of the bulletin comes under.
    if (subtype !== 'Link') found.push(`7.18.1-1 an annotation of the kind ${subtype ?? '?'}`);
    const parent = annotation.lookupMaybe(name('StructParent'), PDFNumber)?.asNumber();
    const element = parent === undefined ? undefined : inParentTree(catalog, parent);
    const holder = element instanceof PDFRef ? catalog.context.lookup(element) : element;
    if (!(holder instanceof PDFDict)) found.push('28-011 a link outside the structure');
    else if (holder.get(name('S')) !== name('Link')) found.push('7.18.5-1 a link that is not in a Link');
    if (!text(annotation.lookup(name('Contents')))) found.push('28-012 a link without words of its own');
  }
  return found;
}

function fontFailures({ context }: PDFDocument): string[] {
  const found: string[] = [];
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.get(name('Type')) !== name('Font')) continue;
    const called = font.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? '?';
    const subtype = font.get(name('Subtype'));
    const descriptor = font.lookupMaybe(name('FontDescriptor'), PDFDict);
    if (subtype === name('Type0')) {
      const map = font.lookup(name('ToUnicode'));
      if (!(map instanceof PDFRawStream)) {
        found.push(`31-027 ${called} has no ToUnicode`);
        continue;
      }
      const unicode = new Map<number, string>();
      readToUnicode(decodePDFRawStream(map).decode(), unicode);
      const bad = [...unicode].find(([, words]) => /[\0\uFEFF\uFFFE]/.test(words));
      if (bad) found.push(`31-028 ${called} maps ${bad[0]} to U+0000, U+FEFF or U+FFFE`);
    } else {
      if (!['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(name(key))))
        found.push(`31-009 ${called} is not embedded`);
      const glyphs = font.lookup(name('CIDToGIDMap'));
      if (
        subtype === name('CIDFontType2') &&
        glyphs !== name('Identity') &&
        !(glyphs instanceof PDFRawStream)
      )
        found.push(`31-006 ${called} has no CIDToGIDMap`);
    }
  }
  return found;
}

/** Contents that are used in several places may not be parts of the structure, nor come from elsewhere. */
function formFailures(pdf: PDFDocument): string[] {
  return pdf.context.enumerateIndirectObjects().flatMap(([, form]) => {
    if (!(form instanceof PDFRawStream) || form.dict.get(name('Subtype')) !== name('Form')) return [];
    const content = Buffer.from(decodePDFRawStream(form).decode()).toString('latin1');
    return [
      ...(form.dict.has(name('Ref')) ? ['7.20-1 a form that refers to another file'] : []),
      ...(/\/MCID /.test(content) ? ['7.20-2 marked content within a form'] : []),
    ];
  });
}
