import { expect, test } from 'vitest';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { reminderLines } from './reminders.ts';

test('unions that nobody can reach are named in one line, and nothing is said when there are none', () => {
  const { entries } = fixtureBulletin();
  expect(reminderLines(entries, 'en')).toEqual([]);
  const silent = entries.units.map((unit) => ({ ...unit, facts: { ...unit.facts, contact: undefined } }));
  const [line, ...more] = reminderLines({ ...entries, units: silent }, 'en');
  expect(line).toContain('quang-tri');
  expect(more).toEqual([]);
});
