import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, test } from 'vitest';
import { fileOfBytes } from '../files.ts';
import { filesOfCase, textOf, withText } from '../../tests/cases.ts';
import type { Problem } from '../problems.ts';
import { readContent } from '../read.ts';
import { pictureLimits } from './images.ts';
import { preparePhoto } from '../../build/photo.ts';
import { reducedSize } from '../../model/photos.ts';

const folder = 'content/activities/2023/tham';
const good = filesOfCase('good');

/** What is found in a record whose text ends with `body` and that has a picture. */
function found(body: string, name: string, picture: Uint8Array): Problem[] {
  const file = `${folder}/index.vi.mdx`;
  const text = withText(good, file, `${textOf(good, file)}\n${body}\n`);
  return [...readContent(new Map(text).set(`${folder}/${name}`, fileOfBytes(picture))).problems];
}

const photo = sharp({ create: { width: 600, height: 400, channels: 3, background: '#a33' } });

test('the size that the check advises is the one that the photo command makes', async () => {
  const [width, height] = [3001, 1000];
  const large = await sharp({ create: { width, height, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer();
  expect(await preparePhoto(large)).toMatchObject(reducedSize(width, height));
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

describe('what a picture says about people', () => {
  const figure = '<Figure src="./anh.jpg" alt="Học sinh nhận quà" />';
  const gps = { IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 45/1 0/1' } };
  const codes = (bytes: Uint8Array, name = 'anh.jpg') =>
    found(figure.replace('anh.jpg', name), name, bytes).map((one) => one.code);

  test.each(['jpg', 'png', 'webp', 'avif'] as const)('the place in a .%s', async (kind) => {
    const format = kind === 'jpg' ? 'jpeg' : kind;
    const bytes = await photo.clone().withExif(gps).toFormat(format).toBuffer();
    expect(codes(bytes, `anh.${kind}`)).toEqual(['imagePlace']);
    const clean = await photo.clone().toFormat(format).toBuffer();
    expect(codes(clean, `anh.${kind}`)).toEqual([]);
  });

  test('a name, and the number of a camera', async () => {
    const named = await photo
      .clone()
      .withExif({ IFD0: { Artist: 'Nguyen Van A' } })
      .jpeg()
      .toBuffer();
    expect(codes(named)).toEqual(['imagePerson']);
    const numbered = await photo
      .clone()
      .withExif({ IFD2: { BodySerialNumber: '123456' } })
      .jpeg()
      .toBuffer();
    expect(codes(numbered)).toEqual(['imagePerson']);
  });

  test('how it lies and which camera took it are nobody’s secret', async () => {
    const turned = photo
      .clone()
      .withExif({ IFD0: { Make: 'Canon', Model: 'EOS' } })
      .withMetadata({ orientation: 6 });
    expect(codes(await turned.jpeg().toBuffer())).toEqual([]);
  });

  test('is gone from what the photo command makes, and so are the inks of a printer', async () => {
    const bytes = await photo.clone().withExif(gps).toColourspace('cmyk').jpeg().toBuffer();
    expect(codes(bytes)).toEqual(['imagePlace']);
    const made = await preparePhoto(bytes);
    expect(typeof made === 'object' ? codes(made.data) : made).toEqual([]);
  });
});

test('a picture of four inks is told', async () => {
  const bytes = await photo.clone().toColourspace('cmyk').jpeg().toBuffer();
  const figure = '<Figure src="./anh.jpg" alt="Học sinh nhận quà" />';
  expect(found(figure, 'anh.jpg', bytes).map((one) => one.code)).toEqual(['cmykImage']);
});

test('a longer side of 480 pixels is enough for print, one less is not', async () => {
  const figure = '<Figure src="./anh.jpg" alt="Học sinh nhận quà" />';
  const of = (width: number) =>
    sharp({ create: { width, height: 300, channels: 3, background: '#a33' } })
      .jpeg()
      .toBuffer();
  expect(found(figure, 'anh.jpg', await of(480))).toEqual([]);
  expect(found(figure, 'anh.jpg', await of(479)).map((one) => one.code)).toEqual(['smallImage']);
});

describe('damage in the middle of a file', () => {
  /** A picture with the grain of a photograph, the same each time. */
  let state = 7;
  const grain = Buffer.from(
    Array.from({ length: 3 * 600 * 400 }, () => (state = (state * 1103515245 + 12345) % 2147483648) >> 23),
  );
  const grainy = sharp(grain, { raw: { width: 600, height: 400, channels: 3 } });

  test.each(['jpg', 'png'] as const)('of a .%s is told', async (kind) => {
    const figure = `<Figure src="./anh.${kind}" alt="Học sinh nhận quà" />`;
    const whole = await grainy
      .clone()
      .toFormat(kind === 'jpg' ? 'jpeg' : kind)
      .toBuffer();
    expect(found(figure, `anh.${kind}`, whole)).toEqual([]);
    const damaged = Buffer.from(whole);
    // As from another file: text in the middle of the picture, and a block of noise.
    for (let at = 0; at < 4096; at++) damaged[Math.floor(whole.length / 2) + at] = grain[3 * at] ?? 0;
    expect(found(figure, `anh.${kind}`, damaged).map((one) => one.code)).toEqual(['brokenImage']);
  });

  const figure = '<Figure src="./anh.jpg" alt="Học sinh nhận quà" />';
  /** Ways in which programs write a JPEG. */
  const ways: [string, JpegOptions][] = [
    ['as cameras do', {}],
    ['with tables of its own', { optimiseCoding: true }],
    ['in ever finer passes', { progressive: true }],
    ['by mozjpeg', { mozjpeg: true }],
    ['in black and white', { chromaSubsampling: '4:4:4', quality: 40 }],
  ];

  test.each(ways)('that left zeros in a photograph written %s is told', async (_, options) => {
    const whole = await grainy.clone().jpeg(options).toBuffer();
    expect(found(figure, 'anh.jpg', whole)).toEqual([]);
    // As a disk or a broken download leaves them: sectors of nothing.
    for (const length of options.progressive || options.mozjpeg ? [4096] : [512, 4096]) {
      const at = Math.floor(whole.length * 0.6);
      const damaged = Buffer.from(whole).fill(0, at, at + length);
      expect(found(figure, 'anh.jpg', damaged).map((one) => one.code)).toEqual(['brokenImage']);
    }
  });

  test.each(ways)('is not seen in a large even area written %s', async (_, options) => {
    for (const background of ['#ffffff', '#808080', '#9b1c2e']) {
      const even = sharp({ create: { width: 3000, height: 2000, channels: 3, background } });
      const drawn = even
        .clone()
        .composite([{ input: await grainy.clone().png().toBuffer(), left: 900, top: 700 }]);
      for (const picture of [even, drawn]) {
        expect(found(figure, 'anh.jpg', await picture.clone().jpeg(options).toBuffer())).toEqual([]);
      }
    }
  });
});

test.each([
  ['ảnh-đoàn.jpg', './ảnh-đoàn.jpg'],
  ['ảnh đoàn.jpg', '<./ảnh đoàn.jpg>'],
  ['anh doan.jpg', './anh%20doan.jpg'],
])('a picture may be called %s and shown as %s', async (name, target) => {
  expect(found(`![Đoàn chụp ảnh chung](${target})`, name, await photo.clone().jpeg().toBuffer())).toEqual([]);
});
