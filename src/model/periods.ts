import { exactDays, firstDay, isKnownDate, lastDay, overlaps, parseDate, type KnownDate } from './dates.ts';

/** The time that a report is about: a year, a half-year, a quarter, a month, or any run of months. */

/** A half-year as people type it: EDTF has no word for it that editors would know. */
const halves = { '1': ['01', '06'], '2': ['07', '12'] } as const;

/**
 * Reads a period as it is typed.
 * @returns `undefined` for what is none; a single day is none
 * @example parsePeriod('2023-H1') // the same as 2023-01/2023-06
 */
export function parsePeriod(text: string): KnownDate | undefined {
  const half = /^(\d{4})-[hH]([12])$/.exec(text.trim());
  const [from, to] = half ? halves[half[2] as '1' | '2'] : [];
  const date = parseDate(half ? `${half[1]}-${from}/${half[1]}-${to}` : text);
  if (!isKnownDate(date) || date.start.approximate || date.end?.approximate) return undefined;
  return [date.start, date.end].some((point) => point?.precision === 'day') ? undefined : date;
}

/** The period as it is typed and as files are called: `2023`, `2023-h1`, `2023-05`. */
export function periodName(period: KnownDate): string {
  const [first, last] = [firstDay(period), lastDay(period)];
  const year = first.slice(0, 4);
  if (year !== last.slice(0, 4)) return `${first.slice(0, 7)}-${last.slice(0, 7)}`;
  const [from, to] = [Number(first.slice(5, 7)), Number(last.slice(5, 7))];
  if (from === 1 && to === 12) return year;
  if (from === 1 && to === 6) return `${year}-h1`;
  if (from === 7 && to === 12) return `${year}-h2`;
  if (from % 3 === 1 && to === from + 2) return `${year}-q${(from + 2) / 3}`;
  return from === to ? first.slice(0, 7) : `${first.slice(0, 7)}-${last.slice(5, 7)}`;
}

/** The period that follows and is as long: after 2023 comes 2024, after 2023-H1 comes 2023-H2. */
export function nextPeriod(period: KnownDate): KnownDate {
  const month = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const [from, to] = [month(firstDay(period)), month(lastDay(period))];
  const length = to - from + 1;
  const point = (count: number) => ({
    precision: 'month' as const,
    year: Math.floor(count / 12),
    month: (count % 12) + 1,
    approximate: false,
  });
  return { start: point(from + length), end: point(to + length) };
}

/**
 * Whether something that happened at `date` belongs to a period: where it began decides, so that what lasted over the
 * turn of a half-year is in one report and not in two. `unknown`: it may have been, and nobody says.
 * @param date of a record without one: the year of its folder
 */
export function liesIn(date: KnownDate, period: KnownDate): 'in' | 'out' | 'unknown' {
  const [from, to] = [firstDay(period), lastDay(period)];
  const began = exactDays(date)?.first;
  if (began !== undefined) return began >= from && began <= to ? 'in' : 'out';
  const [earliest, latest] = [firstDay(date), lastDay(date)];
  if (earliest >= from && latest <= to) return 'in';
  return latest < from || earliest > to ? 'out' : 'unknown';
}

/**
 * Whether a record may stand in the issue of a period: its time and the period have a day in common. One without a day, and
 * one whose day is a known misprint, is of the year of its folder.
 * @param year of the folder of the record
 */
export function isOfPeriod(date: KnownDate | undefined, year: number, period: KnownDate): boolean {
  const known = date && date.start.year <= year && (date.end ?? date.start).year >= year ? date : undefined;
  if (known) return overlaps(known, period);
  return year >= period.start.year && year <= (period.end ?? period.start).year;
}
