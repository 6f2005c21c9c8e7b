import sharp from 'sharp';
import { expect, test } from 'vitest';
import { fileOfBytes } from '../files.ts';
import { filesOfCase, textOf, withText } from '../../tests/cases.ts';
import type { Problem } from '../problems.ts';
import { readContent } from '../read.ts';
import { pictureLimits } from './images.ts';
import { longestSide } from '../../build/photo.ts';

const folder = 'content/activities/2023/tham';
const good = filesOfCase('good');

/** What is found in a record whose text ends with `body` and that has a picture. */
function found(body: string, name: string, picture: Uint8Array): Problem[] {
  const file = `${folder}/index.vi.mdx`;
  const text = withText(good, file, `${textOf(good, file)}\n${body}\n`);
  return [...readContent(new Map(text).set(`${folder}/${name}`, fileOfBytes(picture))).problems];
}

const photo = sharp({ create: { width: 30, height: 20, channels: 3, background: '#a33' } });

test('the size that the check advises is the one that the photo command makes', () => {
  expect(pictureLimits.advisedSide).toBe(longestSide);
});

test('a file of more than six megabytes is too large, whatever its sides', async () => {
  const small = await photo.clone().jpeg().toBuffer();
  const limit = pictureLimits.megabytes * 1024 * 1024;
  const ofSize = (bytes: number): Uint8Array => Buffer.concat([small, Buffer.alloc(bytes - small.length)]);
  const figure = '<Figure src="./anh.jpg" alt="Học sinh nhận quà" />';
  expect(found(figure, 'anh.jpg', ofSize(limit))).toEqual([]);
  const problems = found(figure, 'anh.jpg', ofSize(limit + 60_000));
  expect(problems.map((one) => one.code)).toEqual(['hugeImage']);
  expect(problems[0]?.values).toMatchObject({
    megabytes: '6.1',
    entry: 'activities/2023/tham',
    name: 'anh.jpg',
  });
});

test('no picture is called unused while a text of its record cannot be read', async () => {
  const png = await photo.clone().png().toBuffer();
  expect(found('', 'b.png', png).map((one) => one.code)).toEqual(['unusedImage']);
  expect(found('<Note>', 'b.png', png).map((one) => one.code)).toEqual(['unclosedTag']);
});
