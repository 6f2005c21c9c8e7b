import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBulletin } from '../bulletin/bulletin.ts';
import { readContentFolder } from '../content/disk.ts';
import { generateEntries, recordCount } from './entries.ts';

const { entries } = readContentFolder(join(import.meta.dirname, '../tests/cases/good'));

test('a large bulletin has as many records as are asked for, each with an id of its own and the year of its date', () => {
  const large = generateEntries(entries, 300);
  expect(Math.abs(recordCount(large) - 300)).toBeLessThan(10);
  for (const list of [large.activities, large.stories, large.events, large.partners])
    expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  const dated = large.activities.filter(({ facts }) => facts.date);
  expect(dated.length).toBeGreaterThan(50);
  for (const { id, facts } of dated) expect(id.slice(0, 4)).toBe(String(facts.date?.start.year));
});

test('every record that it names is there', () => {
  const bulletin = createBulletin(generateEntries(entries, 300));
  const named = bulletin.activities.flatMap(({ facts }) => [
    ...facts.partners.map((one) => ['partners', one.partner] as const),
    ...(facts.partOf === undefined ? [] : [['activities', facts.partOf] as const]),
  ]);
  expect(named.length).toBeGreaterThan(50);
  for (const [collection, id] of named) expect(bulletin.find(collection, id)?.id).toBe(id);
});

test('no more than the real ones are made where fewer are asked for', () => {
  expect(generateEntries(entries, 1)).toEqual(entries);
});
