import type { AidTotal, Amount, CountedThing, Qualifier } from '../model/aid.ts';
import type { DatePoint, KnownDate } from '../model/dates.ts';
import type { calendars } from '../model/occasions.ts';
import type { Locale } from '../model/locales.ts';
import { memoize } from '../model/memoize.ts';
import { unknowns, type Unknown } from '../model/unknowns.ts';
import { dateFormat, listFormat, numberFormat, regionNames } from './intl.ts';
import { translator } from './translate.ts';

/**
 * Facts as people write them, in six languages: all through `Intl` and the dictionaries. Dates are calendar days;
 * they are formatted in UTC because they are built in UTC and carry no time of day.
 */

/** ICU puts zero-width spaces into Lao and Khmer names; browsers break those scripts by dictionary without them. */
const clean = (text: string): string => text.replaceAll('\u200B', '');

const toDate = ({ year, month = 1, day = 1 }: DatePoint): Date => new Date(Date.UTC(year, month - 1, day));

const dateFields = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  year: { year: 'numeric' },
} as const;

/** `ordinal(2, 'en') // => '2nd'`, `ordinal(1, 'fr') // => '1er'`; the other languages count with the figure alone. */
const ordinal = (count: number, locale: Locale): string =>
  translator(locale)('date.ordinal', { count, ordinal: true });

function formatPoint(point: DatePoint, locale: Locale): string {
  const t = translator(locale);
  const text =
    point.precision === 'quarter'
      ? t('date.quarter', { quarter: ordinal(Math.ceil((point.month ?? 1) / 3), locale), year: point.year })
      : point.precision === 'year'
        ? t('date.year', { year: point.year })
        : dateFormat(locale, dateFields[point.precision]).format(toDate(point));
  return clean(point.approximate ? t('date.about', { date: text }) : text);
}

/**
 * A date exactly as far as it is known: a day, a range, a month, a quarter, a year, “about”, “planned for”.
 * @example formatDate(parse('2023-08'), 'vi') // => 'tháng 8 năm 2023'
 */
export function formatDate(date: KnownDate, locale: Locale, { tentative = false } = {}): string {
  const { start, end } = date;
  let text: string;
  if (!end) text = formatPoint(start, locale);
  else if (start.precision === end.precision && start.precision === 'year')
    text = `${start.year}–${end.year}`;
  else if (start.precision === end.precision && start.precision !== 'quarter') {
    const format = dateFormat(locale, dateFields[start.precision]);
    text = clean(format.formatRange(toDate(start), toDate(end)));
    // CLDR has no long ranges for Lao and Chinese and answers with 2/11/2023 – 4/11/2023.
    if (text.includes('/')) text = `${formatPoint(start, locale)} – ${formatPoint(end, locale)}`;
  } else text = `${formatPoint(start, locale)} – ${formatPoint(end, locale)}`;
  return tentative ? translator(locale)('date.tentative', { date: text }) : text;
}

/**
 * A day that comes back, without a year: `formatDayOfYear('07-14', 'gregorian', 'en') // => '14 July'`. Months of the
 * moon have no names here, as the sources give them none: “10th day of the 3rd month”.
 */
export function formatDayOfYear(day: string, calendar: (typeof calendars)[number], locale: Locale): string {
  const [month, date] = day.split('-').map(Number) as [number, number];
  if (calendar !== 'gregorian') {
    const parts = { day: ordinal(date, locale), month: ordinal(month, locale) };
    return translator(locale)('occasion.dayOfMonth', parts);
  }
  // A leap year, so that 29 February is a day.
  const format = dateFormat(locale, { day: 'numeric', month: 'long' });
  return clean(format.format(new Date(Date.UTC(2024, month - 1, date))));
}

/** The machine-readable form for `<time datetime>`, or `undefined` where HTML has none (ranges, quarters). */
export function machineDate({ start, end }: KnownDate): string | undefined {
  if (end || start.precision === 'quarter') return undefined;
  const parts = [start.month, start.day].filter((part) => part !== undefined);
  return [start.year, ...parts]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');
}

/**
 * The period of an issue: “first half of 2023” where the date is exactly that, else the date itself.
 * @param date 2023-07/2023-12
 */
export function formatPeriod(date: KnownDate, locale: Locale): string {
  const { start, end } = date;
  const t = translator(locale);
  if (end && start.year === end.year && start.precision === 'month' && end.precision === 'month') {
    if (start.month === 1 && end.month === 6) return t('period.firstHalf', { year: start.year });
    if (start.month === 7 && end.month === 12) return t('period.secondHalf', { year: start.year });
  }
  return formatDate(date, locale);
}

/**
 * Number and period of an issue.
 * @example formatIssue({ number: 2, date: 2023-07/2023-12 }, 'en') // => 'No. 2, second half of 2023'
 */
export function formatIssue(
  { number, date }: { readonly number: number; readonly date: KnownDate },
  locale: Locale,
): string {
  return translator(locale)('issue.label', { number, period: formatPeriod(date, locale) });
}

export function formatNumber(value: number, locale: Locale): string {
  return numberFormat(locale).format(value);
}

function qualified(text: string, qualifier: Qualifier | undefined, locale: Locale): string {
  return qualifier ? translator(locale)(`qualifier.${qualifier}`, { value: text }) : text;
}

/** The exact amount: `exactAmount({ amount: 7200, currency: 'USD' }, 'vi') // => '7.200 đô-la Mỹ'` */
export function exactAmount({ amount, currency, qualifier }: Amount, locale: Locale): string {
  const text = translator(locale)(`currency.${currency}`, {
    count: amount,
    value: formatNumber(amount, locale),
  });
  return qualified(text, qualifier, locale);
}

/**
 * The amount as people say it: millions and more in words, exact with up to two decimals or rounded to four figures.
 * @returns `short` is what to show; `exact` the full figure, or `undefined` when `short` already is exact
 * @example sayAmount({ amount: 182419000, currency: 'VND' }, 'vi') // => { short: '182,4 triệu đồng', exact: '182.419.000 đồng' }
 */
export function sayAmount(amount: Amount, locale: Locale): { short: string; exact: string | undefined } {
  const exact = exactAmount(amount, locale);
  if (amount.amount < 1_000_000) return { short: exact, exact: undefined };
  const compact = (digits: Intl.NumberFormatOptions): string =>
    numberFormat(locale, { notation: 'compact', compactDisplay: 'long', ...digits }).format(amount.amount);
  // Up to two decimals where they say it all, else four figures: “31,25 triệu”, “182,4 triệu”, “1.824亿”.
  const whole = compact({ maximumFractionDigits: 2 });
  const isExact = whole === compact({ maximumFractionDigits: 8 });
  const value = clean(isExact ? whole : compact({ maximumSignificantDigits: 4 }));
  const t = translator(locale);
  // “182,4 millions de dongs”: behind a number in words the plural is that of a million, whatever the exact figure.
  const short = qualified(
    t(`currency.${amount.currency}`, { count: 1_000_000, value }),
    amount.qualifier,
    locale,
  );
  return { short, exact: isExact ? undefined : exact };
}

export function formatTotal(total: AidTotal, locale: Locale): { short: string; exact: string | undefined } {
  return sayAmount({ ...total, qualifier: total.inexact ? 'about' : undefined }, locale);
}

/** `formatCount(350, 'gifts', 'en') // => '350 gifts'` */
export function formatCount(count: number, of: CountedThing, locale: Locale, qualifier?: Qualifier): string {
  // “nearly” belongs to the number, which in Lao and Khmer stands behind the thing: “ຜູ້ແທນ ເກືອບ 200 ຄົນ”.
  const value = qualified(formatNumber(count, locale), qualifier, locale);
  return translator(locale)(`counted.${of}`, { count, value });
}

/**
 * The country's name by `Intl`: `countryName('LA', 'fr') // => 'Laos'`. The one name that the sources themselves
 * write in another way, “Trung Quốc (Đài Loan)”, stands in the dictionaries.
 */
export function countryName(code: string, locale: Locale): string {
  return countryNames(locale)(code);
}

const countryNames = memoize((locale: Locale) =>
  memoize((code: string) =>
    code === 'TW' ? translator(locale)('country.TW') : clean(regionNames(locale).of(code) ?? code),
  ),
);

/** `formatList(['a', 'b', 'c'], 'en') // => 'a, b and c'` */
export function formatList(items: readonly string[], locale: Locale): string {
  return listFormat(locale).format(items);
}

/** Things named one after another, without “and”: `formatSeries(['a', 'b'], 'zh') // => 'a、b'` */
export function formatSeries(items: readonly string[], locale: Locale): string {
  return items.join(translator(locale)('list.separator'));
}

/**
 * What the sources do not say, as the note lists it, whatever the order in the record:
 * `formatUnknown(['people', 'date'], 'en') // => 'the date, the number of people'`
 */
export function formatUnknown(unknown: readonly Unknown[], locale: Locale): string {
  const t = translator(locale);
  const named = unknowns.filter((one) => unknown.includes(one));
  return formatSeries(
    named.map((one) => t(`unknown.${one}`)),
    locale,
  );
}
