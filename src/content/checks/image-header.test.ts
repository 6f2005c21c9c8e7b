import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { fileOfBytes } from '../files.ts';
import { readImageHeader } from './image-header.ts';

const picture = sharp({ create: { width: 301, height: 203, channels: 3, background: '#a33' } });

/** A picture as sharp writes it, and the same file cut off in the middle. */
const cut = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length * 0.6));

test.each([
  ['jpeg', 'photo.jpg', () => picture.clone().jpeg().toBuffer()],
  ['jpeg', 'progressive.jpg', () => picture.clone().jpeg({ progressive: true }).withMetadata().toBuffer()],
  ['png', 'photo.png', () => picture.clone().png().toBuffer()],
  ['webp', 'lossy.webp', () => picture.clone().webp().toBuffer()],
  ['webp', 'lossless.webp', () => picture.clone().webp({ lossless: true }).toBuffer()],
  ['webp', 'alpha.webp', () => picture.clone().ensureAlpha(0.5).webp().withMetadata().toBuffer()],
  ['avif', 'photo.avif', () => picture.clone().avif().toBuffer()],
] as const)('a %s (%s) tells its size, and is incomplete when cut off', async (type, _, make) => {
  const whole = await make();
  expect(readImageHeader(fileOfBytes(whole))).toMatchObject({
    type,
    width: 301,
    height: 203,
    complete: true,
  });
  expect(readImageHeader(fileOfBytes(cut(whole)))?.complete).toBe(false);
});

test('a film behind a photograph does not make it incomplete', async () => {
  const photograph = await picture.clone().jpeg().toBuffer();
  const whole = Buffer.concat([photograph, Buffer.alloc(200_000, 7)]);
  expect(readImageHeader(fileOfBytes(whole))).toMatchObject({ type: 'jpeg', complete: true });
});

test('a text is no picture, nor is an empty file', () => {
  for (const text of ['Đây không phải là ảnh.', ''])
    expect(readImageHeader(fileOfBytes(new TextEncoder().encode(text)))).toBeUndefined();
});

test('a large picture is not read whole', () => {
  const size = 50_000_000;
  let asked = 0;
  const read = (offset = 0, length = size): Uint8Array => {
    asked += Math.min(length, size - offset);
    const bytes = new Uint8Array(Math.min(length, size - offset));
    if (offset === 0) bytes.set([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 0, 0, 0, 0xff, 0xda]);
    else bytes.set([0xff, 0xd9], bytes.length - 2);
    return bytes;
  };
  expect(readImageHeader({ size, read })).toMatchObject({ width: 30, height: 20, complete: true });
  expect(asked).toBeLessThan(100_000);
});

test.each([
  ['jpeg', 1, () => picture.clone().jpeg().toBuffer()],
  ['webp', 1, () => picture.clone().webp().toBuffer()],
  ['avif', 1, () => picture.clone().avif().toBuffer()],
  // The name of a PNG’s last chunk stands before the four bytes of its sum.
  ['png', 5, () => picture.clone().png().toBuffer()],
] as const)('a %s without its last byte, or its last %i, is incomplete', async (_, bytes, make) => {
  const whole = await make();
  expect(readImageHeader(fileOfBytes(whole))?.complete).toBe(true);
  expect(readImageHeader(fileOfBytes(whole.subarray(0, whole.length - bytes)))?.complete).toBe(false);
});

test('twelve bytes say what a file is, eleven do not', () => {
  const gif = new TextEncoder().encode('GIF89a\0\0\0\0\0\0');
  expect(readImageHeader(fileOfBytes(gif))).toMatchObject({ type: 'gif', complete: true });
  expect(readImageHeader(fileOfBytes(gif.subarray(0, 11)))).toBeUndefined();
});

describe('the segments of a JPEG', () => {
  /** A file whose only segment before its scan has this marker, as a frame of 30 × 20 pixels, behind fill bytes. */
  const withMarker = (marker: number, fill: readonly number[] = []) =>
    Uint8Array.from(
      [
        [0xff, 0xd8],
        fill,
        [0xff, marker, 0, 9, 8, 0, 20, 0, 30, 1, 0],
        [0xff, 0xda, 0, 2, 7, 0xff, 0xd9],
      ].flat(),
    );
  const widthOf = (bytes: Uint8Array) => readImageHeader(fileOfBytes(bytes))?.width;

  test('say its size in a frame of any kind, and not in the tables whose markers lie among those', () => {
    const markers = Array.from({ length: 18 }, (_, at) => 0xbf + at);
    expect(markers.filter((marker) => widthOf(withMarker(marker)) === 30)).toEqual([
      0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
    ]);
  });

  test('may have fill bytes between them', () => {
    expect(widthOf(withMarker(0xc0, [0xff, 0xff, 0xff]))).toBe(30);
  });

  test('end with the file or with what is none, wherever it is cut off', () => {
    const whole = withMarker(0xc0);
    expect(readImageHeader(fileOfBytes(whole))?.complete).toBe(true);
    for (let length = 12; length < whole.length; length++)
      expect(readImageHeader(fileOfBytes(whole.subarray(0, length)))?.complete).toBe(false);
    expect(widthOf(whole.with(2, 0xfe))).toBeUndefined();
  });
});

describe('the boxes of an AVIF', () => {
  const bytesOf = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
  const uint32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  const box = (name: string, content: readonly number[]) => [
    ...uint32(8 + content.length),
    ...bytesOf(name),
    ...content,
  ];
  const type = box('ftyp', [...bytesOf('avif'), 0, 0, 0, 0]);
  const size = (width: number, height: number) =>
    box('ispe', [0, 0, 0, 0, ...uint32(width), ...uint32(height)]);
  const header = (...boxes: (readonly number[])[]) =>
    readImageHeader(fileOfBytes(Uint8Array.from(boxes.flat())));
  /** Whether a file that ends so is complete. */
  const complete = (...last: number[]) => header(type, size(30, 20), last)?.complete;

  test('tell the size of the largest picture, also at the very end of the file', () => {
    expect(header(type, size(30, 20))).toMatchObject({ width: 30, height: 20, complete: true });
    expect(header(type, size(3, 2), size(30, 20), size(4, 5))).toMatchObject({ width: 30, height: 20 });
    expect(header(type, size(30, 20).slice(0, -1))).toMatchObject({ width: undefined, complete: false });
  });

  test('reach as far as the file, and not a byte beyond', () => {
    expect(complete(...box('free', [1]))).toBe(true);
    expect(complete(...uint32(10), ...bytesOf('free'), 1)).toBe(false);
    expect(complete(...uint32(8), ...bytesOf('free').slice(1))).toBe(false);
  });

  test('have at least their own eight bytes: a shorter one would be read again and again', () => {
    expect(complete(...uint32(8), ...bytesOf('free'))).toBe(true);
    // Behind the shorter one, where it would end, another box begins.
    expect(complete(...uint32(7), ...bytesOf('fre'), ...box('free', [1]))).toBe(false);
    expect(complete(...uint32(2), ...bytesOf('free'), 1, 1, 1, 1)).toBe(false);
    expect(complete(...uint32(0))).toBe(false);
  });

  test('may say their length in eight bytes more, or that they go on to the end', () => {
    const long = (length: number) =>
      complete(...uint32(1), ...bytesOf('mdat'), 0, 0, 0, 0, ...uint32(length));
    expect([0, 7, 15, 17].map(long)).toEqual([false, false, false, false]);
    expect(long(16)).toBe(true);
    expect(complete(...uint32(0), ...bytesOf('mdat'), 1, 2, 3)).toBe(true);
  });
});
