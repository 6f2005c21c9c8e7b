import { parse as parseEdtf } from 'edtf';
import { memoize } from './memoize.ts';

/**
 * Dates as far as they are known. Records carry EDTF strings (ISO 8601-2, https://www.loc.gov/standards/datetime/):
 * `2023-04-18`, `2023-04-18/2023-04-28`, `2023-08`, `2023`, `2024-Q2` (as editors write a quarter; EDTF `2024-34`),
 * `2024-05~` for “about”. Days are calendar days in Viet Nam (UTC+7) and carry no time of day.
 */

export type Precision = 'day' | 'month' | 'quarter' | 'year';

/** One end of a date: the first and last calendar day that it may mean. */
export interface DatePoint {
  readonly precision: Precision;
  readonly year: number;
  /** 1–12; of a quarter its first month. Absent when only the year is known. */
  readonly month?: number;
  /** 1–31; absent unless the precision is `day`. */
  readonly day?: number;
  readonly approximate: boolean;
}

export interface KnownDate {
  readonly start: DatePoint;
  /** The other end of a range; absent for a single date. */
  readonly end?: DatePoint;
}

/** Why a date is not simply what the source says: worked out from other facts, or probably a misprint there. */
export const dateDoubts = ['inferred', 'misprint'] as const;
export type DateDoubt = (typeof dateDoubts)[number];

/** What is wrong with a date, as a code for the messages, with the corrected value where it can be known. */
export interface DateFault {
  readonly fault: 'empty' | 'not-a-day' | 'day-first' | 'ambiguous' | 'backwards' | 'not-edtf';
  readonly suggestion?: string;
}

const quarterCode = 32; // EDTF level 2: 33–36 are quarters 1–4
const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isPoint(
  value: unknown,
): value is { type: 'Date' | 'Season'; values: number[]; approximate?: boolean } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    (value.type === 'Date' || value.type === 'Season') &&
    !('unspecified' in value)
  );
}

function toPoint(value: unknown): DatePoint | undefined {
  if (!isPoint(value)) return undefined;
  const [year, second, third, hour] = value.values;
  // Days carry no time of day, and in another zone it would be another day.
  if (hour !== undefined) return undefined;
  const approximate = value.approximate === true;
  if (year === undefined) return undefined;
  if (value.type === 'Season') {
    if (second === undefined || second <= quarterCode || second > quarterCode + 4) return undefined;
    return { precision: 'quarter', year, month: (second - quarterCode) * 3 - 2, approximate };
  }
  if (second === undefined) return { precision: 'year', year, approximate };
  const month = second + 1;
  if (third === undefined) return { precision: 'month', year, month, approximate };
  // `edtf` takes 29 February in every year (4.11.1), so the day is checked against the calendar here.
  if (third > daysInMonth(year, month)) return undefined;
  return { precision: 'day', year, month, day: third, approximate };
}

/** ISO date of a day-first or year-first spelling, or why there is none: `18/4/2023 → 2023-04-18`. */
function readSpelling(text: string): DateFault | undefined {
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  const monthFirst = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (monthFirst) {
    const month = Number(monthFirst[1]);
    return month >= 1 && month <= 12
      ? { fault: 'day-first', suggestion: `${monthFirst[2]}-${pad(month)}` }
      : { fault: 'not-a-day' };
  }
  const found = yearFirst ?? dayFirst;
  if (!found) return undefined;
  const [year, month, day] = yearFirst
    ? [Number(found[1]), Number(found[2]), Number(found[3])]
    : [Number(found[3]), Number(found[2]), Number(found[1])];
  const valid = (m: number, d: number) => m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(year, m);
  if (valid(month, day)) return { fault: 'day-first', suggestion: `${year}-${pad(month)}-${pad(day)}` };
  // 04/18/2023 can only be the American order: month first.
  if (dayFirst && valid(day, month))
    return { fault: 'ambiguous', suggestion: `${year}-${pad(day)}-${pad(month)}` };
  return { fault: 'not-a-day' };
}

/**
 * Reads a date as an editor writes it.
 * @returns the known date, or what is wrong with the text (never throws).
 * @example parseDate('2023-11-02/2023-11-04') // a range of days
 * @example parseDate('2026-02-31') // => { fault: 'not-a-day' }
 * @example parseDate('31/12/2026') // => { fault: 'day-first', suggestion: '2026-12-31' }
 */
export function parseDate(text: string): KnownDate | DateFault {
  return parsed(text);
}

/** Records share their days, and each is written in six languages. The bound is for what people type in forms. */
const parsed = memoize(read, 10_000);

function read(text: string): KnownDate | DateFault {
  const trimmed = text.trim();
  if (trimmed === '') return { fault: 'empty' };
  const edtf = trimmed.replace(
    /(\d{4})-Q([1-4])/gi,
    (_, year: string, q: string) => `${year}-${quarterCode + Number(q)}`,
  );
  const interval = edtf.split('/');
  // Quarters are legal points, but `edtf` does not parse an interval of them: parse the two ends by themselves.
  const ends = interval.length === 2 && interval.every((end) => /^\d{4}/.test(end)) ? interval : [edtf];
  const points: DatePoint[] = [];
  for (const end of ends) {
    let point: DatePoint | undefined;
    try {
      point = toPoint(parseEdtf(end));
    } catch {
      point = undefined;
    }
    if (!point) return readSpelling(end) ?? { fault: 'not-edtf' };
    points.push(point);
  }
  const [start, end] = points;
  if (!start) return { fault: 'not-edtf' };
  if (!end) return { start };
  const range = { start, end };
  if (lastDay(range) < firstDay({ start })) {
    return { fault: 'backwards', suggestion: `${ends[1]}/${ends[0]}` };
  }
  return range;
}

/**
 * A date in the words of the standard, for programs: a quarter as EDTF level 2 has it.
 * @example edtf(2024-Q2) // => '2024-34'
 * @example edtf(2023-11-02/2023-11-04) // => '2023-11-02/2023-11-04'
 */
export function edtf({ start, end }: KnownDate): string {
  return (end ? [start, end] : [start]).map(edtfPoint).join('/');
}

function edtfPoint({ precision, year, month, day, approximate }: DatePoint): string {
  const second = precision === 'quarter' ? quarterCode + ((month ?? 1) + 2) / 3 : month;
  const parts = [pad(year, 4), ...[second, day].flatMap((part) => (part === undefined ? [] : [pad(part)]))];
  return parts.join('-') + (approximate ? '~' : '');
}

/** True for a date that could be read. */
export function isKnownDate(date: KnownDate | DateFault): date is KnownDate {
  return 'start' in date;
}

/** The earliest day that the date may mean, as `YYYY-MM-DD`. `firstDay(2023-Q2) // => '2023-04-01'` */
export function firstDay({ start }: KnownDate): string {
  return `${pad(start.year, 4)}-${pad(start.month ?? 1)}-${pad(start.day ?? 1)}`;
}

/** The latest day that the date may mean, as `YYYY-MM-DD`. `lastDay(2023-Q2) // => '2023-06-30'` */
export function lastDay({ start, end }: KnownDate): string {
  const point = end ?? start;
  const month = point.precision === 'quarter' ? (point.month ?? 1) + 2 : (point.month ?? 12);
  return `${pad(point.year, 4)}-${pad(month)}-${pad(point.day ?? daysInMonth(point.year, month))}`;
}

/**
 * Key for sorting records as text. A vague date sorts before all days that lie in it, so that newest-first lists
 * show “August 2023” after the days of August; a record without a date sorts before everything of its year.
 * @param year the year of the record's folder, for records that have no date of their own
 * @example sortKey(2023-08, 2023) // => '2023-08-00'
 */
export function sortKey(date: KnownDate | undefined, year: number): string {
  if (!date) return `${pad(year, 4)}-00-00`;
  const point = date.end ?? date.start;
  return `${pad(point.year, 4)}-${pad(point.month ?? 0)}-${pad(point.day ?? 0)}`;
}

/** True when the two dates can have a day in common. */
export function overlaps(a: KnownDate, b: KnownDate): boolean {
  return firstDay(a) <= lastDay(b) && firstDay(b) <= lastDay(a);
}

/**
 * First and last day of a date that is known to the day for certain, or `undefined`: never a day out of a month.
 * @example exactDays(2023-11-02/2023-11-04) // => { first: '2023-11-02', last: '2023-11-04' }
 */
export function exactDays(date: KnownDate): { first: string; last: string } | undefined {
  const exact = [date.start, date.end ?? date.start].every(
    (point) => point.precision === 'day' && !point.approximate,
  );
  return exact ? { first: firstDay(date), last: lastDay(date) } : undefined;
}

/** The day that it is in Viet Nam, `YYYY-MM-DD`. */
export function todayInVietNam(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(now);
}
