import { crc32, deflateSync } from 'node:zlib';

/** PNG files of few colours (https://www.w3.org/TR/png-3/), from the numbers of their colours. */

/** Red, green and blue, 0–255. */
export type Rgb = readonly [number, number, number];

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/**
 * @param pixels a number of the palette for each pixel, row by row
 * @param palette at most 256 colours
 */
export function encodeIndexedPng(pixels: Uint8Array, width: number, palette: readonly Rgb[]): Buffer {
  const height = pixels.length / width;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, by palette; then the only compression, the only set of filters, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  // A row begins with its filter: 0 is none, as numbers of colours have no neighbours; 2 is the difference from the
  // row above, for one that repeats it.
  const rows = new Uint8Array((width + 1) * height);
  let above: Buffer | undefined;
  for (let row = 0; row < height; row++) {
    const own = Buffer.from(pixels.buffer, pixels.byteOffset + row * width, width);
    if (above?.equals(own)) rows[row * (width + 1)] = 2;
    else rows.set(own, row * (width + 1) + 1);
    above = own;
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 4, memLevel: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
