/**
 * What lies open before a reader, as the eye sees it from afar: which kinds of things stand where on the two pages of a
 * spread. For tests.
 */
import sharp from 'sharp';
import type { PageLayout } from './layout.ts';

/** Cells of a page, across and down: about 26 by 25 mm. */
const grid = { across: 8, down: 12 };

/** From this size on, in points, type is a headline, a great number or a quotation. */
const large = 13;

/** Of a page: nothing, words, large words or a picture, a letter for each cell, row by row. */
type Cells = string;

export interface Spread {
  /** The numbers of its pages; the cover and the back cover are no spread. */
  readonly pages: readonly [left: number, right: number];
  readonly cells: Cells;
}

/**
 * The spreads of an edition.
 * @param layout where its words stand
 * @param pictures of its pages, of any size
 */
export async function spreadsOf(
  layout: readonly PageLayout[],
  pictures: readonly Uint8Array[],
): Promise<Spread[]> {
  const cells = await Promise.all(layout.map((page, index) => cellsOf(page, pictures[index])));
  const spreads: Spread[] = [];
  for (let left = 2; left < layout.length; left += 2) {
    spreads.push({ pages: [left, left + 1], cells: (cells[left - 1] ?? '') + (cells[left] ?? '') });
  }
  return spreads;
}

async function cellsOf({ width, height, runs }: PageLayout, picture: Uint8Array | undefined): Promise<Cells> {
  if (!picture) throw new Error('A page has no picture.');
  const side = 10;
  const { data } = await sharp(picture)
    .resize(grid.across * side, grid.down * side, { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const isLarge = (column: number, row: number) =>
    runs.some(
      ({ left, right, baseline, size }) =>
        size >= large &&
        Math.floor(((baseline - size / 3) / height) * grid.down) === row &&
        left < ((column + 1) / grid.across) * width &&
        right > (column / grid.across) * width,
    );
  let cells = '';
  for (let row = 0; row < grid.down; row++) {
    for (let column = 0; column < grid.across; column++) {
      let dark = 0;
      for (let y = row * side; y < (row + 1) * side; y++) {
        for (let x = column * side; x < (column + 1) * side; x++) {
          // Words from afar are light grey.
          if ((data[y * grid.across * side + x] ?? 255) < 232) dark++;
        }
      }
      const covered = dark / side ** 2;
      cells += isLarge(column, row) ? 'L' : covered > 0.75 ? 'P' : covered > 0.04 ? 'w' : '.';
    }
  }
  return cells;
}

/** How much of what stands on either of two spreads is the same on both, from 0 to 1. */
export function likeness(a: Spread, b: Spread): number {
  let [same, all] = [0, 0];
  for (let cell = 0; cell < a.cells.length; cell++) {
    const [one, other] = [a.cells[cell], b.cells[cell]];
    if (one === '.' && other === '.') continue;
    all++;
    if (one === other) same++;
  }
  return all === 0 ? 1 : same / all;
}
