import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { categories } from './categories.ts';
import { weave } from './weave.ts';

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
