import { expect, test } from 'vitest';
import { movedBetween } from './destinations.ts';

const before = new Map([
  ['letter', { page: 2, fromTop: 20 }],
  ['aid', { page: 3, fromTop: 100 }],
]);
const aidAt = (page: number, fromTop: number) => new Map(before).set('aid', { page, fromTop });

test('up to a millimetre higher or lower is the same place', () => {
  expect(movedBetween(before, before)).toBeUndefined();
  expect(movedBetween(before, aidAt(3, 101))).toBeUndefined();
  expect(movedBetween(before, aidAt(3, 99))).toBeUndefined();
});

test.each([
  ['more than a millimetre lower', aidAt(3, 101.01)],
  ['more than a millimetre higher', aidAt(3, 98.99)],
  ['on another page', aidAt(4, 100)],
  ['nowhere', new Map([['letter', { page: 2, fromTop: 20 }]])],
])('what stands %s has moved', (_, after) => {
  expect(movedBetween(before, after)).toBe('aid');
});
