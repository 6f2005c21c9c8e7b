import type { Amount } from '../model/aid.ts';
import type { Locale } from '../model/locales.ts';
import { exactDays, firstDay, lastDay, type KnownDate } from '../model/dates.ts';
import { formatDate, formatNumber } from './format.ts';
import { languageNames } from './intl.ts';
import words from './report.json' with { type: 'json' };
import { translator } from './translate.ts';

/**
 * The words of the unions' reports. Reports are documents of Vietnamese offices and are written in Vietnamese alone, so
 * they have one dictionary and not six; what it shares with the site (roles, states, countries) comes from the site's.
 */

export type ReportKey = keyof typeof words;

/** The text of `key` with `{{name}}` placeholders filled in. */
export function reportText(key: ReportKey, values: Readonly<Record<string, string | number>> = {}): string {
  return words[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** `reportPeriod(2023-01/2023-06) // => '6 tháng đầu năm 2023'` */
export function reportPeriod(period: KnownDate): string {
  const [first, last] = [firstDay(period), lastDay(period)];
  const [year, from, to] = [first.slice(0, 4), Number(first.slice(5, 7)), Number(last.slice(5, 7))];
  if (year !== last.slice(0, 4)) {
    const month = (day: string): string => `${day.slice(5, 7)}/${day.slice(0, 4)}`;
    return reportText('period.months', { from: month(first), to: month(last) });
  }
  if (from === 1 && to === 12) return reportText('period.year', { year });
  if (from === 1 && to === 6) return reportText('period.firstHalf', { year });
  if (from === 7 && to === 12) return reportText('period.secondHalf', { year });
  if (from % 3 === 1 && to === from + 2) {
    const quarter = translator('vi')(`date.quarterNumber.${((from + 2) / 3) as 1 | 2 | 3 | 4}`);
    return reportText('period.quarter', { quarter, year });
  }
  return from === to
    ? reportText('period.month', { month: from, year })
    : reportText('period.months', { from: `${from}/${year}`, to: `${to}/${year}` });
}

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * A date as the unions write it: with figures to the day, in words where it is vague.
 * @example reportDate(2023-11-02/2023-11-04) // => 'ngày 02-04/11/2023'
 */
export function reportDate(date: KnownDate): string {
  if (!exactDays(date)) return formatDate(date, 'vi');
  const day = ({ day = 1, month = 1, year }: KnownDate['start']) => ({ day: pad(day), month, year });
  const [from, to] = [day(date.start), day(date.end ?? date.start)];
  const end = `${to.day}/${pad(to.month)}/${to.year}`;
  if (!date.end) return `ngày ${end}`;
  if (from.year !== to.year) return `ngày ${from.day}/${pad(from.month)}/${from.year}-${end}`;
  return from.month === to.month ? `ngày ${from.day}-${end}` : `ngày ${from.day}/${pad(from.month)}-${end}`;
}

/** “7.200 USD”, “khoảng 175.000.000 đồng”: whole and exact, as a ledger has it. */
export function reportAmount({ amount, currency, qualifier }: Amount): string {
  const value = formatNumber(amount, 'vi');
  const money = reportText(currency === 'VND' ? 'money.VND' : 'money.other', { value, currency });
  return qualifier ? translator('vi')(`qualifier.${qualifier}`, { value: money }) : money;
}

/** Counts of one figure have a leading 0, so that none can be put before them: “02 đoàn”. */
export const reportCount = (count: number): string => (count < 10 ? `0${count}` : formatNumber(count, 'vi'));

/** “Tiếng Lào”: what an office calls a language, not what its readers do. */
export const reportLanguage = (locale: Locale): string => languageNames('vi').of(locale) ?? locale;
