import { expect, test } from 'vitest';
import { longestWhole } from '../i18n/line-ends.ts';
import { frozen } from '../tests/fixtures/bulletin.ts';
import { createBulletin } from './bulletin.ts';
import { headlineNames, placeNames } from './place-names.ts';

const bulletin = createBulletin(frozen.entries);

test('names of places come without rank and brackets, the longest first', () => {
  const names = placeNames(bulletin, 'lo');
  // “Savannakhet Province”, “Quảng Ninh (Quảng Bình)”, “Thừa Thiên-Huế”
  expect(names).toEqual(expect.arrayContaining(['ສະຫວັນນະເຂດ', 'ກວາງນິງ', 'ກວາງບິ່ງ', 'ເຖື່ອທຽນ']));
  expect(names.filter((name) => /^(?:ແຂວງ|ເມືອງ|ນະຄອນ)/.test(name))).toEqual([]);
  const lengths = names.map(({ length }) => length);
  expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
  expect(new Set(lengths).size).toBeGreaterThan(3);
  expect(placeNames(bulletin, 'km')).toContain('សាវ៉ាន់ណាខេត');
});

/** The names in Lao of a bulletin that has this one place. */
function namesWith(lo: string, kind: 'district' | 'site' = 'district'): readonly string[] {
  const [place] = frozen.entries.places;
  if (!place) throw new Error('the fixture has lost its places');
  const made = { ...place, facts: { ...place.facts, kind, names: { vi: 'x', lo } } };
  return placeNames(createBulletin({ ...frozen.entries, places: [made], partners: [] }), 'lo');
}

test('sites are none', () => {
  expect(namesWith('ກວາງນິງ')).toEqual(['ກວາງນິງ']);
  expect(namesWith('ກວາງນິງ', 'site')).toEqual([]);
});

test('a name has five letters at least, and no more than may stay on one line', () => {
  expect(['ກວາງ', 'ກວາງນ'].map((name) => namesWith(name).length)).toEqual([0, 1]);
  const [longest, longer] = ['ກ'.repeat(longestWhole), 'ກ'.repeat(longestWhole + 1)];
  expect([longest, longer].map((name) => namesWith(name).length)).toEqual([1, 0]);
});

test('a headline in Chinese has names with their rank and without', () => {
  const names = headlineNames(bulletin, 'zh');
  expect(names).toEqual(expect.arrayContaining(['色贡省', '色贡', '岘港市', '岘港']));
  expect(names.filter((name) => !/^\p{Script=Han}{2,7}$/u.test(name))).toEqual([]);
});

test('running text in scripts with spaces between words has none, nor has Chinese', () => {
  for (const locale of ['vi', 'en', 'zh', 'fr'] as const) expect(placeNames(bulletin, locale)).toEqual([]);
});
