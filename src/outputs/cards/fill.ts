import type { Face } from './faces.ts';

/**
 * Fills the outlines of glyphs: how much of each pixel they cover, exactly, as every edge adds its signed area and a sum
 * along the row does the rest (the method of https://github.com/raphlinus/font-rs). Beside librsvg, which sharp brings,
 * the whole card takes less than half the time (docs/decisions/0024-cards-without-a-browser.md).
 */

/** An outline as straight edges, in em, upwards: x and y of the beginning and of the end of each. */
export interface Outline {
  readonly edges: Float64Array;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

type Point = readonly [x: number, y: number];

/** Curves become edges that are nowhere further from them than so, in em: a tenth of a pixel in the largest title. */
const tolerance = 0.0015;

/** A point of a Bézier curve, by de Casteljau. */
function pointOf(curve: readonly Point[], part: number): Point {
  const [first = [0, 0]] = curve;
  if (curve.length <= 1) return first;
  const next = curve.slice(1).map(([x, y], index): Point => {
    const [left, bottom] = curve[index] ?? first;
    return [left + (x - left) * part, bottom + (y - bottom) * part];
  });
  return pointOf(next, part);
}

/** Into how many edges a curve is cut: its error shrinks with their square. */
function edgesOf(curve: readonly Point[]): number {
  const bends = curve.slice(2).map(([x, y], index) => {
    const [one = [0, 0], two = [0, 0]] = curve.slice(index, index + 2);
    return Math.hypot(one[0] - 2 * two[0] + x, one[1] - 2 * two[1] + y);
  });
  return Math.max(1, Math.ceil(Math.sqrt(Math.max(0, ...bends) / (4 * tolerance))));
}

/** Reads the outline of a glyph from its font, which closes every contour. */
export function readOutline({ font, unitsPerEm }: Face, glyph: number): Outline {
  const edges: number[] = [];
  let at: Point = [0, 0];
  let begin: Point = at;
  const to = (next: Point): void => {
    edges.push(...at, ...next);
    at = next;
  };
  for (const { type, values } of font.glyphToJson(glyph)) {
    const points = Array.from({ length: values.length / 2 }, (_, index): Point => [
      (values[2 * index] ?? 0) / unitsPerEm,
      (values[2 * index + 1] ?? 0) / unitsPerEm,
    ]);
    if (type === 'M') {
      begin = at = points[0] ?? at;
      continue;
    }
    const curve = [at, ...(type === 'Z' ? [begin] : points)];
    const count = edgesOf(curve);
    for (let edge = 1; edge <= count; edge++) to(pointOf(curve, edge / count));
  }
  const along = (axis: 0 | 1): number[] => edges.filter((_, index) => index % 2 === axis);
  return {
    edges: Float64Array.from(edges),
    left: Math.min(...along(0)),
    right: Math.max(...along(0)),
    bottom: Math.min(...along(1)),
    top: Math.max(...along(1)),
  };
}

/** A glyph on the picture: where its origin lies, in pixels, downwards. */
export interface PlacedOutline {
  readonly outline: Outline;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

/** A part of the picture, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** All pixels that outlines cover, and those that an edge on the border of a pixel writes into. */
export function boxOf(placed: readonly PlacedOutline[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { outline, size, x, y } of placed) {
    if (outline.edges.length === 0) continue;
    left = Math.min(left, Math.floor(x + outline.left * size));
    top = Math.min(top, Math.floor(y - outline.top * size));
    right = Math.max(right, Math.ceil(x + outline.right * size) + 2);
    bottom = Math.max(bottom, Math.ceil(y - outline.bottom * size) + 1);
  }
  if (left > right) return { left: 0, top: 0, width: 0, height: 0 };
  return { left, top, width: right - left, height: bottom - top };
}

/** Differences, row by row, all of them nought between two fillings: new memory for each line would cost as much again. */
let memory = new Float32Array();

/**
 * Fills outlines together: where they overlap, a pixel is covered once.
 * @param paint told of pixels beside one another in a row that are covered alike, and how far: above 0, up to 1
 */
export function fillOutlines(
  placed: readonly PlacedOutline[],
  { left, top, width, height }: Box,
  paint: (x: number, y: number, length: number, part: number) => void,
): void {
  if (memory.length < width * height) memory = new Float32Array(width * height);
  for (const one of placed) addOutline(memory, width, one, left, top);
  for (let row = 0; row < height; row++) {
    let sum = 0;
    let part = 0;
    let begin = 0;
    const from = row * width;
    for (let column = 0; column < width; column++) {
      const difference = memory[from + column] ?? 0;
      if (difference === 0) continue;
      memory[from + column] = 0;
      if (part > 0 && column > begin) paint(begin, row, column - begin, part);
      sum += difference;
      part = Math.fround(Math.min(1, Math.abs(sum)));
      begin = column;
    }
    if (part > 0) paint(begin, row, width - begin, part);
  }
}

/** Adds the edges of an outline to a part of the picture that begins at `left` and `top`. */
function addOutline(
  differences: Float32Array,
  width: number,
  { outline: { edges }, size, x, y }: PlacedOutline,
  left: number,
  top: number,
): void {
  for (let at = 0; at < edges.length; at += 4) {
    const fromX = x + (edges[at] ?? 0) * size - left;
    const fromY = y - (edges[at + 1] ?? 0) * size - top;
    const toX = x + (edges[at + 2] ?? 0) * size - left;
    const toY = y - (edges[at + 3] ?? 0) * size - top;
    if (fromY < toY) addEdge(differences, width, fromX, fromY, toX, toY, 1);
    else if (fromY > toY) addEdge(differences, width, toX, toY, fromX, fromY, -1);
  }
}

/**
 * Adds what an edge covers to its right, as differences along each row.
 * @param direction 1 where the outline runs downwards, -1 where it runs upwards; the edge itself is given downwards
 */
function addEdge(
  differences: Float32Array,
  width: number,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  direction: 1 | -1,
): void {
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0;
  for (let row = Math.floor(y0); row < y1; row++) {
    const height = (row + 1 < y1 ? row + 1 : y1) - (row > y0 ? row : y0);
    const next = x + slope * height;
    const from = x < next ? x : next;
    const to = x < next ? next : x;
    const area = height * direction;
    const first = Math.floor(from);
    const at = row * width + first;
    if (to <= first + 1) {
      const right = area * ((x + next) / 2 - first);
      differences[at] = (differences[at] ?? 0) + area - right;
      differences[at + 1] = (differences[at + 1] ?? 0) + right;
    } else {
      addFlatEdge(differences, at, from - first, to - first, area);
    }
    x = next;
  }
}

/**
 * Adds an edge that passes several pixels of a row: each is covered by all that has been passed, and by some of its
 * own part.
 */
function addFlatEdge(differences: Float32Array, at: number, from: number, to: number, area: number): void {
  let passed = 0;
  let previous = 0;
  for (let column = 0; column < to; column++) {
    const enter = from > column ? from : column;
    const leave = to < column + 1 ? to : column + 1;
    const part = (leave - enter) / (to - from);
    const own = area * (passed + part * (column + 1 - (enter + leave) / 2));
    differences[at + column] = (differences[at + column] ?? 0) + own - previous;
    previous = own;
    passed += part;
  }
  const end = at + Math.ceil(to);
  differences[end] = (differences[end] ?? 0) + area - previous;
}
