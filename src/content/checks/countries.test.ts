import { expect, test } from 'vitest';
import { countryCode, isCountry } from './countries.ts';

test('a country is found by its name in Vietnamese or English, and by its code in small letters', () => {
  expect(['Nhật Bản', 'lào', 'Cambodia', 'kh'].map(countryCode)).toEqual(['JP', 'LA', 'KH', 'KH']);
  expect(countryCode('Hiroshima')).toBeUndefined();
});

test('a code that is out of use leads to the one in use', () => {
  expect(isCountry('UK')).toBe(false);
  expect(countryCode('UK')).toBe('GB');
});

test('a code without a country is none, even where Intl has a name for it', () => {
  expect(['XX', 'ZZ', 'XA', 'LA'].map(isCountry)).toEqual([false, false, false, true]);
});
