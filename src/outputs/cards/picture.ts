import { memoize, weakMemoize } from '../../model/memoize.ts';
import { weaveThreads, type Dye } from '../../model/weave.ts';
import { cardHeight, cardWidth, type Card } from './card.ts';
import type { Face } from './faces.ts';
import { boxOf, fillOutlines, readOutline, type Box, type PlacedOutline } from './fill.ts';
import { encodeIndexedPng, type Rgb } from './indexed-png.ts';
import { clothBottom, ruleHeight, type CardLayout, type Ink, type PlacedLine } from './layout.ts';

/** From a layout to a picture. Its colours are known: the picture is built of them, none are searched for. */

const dyes = ['cotton', 'lac', 'indigo', 'turmeric', 'leaf', 'rust', 'sky', 'night'] as const satisfies Dye[];
const inks = ['ink', 'accent', 'muted'] as const satisfies Ink[];
/** Every name of `styles/tokens.css` that a card uses. */
export const colourNames = ['paper', ...dyes, ...inks] as const;
export type Colours = Readonly<Record<(typeof colourNames)[number], Rgb>>;

/** Shades of an ink towards the paper, for the edges of letters. More of them show no difference. */
const shades = 15;
const indexOfDye = new Map<Dye, number>(dyes.map((dye, index) => [dye, 1 + index]));
const firstShade = 1 + dyes.length;

function paletteOf(colours: Colours): Rgb[] {
  const mixed = (ink: Rgb, part: number): Rgb => {
    const mix = (at: 0 | 1 | 2): number =>
      Math.round(colours.paper[at] + (ink[at] - colours.paper[at]) * part);
    return [mix(0), mix(1), mix(2)];
  };
  return [
    colours.paper,
    ...dyes.map((dye) => colours[dye]),
    ...inks.flatMap((ink) =>
      Array.from({ length: shades }, (_, index) => mixed(colours[ink], (index + 1) / shades)),
    ),
  ];
}

/** The threads of a cloth, ten pixels each; the one that the card is too narrow for is cut on both sides. */
function paintCloth(pixels: Uint8Array, cloths: Card['cloths']): void {
  const woven = cloths.map(weaveThreads);
  const height = woven[0]?.length ?? 0;
  const side = clothBottom / height;
  for (let row = 0; row < height; row++) {
    const threads = woven.flatMap((cloth) => cloth[row] ?? []);
    const left = (cardWidth - threads.length * side) / 2;
    const first = row * side * cardWidth;
    const colours = threads.map((dye) => indexOfDye.get(dye) ?? 0);
    for (let x = 0; x < cardWidth; x++) pixels[first + x] = colours[Math.floor((x - left) / side)] ?? 0;
    for (let line = 1; line < side; line++)
      pixels.copyWithin(first + line * cardWidth, first, first + cardWidth);
  }
}

/** The outlines of glyphs, read from the font once. */
const outlinesOf = weakMemoize((face: Face) => memoize((glyph: number) => readOutline(face, glyph)));

/** The glyphs of a line where they stand on the picture. */
function placed({ shaped, line, size, x, baseline }: PlacedLine): PlacedOutline[] {
  const begin = shaped.offsets[line.from] ?? 0;
  return shaped.glyphs
    .filter(({ at }) => at >= line.from && at < line.to)
    .map((glyph) => ({
      outline: outlinesOf(glyph.face)(glyph.id),
      size,
      x: x + (glyph.x - begin) * size,
      y: baseline - glyph.y * size,
    }));
}

/** A line as it is printed: the number of a colour for each pixel, of paper where there is none. */
const printed = weakMemoize((line: PlacedLine): Box & { readonly pixels: Uint8Array } => {
  const outlines = placed(line);
  const box = boxOf(outlines);
  const before = firstShade + inks.indexOf(line.ink) * shades - 1;
  const pixels = new Uint8Array(box.width * box.height);
  fillOutlines(outlines, box, (x, y, length, part) => {
    const shade = Math.floor(part * shades + 0.5);
    if (shade === 0) return;
    const from = y * box.width + x;
    for (let at = from; at < from + length; at++) pixels[at] = before + shade;
  });
  return { ...box, pixels };
});

/** What would stand beyond the picture is left out. */
function paintLine(picture: Uint8Array, line: PlacedLine): void {
  const { left, top, width, height, pixels } = printed(line);
  const [first, last] = [Math.max(0, -left), Math.min(width, cardWidth - left)];
  for (let row = Math.max(0, -top); row < Math.min(height, cardHeight - top); row++) {
    const from = row * width;
    const to = (top + row) * cardWidth + left;
    for (let column = first; column < last; column++) {
      const pixel = pixels[from + column] ?? 0;
      if (pixel !== 0) picture[to + column] = pixel;
    }
  }
}

function paintRule(pixels: Uint8Array, { left, right, top }: CardLayout['rule']): void {
  const full = firstShade + (inks.indexOf('ink') + 1) * shades - 1;
  const third = ruleHeight / 3;
  for (const from of [top, top + 2 * third]) {
    for (let row = from; row < from + third; row++)
      pixels.fill(full, row * cardWidth + left, row * cardWidth + right);
  }
}

/** Every card is painted over the last one: new memory for each took as long as its letters. */
const pixels = new Uint8Array(cardWidth * cardHeight);

/** Draws a card as a PNG file: the same bytes for the same card. */
export function paintCard(card: Card, layout: CardLayout, colours: Colours): Buffer {
  pixels.fill(0);
  paintCloth(pixels, card.cloths);
  paintRule(pixels, layout.rule);
  for (const line of layout.lines) paintLine(pixels, line);
  return encodeIndexedPng(pixels, cardWidth, paletteOf(colours));
}
