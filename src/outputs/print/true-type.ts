/**
 * Adds glyphs to a TrueType font that are made of its own: a letter with its marks, as one.
 *
 * The tables are those of https://learn.microsoft.com/typography/opentype/spec/otff, as far as Chromium embeds them.
 */

/** A glyph of the font within another, and how far it is moved, in units of the font. */
export interface GlyphPart {
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** A glyph to add: without parts it is a blank. */
export interface ComposedGlyph {
  readonly parts: readonly GlyphPart[];
  /** In units of the font. */
  readonly advance: number;
}

export class TrueTypeFont {
  readonly unitsPerEm: number;
  /** The number that the first added glyph gets. */
  readonly glyphs: number;
  private readonly tables: ReadonlyMap<string, Buffer>;

  private constructor(tables: ReadonlyMap<string, Buffer>) {
    this.tables = tables;
    this.unitsPerEm = this.table('head').readUInt16BE(18);
    this.glyphs = this.table('maxp').readUInt16BE(4);
  }

  /** `undefined` where the bytes are a font of another kind. */
  static read(bytes: Uint8Array): TrueTypeFont | undefined {
    const font = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (font.length < 12 || font.readUInt32BE(0) !== 0x00010000) return undefined;
    const tables = new Map<string, Buffer>();
    for (let index = 0; index < font.readUInt16BE(4); index++) {
      const at = 12 + 16 * index;
      const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
      tables.set(font.toString('latin1', at, at + 4), font.subarray(offset, offset + length));
    }
    const whole = ['head', 'maxp', 'hhea', 'hmtx', 'loca', 'glyf'].every((tag) => tables.has(tag));
    return whole ? new TrueTypeFont(tables) : undefined;
  }

  /** Advance of a glyph in units of the font. */
  advance(glyph: number): number {
    return this.metrics(glyph).advance;
  }

  /** The font with these glyphs behind its own. */
  with(added: readonly ComposedGlyph[]): Uint8Array {
    const count = this.glyphs + added.length;
    let end = this.offset(this.glyphs);
    const glyf: Buffer[] = [this.table('glyf').subarray(0, end)];
    const loca = Buffer.alloc(4 * (count + 1));
    const hmtx = Buffer.alloc(4 * count);
    for (let glyph = 0; glyph <= this.glyphs; glyph++) loca.writeUInt32BE(this.offset(glyph), 4 * glyph);
    for (let glyph = 0; glyph < this.glyphs; glyph++) {
      const { advance, bearing } = this.metrics(glyph);
      hmtx.writeUInt16BE(advance, 4 * glyph);
      hmtx.writeInt16BE(bearing, 4 * glyph + 2);
    }
    let most = 0;
    added.forEach(({ parts, advance }, index) => {
      const drawn = parts.filter(({ glyph }) => this.offset(glyph + 1) > this.offset(glyph));
      const made = this.compose(drawn);
      glyf.push(made);
      end += made.length;
      most = Math.max(most, drawn.length);
      const glyph = this.glyphs + index;
      loca.writeUInt32BE(end, 4 * (glyph + 1));
      hmtx.writeUInt16BE(advance, 4 * glyph);
      // Readers move a glyph by what its bearing differs from its left edge.
      hmtx.writeInt16BE(made.length > 0 ? made.readInt16BE(2) : 0, 4 * glyph + 2);
    });

    const head = Buffer.from(this.table('head'));
    head.writeInt16BE(1, 50);
    const hhea = Buffer.from(this.table('hhea'));
    hhea.writeUInt16BE(count, 34);
    const maxp = Buffer.from(this.table('maxp'));
    maxp.writeUInt16BE(count, 4);
    const [points, contours] = [maxp.readUInt16BE(6), maxp.readUInt16BE(8)];
    const bound = (at: number, value: number) =>
      maxp.writeUInt16BE(Math.min(0xffff, Math.max(maxp.readUInt16BE(at), value)), at);
    bound(10, points * most);
    bound(12, contours * most);
    bound(28, most);
    // A part may be composed itself.
    maxp.writeUInt16BE(maxp.readUInt16BE(30) + 1, 30);
    const tables = new Map([
      ...this.tables,
      ['head', head],
      ['hhea', hhea],
      ['maxp', maxp],
      ['hmtx', hmtx],
      ['loca', loca],
      ['glyf', Buffer.concat(glyf)],
    ]);
    // Measures for vertical lines, of which there are none, would have to be made for each glyph.
    for (const tag of ['vhea', 'vmtx']) tables.delete(tag);
    return fontFile(tables);
  }

  private table(tag: string): Buffer {
    const found = this.tables.get(tag);
    if (!found) throw new Error(`The font has no table ${tag}.`);
    return found;
  }

  /** Where a glyph begins in `glyf`; the one behind the last glyph is the end. */
  private offset(glyph: number): number {
    const loca = this.table('loca');
    const isLong = this.table('head').readInt16BE(50) === 1;
    return isLong ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph);
  }

  private metrics(glyph: number): { advance: number; bearing: number } {
    const hmtx = this.table('hmtx');
    // Behind the last whole entry stand bearings alone, with its advance.
    const whole = this.table('hhea').readUInt16BE(34);
    const at = 4 * Math.min(glyph, whole - 1);
    const bearing = glyph < whole ? at + 2 : 4 * whole + 2 * (glyph - whole);
    return { advance: hmtx.readUInt16BE(at), bearing: hmtx.readInt16BE(bearing) };
  }

  private compose(parts: readonly GlyphPart[]): Buffer {
    if (parts.length === 0) return Buffer.alloc(0);
    const glyf = this.table('glyf');
    const edges = parts.map(({ glyph, x, y }) => {
      const at = this.offset(glyph);
      const edge = (index: number) => glyf.readInt16BE(at + 2 + 2 * index);
      return [edge(0) + x, edge(1) + y, edge(2) + x, edge(3) + y] as const;
    });
    const made = Buffer.alloc((10 + 8 * parts.length + 3) & ~3);
    // Less than no contour: a glyph made of others.
    made.writeInt16BE(-1, 0);
    made.writeInt16BE(Math.min(...edges.map(([left]) => left)), 2);
    made.writeInt16BE(Math.min(...edges.map(([, bottom]) => bottom)), 4);
    made.writeInt16BE(Math.max(...edges.map(([, , right]) => right)), 6);
    made.writeInt16BE(Math.max(...edges.map(([, , , top]) => top)), 8);
    parts.forEach(({ glyph, x, y }, index) => {
      const at = 10 + 8 * index;
      const more = index + 1 < parts.length ? flags.moreParts : 0;
      const first = index === 0 ? flags.overlap : 0;
      made.writeUInt16BE(flags.words | flags.offsets | more | first, at);
      made.writeUInt16BE(glyph, at + 2);
      made.writeInt16BE(x, at + 4);
      made.writeInt16BE(y, at + 6);
    });
    return made;
  }
}

/** Of a part: its offset is in two bytes each, is an offset, another follows, the parts may overlap. */
const flags = { words: 0x0001, offsets: 0x0002, moreParts: 0x0020, overlap: 0x0400 };

function fontFile(tables: ReadonlyMap<string, Buffer>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const header = Buffer.alloc(12 + 16 * tags.length);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tags.length, 4);
  header.writeUInt16BE(16 * power, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE(16 * (tags.length - power), 10);
  const parts: Buffer[] = [header];
  let at = header.length;
  let headAt = 0;
  tags.forEach((tag, index) => {
    const table = Buffer.from(tables.get(tag) ?? []);
    if (tag === 'head') {
      headAt = at;
      table.writeUInt32BE(0, 8);
    }
    const entry = 12 + 16 * index;
    header.write(tag, entry, 'latin1');
    header.writeUInt32BE(checksum(table), entry + 4);
    header.writeUInt32BE(at, entry + 8);
    header.writeUInt32BE(table.length, entry + 12);
    const padding = Buffer.alloc(-table.length & 3);
    parts.push(table, padding);
    at += table.length + padding.length;
  });
  const file = Buffer.concat(parts);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

/** The sum of the words of four bytes, the last filled up with zeros. */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  const rest = bytes.length & 3;
  if (rest > 0) {
    const last = Buffer.alloc(4);
    bytes.copy(last, 0, bytes.length - rest);
    sum = (sum + last.readUInt32BE(0)) >>> 0;
  }
  return sum;
}
