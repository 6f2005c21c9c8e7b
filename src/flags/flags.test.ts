import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { countriesIn } from '../model/countries.ts';
import { flagOf } from './flags.ts';

test('a plain flag is sent as drawn, one with fine arms as a picture', () => {
  expect(flagOf('LA')).toMatchObject({ path: '/flags/la.svg', light: true });
  expect(flagOf('ES')).toMatchObject({ path: '/flags/es.webp', light: false });
});

test('a flag of fifteen hundred bytes, compressed, is light, and one that weighs more is not', () => {
  const sizes = countriesIn('en').flatMap(({ code }) => {
    const flag = flagOf(code);
    return flag ? [{ light: flag.light, weight: gzipSync(flag.svg).length }] : [];
  });
  expect(sizes.filter(({ weight, light }) => light !== weight <= 1500)).toEqual([]);
  // There are flags on either side that nearly are on the other.
  expect(sizes.some(({ weight }) => weight > 1400 && weight <= 1500)).toBe(true);
  expect(sizes.some(({ weight }) => weight > 1500 && weight < 1700)).toBe(true);
});

test('there is a flag for every country of the world, and for one territory on purpose none', () => {
  const missing = countriesIn('en')
    .map(({ code }) => code)
    .filter((code) => flagOf(code) === undefined);
  expect(missing).toContain('TW');
  // Sark, Ascension and other dependencies that `Intl` names share the flag of a state or have codes of their own.
  expect(missing.length).toBeLessThan(25);
  for (const code of ['VN', 'LA', 'KH', 'CN', 'FR', 'US', 'JP', 'KR', 'CU', 'RU']) {
    expect({ code, flag: missing.includes(code) }).toEqual({ code, flag: false });
  }
});

test('what is no code of a country has no flag', () => {
  expect(flagOf('../X')).toBeUndefined();
  expect(flagOf('QQ')).toBeUndefined();
});
