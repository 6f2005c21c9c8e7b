import { expect, test } from 'vitest';
import { sampleFont } from '../../tests/print/sample-font.ts';
import { TrueTypeFont } from './true-type.ts';

const font = TrueTypeFont.read(sampleFont);
if (!font) throw new Error('The sample is no font.');

/** Bytes of a table. */
function table(bytes: Uint8Array, tag: string): Buffer {
  const file = Buffer.from(bytes);
  const at = Array.from({ length: file.readUInt16BE(4) }, (_, index) => 12 + 16 * index).find(
    (one) => file.toString('latin1', one, one + 4) === tag,
  );
  if (at === undefined) throw new Error(`no ${tag}`);
  return file.subarray(file.readUInt32BE(at + 8), file.readUInt32BE(at + 8) + file.readUInt32BE(at + 12));
}

test('other bytes are not taken for a font', () => {
  expect(TrueTypeFont.read(Buffer.from('OTTO and no more than that'))).toBeUndefined();
  expect(TrueTypeFont.read(new Uint8Array())).toBeUndefined();
});

test('advances are read, also those of glyphs that share the last one', () => {
  expect([0, 1, 2, 3].map((glyph) => font.advance(glyph))).toEqual([0, 260, 600, 600]);
});

test('a glyph made of two says where each stands and how large both are', () => {
  const parts = [
    { glyph: 2, x: 0, y: 0 },
    { glyph: 3, x: 550, y: -20 },
  ];
  const made = font.with([{ parts, advance: 610 }]);
  const again = TrueTypeFont.read(made);
  expect([again?.glyphs, again?.advance(4)]).toEqual([5, 610]);
  expect([0, 1, 2, 3].map((glyph) => again?.advance(glyph))).toEqual([0, 260, 600, 600]);
  const loca = table(made, 'loca');
  const [from, to] = [loca.readUInt32BE(16), loca.readUInt32BE(20)];
  expect(loca.readUInt32BE(8)).toBe(0);
  const glyph = table(made, 'glyf').subarray(from, to);
  const numbers = Array.from({ length: 13 }, (_, index) => glyph.readInt16BE(2 * index));
  // Less than no contour; the edges; two parts of which the first says that another follows.
  expect(numbers).toEqual([-1, 50, 0, 550, 680, 0x0423, 2, 0, 0, 0x0003, 3, 550, -20]);
  expect(table(made, 'hmtx').readInt16BE(4 * 4 + 2)).toBe(50);
});

test('a blank has an advance and no outline, and so has what is made of blanks', () => {
  const made = font.with([
    { parts: [], advance: 250 },
    { parts: [{ glyph: 1, x: 0, y: 0 }], advance: 0 },
  ]);
  const loca = table(made, 'loca');
  expect([16, 20, 24].map((at) => loca.readUInt32BE(at))).toEqual([68, 68, 68]);
  expect([4, 5].map((glyph) => TrueTypeFont.read(made)?.advance(glyph))).toEqual([250, 0]);
});

test('the sum over the whole file is the one that the format asks for', () => {
  const made = Buffer.from(font.with([{ parts: [{ glyph: 2, x: 3, y: 4 }], advance: 600 }]));
  let sum = 0;
  for (let at = 0; at < made.length; at += 4) sum = (sum + made.readUInt32BE(at)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
  expect(made.length % 4).toBe(0);
});
