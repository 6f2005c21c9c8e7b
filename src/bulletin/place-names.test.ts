import { expect, test } from 'vitest';
import { projectRoot } from '../build/paths.ts';
import { createBulletin } from './bulletin.ts';
import { placeNames } from './place-names.ts';
import { readContentFolder } from '../content/disk.ts';

const bulletin = createBulletin(readContentFolder(projectRoot).entries);

test('names of places come without rank and brackets, the longest first', () => {
  const names = placeNames(bulletin, 'lo');
  // “Savannakhet Province”, “Quảng Ninh (Quảng Bình)”, “Thừa Thiên-Huế”
  expect(names).toEqual(expect.arrayContaining(['ສະຫວັນນະເຂດ', 'ກວາງນິງ', 'ກວາງບິ່ງ', 'ເຖື່ອທຽນ']));
  expect(names.map(({ length }) => length)).toEqual(names.map(({ length }) => length).sort((a, b) => b - a));
  expect(placeNames(bulletin, 'km')).toContain('សាវ៉ាន់ណាខេត');
});

test('sites are none, nor are names in scripts with spaces between words', () => {
  expect(placeNames(bulletin, 'lo').filter((name) => name.startsWith('ໂຮງຮຽນ'))).toEqual([]);
  for (const locale of ['vi', 'en', 'zh', 'fr'] as const) expect(placeNames(bulletin, locale)).toEqual([]);
});
