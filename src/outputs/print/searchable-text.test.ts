import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { sampleFont } from '../../tests/print/sample-font.ts';
import { GlyphFont } from './glyph-fonts.ts';
import { makeSearchable, searchable, type Run } from './searchable-text.ts';
import { TrueTypeFont } from './true-type.ts';

/**
 * In the sample font glyph 1 is a blank, 2 ក, 3 a mark that Chromium left without text.
 * @param widths what the PDF says of them
 */
async function sample(widths: { W: number[]; DW?: number } = { W: [260, 600, 0] }) {
  const pdf = await PDFDocument.create();
  const { context } = pdf;
  const cmap = '3 beginbfchar\n<0001> <0020>\n<0002> <1780>\n<0003> <0000>\nendbfchar';
  const program = context.register(context.flateStream(sampleFont));
  const dict = context.obj({
    Encoding: 'Identity-H',
    ToUnicode: context.register(context.flateStream(cmap)),
    DescendantFonts: [
      {
        Subtype: 'CIDFontType2',
        ...widths,
        W: [1, widths.W],
        FontDescriptor: { FontFile2: program },
      },
    ],
  });
  const font = GlyphFont.of(dict);
  if (!font) throw new Error('This is not such a font.');
  return { pdf, context, dict, font, program };
}

const cluster = [
  'BT',
  '/F4 10 Tf',
  '1 0 0 -1 0 90 Tm',
  '/Span<</ActualText <feff178017b7> >> BDC',
  '5 0 Td <0002> Tj',
  '5.5 -1 Td <0003> Tj',
  'EMC',
  '.5 1 Td <0002> Tj',
  'ET',
];

test('a cluster is one glyph that reads as its first letter, and a blank without width that reads as the rest', async () => {
  const { font } = await sample();
  const { lines } = searchable(cluster.join('\n'), () => font);
  expect(lines.slice(3, 6)).toEqual([
    '/Span <</ActualText <feff178017b7>>> BDC',
    '5 0 Td <00040005> Tj',
    'EMC',
  ]);
});

test('what is drawn around text stays as it is', async () => {
  const { font } = await sample();
  const cloth = ['0 0 m', '1 1 l', 'h', 'f'];
  const content = [...cloth, 'BT', '/F4 10 Tf', '5 0 Td <0002> Tj', 'ET', '', 'BT', 'ET', ...cloth, ''].join(
    '\n',
  );
  expect(searchable(content, () => font).lines.join('\n')).toBe(content);
});

test('what follows a cluster stays in its place', async () => {
  const { font } = await sample();
  const { lines } = searchable(cluster.join('\n'), () => font);
  expect(lines.slice(6)).toEqual(['6 0 Td <0002> Tj', 'ET']);
});

/** How wide a cluster is made at the end of a line, where no other tells its width; its mark stands at 620. */
async function widthAtEnd(widths: { W: number[]; DW?: number }) {
  const { context, dict, font } = await sample(widths);
  const alone = ['BT', '/F4 10 Tf', cluster[3], '5 0 Td <0002> Tj', '6.2 -1 Td <0003> Tj', 'EMC', 'ET'];
  searchable(alone.join('\n'), () => font);
  font.write(context);
  return GlyphFont.of(dict)?.width(4);
}

test('at the end of a line a glyph without width takes no room, and any other does, drawn back as it may be', async () => {
  expect(await widthAtEnd({ W: [260, 600, 0] })).toBe(600);
  expect(await widthAtEnd({ W: [260, 600, 1] })).toBe(621);
});

test('a glyph whose width is not listed is as wide as the PDF says of all such, or as the standard does', async () => {
  expect(await widthAtEnd({ W: [260, 600], DW: 0 })).toBe(600);
  expect(await widthAtEnd({ W: [260, 600], DW: 400 })).toBe(1020);
  expect(await widthAtEnd({ W: [260, 600] })).toBe(1620);
});

test('the font says what the new codes draw and read, as wide as they are, and nothing reads as U+0000', async () => {
  const { context, dict, font, program } = await sample();
  searchable(cluster.join('\n'), () => font);
  font.write(context);
  const again = GlyphFont.of(dict);
  expect([...(again?.unicode ?? [])]).toEqual([
    [1, ' '],
    [2, 'ក'],
    [4, 'ក'],
    [5, '\u17B7'],
  ]);
  const file = context.lookup(program);
  if (!(file instanceof PDFRawStream)) throw new Error('The font has gone.');
  const written = TrueTypeFont.read(decodePDFRawStream(file).decode());
  expect(written?.glyphs).toBe(6);
  expect([2, 4, 5].map((code) => again?.width(code))).toEqual([600, 600, 0]);
  expect([2, 4, 5].map((code) => written?.advance(code))).toEqual([600, 600, 0]);
  expect(file.dict.get(PDFName.of('Length1'))?.toString()).toBe(
    String(decodePDFRawStream(file).decode().length),
  );
});

const hyphenated = (after: string) =>
  [
    'BT',
    '/F4 10 Tf',
    '3 0 Td <0002> Tj',
    '/Span<</ActualText <feff00ad> >> BDC',
    '8 0 Td <0001> Tj',
    'EMC',
    `0 0 Td <0002> Tj`,
    after,
  ].join('\n');

test('a soft hyphen at which no line ends leaves no trace', async () => {
  const { font } = await sample();
  const { lines } = searchable(hyphenated('4 0 Td <0002> Tj'), () => font);
  expect(lines.slice(2)).toEqual(['3 0 Td <0002> Tj', '8 0 Td', '0 0 Td <0002> Tj', '4 0 Td <0002> Tj']);
});

test('the hyphen at the end of a line reads as a soft one', async () => {
  const { font } = await sample();
  const { lines } = searchable(hyphenated('ET'), () => font);
  expect(lines.slice(4)).toEqual(['/Span <</ActualText <feff00ad>>> BDC', '0 0 Td <0002> Tj', 'EMC', 'ET']);
});

test('characters that nobody sees go from the text, alone or within a cluster', async () => {
  const { font } = await sample();
  const joiner = ['/Span<</ActualText <feff2060> >> BDC', '8 0 Td <0001> Tj', 'EMC', '2 0 Td <0002> Tj'];
  const within = cluster.map((line) => line.replace('<feff178017b7>', '<feff1780200b17b7>'));
  expect(searchable(['BT', '/F4 10 Tf', ...joiner].join('\n'), () => font).lines.slice(2)).toEqual([
    '8 0 Td',
    '2 0 Td <0002> Tj',
  ]);
  expect(searchable(within.join('\n'), () => font).lines).toContain(
    '/Span <</ActualText <feff178017b7>>> BDC',
  );
});

test('a run tells its page, its marked content and what it reads; a space can be written behind it', async () => {
  const { pdf, context, dict } = await sample();
  const page = pdf.addPage();
  page.node.set(PDFName.of('Resources'), context.obj({ Font: { F4: context.register(dict) } }));
  const content = ['/P <</MCID 7>>BDC', ...cluster, 'EMC', ...cluster].join('\n');
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
  let seen: readonly Run[] = [];
  makeSearchable(pdf, (runs) => (seen = runs).slice(0, 1));
  const common = { page: page.ref.toString(), text: 'កិក' };
  expect(seen).toMatchObject([
    { ...common, number: 7 },
    { ...common, number: undefined },
  ]);
  const stream = page.node.lookup(PDFName.of('Contents'));
  if (!(stream instanceof PDFRawStream)) throw new Error('The page has no content.');
  const made = Buffer.from(decodePDFRawStream(stream).decode()).toString();
  expect(made.split('\n').slice(7, 11)).toEqual(['6 0 Td <0002> Tj', '<0001> Tj', 'ET', 'EMC']);
  expect(made.match(/<0001> Tj/g)).toHaveLength(1);
  expect(page.node.Resources()).toBeInstanceOf(PDFDict);
});
