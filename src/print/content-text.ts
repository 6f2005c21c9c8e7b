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

type Token =
  | { kind: 'operator'; value: string }
  | { kind: 'name'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: Uint8Array }
  | { kind: 'mark'; value: '[' | ']' | '<<' | '>>' };

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

/** `<0003> <0041>` in bfchar, `<0003> <0005> <0041>` or `<0003> <0005> [<0041> …]` in bfrange. */
function readToUnicode(bytes: Uint8Array, unicode: Map<number, string>): void {
  let operands: Token[] = [];
  for (const token of tokens(bytes)) {
    if (token.kind !== 'operator') {
      operands.push(token);
      continue;
    }
    const strings = () => operands.flatMap((operand) => (operand.kind === 'string' ? [operand.value] : []));
    if (token.value === 'endbfchar') {
      const found = strings();
      for (let index = 0; index + 1 < found.length; index += 2) {
        unicode.set(number(found[index]), utf16(found[index + 1]));
      }
    }
    if (token.value === 'endbfrange') readRanges(operands, unicode);
    operands = [];
  }
}

function readRanges(operands: Token[], unicode: Map<number, string>): void {
  for (let index = 0; index < operands.length;) {
    const [from, to, target] = operands.slice(index, index + 3);
    if (from?.kind !== 'string' || to?.kind !== 'string') return;
    index += 3;
    if (target?.kind === 'string') {
      const first = utf16(target.value);
      const last = first.codePointAt(first.length - 1) ?? 0;
      for (let glyph = number(from.value); glyph <= number(to.value); glyph++) {
        unicode.set(glyph, first.slice(0, -1) + String.fromCodePoint(last + glyph - number(from.value)));
      }
    } else {
      for (let glyph = number(from.value); operands[index]?.kind === 'string'; glyph++, index++) {
        const one = operands[index];
        if (one?.kind === 'string') unicode.set(glyph, utf16(one.value));
      }
      index++;
    }
  }
}

function decode(stream: PDFObject | undefined): Uint8Array {
  return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : new Uint8Array();
}

function number(bytes: Uint8Array | undefined): number {
  let value = 0;
  for (const byte of bytes ?? []) value = value * 256 + byte;
  return value;
}

function utf16(bytes: Uint8Array | undefined): string {
  const even = Buffer.from(bytes ?? []);
  const text = even
    .subarray(0, even.length & ~1)
    .swap16()
    .toString('utf16le');
  return text.replace(/^\uFEFF/, '');
}

const whitespace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/** The tokens of a content stream or a CMap, one after the other. */
function* tokens(bytes: Uint8Array): Generator<Token> {
  const character = (at: number) => String.fromCharCode(bytes[at] ?? 0);
  let at = 0;
  while (at < bytes.length) {
    const first = character(at);
    if (whitespace.has(bytes[at] ?? 0)) {
      at++;
    } else if (first === '%') {
      while (at < bytes.length && character(at) !== '\n' && character(at) !== '\r') at++;
    } else if (first === '<' && character(at + 1) !== '<') {
      const end = bytes.indexOf(62, at);
      const hex = Buffer.from(bytes.subarray(at + 1, end))
        .toString('latin1')
        .replace(/\s/g, '');
      yield { kind: 'string', value: Buffer.from(hex.length % 2 ? `${hex}0` : hex, 'hex') };
      at = end + 1;
    } else if (first === '(') {
      const [value, end] = literalString(bytes, at);
      yield { kind: 'string', value };
      at = end;
    } else if ((first === '<' || first === '>') && character(at + 1) === first) {
      yield { kind: 'mark', value: first === '<' ? '<<' : '>>' };
      at += 2;
    } else if (first === '[' || first === ']') {
      yield { kind: 'mark', value: first };
      at++;
    } else {
      let end = at + 1;
      while (end < bytes.length && !whitespace.has(bytes[end] ?? 0) && !delimiters.has(bytes[end] ?? 0))
        end++;
      const word = Buffer.from(bytes.subarray(at, end)).toString('latin1');
      if (word.startsWith('/')) yield { kind: 'name', value: word.slice(1) };
      else if (/^[+-]?[\d.]/.test(word)) yield { kind: 'number', value: Number.parseFloat(word) };
      else yield { kind: 'operator', value: word };
      at = end;
    }
  }
}

/** `(…)` with nested parentheses and escapes. */
function literalString(bytes: Uint8Array, start: number): [value: Uint8Array, end: number] {
  const escapes: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
  const value: number[] = [];
  let depth = 0;
  let at = start;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 92) {
      const next = String.fromCharCode(bytes[++at] ?? 0);
      const octal = /^[0-7]{1,3}/.exec(Buffer.from(bytes.subarray(at, at + 3)).toString('latin1'))?.[0];
      if (octal) {
        value.push(Number.parseInt(octal, 8) & 255);
        at += octal.length - 1;
      } else if (next !== '\n') {
        value.push(escapes[next] ?? next.charCodeAt(0));
      }
      continue;
    }
    if (byte === 40 && depth++ === 0) continue;
    if (byte === 41 && --depth === 0) break;
    value.push(byte);
  }
  return [Uint8Array.from(value), at + 1];
}
