import { expect, test } from 'vitest';
import { isKnownDate, parseDate } from '../model/dates.ts';
import { calendarOf } from './calendar.ts';
import type { ArticleEntry } from '../model/entries.ts';

/** An event of which only the date matters. */
function event(date: string | undefined): ArticleEntry<'events'> {
  const parsed = date === undefined ? undefined : parseDate(date);
  if (parsed && !isKnownDate(parsed)) throw new Error(date);
  return { id: date ?? 'none', facts: { date: parsed } } as unknown as ArticleEntry<'events'>;
}

const layout = (dates: readonly (string | undefined)[]) =>
  calendarOf(dates.map(event)).years.map(({ year, spans }) => [
    year,
    spans.map(({ precision, date, events }) => [precision, date.start.month, events.map((one) => one.id)]),
  ]);

test('a day stands in its month, a quarter after its last month, a year at its end', () => {
  expect(layout(['2024', '2024-Q2', '2024-07-01', '2024-06', '2024-04-30'])).toEqual([
    [
      2024,
      [
        ['month', 4, ['2024-04-30']],
        ['month', 6, ['2024-06']],
        ['quarter', 4, ['2024-Q2']],
        ['month', 7, ['2024-07-01']],
        ['year', undefined, ['2024']],
      ],
    ],
  ]);
});

test('an approximate month is listed in that month, a range where it begins', () => {
  expect(layout(['2023-12~', '2023-12-30/2024-01-02'])).toEqual([
    [2023, [['month', 12, ['2023-12~', '2023-12-30/2024-01-02']]]],
  ]);
});

test('the newest year comes first, and what has no date is in no year', () => {
  expect(layout(['2023-01', undefined, '2024-01']).map(([year]) => year)).toEqual([2024, 2023]);
  expect(calendarOf([event(undefined), event('2024')]).undated.map((one) => one.id)).toEqual(['none']);
});
