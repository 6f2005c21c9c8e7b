import { expect, test } from 'vitest';
import { countriesIn } from './countries.ts';
import { regionOf } from './regions.ts';

test('a country lies in its region, however deep the regions are nested', () => {
  expect(['LA', 'JP', 'IN', 'FR', 'US', 'CU', 'AR', 'SN', 'AU', 'AM', 'KZ'].map(regionOf)).toEqual([
    '035',
    '030',
    '034',
    '150',
    '021',
    '419',
    '419',
    '002',
    '009',
    '145',
    '143',
  ]);
});

/** `Intl` also names countries that are no more: their code stands for another. */
const isOfToday = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;

test('every country of today lies in one, but for the ice and the empty islands', () => {
  const nowhere = countriesIn('en')
    .map(({ code }) => code)
    .filter(isOfToday)
    .filter((code) => regionOf(code) === undefined);
  expect(
    nowhere.filter((code) => !['AQ', 'BV', 'GS', 'HM', 'TF', 'CQ', 'AC', 'CP', 'DG', 'TA'].includes(code)),
  ).toEqual([]);
});
