import { expect, test } from 'vitest';
import { isKnownDate, parseDate, type KnownDate } from './dates.ts';
import { recordReads } from './reads.ts';
import { isOver, readOfToday, todayIs } from './today.ts';

function date(text: string): KnownDate {
  const parsed = parseDate(text);
  if (!isKnownDate(parsed)) throw new Error(text);
  return parsed;
}

test.each([
  ['2026-11-28', 'past'],
  ['2026-11-29', 'now'],
  ['2026-11-30', 'ahead'],
])('on 29 November 2026 %s is %s', (day, when) => {
  expect(todayIs('2026-11-29').whenIs(day)).toBe(when);
});

test.each([
  ['2024-08-13', '2024-08-13', '2024-08-14'],
  ['2024-02-27/2024-02-29', '2024-02-29', '2024-03-01'],
  ['2024-Q2', '2024-06-30', '2024-07-01'],
  ['2024', '2024-12-31', '2025-01-01'],
])('%s is not over on %s, and is over on %s', (text, last, after) => {
  expect(isOver(date(text), todayIs(last))).toBe(false);
  expect(isOver(date(text), todayIs(after))).toBe(true);
});

test('what was asked of a day is noted, can be asked of another day, and tells no more than was asked', () => {
  const { reads } = recordReads(() => {
    const today = todayIs('2026-11-29');
    return [today.year, today.whenIs('2024-08-13'), isOver(date('2027-Q1'), today)];
  });
  expect([...reads.names]).toEqual(['today year', 'today 2024-08-13', 'today 2027-03-31']);
  const answers = (day: string): unknown[] =>
    [...reads.names].map((name) => readOfToday(day, name.slice('today '.length)));
  expect(answers('2026-11-29')).toEqual([2026, 'past', 'ahead']);
  expect(answers('2026-12-31')).toEqual(answers('2026-11-29'));
  expect(answers('2027-04-01')).toEqual([2027, 'past', 'past']);
});
