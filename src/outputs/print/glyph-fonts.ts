/**
 * Gives a font of Chromium's more character codes than it has glyphs, so that one glyph can stand for other text in
 * another place, and a blank can stand for any.
 *
 * Chromium embeds TrueType fonts whose codes are the numbers of the glyphs. A map from code to glyph (CIDToGIDMap)
 * frees the codes above them.
 */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFContext,
} from '@cantoo/pdf-lib';
import { readToUnicode } from './to-unicode.ts';

interface AddedCode {
  glyph: number;
  text: string;
  /** In thousandths of the type's size. */
  width: number;
}

export class GlyphFont {
  /** Code → text, as Chromium wrote it. */
  readonly unicode = new Map<number, string>();
  /** A glyph without ink, if the font has one. */
  readonly blank: number | undefined;
  private readonly font: PDFDict;
  private readonly descendant: PDFDict;
  private readonly widths = new Map<number, number>();
  private readonly added = new Map<string, number>();
  private readonly codes: AddedCode[] = [];
  private readonly first: number;

  private constructor(font: PDFDict, descendant: PDFDict) {
    this.font = font;
    this.descendant = descendant;
    const map = font.lookup(PDFName.of('ToUnicode'));
    if (map instanceof PDFRawStream) readToUnicode(decodePDFRawStream(map).decode(), this.unicode);
    readWidths(descendant.lookupMaybe(PDFName.of('W'), PDFArray), this.widths);
    this.blank = [...this.unicode].find(([, text]) => text === ' ')?.[0];
    this.first = Math.max(0, ...this.unicode.keys(), ...this.widths.keys()) + 1;
  }

  /** `undefined` for a font of another kind, which is left as it is. */
  static of(font: unknown): GlyphFont | undefined {
    if (!(font instanceof PDFDict)) return undefined;
    const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
    const isPlain =
      descendant?.get(PDFName.of('Subtype')) === PDFName.of('CIDFontType2') &&
      font.get(PDFName.of('Encoding')) === PDFName.of('Identity-H');
    return isPlain ? new GlyphFont(font, descendant) : undefined;
  }

  /** Advance of a glyph in thousandths of the type's size. */
  width(glyph: number): number {
    return this.widths.get(glyph) ?? 0;
  }

  /** A code that draws the glyph and reads as the text. */
  code(glyph: number, text: string, width = this.width(glyph)): number {
    const key = `${glyph} ${width} ${text}`;
    const known = this.added.get(key);
    if (known !== undefined) return known;
    const code = this.first + this.codes.length;
    this.added.set(key, code);
    this.codes.push({ glyph, text, width });
    return code;
  }

  /** Writes into the PDF what was added, and takes out what reads as U+0000, which no text may (ISO 14289-1, 7.21.7). */
  write(context: PDFContext): void {
    const texts = new Map([...this.unicode].filter(([, text]) => !/^\0*$/.test(text)));
    this.codes.forEach(({ text }, index) => texts.set(this.first + index, text));
    if (texts.size === this.unicode.size && this.codes.length === 0) return;
    this.font.set(PDFName.of('ToUnicode'), context.register(context.flateStream(toUnicode(texts))));
    if (this.codes.length === 0) return;
    const widths = this.descendant.lookupMaybe(PDFName.of('W'), PDFArray);
    widths?.push(PDFNumber.of(this.first));
    widths?.push(context.obj(this.codes.map(({ width }) => width)));
    const glyphs = Buffer.alloc(2 * (this.first + this.codes.length));
    for (let code = 0; code < this.first; code++) glyphs.writeUInt16BE(code, 2 * code);
    this.codes.forEach(({ glyph }, index) => glyphs.writeUInt16BE(glyph, 2 * (this.first + index)));
    this.descendant.set(PDFName.of('CIDToGIDMap'), context.register(context.flateStream(glyphs)));
  }
}

/** `[3 [250 300] 7 9 500]`: codes 3 and 4 have their own widths, 7 to 9 the same. */
function readWidths(array: PDFArray | undefined, widths: Map<number, number>): void {
  for (let at = 0; array && at < array.size();) {
    const from = array.lookup(at, PDFNumber).asNumber();
    const next = array.lookup(at + 1);
    if (next instanceof PDFArray) {
      next
        .asArray()
        .forEach((_, index) => widths.set(from + index, next.lookup(index, PDFNumber).asNumber()));
      at += 2;
    } else {
      const to = array.lookup(at + 1, PDFNumber).asNumber();
      for (let code = from; code <= to; code++) widths.set(code, array.lookup(at + 2, PDFNumber).asNumber());
      at += 3;
    }
  }
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');

/** The CMap, with a hundred codes a block at most. */
function toUnicode(texts: ReadonlyMap<number, string>): string {
  const lines = [...texts]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${hex(code)}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => {
    const some = lines.slice(100 * index, 100 * (index + 1));
    return `${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`;
  });
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
