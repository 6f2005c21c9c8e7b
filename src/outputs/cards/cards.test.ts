import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { readContentFolder } from '../../content/disk.ts';
import { localeCodes, type Locale } from '../../model/locales.ts';
import { translator } from '../../i18n/translate.ts';
import { cardHeight, cardPath, cardsOf, cardWidth, type Card } from './card.ts';
import { coloursOf } from './colours.ts';
import { drawCards } from './draw-cards.ts';
import { openFaces, unpackFaces, type Faces, type Weight } from './faces.ts';
import { boxOf, fillOutlines, readOutline, type PlacedOutline } from './fill.ts';
import { layoutCard, type PlacedLine } from './layout.ts';
import { cutLine, fillLines, lineStarts, setTitle } from './lines.ts';
import { shapeText } from './shape.ts';

const root = join(import.meta.dirname, '../../..');
const { entries } = readContentFolder(join(root, 'src/tests/cases/good'));
const cards = cardsOf(createBulletin(entries));
const card = (out: string): Card => {
  const found = cards.find((one) => one.out === out);
  if (!found) throw new Error(`no card ${out}`);
  return found;
};

let work: string;
let facesOf: (locale: Locale, weight: Weight) => Faces;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'ban-tin-cards-'));
  const fonts = join(work, 'fonts');
  await unpackFaces(root, fonts);
  facesOf = openFaces(fonts);
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

test('the card of a page stands beside it', () => {
  expect(cardPath('/partners/hvpf/')).toBe('/partners/hvpf/card.png');
});

test('there is a card for each text, for each name in each language, and for the site in each language', () => {
  const outs = cards.map((one) => one.out);
  expect(new Set(outs).size).toBe(outs.length);
  expect(outs).toContain('lo/activities/2023/hoc-bong/card.png');
  expect(outs).not.toContain('km/activities/2023/hoc-bong/card.png');
  expect(outs.filter((out) => /^(..\/)?partners\/hvpf\/card\.png$/.test(out)).length).toBe(
    localeCodes.length,
  );
  expect(outs.filter((out) => /^(..\/)?card\.png$/.test(out)).length).toBe(localeCodes.length);
});

test('the cloth of a card is as wide as the card, in one piece or in strips of an issue’s countries', () => {
  const countries = ['CU', 'JP', 'LA', 'US'];
  const activities = entries.activities.map((one) => ({ ...one, facts: { ...one.facts, countries } }));
  const many = cardsOf(createBulletin({ ...entries, activities }));
  expect(many.find((one) => one.out === 'issues/2023-2/card.png')?.cloths.length).toBe(4);
  const widths = many.map((one) => one.cloths.reduce((sum, cloth) => sum + cloth.width, 0));
  expect(new Set(widths)).toEqual(new Set([121]));
});

const shaped = (text: string, locale: Locale) => shapeText(text, facesOf(locale, 700), locale);
const widthOf = (text: string, locale: Locale): number => shaped(text, locale).offsets.at(-1) ?? 0;

test('every language has its letters and those of all others', () => {
  for (const locale of localeCodes) {
    for (const other of localeCodes) {
      const { glyphs, missing } = shaped(translator(other)('site.description'), locale);
      expect(glyphs.length).toBeGreaterThan(0);
      expect({ locale, other, boxes: glyphs.filter(({ id }) => id === 0).length, missing }).toEqual({
        locale,
        other,
        boxes: 0,
        missing: [],
      });
    }
  }
});

test('a letter that no face has is named, and shown as a box', () => {
  const { glyphs, missing } = shaped('a한b', 'vi');
  expect(missing).toEqual(['한']);
  expect(glyphs.map(({ id }) => id === 0)).toEqual([false, true, false]);
});

test('a narrow space is one, and raised letters are letters, though Literata has neither', () => {
  expect(widthOf('a\u202Fb', 'fr')).toBeLessThan(widthOf('a b', 'fr'));
  expect(widthOf('a\u202Fb', 'fr')).toBeGreaterThan(widthOf('ab', 'fr'));
  expect(shaped('les «\u202Fans\u202F» du XIIᵉ', 'fr').missing).toEqual([]);
});

test('Khmer letters stand below one another, and Lao marks above: neither takes room in the line', () => {
  expect(widthOf('ក្ក', 'km')).toBeCloseTo(widthOf('ក', 'km'), 2);
  expect(widthOf('ក្ក', 'km')).toBeLessThan(widthOf('កក', 'km') * 0.75);
  expect(widthOf('ກ້', 'lo')).toBeCloseTo(widthOf('ກ', 'lo'), 2);
  const markTop = (text: string): number => {
    const mark = shaped(text, 'lo').glyphs.at(-1);
    return mark ? mark.y + readOutline(mark.face, mark.id).top : NaN;
  };
  // The tone above a vowel stands higher than above a consonant.
  expect(markTop('ກີ້')).toBeGreaterThan(markTop('ກ້') + 0.1);
});

test('Vietnamese, English and French are set in Literata, Chinese with its Latin letters in one face', () => {
  const faces = (text: string, locale: Locale): string[] => [
    ...new Set(shaped(text, locale).glyphs.map(({ face }) => face.name.split('/')[1] ?? '')),
  ];
  expect(faces('Hữu nghị', 'vi')).toEqual(['literata']);
  expect(faces('友好 APHEDA', 'zh')).toEqual(['noto-serif-sc']);
  expect(faces('友好 APHEDA', 'vi')).toEqual(['noto-serif-sc', 'literata']);
  expect(faces('ລາວ 2023', 'lo')).toEqual(['noto-serif-lao', 'literata']);
});

test('lines end between words, in Lao and Khmer by the dictionary, in Chinese not before a stop', () => {
  const words = (text: string, locale: Locale): string[] =>
    lineStarts(text, locale).map((end, at, all) => text.slice(all[at - 1] ?? 0, end));
  expect(words('Hữu nghị', 'vi')).toEqual(['Hữu ', 'nghị']);
  expect(words('ສະບາຍດີປະເທດລາວ', 'lo').length).toBeGreaterThan(1);
  expect(words('សហភាពមិត្តភាព', 'km')).toEqual(['សហភាព', 'មិត្តភាព']);
  expect(words('友好。', 'zh')).toEqual(['友', '好。']);
  expect(words('ប្រទេសផ្សេងៗ។', 'km').at(-1)).toMatch(/.ៗ។$/u);
  // Compounds that the dictionary of a browser takes apart.
  expect(words('2023៖ ដំណើរផ្សេងៗ', 'km')).toContain('ដំណើរ');
  expect(words('ຂີດໝາຍມິດຕະພາບ', 'lo')).toContain('ຂີດໝາຍ');
});

test('what is as wide as the line stays in it, what is a little wider goes on in the next', () => {
  const text = shaped('hữu nghị', 'vi');
  const starts = lineStarts(text.text, 'vi');
  const width = text.offsets.at(-1) ?? 0;
  expect(fillLines(text, starts, width + 0.001)).toEqual([{ from: 0, to: 8 }]);
  expect(fillLines(text, starts, width - 0.001)).toEqual([
    { from: 0, to: 3 },
    { from: 4, to: 8 },
  ]);
});

test('a title has the largest size that fits, in even lines', () => {
  const text = shaped('một hai ba bốn năm sáu', 'vi');
  const width = (text.offsets.at(-1) ?? 0) * 68;
  const room = { width, height: 68, leading: 1, sizes: [68, 66, 30], ellipsis: 1 };
  expect(setTitle(text, 'vi', { ...room, width: width + 0.1 })).toMatchObject({ size: 68, cut: false });
  expect(setTitle(text, 'vi', { ...room, width: width - 0.1 })).toMatchObject({ size: 66, cut: false });
  const { lines } = setTitle(text, 'vi', { ...room, width: width - 0.1, height: 2 * 68 });
  expect(lines.map(({ from, to }) => text.text.slice(from, to))).toEqual(['một hai ba', 'bốn năm sáu']);
});

test('a word is broken only where it fits at no size', () => {
  const text = shaped('nghiêng'.repeat(3), 'vi');
  const wide = (text.offsets.at(-1) ?? 0) * 30;
  const room = { width: wide + 0.1, height: 200, leading: 1, sizes: [68, 30], ellipsis: 1 };
  expect(setTitle(text, 'vi', room)).toMatchObject({ size: 30, lines: [{ from: 0, to: text.text.length }] });
  expect(setTitle(text, 'vi', { ...room, width: wide - 0.1 }).lines.length).toBe(2);
});

test('a title one line too long ends with an ellipsis within the line, one that just fits does not', () => {
  const text = shaped('hữu nghị '.repeat(6).trim(), 'vi');
  const room = { width: 30 * widthOf('hữu nghị', 'vi') + 0.1, leading: 1, sizes: [30], ellipsis: 0.5 };
  const whole = setTitle(text, 'vi', { ...room, height: 6 * 30 });
  expect(whole).toMatchObject({ cut: false });
  expect(whole.lines.length).toBe(6);
  const cut = setTitle(text, 'vi', { ...room, height: 6 * 30 - 1 });
  expect(cut).toMatchObject({ cut: true });
  expect(cut.lines.length).toBe(5);
  const { from = 0, to = 0 } = cut.lines.at(-1) ?? {};
  expect(to).toBeGreaterThan(from);
  expect(((text.offsets[to] ?? 0) - (text.offsets[from] ?? 0) + 0.5) * 30).toBeLessThanOrEqual(room.width);
});

test('a line is cut where it is longer than its room, never between a Khmer letter and those below it', () => {
  const text = shaped('ក្ក', 'km');
  const width = text.offsets.at(-1) ?? 0;
  expect(cutLine(text, 0, width + 0.001, 0.1)).toBeUndefined();
  expect(cutLine(text, 0, width - 0.001, 0.1)).toEqual({ from: 0, to: 0 });
});

test('a long kicker and a long date end within the margins', () => {
  const long = 'rất dài '.repeat(40);
  const { lines } = layoutCard({ ...card('card.png'), kicker: long, when: long }, facesOf);
  expect(lines.filter(({ shaped }) => shaped.text === '…').map(({ ink }) => ink)).toEqual([
    'accent',
    'muted',
  ]);
  const endOf = ({ shaped, line, size, x }: PlacedLine): number =>
    x + ((shaped.offsets[line.to] ?? 0) - (shaped.offsets[line.from] ?? 0)) * size;
  for (const line of lines) {
    expect(line.x).toBeGreaterThanOrEqual(64);
    expect(endOf(line)).toBeLessThanOrEqual(cardWidth - 64 + 0.01);
  }
  // The date leaves the masthead, the line before it, its room.
  const date = lines.findIndex(({ ink }) => ink === 'muted');
  const [masthead, when] = lines.slice(date - 1);
  if (!masthead || !when) throw new Error('no masthead');
  expect(when.x).toBeGreaterThanOrEqual(endOf(masthead) + 40 - 0.01);
});

/** How much outlines cover: all of it in pixels, and the most of one pixel. */
function covered(placed: PlacedOutline[]): { area: number; most: number } {
  let [area, most] = [0, 0];
  fillOutlines(placed, boxOf(placed), (_x, _y, length, part) => {
    area += length * part;
    most = Math.max(most, part);
  });
  return { area, most };
}

test('an outline covers its area, to the hundredth of a pixel, wherever it lies between pixels', () => {
  // A square with a slanting side: 3 by 2, less a triangle of 3 by 1.
  const edges = [0, 0, 3, 1, 3, 1, 3, 2, 3, 2, 0, 2, 0, 2, 0, 0];
  const outline = { edges: Float64Array.from(edges), left: 0, right: 3, bottom: 0, top: 2 };
  for (const shift of [0, 0.25, 0.7]) {
    expect(covered([{ outline, size: 1, x: 5 + shift, y: 9 + shift }]).area).toBeCloseTo(4.5, 2);
  }
  const placed = { outline, size: 1, x: 0, y: 0 };
  expect(covered([placed]).most).toBe(1);
  expect(covered([placed, placed]).most).toBe(1);
  // Nothing of the last letters is left for the next.
  expect(covered([placed]).area).toBeCloseTo(4.5, 2);
});

test('curves of letters are as round as the font has them', () => {
  const glyph = shaped('o', 'vi').glyphs[0];
  if (!glyph) throw new Error('no o');
  const { left, right, bottom, top } = readOutline(glyph.face, glyph.id);
  const extents = glyph.face.font.glyphExtents(glyph.id);
  expect(right - left).toBeCloseTo((extents?.width ?? 0) / glyph.face.unitsPerEm, 2);
  expect(top - bottom).toBeCloseTo(-(extents?.height ?? 0) / glyph.face.unitsPerEm, 2);
  // A full stop is nearly a circle: four straight edges would cover half of its square.
  const stop = shaped('.', 'vi').glyphs[0];
  if (!stop) throw new Error('no stop');
  const outline = readOutline(stop.face, stop.id);
  const { area } = covered([{ outline, size: 1000, x: 0, y: 0 }]);
  const square = 1000 ** 2 * (outline.right - outline.left) * (outline.top - outline.bottom);
  expect(area / square).toBeCloseTo(0.8, 2);
});

test('the colours are those of the day; one that is missing is named', () => {
  const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
  expect(coloursOf(tokens).paper).toEqual([0xfb, 0xf9, 0xf4]);
  expect(() => coloursOf(tokens.replace('--lac: #', '--lack: #'))).toThrow('--lac: #rrggbb');
});

const draw = (list: Card[]) =>
  drawCards({ dist: join(work, 'dist'), root, cards: list, cacheFolder: join(work, 'cache') });
const lao = 'lo/activities/2023/hoc-bong/card.png';

test('cards are drawn once, then taken from the cache until their content changes', async () => {
  const list = [card(lao), card('km/partners/hvpf/card.png')];
  expect(await draw(list)).toEqual({ count: 2, drawn: 2 });
  const file = readFileSync(join(work, 'dist', lao));
  expect(await sharp(file).metadata()).toMatchObject({ format: 'png', width: cardWidth, height: cardHeight });
  expect(file.length).toBeLessThan(60_000);
  expect(await draw(list)).toEqual({ count: 2, drawn: 0 });
  expect(readFileSync(join(work, 'dist', lao)).equals(file)).toBe(true);
  expect(await draw([{ ...card(lao), title: 'ຫົວຂໍ້ໃໝ່' }])).toEqual({ count: 1, drawn: 1 });
  expect(readFileSync(join(work, 'dist', lao)).equals(file)).toBe(false);
});

test('a card that somebody wrote into where it is published is drawn anew', async () => {
  const list = [card('km/partners/hvpf/card.png')];
  const path = join(work, 'dist', 'km/partners/hvpf/card.png');
  await draw(list);
  const file = readFileSync(path);
  await delay(20);
  writeFileSync(path, file.subarray(0, 100));
  expect(await draw(list)).toEqual({ count: 1, drawn: 1 });
  expect(readFileSync(path).equals(file)).toBe(true);
});

test('the same card has the same bytes, whatever was drawn before it', async () => {
  const list = localeCodes.map((locale) => card(locale === 'vi' ? 'card.png' : `${locale}/card.png`));
  const bytes = async (order: Card[], name: string): Promise<Buffer[]> => {
    const dist = join(work, name);
    await drawCards({ dist, root, cards: order, cache: false, cacheFolder: join(work, `${name}-cache`) });
    return list.map(({ out }) => readFileSync(join(dist, out)));
  };
  expect(await bytes([...list].reverse(), 'second')).toEqual(await bytes(list, 'first'));
});

test('a card that cannot be drawn fails in whoever asked for it', async () => {
  const nobody = { ...card('card.png'), out: 'nobody.png', title: undefined } as unknown as Card;
  await expect(draw([nobody])).rejects.toThrow(TypeError);
});

test('a title that fits at no size is cut: it neither stops the build nor comes near the masthead', async () => {
  const title = 'rất dài '.repeat(120);
  expect(await draw([{ ...card('card.png'), out: 'long.png', title }])).toEqual({ count: 1, drawn: 1 });
  // The white above the rule of the masthead.
  const strip = { left: 0, top: cardHeight - 98, width: cardWidth, height: 10 };
  const file = join(work, 'dist', 'long.png');
  const { channels } = await sharp(await sharp(file).extract(strip).png().toBuffer()).stats();
  for (const { min, max } of channels) expect(max).toBe(min);
});
