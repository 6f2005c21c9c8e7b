/**
 * Reads the text of a PDF page as a reader that knows ActualText gets it.
 *
 * Chromium writes Lao and Khmer as glyphs in the order in which they are drawn, several for one letter or one for
 * several, and sets the true text beside them: `/Span <</ActualText <FEFF…>>> BDC … EMC`. pdf.js and PDFium ignore it
 * and return what the glyphs happen to map to (39 and 7 % of Lao and Khmer, measured), so a test that asks whether
 * all words are there needs this reader. It knows as much of the content stream as Chromium writes: marked content,
 * text positions, strings of two-byte glyph numbers, and forms.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib';
import { tokens, utf16, type Token } from '../../outputs/print/content-tokens.ts';
import { readToUnicode } from '../../outputs/print/to-unicode.ts';

export interface PageText {
  /** Lines as they are drawn, in the order of the content. */
  text: string;
  /** Fonts in which a glyph 0 (.notdef, the empty box) was drawn, and after which words. */
  missing: { font: string; after: string }[];
  /** Text of each marked content by its number (MCID), to which the structure refers. */
  marked: Map<number, string>;
  /** Text that is neither in the structure nor marked as an artifact. */
  loose: string;
}

interface ReadFont {
  name: string;
  /** Glyph number → text. */
  unicode: Map<number, string>;
}

export function readPageText(page: PDFPage): PageText {
  const { context } = page.node;
  const result: PageText = { text: '', missing: [], marked: new Map(), loose: '' };
  const resources = page.node.Resources();
  const contents = page.node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  // A page's streams are one: a token may end in the next.
  const bytes = streams.flatMap((stream) => [...decode(context.lookup(stream))]);
  readStream(Uint8Array.from(bytes), resources, context, result);
  result.text = result.text.replace(/[ \t]+\n/g, '\n').trim();
  return result;
}

function readStream(
  bytes: Uint8Array,
  resources: PDFDict | undefined,
  context: PDFContext,
  result: PageText,
): void {
  const fonts = new Map<string, ReadFont>();
  const fontDict = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  let font: ReadFont | undefined;
  /** The open marked contents: whether it is an ActualText, whose glyphs are then passed over, and its number. */
  const marked: { actual: boolean; number: number | undefined; artifact: boolean }[] = [];
  /** An ActualText that waits for its first glyph: the move to a new line stands between the two. */
  let waiting = '';
  let lastLine = Number.NaN;
  let operands: Token[] = [];

  const write = (text: string) => {
    result.text += text;
    const number = marked.findLast((one) => one.number !== undefined)?.number;
    if (number !== undefined) result.marked.set(number, (result.marked.get(number) ?? '') + text);
    else if (!marked.some((one) => one.artifact)) result.loose += text;
  };
  const flush = () => {
    write(waiting);
    waiting = '';
  };
  const show = (codes: Uint8Array) => {
    flush();
    for (let index = 0; index + 1 < codes.length; index += 2) {
      const glyph = ((codes[index] ?? 0) << 8) | (codes[index + 1] ?? 0);
      if (glyph === 0) result.missing.push({ font: font?.name ?? '?', after: result.text.slice(-20) });
      if (!marked.some((one) => one.actual)) write(font?.unicode.get(glyph) ?? '');
    }
  };

  for (const token of tokens(bytes)) {
    if (token.kind !== 'operator') {
      operands.push(token);
      continue;
    }
    switch (token.value) {
      case 'Tf': {
        const name = operands.find((operand) => operand.kind === 'name')?.value;
        if (name === undefined) break;
        if (!fonts.has(name)) fonts.set(name, readFont(fontDict?.lookup(PDFName.of(name)), context));
        font = fonts.get(name);
        break;
      }
      case 'Tm': {
        const line = operands[5]?.kind === 'number' ? operands[5].value : Number.NaN;
        // Half a pixel: runs of one line in two fonts differ by less.
        if (Math.abs(line - lastLine) > 0.5 && result.text !== '') result.text += '\n';
        lastLine = line;
        break;
      }
      case 'Tj':
      case 'TJ':
        for (const operand of operands) if (operand.kind === 'string') show(operand.value);
        break;
      case 'BMC':
        marked.push({ actual: false, number: undefined, artifact: isArtifact(operands) });
        break;
      case 'BDC': {
        const at = operands.findIndex((operand) => operand.kind === 'name' && operand.value === 'ActualText');
        const actual = at < 0 ? undefined : operands[at + 1];
        const numbered = operands.findIndex((one) => one.kind === 'name' && one.value === 'MCID');
        const number = numbered < 0 ? undefined : operands[numbered + 1];
        marked.push({
          actual: actual?.kind === 'string',
          number: number?.kind === 'number' ? number.value : undefined,
          artifact: isArtifact(operands),
        });
        if (actual?.kind === 'string') waiting = utf16(actual.value);
        break;
      }
      case 'EMC':
        flush();
        marked.pop();
        break;
      case 'Do': {
        const name = operands[0]?.kind === 'name' ? operands[0].value : '';
        const form = objects?.lookup(PDFName.of(name));
        if (form instanceof PDFRawStream && form.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')) {
          const own = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict);
          readStream(decode(form), own ?? resources, context, result);
        }
        break;
      }
    }
    operands = [];
  }
}

const isArtifact = ([tag]: readonly Token[]): boolean => tag?.kind === 'name' && tag.value === 'Artifact';

function readFont(font: PDFObject | undefined, context: PDFContext): ReadFont {
  const unicode = new Map<number, string>();
  if (!(font instanceof PDFDict)) return { name: '?', unicode };
  const map = font.get(PDFName.of('ToUnicode'));
  if (map) readToUnicode(decode(context.lookup(map)), unicode);
  const name = font.get(PDFName.of('BaseFont'));
  return { name: name instanceof PDFName ? name.decodeText() : '?', unicode };
}

function decode(stream: PDFObject | undefined): Uint8Array {
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : new Uint8Array();
}
