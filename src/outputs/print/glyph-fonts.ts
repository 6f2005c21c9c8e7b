/**
 * Gives a font of Chromium's more glyphs than it has: a letter with its marks as one, the same glyph for another text,
 * a blank for a text.
 *
 * Chromium embeds TrueType fonts whose codes are the numbers of the glyphs. What is added is numbered behind them, with
 * the same width in the font and in the PDF (ISO 14289-1, 7.21.5).
 */
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  type PDFContext,
} from '@cantoo/pdf-lib';
import { unpacked } from './deflate.ts';
import { readToUnicode } from './to-unicode.ts';
import { TrueTypeFont, type ComposedGlyph } from './true-type.ts';

/** A glyph and where it stands, in thousandths of the type's size. */
export interface PlacedGlyph {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

export class GlyphFont {
  /** Code → text, as Chromium wrote it. */
  readonly unicode = new Map<number, string>();
  /** The code of a space, if the font has one. */
  private readonly space: number | undefined;
  private readonly font: PDFDict;
  private readonly descendant: PDFDict;
  private readonly widths = new Map<number, number>();
  /** That of the glyphs that `widths` does not list; Chromium leaves out those of the most common one. */
  private readonly otherWidth: number;
  private readonly program: TrueTypeFont;
  private readonly added = new Map<string, number>();
  private readonly composed: ComposedGlyph[] = [];
  /** Text of what was added, in its order. */
  private readonly texts: string[] = [];

  private constructor(font: PDFDict, descendant: PDFDict, program: TrueTypeFont) {
    this.font = font;
    this.descendant = descendant;
    this.program = program;
    const map = font.lookup(PDFName.of('ToUnicode'));
    if (map instanceof PDFRawStream) readToUnicode(unpacked(map), this.unicode);
    readWidths(descendant.lookupMaybe(PDFName.of('W'), PDFArray), this.widths);
    this.otherWidth = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000;
    this.space = [...this.unicode].find(([, text]) => text === ' ')?.[0];
  }

  /** `undefined` for a font of another kind, which is left as it is. */
  static of(font: unknown): GlyphFont | undefined {
    if (!(font instanceof PDFDict)) return undefined;
    const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
    const isPlain =
      descendant?.get(PDFName.of('Subtype')) === PDFName.of('CIDFontType2') &&
      font.get(PDFName.of('Encoding')) === PDFName.of('Identity-H');
    const file = isPlain ? fontFileOf(descendant) : undefined;
    const program = file && TrueTypeFont.read(unpacked(file));
    return descendant && program ? new GlyphFont(font, descendant, program) : undefined;
  }

  /** Advance of a glyph in thousandths of the type's size. */
  width(glyph: number): number {
    return this.widths.get(glyph) ?? this.otherWidth;
  }

  /** A code that draws these glyphs and reads as the text. */
  code(parts: readonly PlacedGlyph[], text: string, width: number): number {
    const units = (thousandths: number) => Math.round((thousandths * this.program.unitsPerEm) / 1000);
    const composed = {
      parts: parts.map(({ glyph, x, y }) => ({ glyph, x: units(x), y: units(y) })),
      advance: Math.max(0, units(width)),
    };
    const key = JSON.stringify([composed, text]);
    const known = this.added.get(key);
    if (known !== undefined) return known;
    const code = this.program.glyphs + this.composed.length;
    this.added.set(key, code);
    this.composed.push(composed);
    this.texts.push(text);
    return code;
  }

  /** A code for the space between words that are broken over two lines. */
  spaceCode(): number {
    return this.space ?? this.code([], ' ', 250);
  }

  /** Writes into the PDF what was added, and takes out what reads as U+0000, which no text may (ISO 14289-1, 7.21.7). */
  write(context: PDFContext): void {
    const first = this.program.glyphs;
    const texts = new Map([...this.unicode].filter(([, text]) => !/^\0*$/.test(text)));
    this.texts.forEach((text, index) => texts.set(first + index, text));
    if (texts.size === this.unicode.size && this.texts.length === 0) return;
    this.font.set(PDFName.of('ToUnicode'), context.register(context.flateStream(toUnicode(texts))));
    if (this.texts.length === 0) return;
    const widths = this.descendant.lookupMaybe(PDFName.of('W'), PDFArray);
    widths?.push(PDFNumber.of(first));
    const { unitsPerEm } = this.program;
    widths?.push(context.obj(this.composed.map(({ advance }) => (advance * 1000) / unitsPerEm)));
    const program = this.program.with(this.composed);
    const descriptor = this.descendant.lookup(PDFName.of('FontDescriptor'), PDFDict);
    const file = context.flateStream(program, { Length1: program.length });
    const reference = descriptor.get(PDFName.of('FontFile2'));
    if (reference instanceof PDFRef) context.assign(reference, file);
  }
}

function fontFileOf(descendant: PDFDict | undefined): PDFRawStream | undefined {
  const descriptor = descendant?.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  const file = descriptor?.lookup(PDFName.of('FontFile2'));
  return file instanceof PDFRawStream ? file : undefined;
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
