import { expect, test } from 'vitest';
import { countriesIn, countryCode, isCountry } from './countries.ts';

test.each([
  ['Nhật Bản', 'JP'],
  ['lào', 'LA'],
  ['japan', 'JP'],
  ['Cambodia', 'KH'],
  ['Vương quốc Anh', 'GB'],
  ['Myanmar (Burma)', 'MM'],
  ['la', 'LA'],
  [' KH ', 'KH'],
  ['Nhật Bổn', undefined],
  ['Hiroshima', undefined],
  ['EU', undefined],
  ['XX', undefined],
])('%s is the country %s', (spelled, code) => {
  expect(countryCode(spelled)).toBe(code);
});

test('a code that is out of use leads to the one in use', () => {
  expect(isCountry('UK')).toBe(false);
  expect(countryCode('UK')).toBe('GB');
  expect(countryCode('uk')).toBe('GB');
});

test('a code without a country is none, even where Intl has a name for it', () => {
  expect(['XX', 'ZZ', 'XA', 'LA'].map(isCountry)).toEqual([false, false, false, true]);
});

test('countries are listed by their name in the language of the reader', () => {
  const place = (locale: string, code: string): number =>
    countriesIn(locale).findIndex((one) => one.code === code);
  // Đức stands after Cuba in Vietnamese; Germany stands before Japan and after Cuba in English.
  expect(place('vi', 'DE')).toBeGreaterThan(place('vi', 'CU'));
  expect(place('vi', 'DE')).toBeLessThan(place('vi', 'FI'));
  expect(place('en', 'DE')).toBeGreaterThan(place('en', 'FI'));
});
