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
  expect(found(figure, 'anh.jpg', ofSize(limit + 1)).map((one) => one.code)).toEqual(['hugeImage']);
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

test('a side of four thousand pixels is not too long, one more is', async () => {
  const figure = '<Figure src="./anh.png" alt="Học sinh nhận quà" />';
  const long = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#a33' } })
      .png()
      .toBuffer();
  expect(found(figure, 'anh.png', await long(4000, 1))).toEqual([]);
  expect(found(figure, 'anh.png', await long(1, 4000))).toEqual([]);
  expect(found(figure, 'anh.png', await long(4001, 1)).map((one) => one.code)).toEqual(['hugeImage']);
  const [high] = found(figure, 'anh.png', await long(3000, 4800));
  expect(high?.values).toMatchObject({ size: '3000 × 4800', advised: '1500 × 2400' });
});

test('a name that is nearly that of a picture is misspelt, another one missing', async () => {
  const jpeg = await photo.clone().jpeg().toBuffer();
  const codes = (name: string) =>
    found(`<Figure src="./${name}" alt="Học sinh nhận quà" />`, 'anh-01.jpg', jpeg).map((one) => one.code);
  // Of ten letters three may be wrong.
  expect(codes('ahn_01.jpg')).toEqual(['misspeltImage']);
  expect(codes('ANH-01.JPG')).toEqual(['misspeltImage']);
  expect(codes('ahn_02.jpg')).toEqual(['unusedImage', 'missingImage']);
});

test('five words of a translation that are those of the original were left in Vietnamese, four may be a name', async () => {
  const jpeg = await photo.clone().jpeg().toBuffer();
  const article = 'content/activities/2023/hoc-bong';
  const untranslated = (alt: string, other = alt) => {
    const shown = (locale: string, words: string) => {
      const file = `${article}/index.${locale}.mdx`;
      return [file, `${textOf(good, file)}\n<Figure src="./anh.jpg" alt="${words}" />\n`] as const;
    };
    const files = withText(withText(good, ...shown('vi', alt)), ...shown('lo', other));
    return [...readContent(new Map(files).set(`${article}/anh.jpg`, fileOfBytes(jpeg))).problems].map(
      ({ file, code }) => `${file} ${code}`,
    );
  };
  expect(untranslated('Đại học Quảng Trị')).toEqual([]);
  expect(untranslated('Trường Đại học Quảng Trị')).toEqual([`${article}/index.lo.mdx untranslatedAlt`]);
  expect(untranslated('Trường Đại học Quảng Trị', 'Trường Đại học Quảng Nam')).toEqual([]);
});
