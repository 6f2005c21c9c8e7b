import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * What a picture file says of itself in its first bytes, and whether it is all there: the check reads thousands of
 * pictures in seconds, so none is decoded. Damage in the middle of a file is found by the build, which decodes.
 */

export type ImageType = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic' | 'gif';

export interface ImageHeader {
  readonly type: ImageType;
  /** In pixels as stored; a phone's picture may be turned by its EXIF orientation. `undefined` for HEIC and GIF. */
  readonly width: number | undefined;
  readonly height: number | undefined;
  /** False when the file breaks off, as after an interrupted upload. */
  readonly complete: boolean;
  /** Size of the file in bytes. */
  readonly bytes: number;
}

type Size = readonly [width: number, height: number];

/** A file of which only the parts that are asked for are read. */
interface Source {
  readonly bytes: number;
  /** Up to `length` bytes from `offset`. */
  read(offset: number, length: number): Buffer;
}

/** Where the segments of a JPEG say its size, and where its compressed picture begins. */
function readJpeg(source: Source): { size: Size | undefined; scan: number | undefined } {
  let size: Size | undefined;
  for (let offset = 2; offset + 4 <= source.bytes;) {
    const head = source.read(offset, 9);
    if (head[0] !== 0xff || head.length < 4) break;
    const marker = head[1] as number;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === 0xda) return { size, scan: offset };
    // SOF0–SOF15 but not DHT, JPG and DAC, which lie among them.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && head.length === 9) {
      size = [head.readUInt16BE(7), head.readUInt16BE(5)];
    }
    offset += 2 + head.readUInt16BE(2);
  }
  return { size, scan: undefined };
}

/** The end marker stands behind the scan; phones may append a film or a second picture. */
function hasJpegEnd(source: Source, scan: number): boolean {
  const end = Buffer.from([0xff, 0xd9]);
  const tail = Math.max(scan, source.bytes - 4096);
  return (
    source.read(tail, source.bytes - tail).includes(end) ||
    source.read(scan, source.bytes - scan).includes(end)
  );
}

function webpSize(head: Buffer): Size | undefined {
  switch (head.toString('latin1', 12, 16)) {
    case 'VP8X':
      return [head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1];
    case 'VP8L': {
      const bits = head.readUInt32LE(21);
      return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
    }
    case 'VP8 ':
      return [head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff];
    default:
      return undefined;
  }
}

/** The boxes of an ISO file lie end to end; the last one must not reach beyond the file. */
function boxesFit(source: Source): boolean {
  for (let offset = 0; offset < source.bytes;) {
    const head = source.read(offset, 16);
    if (head.length < 8) return false;
    const length = head.readUInt32BE(0);
    if (length === 0) return true;
    const size = length === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : length;
    if (size < 8) return false;
    offset += size;
    if (offset > source.bytes) return false;
  }
  return true;
}

/** The largest `ispe` box: an AVIF may hold a small preview too. */
function avifSize(head: Buffer): Size | undefined {
  let largest: Size | undefined;
  for (let at = head.indexOf('ispe'); at >= 0 && at + 16 <= head.length; at = head.indexOf('ispe', at + 4)) {
    const size: Size = [head.readUInt32BE(at + 8), head.readUInt32BE(at + 12)];
    if (!largest || size[0] * size[1] > largest[0] * largest[1]) largest = size;
  }
  return largest;
}

function readHeader(source: Source): Omit<ImageHeader, 'bytes'> | undefined {
  const head = source.read(0, 32);
  const header = (type: ImageType, size: Size | undefined, complete: boolean) => ({
    type,
    width: size?.[0],
    height: size?.[1],
    complete: complete && size?.[0] !== 0 && size?.[1] !== 0,
  });
  if (head.length < 12) return undefined;
  if (head.readUInt16BE(0) === 0xffd8) {
    const { size, scan } = readJpeg(source);
    return header('jpeg', size, size !== undefined && scan !== undefined && hasJpegEnd(source, scan));
  }
  if (head.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n') {
    const complete =
      head.length >= 24 && source.read(Math.max(0, source.bytes - 4096), 4096).includes('IEND');
    return header('png', complete ? [head.readUInt32BE(16), head.readUInt32BE(20)] : undefined, complete);
  }
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') {
    const complete = head.length >= 30 && head.readUInt32LE(4) + 8 <= source.bytes;
    const size = complete ? webpSize(head) : undefined;
    return header('webp', size, size !== undefined);
  }
  if (head.toString('latin1', 4, 8) === 'ftyp') {
    const brands = source.read(8, Math.min(head.readUInt32BE(0), 64)).toString('latin1');
    if (/avif|avis/.test(brands)) {
      const size = avifSize(source.read(0, 65536));
      return header('avif', size, size !== undefined && boxesFit(source));
    }
    if (/heic|heix|mif1|msf1/.test(brands)) return header('heic', undefined, boxesFit(source));
  }
  if (/^GIF8[79]a/.test(head.toString('latin1', 0, 6))) return header('gif', undefined, true);
  return undefined;
}

/** The header of the picture at `path`, or `undefined` when it is no picture of a known kind. */
export function readImageHeader(path: string): ImageHeader | undefined {
  const file = openSync(path, 'r');
  try {
    const bytes = fstatSync(file).size;
    const read = (offset: number, length: number): Buffer => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, bytes - offset)));
      return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, offset));
    };
    const header = readHeader({ bytes, read });
    return header && { ...header, bytes };
  } finally {
    closeSync(file);
  }
}
