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

test.each([
  // Of three letters one may be wrong, of up to eight two, of nine three, of twelve four.
  ['vvb', 'vva', true],
  ['vbb', 'vva', false],
  ['hvxx', 'hvpf', true],
  ['hxxx', 'hvpf', false],
  ['quangxxi', 'quangtri', true],
  ['quangxxx', 'quangtri', false],
  ['quang-xxx', 'quang-nam', true],
  ['quanx-xxx', 'quang-nam', false],
  ['thua-thixxxx', 'thua-thien-h', true],
  ['thua-thxxxxx', 'thua-thien-h', false],
])('%s for %s: near is %s', (word, known, near) => {
  expect(nearest(word, [known])).toBe(near ? known : undefined);
});

test('capitals make no difference', () => {
  expect(nearest('TITEL', ['Title'])).toBe('Title');
});
