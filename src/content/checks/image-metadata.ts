import type { SourceFile } from '../files.ts';

/**
 * What a camera or a program wrote into a picture about people: the place where it was taken, names, numbers of
 * devices. Whoever gets the file can read it (Exif 3.0, https://www.cipa.jp/std/documents/e/DC-008-Translation-2023-E.pdf).
 */

export type PersonalData = 'place' | 'person';

/** Pointer to the place; its presence is enough. */
const gpsTag = 0x8825;
const exifTag = 0x8769;
/** Artist, XPAuthor; owner and serial numbers of camera and lens. */
const personTags = new Set([0x013b, 0x9c9d, 0xa430, 0xa431, 0xa435]);

const ascii = (bytes: Uint8Array, start = 0, end = bytes.length): string =>
  Array.from(bytes.subarray(start, end), (byte) => String.fromCharCode(byte)).join('');

/** What the tags of a TIFF header say, which is the form of Exif data. */
function inTiff(bytes: Uint8Array): PersonalData | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = ascii(bytes, 0, 2) === 'II';
  if (!little && ascii(bytes, 0, 2) !== 'MM') return undefined;
  let found: PersonalData | undefined;
  /** The entries of a directory: 12 bytes each. A broken one says nothing. */
  const walk = (offset: number, depth: number): void => {
    if (offset + 2 > bytes.length || depth > 1) return;
    const count = view.getUint16(offset, little);
    for (let entry = 0; entry < count; entry++) {
      const at = offset + 2 + 12 * entry;
      if (at + 12 > bytes.length) return;
      const tag = view.getUint16(at, little);
      if (tag === gpsTag) found = 'place';
      else if (personTags.has(tag) && view.getUint32(at + 4, little) > 1) found ??= 'person';
      else if (tag === exifTag) walk(view.getUint32(at + 8, little), depth + 1);
    }
  };
  if (bytes.length >= 8) walk(view.getUint32(4, little), 0);
  return found;
}

/** What a description in XMP says: https://github.com/adobe/XMP-Toolkit-SDK */
function inXmp(text: string): PersonalData | undefined {
  if (/GPSLatitude|GPSLongitude|LocationCreated|LocationShown/.test(text)) return 'place';
  return /OwnerName|SerialNumber|PersonInImage|dc:creator|RegionInfo/.test(text) ? 'person' : undefined;
}

const xmpName = 'http://ns.adobe.com/xap/1.0/';

/** One piece of metadata by its first bytes: of a JPEG segment, a chunk of PNG or WebP. */
function inPiece(bytes: Uint8Array): PersonalData | undefined {
  const begin = ascii(bytes, 0, 40);
  if (begin.startsWith('Exif\0')) return inTiff(bytes.subarray(6));
  if (/^(?:II\*\0|MM\0\*)/.test(begin)) return inTiff(bytes);
  if (begin.startsWith(xmpName) || begin.startsWith('XML:com.adobe.xmp') || begin.includes('<x:xmpmeta'))
    return inXmp(ascii(bytes));
  // Captions of press photos (IPTC): by-line, city, place.
  return begin.startsWith('Photoshop 3.0') && ascii(bytes).includes('\x1c\x02') ? 'person' : undefined;
}

/** The pieces of metadata in a file: segments before the picture of a JPEG, chunks of PNG and WebP. */
function* pieces(file: SourceFile): Generator<Uint8Array> {
  const { size } = file;
  const head = file.read(0, 16);
  const number = (bytes: Uint8Array, at: number, length: number, little = false): number => {
    const part = Array.from(bytes.subarray(at, at + length));
    return (little ? part.reverse() : part).reduce((sum, byte) => sum * 256 + byte, 0);
  };
  if (head[0] === 0xff && head[1] === 0xd8) {
    for (let at = 2; at + 4 <= size;) {
      const begin = file.read(at, 4);
      if (begin[0] !== 0xff || begin[1] === 0xda) return;
      const length = number(begin, 2, 2);
      // APP1 and APP13.
      if (begin[1] === 0xe1 || begin[1] === 0xed) yield file.read(at + 4, length - 2);
      at += 2 + Math.max(length, 2);
    }
  } else if (ascii(head, 1, 4) === 'PNG') {
    for (let at = 8; at + 12 <= size;) {
      const begin = file.read(at, 8);
      const length = number(begin, 0, 4);
      if (/^(?:eXIf|iTXt|tEXt)$/.test(ascii(begin, 4, 8))) yield file.read(at + 8, Math.min(length, 1 << 20));
      at += 12 + length;
    }
  } else if (ascii(head, 8, 12) === 'WEBP') {
    for (let at = 12; at + 8 <= size;) {
      const begin = file.read(at, 8);
      const length = number(begin, 4, 4, true);
      if (/^(?:EXIF|XMP )$/.test(ascii(begin, 0, 4))) yield file.read(at + 8, Math.min(length, 1 << 20));
      at += 8 + length + (length % 2);
    }
  } else if (ascii(head, 4, 8) === 'ftyp') {
    // The items of AVIF lie anywhere; Exif data begin with the offset of their TIFF header.
    const whole = file.read(0, Math.min(size, 8 << 20));
    const text = ascii(whole);
    for (const { index } of text.matchAll(/II\*\0|MM\0\*/g)) yield whole.subarray(index);
    if (text.includes('<x:xmpmeta')) yield whole.subarray(text.indexOf('<x:xmpmeta'));
  }
}

/**
 * What a picture says about people; the place before a name.
 * @throws when the file cannot be read
 */
export function personalDataIn(file: SourceFile): PersonalData | undefined {
  let found: PersonalData | undefined;
  for (const piece of pieces(file)) {
    const one = inPiece(piece);
    if (one === 'place') return one;
    found ??= one;
  }
  return found;
}
