/** What the public profile of veraPDF (PDFUA-1) asks of fonts and of what is drawn in them, by its numbers. For tests. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFDocument,
} from '@cantoo/pdf-lib';
import { tokens, type Token } from '../../outputs/print/content-tokens.ts';
import { readToUnicode } from '../../outputs/print/to-unicode.ts';
import { TrueTypeFont } from '../../outputs/print/true-type.ts';

const name = (text: string) => PDFName.of(text);

export function fontFailures(pdf: PDFDocument): string[] {
  const found: string[] = [];
  for (const [font, codes] of codesOf(pdf)) {
    const called = font.lookupMaybe(name('BaseFont'), PDFName)?.decodeText() ?? '?';
    const descendant = font.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
    // Simple fonts have rules of their own (7.21.6), which no font of the bulletin comes under.
    if (!descendant) {
      found.push(`7.21.6-1 ${called} is a simple font`);
      continue;
    }
    if (!/^\/Identity-[HV]$/.test(String(font.get(name('Encoding')))))
      found.push(`7.21.3.3-1 ${called} is encoded by a map that is not embedded`);
    const descriptor = descendant.lookupMaybe(name('FontDescriptor'), PDFDict);
    const file = descriptor?.lookup(name('FontFile2'));
    const program =
      file instanceof PDFRawStream ? TrueTypeFont.read(decodePDFRawStream(file).decode()) : undefined;
    if (!program) {
      found.push(`7.21.4.1-1 ${called} is not embedded`);
      continue;
    }
    if (descriptor?.has(name('CIDSet'))) found.push(`7.21.4.2-2 ${called} has a CIDSet`);
    const map = font.lookup(name('ToUnicode'));
    const unicode = new Map<number, string>();
    if (map instanceof PDFRawStream) readToUnicode(decodePDFRawStream(map).decode(), unicode);
    const widths = widthsOf(descendant.lookupMaybe(name('W'), PDFArray));
    const standard = descendant.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000;
    for (const code of codes) {
      if (code === 0) found.push(`7.21.8-1 ${called} draws .notdef`);
      if (code >= program.glyphs) {
        found.push(`7.21.4.1-2 ${called} has no glyph ${code}`);
        continue;
      }
      const said = unicode.get(code);
      if (said === undefined) found.push(`7.21.7-1 ${called} does not say what ${code} reads`);
      else if (/[\0\uFEFF\uFFFE]/.test(said)) found.push(`7.21.7-2 ${called} reads ${code} as no character`);
      const own = (program.advance(code) * 1000) / program.unitsPerEm;
      const written = widths.get(code) ?? standard;
      if (Math.abs(own - written) > 1)
        found.push(`7.21.5-1 ${called}: ${code} is ${own} wide, not ${written}`);
    }
  }
  return found;
}

/** The codes that are drawn in each font, but for those in render mode 3, which draws nothing. */
function codesOf(pdf: PDFDocument): Map<PDFDict, Set<number>> {
  const used = new Map<PDFDict, Set<number>>();
  const read = (stream: PDFRawStream, resources: PDFDict | undefined): void => {
    const fonts = resources?.lookupMaybe(name('Font'), PDFDict);
    const objects = resources?.lookupMaybe(name('XObject'), PDFDict);
    let codes: Set<number> | undefined;
    let mode = 0;
    let operands: Token[] = [];
    for (const token of tokens(decodePDFRawStream(stream).decode())) {
      if (token.kind !== 'operator') {
        operands.push(token);
        continue;
      }
      const [first] = operands;
      if (token.value === 'Tf' && first?.kind === 'name') {
        const font = fonts?.lookupMaybe(name(first.value), PDFDict);
        if (font && !used.has(font)) used.set(font, new Set());
        codes = font && used.get(font);
      }
      if (token.value === 'Tr' && first?.kind === 'number') mode = first.value;
      if ((token.value === 'Tj' || token.value === 'TJ') && mode !== 3) {
        for (const operand of operands) {
          if (operand.kind !== 'string') continue;
          const bytes = Buffer.from(operand.value);
          for (let at = 0; at + 1 < bytes.length; at += 2) codes?.add(bytes.readUInt16BE(at));
        }
      }
      if (token.value === 'Do' && first?.kind === 'name') {
        const form = objects?.lookup(name(first.value));
        if (form instanceof PDFRawStream && form.dict.get(name('Subtype')) === name('Form'))
          read(form, form.dict.lookupMaybe(name('Resources'), PDFDict) ?? resources);
      }
      operands = [];
    }
  };
  for (const page of pdf.getPages()) {
    const contents = page.node.lookup(name('Contents'));
    if (contents instanceof PDFRawStream) read(contents, page.node.Resources());
  }
  return used;
}

const listOf = (array: PDFArray | undefined) =>
  Array.from({ length: array?.size() ?? 0 }, (_, index) => array?.lookup(index));

/** `[3 [250 300] 7 9 500]`: codes 3 and 4 have their own widths, 7 to 9 the same. */
function widthsOf(array: PDFArray | undefined): Map<number, number> {
  const widths = new Map<number, number>();
  const values = listOf(array);
  const number = (at: number) => (values[at] instanceof PDFNumber ? values[at].asNumber() : 0);
  for (let at = 0; at < values.length;) {
    const listed = values[at + 1];
    if (listed instanceof PDFArray) {
      listOf(listed).forEach((width, index) => {
        if (width instanceof PDFNumber) widths.set(number(at) + index, width.asNumber());
      });
      at += 2;
    } else {
      for (let code = number(at); code <= number(at + 1); code++) widths.set(code, number(at + 2));
      at += 3;
    }
  }
  return widths;
}
