import { expect, test } from 'vitest';
import { around } from './around.ts';
import { formatPair } from './format.ts';

test('the words of a message stand on both sides of a value, or on one', () => {
  expect(around((value) => `a ${value} b`)).toEqual(['a ', ' b']);
  expect(around((value) => formatPair('Partager', value, 'fr'))).toEqual(['Partager\u202f: ', '']);
});
