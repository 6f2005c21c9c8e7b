import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { jpegQuality, longestSide } from '../model/photos.ts';

/** A photo as it comes from a phone, made ready for the bulletin: bytes in, bytes out. */

export interface PreparedPhoto {
  /** A JPEG without any metadata: no place, no time, no phone, no name. */
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** `not-a-photo`: another kind of file. `broken`: a picture that cannot be read to its end. */
export type PhotoFault = 'not-a-photo' | 'broken';

const photoFormats = ['jpeg', 'png', 'webp', 'tiff', 'heif', 'gif'];

/**
 * Turns upright, reduces to 2,400 pixels at most, converts to sRGB and drops all metadata. Never enlarges.
 * @param bytes JPEG, HEIC (iPhone), PNG, WebP, AVIF, TIFF or GIF
 */
export async function preparePhoto(bytes: Uint8Array): Promise<PreparedPhoto | PhotoFault> {
  if (bytes.length === 0) return 'broken';
  const header = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  if (!header && !looksLikePhoto(bytes)) return 'not-a-photo';
  if (header && !photoFormats.includes(header.format)) return 'not-a-photo';
  try {
    // sharp's own binary reads the facts of a HEIC file but not its pixels (HEVC is patented).
    const isHeic = header?.format === 'heif' && header.compression === 'hevc';
    const input: Sharp = isHeic
      ? await openHeic(bytes, header.icc)
      : sharp(bytes, { failOn: 'error' }).autoOrient();
    const { data, info } = await input
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: jpegQuality, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch {
    return 'broken';
  }
}

/** Of a copy that is made with every build: no print is made of it. */
const copyQuality = 76;

/** A photograph of a record as letters and books show it, its longer side at most `side` pixels: a JPEG without metadata. */
export const copyPhoto = async (file: string, side: number): Promise<PreparedPhoto> => {
  const { data, info } = await sharp(await readFile(file))
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: copyQuality, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

/** The first bytes of JPEG, PNG, RIFF (WebP) and ISO media (HEIC, AVIF): a picture even when its header is cut off. */
function looksLikePhoto(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return /^(\xff\xd8\xff|\x89PNG|RIFF....WEBP|....ftyp)/s.test(start);
}

/**
 * Decodes HEIC. The decoder turns the picture upright (its EXIF orientation must not turn it again) but leaves the
 * colours in the camera's space, Display P3 on iPhones; the colour profile therefore goes along inside a PNG.
 */
async function openHeic(bytes: Uint8Array, profile: Buffer | undefined): Promise<Sharp> {
  // Eight megabytes of decoder, loaded only when a HEIC comes.
  const { default: decode } = await import('heic-decode');
  const { width, height, data } = await decode({ buffer: bytes });
  const raw = sharp(data, { raw: { width, height, channels: 4 } });
  if (!profile) return raw;
  const png = await raw.png({ compressionLevel: 0 }).toBuffer();
  const afterHeader = 33; // signature 8, IHDR 25
  return sharp(
    Buffer.concat([png.subarray(0, afterHeader), profileChunk(profile), png.subarray(afterHeader)]),
  );
}

/** An `iCCP` chunk: https://www.w3.org/TR/png-3/#11iCCP */
function profileChunk(profile: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from('iCCPprofile\0\0', 'latin1'), deflateSync(profile)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length - 4);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}
