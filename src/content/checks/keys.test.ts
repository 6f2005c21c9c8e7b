import { expect, test } from 'vitest';
import { collectionsWith, groupsWith, keysAt, nearestKey } from './keys.ts';
import { articleSchemas } from '../../model/schemas/index.ts';

const { facts } = articleSchemas.activities;

test('the keys of a nested group are read from the schema through lists and defaults', () => {
  expect(keysAt(facts, ['units', 0])).toEqual(['unit', 'role']);
  expect(keysAt(facts, ['aid', 0, 'items', 2])).toEqual(expect.arrayContaining(['count', 'of', 'each']));
  expect(keysAt(facts, ['sources'])).toEqual([]);
});

test('a key is found in every group that it may stand in', () => {
  expect(groupsWith(facts, 'currency')).toEqual(expect.arrayContaining([['aid'], ['aid', 'equivalent']]));
  expect(groupsWith(facts, 'sources')).toContainEqual([]);
  expect(groupsWith(facts, 'nothing')).toEqual([]);
});

test('a key of another collection is found there', () => {
  expect(collectionsWith('abbreviation')).toEqual(['partners']);
});

test('one country is near to countries, one story to none', () => {
  expect(nearestKey('country', ['title', 'countries'])).toBe('countries');
  expect(nearestKey('story', ['title', 'countries'])).toBeUndefined();
});
