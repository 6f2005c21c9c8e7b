/**
 * The woven band that stands where a record has no photograph. Two threads in one cloth: the partner's countries
 * give the ground, the thread of Viet Nam (lac and turmeric) gives the motif. Deterministic: the same seed, category
 * and countries always weave the same cloth, on the web and in print.
 */
import type { Category } from './categories.ts';

/** Natural dyes, named as in `styles/tokens.css`. */
export type Dye = 'cotton' | 'lac' | 'indigo' | 'turmeric' | 'leaf' | 'rust' | 'sky' | 'night';

type Motif = 'diamonds' | 'steps' | 'paths' | 'hooks';

const motifOf: Record<Category, Motif> = {
  'peace-friendship': 'diamonds',
  'overseas-vietnamese': 'diamonds',
  aid: 'steps',
  'delegation-in': 'paths',
  'delegation-out': 'paths',
  information: 'paths',
  organisation: 'hooks',
  emulation: 'hooks',
};

/** Two dyes near the flag: ground and second thread. Countries that are not listed wear undyed cotton. */
const dyesOf: Readonly<Record<string, readonly [Dye, Dye]>> = {
  LA: ['indigo', 'lac'],
  KH: ['indigo', 'rust'],
  CN: ['rust', 'turmeric'],
  JP: ['cotton', 'rust'],
  KR: ['cotton', 'indigo'],
  US: ['indigo', 'cotton'],
  FR: ['sky', 'cotton'],
  CU: ['sky', 'indigo'],
  AR: ['sky', 'cotton'],
  UY: ['sky', 'cotton'],
  NO: ['indigo', 'cotton'],
  NL: ['rust', 'sky'],
  IE: ['leaf', 'rust'],
  TH: ['indigo', 'sky'],
};

/** A small generator of repeatable numbers (mulberry32) from a text. */
function randomFrom(seed: string): () => number {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Cloth {
  /** Size in threads. */
  readonly width: number;
  readonly height: number;
  /** The dye of the ground, over the whole cloth. */
  readonly ground: Dye;
  /** Runs of threads as SVG path data, one path a dye, in units of one thread. */
  readonly paths: readonly { readonly dye: Dye; readonly data: string }[];
}

export interface ClothOptions {
  /** The entry's path. */
  readonly seed: string;
  readonly category: Category;
  /** ISO country codes; Viet Nam need not be named. */
  readonly countries: readonly string[];
  /** In threads; both are best a multiple of 4 plus 1, so that the mirror has an axis. */
  readonly width: number;
  readonly height: number;
}

/** The draft of a cloth: its ground, and the dye of the thread at a distance from the two axes of the mirror. */
function draft({ seed, category, countries }: ClothOptions): {
  ground: Dye;
  threadAt: (x: number, y: number) => Dye;
} {
  const random = randomFrom(seed);
  const abroad = countries.filter((code) => code !== 'VN');
  const [ground, second] = dyesOf[abroad[Math.floor(random() * abroad.length)] ?? ''] ?? ['cotton', 'indigo'];
  const main: Dye = ground === 'lac' || ground === 'rust' ? 'cotton' : 'lac';
  const motif = motifOf[category];
  const period = [12, 14, 16, 18][Math.floor(random() * 4)] ?? 14;
  const phase = Math.floor(random() * period);
  const rhythm = 3 + Math.floor(random() * 3);
  const accentAt = Math.floor(random() * (period / 2));
  const jitter = Array.from({ length: period }, () => random());

  function threadAt(x: number, y: number): Dye {
    const px = Math.abs(((x + phase) % period) - period / 2);
    const py = Math.abs((y % period) - period / 2);
    const distance =
      motif === 'diamonds'
        ? px + py
        : motif === 'steps'
          ? Math.floor(px / 2) * 2 + Math.floor(py / 2) * 2
          : motif === 'paths'
            ? Math.abs(px - py) * 2 + Math.floor(py / 3)
            : Math.max(px, py) + (px > py ? 1 : 0);
    const ring = Math.round(distance) % (rhythm * 2);
    if (Math.round(distance) === accentAt || (ring === 0 && (jitter[Math.round(py) % period] ?? 0) > 0.55)) {
      return 'turmeric';
    }
    if (ring < rhythm - 1) return main;
    if (ring === rhythm && (jitter[Math.round(px) % period] ?? 0) > 0.35) return second;
    return ground;
  }
  return { ground, threadAt };
}

/** Runs of threads of one dye as paths; what has the dye of the ground is left to the ground. */
function runsOf(
  width: number,
  height: number,
  ground: Dye,
  threadAt: (column: number, row: number) => Dye,
): Cloth['paths'] {
  const runs = new Map<Dye, string>();
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width;) {
      const dye = threadAt(column, row);
      let end = column + 1;
      while (end < width && threadAt(end, row) === dye) end++;
      // Moves are absolute and one thread high: M column row, right by the run, down, back.
      if (dye !== ground)
        runs.set(dye, `${runs.get(dye) ?? ''}M${column} ${row}h${end - column}v1h-${end - column}z`);
      column = end;
    }
  }
  return [...runs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([dye, data]) => ({ dye, data }));
}

/** Mirrored around both axes, as on a loom with a pointed draft. */
function mirrored({ width, height }: ClothOptions, threadAt: (x: number, y: number) => Dye) {
  return (column: number, row: number): Dye =>
    threadAt(Math.abs(column - Math.floor(width / 2)), Math.abs(row - Math.floor(height / 2)));
}

/**
 * Weaves a cloth.
 * @example weave({ seed: 'activities/2023/don-hvpf', category: 'aid', countries: ['JP'], width: 65, height: 26 })
 */
export function weave(options: ClothOptions): Cloth {
  const { width, height } = options;
  const { ground, threadAt } = draft(options);
  return { width, height, ground, paths: runsOf(width, height, ground, mirrored(options, threadAt)) };
}

/** The same cloth as rows of threads, for pictures that are made of points. */
export function weaveThreads(options: ClothOptions): Dye[][] {
  const { threadAt } = draft(options);
  const [middle, axis] = [Math.floor(options.width / 2), Math.floor(options.height / 2)];
  // One quarter and the axes: all else mirrors them.
  const rows = Array.from({ length: axis + 1 }, (_, y) => {
    const threads = Array.from({ length: middle + 1 }, (_, x) => threadAt(x, y));
    return Array.from({ length: options.width }, (_, column) => threads[Math.abs(column - middle)] as Dye);
  });
  return Array.from({ length: options.height }, (_, row) => rows[Math.abs(row - axis)] as Dye[]);
}

/**
 * The lower right quarter of the same cloth, its first column and row on the axes: what a page sends once and mirrors
 * three times (`mirrors`).
 */
export function weaveQuarter(options: ClothOptions): Cloth {
  const width = Math.ceil((options.width + 1) / 2);
  const height = Math.ceil((options.height + 1) / 2);
  const { ground, threadAt } = draft(options);
  return { width, height, ground, paths: runsOf(width, height, ground, threadAt) };
}

/** SVG transforms that lay four quarters out as the cloth of this size; what stands over is clipped by the view box. */
export function mirrors(width: number, height: number): string[] {
  const [x, y] = [Math.floor(width / 2), Math.floor(height / 2)];
  return [
    `translate(${x} ${y})`,
    `matrix(-1 0 0 1 ${x + 1} ${y})`,
    `matrix(1 0 0 -1 ${x} ${y + 1})`,
    `matrix(-1 0 0 -1 ${x + 1} ${y + 1})`,
  ];
}
