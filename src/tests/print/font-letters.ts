import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/**
 * The characters that a WOFF2 file has glyphs for (https://www.w3.org/TR/WOFF2/, and the `cmap` of
 * https://learn.microsoft.com/typography/opentype/spec/cmap).
 */
export function lettersOf(file: string): Set<number> {
  const bytes = readFileSync(file);
  const tables = bytes.readUInt16BE(12);
  const compressed = bytes.readUInt32BE(20);
  let at = 48;
  const base128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = bytes.readUInt8(at++);
      value = value * 128 + (byte & 0x7f);
      if ((byte & 0x80) === 0) return value;
    }
  };
  let offset = 0;
  let cmap: [start: number, length: number] | undefined;
  for (let table = 0; table < tables; table++) {
    const flags = bytes.readUInt8(at++);
    const known = flags & 0x3f;
    if (known === 63) at += 4;
    const length = base128();
    // 10 and 11 are `glyf` and `loca`, which say 3 when they are as they were; all others say 0.
    const isGlyphs = known === 10 || known === 11;
    const stored = (flags >> 6 === 0) === isGlyphs ? base128() : length;
    if (known === 0) cmap = [offset, length];
    offset += stored;
  }
  if (!cmap) throw new Error(`${file} has no cmap`);
  const whole = brotliDecompressSync(bytes.subarray(at, at + compressed));
  return readCmap(whole.subarray(cmap[0], cmap[0] + cmap[1]));
}

function readCmap(cmap: Buffer): Set<number> {
  const letters = new Set<number>();
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const table = cmap.subarray(cmap.readUInt32BE(8 + 8 * record));
    const format = table.readUInt16BE(0);
    if (format === 12) {
      for (let group = 0; group < table.readUInt32BE(12); group++) {
        const [first, last] = [table.readUInt32BE(16 + 12 * group), table.readUInt32BE(20 + 12 * group)];
        for (let code = first; code <= last; code++) letters.add(code);
      }
    } else if (format === 4) {
      const segments = table.readUInt16BE(6) / 2;
      for (let segment = 0; segment < segments; segment++) {
        const last = table.readUInt16BE(14 + 2 * segment);
        const first = table.readUInt16BE(16 + 2 * (segments + segment));
        for (let code = first; code <= last && code < 0xffff; code++) letters.add(code);
      }
    }
  }
  return letters;
}
