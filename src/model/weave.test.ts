import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { categories } from './categories.ts';
import { mirrors, weave, weaveQuarter, weaveThreads } from './weave.ts';

const options = {
  seed: 'activities/2023/don-hvpf',
  category: 'aid' as const,
  countries: ['JP'],
  width: 65,
  height: 26,
};

test('the same record always wears the same cloth, another one another', () => {
  expect(weave(options)).toEqual(weave({ ...options }));
  expect(weave(options)).not.toEqual(weave({ ...options, seed: 'activities/2023/don-vfp' }));
});

test('a band stays within 3 KB gzip for every category', () => {
  for (const category of categories) {
    const { paths } = weave({ ...options, category, countries: ['LA', 'KH'] });
    expect(gzipSync(paths.map((path) => path.data).join('')).length).toBeLessThan(3000);
  }
});

test('two bands of threads never lie over each other', () => {
  const { paths, width, height } = weave(options);
  const seen = new Set<number>();
  for (const { data } of paths) {
    for (const [, x, y, run] of data.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      for (let column = Number(x); column < Number(x) + Number(run); column++) {
        const thread = Number(y) * width + column;
        expect(seen.has(thread)).toBe(false);
        seen.add(thread);
        expect(column < width && Number(y) < height).toBe(true);
      }
    }
  }
});

test('four mirrored quarters are the whole cloth', () => {
  for (const [width, height] of [
    [65, 26],
    [77, 43],
  ] as const) {
    const size = { ...options, width, height };
    const whole = threadsOf(weave(size).paths, (x, y) => [x, y]);
    const quarter = weaveQuarter(size);
    const laid = new Map<string, string>();
    for (const transform of mirrors(width, height)) {
      const numbers = (transform.match(/-?\d+/g) ?? []).map(Number);
      const [a, , , d, e, f] = numbers.length === 2 ? [1, 0, 0, 1, ...numbers] : numbers;
      // A thread is one unit wide: mirrored, its left edge is its right one.
      const place = (x: number, y: number): [number, number] => [
        (a === 1 ? x : -x - 1) + (e ?? 0),
        (d === 1 ? y : -y - 1) + (f ?? 0),
      ];
      for (const [at, dye] of threadsOf(quarter.paths, place)) {
        const [x = 0, y = 0] = at.split(' ').map(Number);
        if (x >= 0 && x < width && y >= 0 && y < height) laid.set(at, dye);
      }
    }
    expect(Object.fromEntries(laid)).toEqual(Object.fromEntries(whole));
  }
});

test('rows of threads show the cloth that paths show', () => {
  for (const category of categories) {
    const one = { ...options, category, height: 21 };
    const { ground, paths } = weave(one);
    const dyes = threadsOf(paths, (x, y) => [x, y]);
    const rows = weaveThreads(one);
    expect(rows.length).toBe(21);
    expect(rows).toEqual(
      rows.map((_row, y) => Array.from({ length: 65 }, (_, x) => dyes.get(`${x} ${y}`) ?? ground)),
    );
  }
});

/** The dye of every thread that is not of the ground, by its place. */
function threadsOf(
  paths: ReturnType<typeof weave>['paths'],
  place: (x: number, y: number) => [number, number],
): Map<string, string> {
  const threads = new Map<string, string>();
  for (const { dye, data } of paths) {
    for (const [, x, y, run] of data.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      for (let column = 0; column < Number(run); column++) {
        threads.set(place(Number(x) + column, Number(y)).join(' '), dye);
      }
    }
  }
  return threads;
}
