import { describe, expect, test } from 'vitest';
import { firstDay, lastDay, isKnownDate, parseDate, type KnownDate } from './dates.ts';
import { liesIn, nextPeriod, parsePeriod, periodName } from './periods.ts';

const date = (text: string): KnownDate => {
  const parsed = parseDate(text);
  if (!isKnownDate(parsed)) throw new Error(text);
  return parsed;
};
const period = (text: string): KnownDate => {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(text);
  return parsed;
};

test.each([
  ['2023', '2023-01-01', '2023-12-31', '2023'],
  ['2023-H1', '2023-01-01', '2023-06-30', '2023-h1'],
  ['2023-h2', '2023-07-01', '2023-12-31', '2023-h2'],
  ['2023-01/2023-06', '2023-01-01', '2023-06-30', '2023-h1'],
  ['2023-Q3', '2023-07-01', '2023-09-30', '2023-q3'],
  ['2024-02', '2024-02-01', '2024-02-29', '2024-02'],
  ['2023-01/2023-09', '2023-01-01', '2023-09-30', '2023-01-09'],
  ['2023-10/2024-03', '2023-10-01', '2024-03-31', '2023-10-2024-03'],
])('%s is from %s to %s and is called %s', (text, first, last, name) => {
  const read = period(text);
  expect([firstDay(read), lastDay(read), periodName(read)]).toEqual([first, last, name]);
});

test.each(['', 'năm 2023', '2023-H3', '2023-H0', '2023-05-01', '2023~', '2023-12/2023-01', '2023-13'])(
  '“%s” is no period',
  (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  },
);

test.each([
  ['2023', '2024'],
  ['2023-H1', '2023-H2'],
  ['2023-H2', '2024-H1'],
  ['2023-Q4', '2024-Q1'],
  ['2023-12', '2024-01'],
])('after %s comes %s', (now, next) => {
  const daysOf = (one: KnownDate): readonly string[] => [firstDay(one), lastDay(one)];
  expect(daysOf(nextPeriod(period(now)))).toEqual(daysOf(period(next)));
});

describe('what happened belongs to the period in which it began', () => {
  test.each([
    ['2023-06-30', 'in'],
    ['2023-07-01', 'out'],
    ['2023-01-01', 'in'],
    ['2022-12-31', 'out'],
    ['2023-06-28/2023-07-03', 'in'],
    ['2022-12-30/2023-01-02', 'out'],
    ['2023-06', 'in'],
    ['2023-Q3', 'out'],
    ['2023', 'unknown'],
    ['2022/2025', 'unknown'],
    ['2024', 'out'],
  ] as const)('%s is %s the first half of 2023', (text, place) => {
    expect(liesIn(date(text), period('2023-H1'))).toBe(place);
  });

  test('so that the half-years share nothing and leave nothing out', () => {
    const days = ['2023-03-01', '2023-06-30', '2023-06-30/2023-07-01', '2023-07-01', '2023-12'];
    for (const text of days) {
      const halves = ['2023-H1', '2023-H2'].filter((half) => liesIn(date(text), period(half)) === 'in');
      expect(halves, text).toHaveLength(1);
    }
  });
});
