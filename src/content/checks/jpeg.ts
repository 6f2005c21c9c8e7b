import type { Source } from './image-bytes.ts';
import type { Size } from './image-header.ts';

/**
 * A JPEG file (ITU-T T.81) as far as the check looks into it: its size, its inks, and whether its compressed picture can be
 * what a camera wrote. Nothing is decoded.
 */
export interface Jpeg {
  readonly size: Size | undefined;
  readonly cmyk: boolean;
  /** False where the file breaks off, or where bytes stand in the picture that cannot. */
  readonly sound: boolean;
}

/** Of a picture that is far too large this is told first: it is not read through. */
const longestScan = 16 * 1024 * 1024;

/**
 * So many zeros one after the other no picture has, but where its tables say that zeros are an even area. In a pass that
 * adds a bit to each known value a pattern may give more of them.
 */
const fewestZeros = { usually: 128, refining: 1024 } as const;

export function readJpeg(source: Source): Jpeg {
  const tables = new Map<number, number>();
  let size: Size | undefined;
  let cmyk = false;
  let progressive = false;
  let scans = 0;
  for (let offset = 2; offset + 2 <= source.size;) {
    const head = source.read(offset, 10);
    if (head.length < 2 || head.uint8(0) !== 0xff) break;
    const marker = head.uint8(1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    // The end marker stands behind the scans; phones may append a film or a second picture.
    if (marker === 0xd9) return { size, cmyk, sound: scans > 0 };
    if (head.length < 4) break;
    const length = head.uint16(2);
    // SOF0–SOF15 but not DHT, JPG and DAC, which lie among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && head.length === 10) {
      size = [head.uint16(7), head.uint16(5)];
      cmyk = head.uint8(9) === 4;
      progressive = [0xc2, 0xc6, 0xca, 0xce].includes(marker);
    }
    if (marker === 0xc4) readTables(source, offset + 4, length - 2, tables);
    offset += 2 + length;
    if (marker !== 0xda) continue;
    scans += 1;
    if (source.size > longestScan) return { size, cmyk, sound: hasEnd(source, offset) };
    const end = endOfScan(source, offset, zerosAllowed(source, offset - length, tables, progressive));
    if (end === undefined) return { size, cmyk, sound: false };
    offset = end;
  }
  return { size, cmyk, sound: false };
}

/** Of each Huffman table (class and number in one byte) what a code of zeros stands for: its first symbol (F.2.2.3). */
function readTables(source: Source, start: number, length: number, tables: Map<number, number>): void {
  const segment = source.read(start, length);
  for (let at = 0; at + 17 <= segment.length;) {
    const symbols = Array.from({ length: 16 }, (_, index) => segment.uint8(at + 1 + index));
    const count = symbols.reduce((sum, one) => sum + one, 0);
    if (count > 0 && at + 17 < segment.length) tables.set(segment.uint8(at), segment.uint8(at + 17));
    at += 17 + count;
  }
}

/**
 * How many zeros a scan may have before they are damage. No end of them where they may be a large area of one colour: where in
 * every component a code of zeros says “as before” and “nothing more in this block”. Elsewhere they would be noise that no
 * camera sees, so they came into the file later.
 */
function zerosAllowed(
  source: Source,
  start: number,
  tables: ReadonlyMap<number, number>,
  progressive: boolean,
): number {
  const head = source.read(start, 2 * 4 + 6);
  const components = head.length < 3 ? 0 : head.uint8(2);
  const last = 3 + 2 * components;
  if (components === 0 || components > 4 || head.length < last + 3) return Infinity;
  const numbers = Array.from({ length: components }, (_, index) => head.uint8(4 + 2 * index));
  const endsBlock = (number: number, mask: number): boolean =>
    ((tables.get(0x10 | (number & 0xf)) ?? 0) & mask) === 0;
  if (!progressive) {
    const even = numbers.every((number) => (tables.get(number >> 4) ?? 0) === 0 && endsBlock(number, 0xff));
    return even ? Infinity : fewestZeros.usually;
  }
  // The first coefficient is the brightness of a block, which may stay the same for long.
  if (head.uint8(last) === 0) return Infinity;
  if (head.uint8(last + 2) >> 4 > 0) return fewestZeros.refining;
  return numbers.every((number) => endsBlock(number, 0x0f)) ? Infinity : fewestZeros.usually;
}

/**
 * Where the marker after a scan stands; nothing where the scan breaks off, has more zeros than `zeros`, or a marker that
 * cannot stand there (B.1.1.2): of bytes of another file one in 256 begins one.
 */
function endOfScan(source: Source, start: number, zeros: number): number | undefined {
  const step = 1 << 20;
  let before = 0;
  let run = 0;
  for (let offset = start; offset < source.size; offset += step) {
    const part = source.read(offset, step);
    for (let at = 0; at < part.length; at++) {
      const byte = part.uint8(at);
      run = byte === 0 ? run + 1 : 0;
      if (run >= zeros) return undefined;
      if (before === 0xff && byte !== 0x00 && byte !== 0xff && !(byte >= 0xd0 && byte <= 0xd7)) {
        const isAllowed =
          [0xc4, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xfe].includes(byte) || (byte >= 0xe0 && byte <= 0xef);
        return isAllowed ? offset + at - 1 : undefined;
      }
      before = byte;
    }
  }
  return undefined;
}

function hasEnd(source: Source, scan: number): boolean {
  const end = [0xff, 0xd9];
  const tail = Math.max(scan, source.size - 4096);
  return (
    source.read(tail, source.size - tail).indexOf(end) >= 0 ||
    source.read(scan, source.size - scan).indexOf(end) >= 0
  );
}
