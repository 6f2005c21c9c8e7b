import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { GlyphFont } from './glyph-fonts.ts';
import { searchable } from './searchable-text.ts';

/** A font of three glyphs: a blank, ក and a mark that Chromium left without text. */
async function sample() {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const cmap = '3 beginbfchar\n<0003> <0020>\n<0014> <1780>\n<004c> <0000>\nendbfchar';
  const dict = context.obj({
    Encoding: 'Identity-H',
    ToUnicode: context.register(context.flateStream(cmap)),
    DescendantFonts: [{ Subtype: 'CIDFontType2', W: [3, [260], 20, [600], 76, [0]] }],
  });
  const font = GlyphFont.of(dict);
  if (!font) throw new Error('This is not such a font.');
  return { context, dict, font };
}

const cluster = [
  'BT',
  '/F4 10 Tf',
  '1 0 0 -1 0 90 Tm',
  '/Span<</ActualText <feff178017b7> >> BDC',
  '5 0 Td <0014> Tj',
  '5.5 -1 Td <004c> Tj',
  'EMC',
  '.5 1 Td <0014> Tj',
  'ET',
];

test('a cluster begins with its letters, and its glyphs are passed over', async () => {
  const { font } = await sample();
  const lines = searchable(cluster.join('\n'), () => font).split('\n');
  // Codes from 77 on: the letter as wide as the cluster, the mark, U+2060 as wide as it must be, each glyph.
  expect(lines.slice(3, 7)).toEqual([
    '/Span <</ActualText <feff178017b7>>> BDC',
    '5 0 Td [<004d004e> 600 <0050>] TJ',
    '0 -1 Td [<004f> -50 <0051>] TJ',
    'EMC',
  ]);
});

test('what follows a cluster stays in its place', async () => {
  const { font } = await sample();
  expect(searchable(cluster.join('\n'), () => font)).toContain('\n6 1 Td <0014> Tj\nET');
});

test('the font says what the new codes draw and read, and nothing reads as U+0000', async () => {
  const { context, dict, font } = await sample();
  searchable(cluster.join('\n'), () => font);
  font.write(context);
  const again = GlyphFont.of(dict);
  expect([...(again?.unicode ?? [])]).toEqual([
    [3, ' '],
    [20, 'ក'],
    [77, 'ក'],
    [78, '\u17B7'],
    [79, '\u2060'],
    [80, '\u2060'],
    [81, '\u2060'],
  ]);
  expect([77, 78, 79, 80].map((code) => again?.width(code))).toEqual([600, 0, 500, 600]);
  const map = dict.lookup(PDFName.of('DescendantFonts'))?.toString();
  expect(map).toContain('/CIDToGIDMap');
});

const hyphenated = (after: string) =>
  [
    'BT',
    '/F4 10 Tf',
    '3 0 Td <0014> Tj',
    '/Span<</ActualText <feff00ad> >> BDC',
    '8 0 Td <0003> Tj',
    'EMC',
    `0 0 Td <0014> Tj`,
    after,
  ].join('\n');

test('a soft hyphen at which no line ends leaves no trace', async () => {
  const { font } = await sample();
  const lines = searchable(hyphenated('4 0 Td <0014> Tj'), () => font).split('\n');
  expect(lines.slice(2)).toEqual(['3 0 Td <0014> Tj', '8 0 Td', '0 0 Td <0014> Tj', '4 0 Td <0014> Tj']);
});

test('the hyphen at the end of a line reads as a soft one', async () => {
  const { font } = await sample();
  const lines = searchable(hyphenated('ET'), () => font).split('\n');
  expect(lines.slice(4)).toEqual(['/Span <</ActualText <feff00ad>>> BDC', '0 0 Td <0014> Tj', 'EMC', 'ET']);
});
