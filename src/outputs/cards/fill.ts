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

/** How much of the pixels of a part of the picture is covered, row by row, from 0 to 1. */
export interface Coverage {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly covered: Float32Array;
}

/** Fills outlines together: where they overlap, a pixel is covered once. */
export function fillOutlines(placed: readonly PlacedOutline[]): Coverage {
  const shown = placed.filter(({ outline }) => outline.edges.length > 0);
  if (shown.length === 0) return { left: 0, top: 0, width: 0, height: 0, covered: new Float32Array() };
  const left = Math.floor(Math.min(...shown.map(({ outline, size, x }) => x + outline.left * size)));
  const top = Math.floor(Math.min(...shown.map(({ outline, size, y }) => y - outline.top * size)));
  const right = Math.max(...shown.map(({ outline, size, x }) => x + outline.right * size));
  const bottom = Math.max(...shown.map(({ outline, size, y }) => y - outline.bottom * size));
  // An edge on a border of pixels writes into the next one too.
  const width = Math.ceil(right) - left + 2;
  const height = Math.ceil(bottom) - top + 1;
  const covered = new Float32Array(width * height);
  for (const { outline, size, x, y } of shown) {
    const { edges } = outline;
    for (let at = 0; at < edges.length; at += 4) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = [edges[at], edges[at + 1], edges[at + 2], edges[at + 3]];
      const [fromX, fromY] = [x + x0 * size - left, y - y0 * size - top];
      const [toX, toY] = [x + x1 * size - left, y - y1 * size - top];
      if (fromY < toY) addEdge(covered, width, fromX, fromY, toX, toY, 1);
      else if (fromY > toY) addEdge(covered, width, toX, toY, fromX, fromY, -1);
    }
  }
  for (let row = 0; row < height; row++) {
    let sum = 0;
    for (let at = row * width; at < (row + 1) * width; at++) {
      sum += covered[at] ?? 0;
      covered[at] = Math.min(1, Math.abs(sum));
    }
  }
  return { left, top, width, height, covered };
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
  const add = (at: number, value: number): void => {
    differences[at] = (differences[at] ?? 0) + value;
  };
  let x = x0;
  for (let row = Math.floor(y0); row < y1; row++) {
    const height = Math.min(row + 1, y1) - Math.max(row, y0);
    const next = x + slope * height;
    const [from, to] = x < next ? [x, next] : [next, x];
    const area = height * direction;
    const first = Math.floor(from);
    const last = Math.ceil(to);
    const at = row * width + first;
    if (last <= first + 1) {
      const right = area * ((x + next) / 2 - first);
      add(at, area - right);
      add(at + 1, right);
    } else {
      // A flat edge passes several pixels: each is covered by all that has been passed, and by some of its own part.
      let [passed, previous] = [0, 0];
      for (let column = first; column < last; column++) {
        const enter = Math.max(from, column);
        const leave = Math.min(to, column + 1);
        const part = (leave - enter) / (to - from);
        const own = area * (passed + part * (column + 1 - (enter + leave) / 2));
        add(at + column - first, own - previous);
        previous = own;
        passed += part;
      }
      add(at + last - first, area - previous);
    }
    x = next;
  }
}
