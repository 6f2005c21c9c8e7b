import { dayRuns, weekdays, type OpenHours, type Weekday } from '../model/contacts.ts';
import type { Locale } from '../model/locales.ts';
import { formatPair, formatSeries } from './format.ts';
import { dateFormat } from './intl.ts';

/** 1 January 2024 was a Monday. */
const dayName = (day: Weekday, locale: Locale): string =>
  dateFormat(locale, { weekday: 'long' }).format(new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day))));

/**
 * Office hours in words, a line for all that is the same on the same days.
 * @example
 * formatHours([{ days: ['mo', 'tu'], opens: '07:30', closes: '11:30' }], 'en') // => ['Monday – Tuesday: 07:30–11:30']
 */
export function formatHours(hours: readonly OpenHours[], locale: Locale): string[] {
  const daysOf = ({ days }: OpenHours): string =>
    formatSeries(
      dayRuns(days).map(([first, last]) =>
        first === last ? dayName(first, locale) : `${dayName(first, locale)} – ${dayName(last, locale)}`,
      ),
      locale,
    );
  return [...Map.groupBy(hours, daysOf)].map(([days, parts]) =>
    formatPair(
      days,
      formatSeries(
        parts.map(({ opens, closes }) => `${opens}–${closes}`),
        locale,
      ),
      locale,
    ),
  );
}
