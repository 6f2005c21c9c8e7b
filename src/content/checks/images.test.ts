import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkImages, pictureLimits } from './images.ts';
import { longestSide } from '../../authoring/photo.ts';

const folder = 'content/activities/2023/x';
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'images-'));
  mkdirSync(join(root, folder), { recursive: true });
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('the size that the check advises is the one that the photo command makes', () => {
  expect(pictureLimits.advisedSide).toBe(longestSide);
});

test('a file of more than six megabytes is too large, whatever its sides', async () => {
  const small = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();
  writeFileSync(join(root, folder, 'anh.jpg'), Buffer.concat([small, Buffer.alloc(6.5 * 1024 * 1024)]));
  const image = { target: './anh.jpg', alt: 'Học sinh', line: 9, column: 1 };
  const texts = [{ file: `${folder}/index.vi.mdx`, images: [image] }];
  const found = checkImages(root, texts, [{ folder, pictures: ['anh.jpg'], readable: true }]);
  expect(found.map((one) => one.code)).toEqual(['hugeImage']);
  expect(found[0]?.values).toMatchObject({ megabytes: '6.5', entry: 'activities/2023/x', name: 'anh.jpg' });
});

test('no picture is called unused while a text of its record cannot be read', async () => {
  await sharp({ create: { width: 30, height: 20, channels: 3, background: '#a33' } })
    .png()
    .toFile(join(root, folder, 'b.png'));
  const unread = { folder, pictures: ['b.png'], readable: false };
  expect(checkImages(root, [], [unread])).toEqual([]);
  expect(checkImages(root, [], [{ ...unread, readable: true }])[0]?.code).toBe('unusedImage');
});
