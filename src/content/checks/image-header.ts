import type { SourceFile } from '../files.ts';

/**
 * What a picture file says of itself in its first bytes, and whether it is all there: the check reads thousands of
 * pictures in seconds, so none is decoded. Damage in the middle is told by what cannot stand there.
 */

export type ImageType = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'gif';

export interface ImageHeader {
  readonly type: ImageType;
  /** In pixels as stored; a phone's picture may be turned by its EXIF orientation. `undefined` for HEIC and GIF. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** False when the file breaks off, as after an interrupted upload, or a part of it is not as it was written. */
  readonly complete: boolean;
  /** Four inks, as printers want it: browsers show it in wrong colours or not at all. */
  readonly cmyk: boolean;
}

type Size = readonly [width: number, height: number];

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** Part of a file: numbers and names by their place in it. */
class Bytes {
  readonly length: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint8(at: number): number {
    return this.#view.getUint8(at);
  }

  /** Of 16 bits; big-endian unless told otherwise. */
  uint16(at: number, littleEndian = false): number {
    return this.#view.getUint16(at, littleEndian);
  }

  uint24LittleEndian(at: number): number {
    return this.uint16(at, true) + (this.uint8(at + 2) << 16);
  }

  uint32(at: number, littleEndian = false): number {
    return this.#view.getUint32(at, littleEndian);
  }

  uint64(at: number): number {
    return Number(this.#view.getBigUint64(at));
  }

  /** The CRC-32 of the bytes from `start` to `end`. */
  checksum(start: number, end: number): number {
    let sum = 0xffffffff;
    for (let at = start; at < end; at++)
      sum = (crcTable[(sum ^ (this.#bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }

  /** The bytes from `start` to `end` as letters, one a byte. */
  name(start: number, end: number): string {
    return String.fromCharCode(...this.#bytes.subarray(start, end));
  }

  /** Where `wanted` stands, from `from` on; -1 where it does not. */
  indexOf(wanted: readonly number[], from = 0): number {
    const [first = 0] = wanted;
    for (let at = this.#bytes.indexOf(first, from); at >= 0; at = this.#bytes.indexOf(first, at + 1)) {
      if (wanted.every((byte, offset) => this.#bytes[at + offset] === byte)) return at;
    }
    return -1;
  }
}

/** The bytes of a name. */
const named = (name: string): number[] => [...name].map((letter) => letter.charCodeAt(0));

/** A file of which only the parts that are asked for are read. */
interface Source {
  readonly size: number;
  /** Up to `length` bytes from `offset`. */
  read(offset: number, length: number): Bytes;
}

/** Where the segments of a JPEG say its size, and where its compressed picture begins. */
function readJpeg(source: Source): {
  size: Size | undefined;
  scan: number | undefined;
  cmyk: boolean;
} {
  let size: Size | undefined;
  let cmyk = false;
  for (let offset = 2; offset + 4 <= source.size;) {
    const head = source.read(offset, 10);
    if (head.length < 4 || head.uint8(0) !== 0xff) break;
    const marker = head.uint8(1);
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === 0xda) return { size, scan: offset, cmyk };
    // SOF0–SOF15 but not DHT, JPG and DAC, which lie among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && head.length === 10) {
      size = [head.uint16(7), head.uint16(5)];
      cmyk = head.uint8(9) === 4;
    }
    offset += 2 + head.uint16(2);
  }
  return { size, scan: undefined, cmyk };
}

/** The end marker stands behind the scan; phones may append a film or a second picture. */
function hasJpegEnd(source: Source, scan: number): boolean {
  const end = [0xff, 0xd9];
  const tail = Math.max(scan, source.size - 4096);
  return (
    source.read(tail, source.size - tail).indexOf(end) >= 0 ||
    source.read(scan, source.size - scan).indexOf(end) >= 0
  );
}

const longestScan = 16 * 1024 * 1024;

/**
 * In the compressed picture a byte FF begins a marker, and only a few may stand there (ITU-T T.81, B.1.1.2): of other bytes
 * that came into the middle of a file one in 256 is another one.
 */
function isScanSound(source: Source, scan: number): boolean {
  // Of one that is far too large this is told first.
  if (source.size > longestScan) return true;
  const step = 1 << 20;
  let before = 0;
  for (let offset = scan; offset < source.size; offset += step) {
    const part = source.read(offset, step);
    for (let at = 0; at < part.length; at++) {
      const byte = part.uint8(at);
      if (before === 0xff) {
        // What stands behind the end belongs to phones.
        if (byte === 0xd9) return true;
        const isAllowed =
          byte === 0x00 ||
          byte === 0xff ||
          (byte >= 0xd0 && byte <= 0xd7) ||
          [0xc4, 0xda, 0xdb, 0xdc, 0xdd, 0xfe].includes(byte) ||
          (byte >= 0xe0 && byte <= 0xef);
        if (!isAllowed) return false;
      }
      before = byte;
    }
  }
  return true;
}

/** The sum of each chunk of a PNG is that of its bytes (https://www.w3.org/TR/png-3/#5CRC-algorithm). */
function isPngSound(source: Source): boolean {
  for (let offset = 8; offset + 12 <= source.size;) {
    const length = source.read(offset, 4).uint32(0);
    if (offset + 12 + length > source.size) return false;
    const chunk = source.read(offset + 4, length + 8);
    if (chunk.checksum(0, length + 4) !== chunk.uint32(length + 4)) return false;
    if (chunk.name(0, 4) === 'IEND') return true;
    offset += 12 + length;
  }
  return false;
}

function webpSize(head: Bytes): Size | undefined {
  switch (head.name(12, 16)) {
    case 'VP8X':
      return [head.uint24LittleEndian(24) + 1, head.uint24LittleEndian(27) + 1];
    case 'VP8L': {
      const bits = head.uint32(21, true);
      return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
    }
    case 'VP8 ':
      return [head.uint16(26, true) & 0x3fff, head.uint16(28, true) & 0x3fff];
    default:
      return undefined;
  }
}

/** The boxes of an ISO file lie end to end; the last one must not reach beyond the file. */
function boxesFit(source: Source): boolean {
  for (let offset = 0; offset < source.size;) {
    const head = source.read(offset, 16);
    if (head.length < 8) return false;
    const length = head.uint32(0);
    if (length === 0) return true;
    const size = length === 1 && head.length === 16 ? head.uint64(8) : length;
    if (size < 8) return false;
    offset += size;
    if (offset > source.size) return false;
  }
  return true;
}

/** The largest `ispe` box: an AVIF may hold a small preview too. */
function avifSize(head: Bytes): Size | undefined {
  const wanted = named('ispe');
  let largest: Size | undefined;
  for (let at = head.indexOf(wanted); at >= 0 && at + 16 <= head.length; at = head.indexOf(wanted, at + 4)) {
    const size: Size = [head.uint32(at + 8), head.uint32(at + 12)];
    if (!largest || size[0] * size[1] > largest[0] * largest[1]) largest = size;
  }
  return largest;
}

function readHeader(source: Source): ImageHeader | undefined {
  const head = source.read(0, 32);
  const header = (type: ImageType, size: Size | undefined, complete: boolean, cmyk = false) => ({
    type,
    cmyk,
    width: size?.[0],
    height: size?.[1],
    complete: complete && size?.[0] !== 0 && size?.[1] !== 0,
  });
  if (head.length < 12) return undefined;
  if (head.uint16(0) === 0xffd8) {
    const { size, scan, cmyk } = readJpeg(source);
    const complete =
      size !== undefined && scan !== undefined && hasJpegEnd(source, scan) && isScanSound(source, scan);
    return header('jpeg', size, complete, cmyk);
  }
  if (head.name(0, 8) === '\x89PNG\r\n\x1a\n') {
    const complete = head.length >= 24 && isPngSound(source);
    return header('png', complete ? [head.uint32(16), head.uint32(20)] : undefined, complete);
  }
  if (head.name(0, 4) === 'RIFF' && head.name(8, 12) === 'WEBP') {
    const complete = head.length >= 30 && head.uint32(4, true) + 8 <= source.size;
    const size = complete ? webpSize(head) : undefined;
    return header('webp', size, size !== undefined);
  }
  if (head.name(4, 8) === 'ftyp') {
    const list = source.read(8, Math.min(head.uint32(0), 64));
    const brands = list.name(0, list.length);
    if (/avif|avis/.test(brands)) {
      const size = avifSize(source.read(0, firstPart));
      return header('avif', size, size !== undefined && boxesFit(source));
    }
    if (/heic|heix|mif1|msf1/.test(brands)) return header('heic', undefined, boxesFit(source));
  }
  if (/^GIF8[79]a/.test(head.name(0, 6))) return header('gif', undefined, true);
  return undefined;
}

/** What is read of every picture at once: nearly always all that its header needs. */
const firstPart = 65_536;

/**
 * The header of a picture, or `undefined` when it is no picture of a known kind.
 * @throws when the file cannot be read
 */
export function readImageHeader(file: SourceFile): ImageHeader | undefined {
  const { size } = file;
  const first = file.read(0, firstPart);
  return readHeader({
    size,
    read: (offset, length) =>
      new Bytes(
        offset + length <= first.length ? first.subarray(offset, offset + length) : file.read(offset, length),
      ),
  });
}
