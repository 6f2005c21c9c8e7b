import { constants, crc32, deflateSync } from 'node:zlib';

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

/** The rows of a picture with their filters. Those of the next one are written over them: new memory takes its time. */
let filtered = Buffer.alloc(0);

/**
 * Each row begins with its filter (https://www.w3.org/TR/png-3/#9Filters): 0 is none, as numbers of colours have no
 * neighbours; 2 is the difference from the row above, for one that repeats it. Where all is the first colour it is none
 * too, so that such rows are one run of nothing.
 */
function filterRows(pixels: Uint8Array, width: number): Buffer {
  const size = pixels.length + pixels.length / width;
  if (filtered.length < size) filtered = Buffer.alloc(size);
  const rows = filtered.subarray(0, size);
  const blank = Buffer.alloc(width);
  let above: Buffer = blank;
  for (let from = 0, to = 0; from < pixels.length; from += width, to += width + 1) {
    const own = Buffer.from(pixels.buffer, pixels.byteOffset + from, width);
    const repeated = own.equals(above) && !own.equals(blank);
    rows[to] = repeated ? 2 : 0;
    rows.set(repeated ? blank : own, to + 1);
    above = own;
  }
  return rows;
}

/**
 * Runs of one colour are nearly all there is to find, and looking for nothing else takes a third of the time. Little
 * memory ends the parts sooner that have a code of their own: cloth and letters have little in common.
 */
const packing = { strategy: constants.Z_RLE, memLevel: 6 };

/**
 * @param pixels a number of the palette for each pixel, row by row
 * @param palette at most 256 colours
 */
export function encodeIndexedPng(pixels: Uint8Array, width: number, palette: readonly Rgb[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(pixels.length / width, 4);
  // Eight bits a pixel, by palette; then the only compression, the only set of filters, not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', deflateSync(filterRows(pixels, width), packing)),
    chunk('IEND', new Uint8Array()),
  ]);
}
