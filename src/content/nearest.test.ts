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
  // Of up to five letters one may be wrong or two swapped, of up to nine two, of ten three.
  ['vvb', 'vva', true],
  ['vbb', 'vva', false],
  ['hvpx', 'hvpf', true],
  ['hvfp', 'hvpf', true],
  ['hvxx', 'hvpf', false],
  ['summarx', 'summary', true],
  ['summaxx', 'summary', true],
  ['summxxx', 'summary', false],
  ['translxxxd', 'translated', true],
  ['transxxxxd', 'translated', false],
  // What names share says nothing.
  ['quang-nax', 'quang-nam', true],
  ['quang-tri', 'quang-nam', false],
  ['hoi-huu-nghi-viet-lao', 'hoi-huu-nghi-viet-nga', false],
  ['quangnam', 'quang-nam', true],
  ['Quang_Nam', 'quang-nam', true],
  // Nor is one figure another.
  ['2023-1', '2023-2', false],
  ['cum-4', 'cum-3', false],
  ['activities/2023/don-hvpff', 'activities/2023/don-hvpf', true],
  ['activities/2024/don-hvpf', 'activities/2023/don-hvpf', false],
  // A letter of another script.
  ['老', 'la', false],
  ['x', 'y', false],
])('%s for %s: near is %s', (word, known, near) => {
  expect(nearest(word, [known])).toBe(near ? known : undefined);
});

test('capitals make no difference', () => {
  expect(nearest('TITEL', ['Title'])).toBe('Title');
});
