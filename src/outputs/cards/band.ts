import type { CoverBand } from '../../editions/issue.ts';
import { weaveThreads, type Dye } from '../../model/weave.ts';
import { encodeIndexedPng, type Rgb } from './indexed-png.ts';

/** The cloth of an issue as a picture: a strip for each country that its items speak of, side by side. */

export interface BandSize {
  /** Of the whole cloth, in threads. */
  readonly width: number;
  readonly height: number;
  /** Of a thread, in pixels. */
  readonly thread: number;
}

/**
 * Draws the cloth as a PNG file: the same bytes for the same issue.
 * @param issue its id, the seed of the cloth
 */
export function paintBand(
  issue: string,
  bands: readonly CoverBand[],
  dyes: Readonly<Record<Dye, Rgb>>,
  { width, height, thread }: BandSize,
): Buffer {
  const strip = Math.floor(width / Math.max(1, bands.length));
  const woven = bands.map(({ country, category }, index) =>
    weaveThreads({
      seed: `issues/${issue}/${country}`,
      category,
      countries: [country],
      width: index === bands.length - 1 ? width - strip * index : strip,
      height,
    }),
  );
  const names = [...new Set(woven.flat(2))].sort();
  const pixels = new Uint8Array(width * thread * height * thread);
  for (let row = 0; row < height * thread; row++) {
    const threads = woven.flatMap((cloth) => cloth[Math.floor(row / thread)] ?? []);
    for (const [column, dye] of threads.entries()) {
      const from = (row * width + column) * thread;
      pixels.fill(names.indexOf(dye), from, from + thread);
    }
  }
  return encodeIndexedPng(
    pixels,
    width * thread,
    names.map((name) => dyes[name]),
  );
}
