import sharp from 'sharp';
import { expect, test } from 'vitest';
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
