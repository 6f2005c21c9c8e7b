import { readFileSync } from 'node:fs';
import { PDFDocument, PDFName, PDFRawStream, rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { inInks, inksOf, mostInk, setInInks } from './inks.ts';

/** Colours that a sheet of styles gives its names. */
function coloursIn(path: string): Record<string, string> {
  const css = readFileSync(new URL(path, import.meta.url), 'utf8');
  // Of the tokens only what stands before the dark scheme, which no paper has.
  const light = css.split('@media')[0] ?? '';
  return Object.fromEntries(
    [...light.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  );
}

test('every colour of the printed pages and every dye has its inks', () => {
  const printed = coloursIn('../../styles/print/scripts.css');
  const { lac, indigo, turmeric, leaf, rust, sky, night, cotton } = coloursIn('../../styles/tokens.css');
  const colours = [...Object.values(printed), lac, indigo, turmeric, leaf, rust, sky, night, cotton];
  expect(colours.length).toBeGreaterThan(10);
  expect(colours.filter((colour) => colour === undefined || !(colour in inksOf))).toEqual([]);
});

test('no colour lays down more ink than a press can dry', () => {
  const sums = Object.entries(inksOf).map(
    ([colour, inks]) => [colour, inks.reduce((sum, ink) => sum + ink, 0)] as const,
  );
  expect(sums.length).toBeGreaterThan(10);
  expect(sums.filter(([, sum]) => sum > mostInk)).toEqual([]);
});

test('text and rules are on the black plate alone', () => {
  const text = Object.values(coloursIn('../../styles/print/scripts.css')).filter(
    (colour) => colour !== '#9b1c2e',
  );
  expect(text.length).toBeGreaterThan(2);
  for (const colour of ['#000000', ...text]) expect(inksOf[colour]?.slice(0, 3), colour).toEqual([0, 0, 0]);
});

test('both colours of a line are set, for filling and for drawing', () => {
  expect(inInks('q\n.1098 .102 .0902 RG .6078 .1098 .1804 rg\n<0001> Tj', 'cmyk', 1)).toBe(
    'q\n0 0 0 1 K 0.18 1 0.76 0.22 k\n<0001> Tj',
  );
});

test('in black alone text stays black, and a dye is as dark as the eye sees it', () => {
  expect(inInks('.1098 .102 .0902 rg', 'black', 1)).toBe('0 g');
  const [grey] = inInks('.851 .6275 .2078 rg', 'black', 1).split(' ');
  const [darker] = inInks('.1333 .1882 .3529 rg', 'black', 1).split(' ');
  expect(Number(grey)).toBeGreaterThan(0.5);
  expect(Number(darker)).toBeLessThan(0.3);
});

test('a colour that nobody has chosen inks for is named with its page', () => {
  expect(() => inInks('1 0 .5 rg', 'cmyk', 7)).toThrow(/Page 7 has the colour #ff0080/);
  // A shade beside one of the table is another colour.
  expect(() => inInks('.1137 .102 .0902 rg', 'cmyk', 1)).toThrow(/#1d1a17/);
});

/** The pictures of a PDF of one page with a photograph of one colour. */
async function pictures(plates: 'cmyk' | 'black', background: string) {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const photo = await sharp({ create: { width: 40, height: 20, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const page = pdf.addPage([100, 100]);
  page.drawImage(await pdf.embedJpg(photo), { width: 80, height: 40 });
  page.drawRectangle({ width: 10, height: 10, color: rgb(1, 1, 1) });
  const printed = await PDFDocument.load(await pdf.save({ useObjectStreams: false }), {
    updateMetadata: false,
  });
  await setInInks(printed, plates);
  return printed.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFRawStream)
    .filter(({ dict }) => dict.get(PDFName.of('Subtype')) === PDFName.of('Image'));
}

test('a photograph is four inks, and no place of it has too much', async () => {
  for (const background of ['#000000', '#0000ff', '#00ff00', '#604020', '#202060']) {
    const [picture] = await pictures('cmyk', background);
    expect(picture?.dict.get(PDFName.of('ColorSpace'))).toBe(PDFName.of('DeviceCMYK'));
    const { data, info } = await sharp(picture?.getContents())
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(info.channels).toBe(4);
    const inks = [...data.subarray(0, 4)].map((value) => value / 2.55);
    const sum = inks.reduce((all, one) => all + one, 0);
    expect(sum).toBeGreaterThan(100);
    expect(sum, background).toBeLessThanOrEqual(mostInk);
  }
});

test('for black alone a photograph is grey', async () => {
  const [picture] = await pictures('black', '#c02040');
  expect(picture?.dict.get(PDFName.of('ColorSpace'))).toBe(PDFName.of('DeviceGray'));
  expect((await sharp(picture?.getContents()).metadata()).channels).toBe(1);
});
