import { firstDay, type DatePoint, type KnownDate } from '../model/dates.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { weakMemoize } from '../model/memoize.ts';

/** Events as on a wall calendar: each stands where its date is known to fall, and no finer. */

type Event = ArticleEntry<'events'>;

/** A month, a quarter, or “some time in the year”: the finest heading that is true of all events below it. */
export interface CalendarSpan {
  readonly precision: 'month' | 'quarter' | 'year';
  /** As a date that can be formatted: the month, the quarter or the year itself. */
  readonly date: KnownDate;
  /** Soonest first. */
  readonly events: readonly Event[];
}

export interface CalendarYear {
  readonly year: number;
  /** In the order of time: a quarter after its last month, the whole year after its last quarter. */
  readonly spans: readonly CalendarSpan[];
}

export interface Calendar {
  /** Newest year first. */
  readonly years: readonly CalendarYear[];
  /** Events of which no date is known. */
  readonly undated: readonly Event[];
}

/** All events of a year of the calendar. */
export function eventsOfYear(year: CalendarYear): Event[] {
  return year.spans.flatMap((span) => span.events);
}

/** A day is listed under its month; everything else under what it is. A range stands where it begins. */
function spanOf({ start }: KnownDate): DatePoint & { precision: CalendarSpan['precision'] } {
  const { year, month } = start;
  const precision = start.precision === 'day' ? 'month' : start.precision;
  return month === undefined
    ? { precision: 'year', year, approximate: false }
    : { precision, year, month, approximate: false };
}

/** `2024-05` of May, `2024-06 quarter` of the second quarter: months, then the quarter that they make, then the year. */
function orderOf({ precision, month = 12 }: ReturnType<typeof spanOf>): number {
  if (precision === 'year') return 1000;
  return precision === 'quarter' ? (month + 2) * 10 + 5 : month * 10;
}

/** Lays events out by year and by the month, quarter or year in which they are known to fall. */
export const calendarOf = weakMemoize((events: readonly Event[]): Calendar => {
  const dated = events.flatMap((event) =>
    event.facts.date ? [{ event, date: event.facts.date, span: spanOf(event.facts.date) }] : [],
  );
  const years = [...Map.groupBy(dated, (one) => one.span.year)].sort(([a], [b]) => b - a);
  return {
    years: years.map(([year, ofYear]) => ({
      year,
      spans: [...Map.groupBy(ofYear, (one) => orderOf(one.span))]
        .sort(([a], [b]) => a - b)
        .flatMap(([, list]) => {
          const span = list[0]?.span;
          if (!span) return [];
          const sorted = list.toSorted((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1));
          return [
            { precision: span.precision, date: { start: span }, events: sorted.map((one) => one.event) },
          ];
        }),
    })),
    undated: events.filter((event) => !event.facts.date),
  };
});
