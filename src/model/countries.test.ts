import { expect, test } from 'vitest';
import { countriesIn, countryCode } from './countries.ts';

test.each([
  ['Nhật Bản', 'JP'],
  ['japan', 'JP'],
  ['la', 'LA'],
  ['Nhật Bổn', undefined],
  ['EU', undefined],
])('%s is the country %s', (spelled, code) => {
  expect(countryCode(spelled)).toBe(code);
});

test('countries are listed by their name in the language of the reader', () => {
  const place = (locale: string, code: string): number =>
    countriesIn(locale).findIndex((one) => one.code === code);
  // Đức stands after Cuba in Vietnamese; Germany stands before Japan and after Cuba in English.
  expect(place('vi', 'DE')).toBeGreaterThan(place('vi', 'CU'));
  expect(place('vi', 'DE')).toBeLessThan(place('vi', 'FI'));
  expect(place('en', 'DE')).toBeGreaterThan(place('en', 'FI'));
});
