import { expect, test } from 'vitest';
import { textLicences } from '../model/licences.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { reminderLines } from './reminders.ts';

const { entries } = fixtureBulletin();
const silent = {
  ...entries,
  units: entries.units.map((unit) => ({ ...unit, facts: { ...unit.facts, contact: undefined } })),
};
const said = { textLicence: textLicences['CC-BY-4.0'], imprint: { responsible: 'Trưởng ban' } };

test('nothing is said when nothing is missing', () => {
  expect(reminderLines(entries, said, 'en')).toEqual([]);
});

test('unions that nobody can reach are named in one line', () => {
  const [line, ...more] = reminderLines(silent, said, 'en');
  expect(line).toContain('quang-tri');
  expect(more).toEqual([]);
});

test('what only the owner can say is asked for, each by itself', () => {
  expect(reminderLines(entries, { ...said, textLicence: undefined }, 'en')).toEqual([
    expect.stringContaining('textLicence') as string,
  ]);
  expect(reminderLines(entries, { ...said, imprint: {} }, 'en')).toEqual([
    expect.stringContaining('imprint') as string,
  ]);
});
