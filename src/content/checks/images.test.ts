import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fileOfBytes } from '../files.ts';
import { checkImages, pictureLimits } from './images.ts';
import { longestSide } from '../../authoring/photo.ts';

const folder = 'content/activities/2023/x';
const filesWith = (name: string, bytes: Uint8Array) => new Map([[`${folder}/${name}`, fileOfBytes(bytes)]]);

test('the size that the check advises is the one that the photo command makes', () => {
  expect(pictureLimits.advisedSide).toBe(longestSide);
});

test('a file of more than six megabytes is too large, whatever its sides', async () => {
  const small = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();
  const files = filesWith('anh.jpg', Buffer.concat([small, Buffer.alloc(6.5 * 1024 * 1024)]));
  const image = { target: './anh.jpg', alt: 'Học sinh', line: 9, column: 1 };
  const texts = [{ file: `${folder}/index.vi.mdx`, images: [image] }];
  const found = checkImages(files, texts, [{ folder, pictures: ['anh.jpg'], readable: true }]);
  expect(found.map((one) => one.code)).toEqual(['hugeImage']);
  expect(found[0]?.values).toMatchObject({ megabytes: '6.5', entry: 'activities/2023/x', name: 'anh.jpg' });
});

test('no picture is called unused while a text of its record cannot be read', async () => {
  const png = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#a33' } })
    .png()
    .toBuffer();
  const files = filesWith('b.png', png);
  const unread = { folder, pictures: ['b.png'], readable: false };
  expect(checkImages(files, [], [unread])).toEqual([]);
  expect(checkImages(files, [], [{ ...unread, readable: true }])[0]?.code).toBe('unusedImage');
});
