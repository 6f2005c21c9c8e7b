import type { SourceFile } from '../files.ts';
import { Bytes, named, type Source } from './image-bytes.ts';
import { readJpeg } from './jpeg.ts';

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

/** In pixels. */
export type Size = readonly [width: number, height: number];

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
    const { size, sound, cmyk } = readJpeg(source);
    return header('jpeg', size, size !== undefined && sound, cmyk);
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
