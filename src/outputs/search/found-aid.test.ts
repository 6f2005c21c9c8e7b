import { expect, test } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { aidSums } from '../../bulletin/figures.ts';
import { readContentFolder } from '../../content/disk.ts';
import { projectRoot } from '../../build/paths.ts';
import { aboutEntry } from './about.ts';
import { foundAid } from './found-aid.ts';
import { facetsFile } from './record.ts';

const bulletin = createBulletin(readContentFolder(projectRoot).entries);
const { activities } = bulletin;
const file = facetsFile(new Map(activities.map((entry) => [entry.id, aboutEntry(entry, 'en', bulletin)])));

test('what is found has the sums that the list of the same entries shows', () => {
  const lists = [
    activities,
    activities.filter(({ facts }) => facts.categories.includes('aid')),
    activities.filter(({ facts }) => facts.units.some(({ unit }) => unit === 'quang-nam')),
  ];
  for (const list of lists) {
    const sums = aidSums(list);
    const found = foundAid(
      list.map(({ id }) => id),
      file,
    );
    expect(sums.all.length).toBeGreaterThan(0);
    expect(found.totals).toEqual(sums.all);
    expect(found.leftOut).toEqual(
      sums.leftOut.map(({ reason, entries }) => ({ reason, count: entries.length })),
    );
  }
});

test('scholarships from Japan in Quảng Trị are 7,200 dollars for 60', () => {
  const ids = activities
    .filter(
      ({ facts }) => facts.countries.includes('JP') && facts.units.some(({ unit }) => unit === 'quang-tri'),
    )
    .map(({ id }) => id);
  expect(foundAid(ids, file).totals).toMatchObject([
    { amount: 7200, currency: 'USD', state: 'disbursed', items: [{ count: 60, of: 'scholarships' }] },
  ]);
});

test('pages without aid have no sum, and neither has a search whose filters are not there', () => {
  expect(foundAid(['nowhere'], file)).toEqual({ totals: [], leftOut: [] });
  expect(foundAid(['2023/hvpf-60-hoc-bong'], undefined)).toEqual({ totals: [], leftOut: [] });
});
