import { expect, test } from 'vitest';
import { issueDay } from './finish.ts';

test.each([
  ['2023-12-20', '2023-12-20'],
  ['2023-12', '2023-12-01'],
  ['2023', '2023-01-01'],
  ['2023-07/2023-12', '2023-12-01'],
  ['2023-12~', '2023-12-01'],
])('the PDF of the issue of %s is dated %s', (date, day) => {
  expect(issueDay(date).toISOString()).toBe(`${day}T00:00:00.000Z`);
});

test.each(['', 'cuối năm 2023', '12/2023', '2023-13', '2023-02-30'])(
  '“%s” is no date of an issue',
  (date) => {
    expect(() => issueDay(date)).toThrow(`The issue's date "${date}" names no day, month or year.`);
  },
);
