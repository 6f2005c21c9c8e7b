/** A TrueType font of four glyphs (none, a blank, a square of 500 units on the line, a mark of 100 above it). For tests. */
const words = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length);
  values.forEach((value, index) => bytes.writeInt16BE(value, 2 * index));
  return bytes;
};

/** A square outline: corners on the curve, each point's move in two bytes. */
function square(left: number, bottom: number, size: number): Buffer {
  return Buffer.concat([
    words(1, left, bottom, left + size, bottom + size, 3, 0),
    Buffer.from([1, 1, 1, 1]),
    words(left, 0, size, 0, bottom, size, 0, -size),
  ]);
}

const outlines = [Buffer.alloc(0), Buffer.alloc(0), square(50, 0, 500), square(-300, 600, 100)];
const head = Buffer.alloc(54);
head.writeUInt32BE(0x00010000, 0);
head.writeUInt32BE(0x5f0f3cf5, 12);
head.writeUInt16BE(1000, 18);
const maxp = Buffer.alloc(32);
maxp.writeUInt32BE(0x00010000, 0);
maxp.writeUInt16BE(4, 4);
maxp.writeUInt16BE(4, 6);
maxp.writeUInt16BE(1, 8);
const hhea = Buffer.alloc(36);
hhea.writeUInt16BE(3, 34);

const tables: Record<string, Buffer> = {
  glyf: Buffer.concat(outlines),
  head,
  hhea,
  // The mark shares the advance before it: none of its own stands behind the third.
  hmtx: words(0, 0, 260, 0, 600, 50, -300),
  loca: words(0, 0, 0, 17, 34),
  maxp,
};

export const sampleFont: Uint8Array = (() => {
  const tags = Object.keys(tables).sort();
  const header = Buffer.alloc(12 + 16 * tags.length);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tags.length, 4);
  const parts: Buffer[] = [header];
  let at = header.length;
  tags.forEach((tag, index) => {
    const table = tables[tag] ?? Buffer.alloc(0);
    header.write(tag, 12 + 16 * index, 'latin1');
    header.writeUInt32BE(at, 20 + 16 * index);
    header.writeUInt32BE(table.length, 24 + 16 * index);
    parts.push(table, Buffer.alloc(-table.length & 3));
    at += table.length + (-table.length & 3);
  });
  return Uint8Array.from(Buffer.concat(parts));
})();
