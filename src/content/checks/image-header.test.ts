import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readImageHeader } from './image-header.ts';

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'image-header-'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const picture = sharp({ create: { width: 301, height: 203, channels: 3, background: '#a33' } });

/** A picture as sharp writes it, and the same file cut off in the middle. */
async function write(name: string, make: () => Promise<Buffer>): Promise<{ whole: string; half: string }> {
  const [whole, half] = [join(work, name), join(work, `half-${name}`)];
  const bytes = await make();
  writeFileSync(whole, bytes);
  writeFileSync(half, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
  return { whole, half };
}

test.each([
  ['jpeg', 'photo.jpg', () => picture.clone().jpeg().toBuffer()],
  ['jpeg', 'progressive.jpg', () => picture.clone().jpeg({ progressive: true }).withMetadata().toBuffer()],
  ['png', 'photo.png', () => picture.clone().png().toBuffer()],
  ['webp', 'lossy.webp', () => picture.clone().webp().toBuffer()],
  ['webp', 'lossless.webp', () => picture.clone().webp({ lossless: true }).toBuffer()],
  ['webp', 'alpha.webp', () => picture.clone().ensureAlpha(0.5).webp().withMetadata().toBuffer()],
  ['avif', 'photo.avif', () => picture.clone().avif().toBuffer()],
] as const)('a %s (%s) tells its size, and is incomplete when cut off', async (type, name, make) => {
  const { whole, half } = await write(name, make);
  expect(readImageHeader(whole)).toMatchObject({ type, width: 301, height: 203, complete: true });
  expect(readImageHeader(half)?.complete).toBe(false);
});

test('a film behind a photograph does not make it incomplete', async () => {
  const { whole } = await write('motion.jpg', () => picture.clone().jpeg().toBuffer());
  writeFileSync(whole, Buffer.concat([readFileSync(whole), Buffer.alloc(20_000, 7)]));
  expect(readImageHeader(whole)).toMatchObject({ type: 'jpeg', complete: true });
});

test('a text is no picture, nor is an empty file', () => {
  writeFileSync(join(work, 'text.jpg'), 'Đây không phải là ảnh.');
  writeFileSync(join(work, 'empty.jpg'), '');
  expect(readImageHeader(join(work, 'text.jpg'))).toBeUndefined();
  expect(readImageHeader(join(work, 'empty.jpg'))).toBeUndefined();
});
