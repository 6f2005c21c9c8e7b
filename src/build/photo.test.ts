import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { compileBody } from '../content/parse/mdx.ts';
import { figureLine, withFigure } from '../authoring/figure.ts';
import { preparePhoto, type PreparedPhoto } from './photo.ts';

/** 128 × 96 pixels as the camera saw it, red left and blue right, held upright: turned, red is above. Display P3. */
const heic = readFileSync(join(import.meta.dirname, 'phone.heic'));

/** A drawing with red on its left and blue on its right half. */
function drawing(width: number, height: number): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="${width / 2}" height="${height}" fill="#f00"/>
    <rect x="${width / 2}" width="${width / 2}" height="${height}" fill="#00f"/></svg>`);
}

/** As a phone writes it: turned by its orientation, with the place where it was taken. */
function phoneJpeg(width: number, height: number): Promise<Buffer> {
  return sharp(drawing(width, height))
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 48/1 0/1' } })
    .jpeg()
    .toBuffer();
}

async function prepare(bytes: Uint8Array): Promise<PreparedPhoto> {
  const photo = await preparePhoto(bytes);
  if (typeof photo === 'string') throw new Error(photo);
  return photo;
}

/** Red, green and blue of the first and the last pixel. */
async function corners({ data }: PreparedPhoto): Promise<{ first: number[]; last: number[] }> {
  const pixels = await sharp(data).raw().toBuffer();
  return { first: [...pixels.subarray(0, 3)], last: [...pixels.subarray(-3)] };
}

const isRed = ([red = 0, green = 0, blue = 0]: number[]): boolean => red > 245 && green < 12 && blue < 12;
const isBlue = ([red = 0, green = 0, blue = 0]: number[]): boolean => red < 12 && green < 12 && blue > 240;

describe('a JPEG from a phone', () => {
  test('is turned upright, and says nothing of where and by what it was taken', async () => {
    const bytes = await phoneJpeg(400, 300);
    const before = await sharp(bytes).metadata();
    expect(before).toMatchObject({ orientation: 6 });
    expect(before.exif).toBeDefined();
    const photo = await prepare(bytes);
    expect(photo).toMatchObject({ width: 300, height: 400 });
    const { first, last } = await corners(photo);
    expect([isRed(first), isBlue(last)]).toEqual([true, true]);
    const after = await sharp(photo.data).metadata();
    expect(after).toMatchObject({ format: 'jpeg', width: 300, height: 400 });
    for (const kind of ['exif', 'gps', 'xmp', 'iptc', 'icc', 'orientation'])
      expect(after).not.toHaveProperty(kind);
    expect(photo.data.includes('Exif')).toBe(false);
  });

  test('is at most 2,400 pixels long, and never enlarged', async () => {
    expect(await prepare(await phoneJpeg(4000, 3000))).toMatchObject({ width: 1800, height: 2400 });
    expect(await prepare(await phoneJpeg(40, 30))).toMatchObject({ width: 30, height: 40 });
  });
});

describe('a HEIC file from a phone', () => {
  test('is decoded, turned once, and its wide colours become those of the web', async () => {
    const photo = await prepare(heic);
    expect(photo).toMatchObject({ width: 96, height: 128 });
    const { first, last } = await corners(photo);
    expect([isRed(first), isBlue(last)]).toEqual([true, true]);
  });

  test('loses its place as well', async () => {
    expect((await sharp(heic).metadata()).exif).toBeDefined();
    const after = await sharp((await prepare(heic)).data).metadata();
    expect(after).not.toHaveProperty('exif');
    expect(after).not.toHaveProperty('icc');
  });
});

test('what is transparent becomes white', async () => {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const png = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
    .png()
    .toBuffer();
  expect((await corners(await prepare(png))).first).toEqual([255, 255, 255]);
});

describe('what is no whole picture is refused', () => {
  test.each([
    ['an empty file', () => Buffer.alloc(0), 'broken'],
    ['a text', () => Buffer.from('title: "Trao quà"\n'), 'not-a-photo'],
    ['a drawing', () => drawing(8, 8), 'not-a-photo'],
    ['half a HEIC', () => heic.subarray(0, 1200), 'broken'],
    ['the first bytes of a HEIC', () => heic.subarray(0, 200), 'broken'],
  ])('%s', async (_, bytes, fault) => {
    expect(await preparePhoto(bytes())).toBe(fault);
  });

  test('half a JPEG', async () => {
    const whole = await phoneJpeg(400, 300);
    expect(await preparePhoto(whole.subarray(0, whole.length / 2))).toBe('broken');
    expect(await preparePhoto(whole.subarray(0, 100))).toBe('broken');
  });
});

describe('the line that shows it', () => {
  test('has what was said of the photo, and nothing that was not', () => {
    expect(figureLine('x.jpg', { alt: ' Học sinh ', caption: '', credit: 'HVPF' })).toBe(
      '<Figure src="./x.jpg" alt="Học sinh" credit="HVPF" />',
    );
  });

  test('is read back word for word, quotation marks included', () => {
    const alt = 'Em đọc "Dế Mèn" & <vẽ> {tranh}';
    const text = withFigure('Một đoạn.\n', figureLine('x.jpg', { alt }));
    const problems: unknown[] = [];
    const body = compileBody(text, 1, (problem) => problems.push(problem));
    expect(problems).toEqual([]);
    expect(body?.nodes[1]).toMatchObject({ component: 'Figure', attributes: { src: './x.jpg', alt } });
  });
});
