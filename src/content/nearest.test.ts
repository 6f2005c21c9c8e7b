import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['sumary', 'summary'],
  ['hpvf', 'hvpf'],
  ['quang-trj', 'quang-tri'],
  ['colour', undefined],
])('%s is taken for %s', (word, meant) => {
  expect(nearest(word, ['title', 'summary', 'hvpf', 'vva', 'quang-tri', 'quang-nam'])).toBe(meant);
});

test('nothing is near when nothing is known', () => {
  expect(nearest('title', [])).toBeUndefined();
});
