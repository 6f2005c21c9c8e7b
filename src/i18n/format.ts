import type { AidTotal, Amount, CountedThing, Currency, Qualifier } from '../model/aid.ts';
import type { DatePoint, KnownDate } from '../model/dates.ts';
import type { calendars } from '../model/occasions.ts';
import { locales, type Locale } from '../model/locales.ts';
import { memoize } from '../model/memoize.ts';
import type { Plan } from '../model/plans.ts';
import { unknowns, type Unknown } from '../model/unknowns.ts';
import { dateFormat, listFormat, numberFormat, regionNames } from './intl.ts';
import { dictionaries, translator } from './translate.ts';

/**
 * Facts as people write them, in six languages: all through `Intl` and the dictionaries. Dates are calendar days;
 * they are formatted in UTC because they are built in UTC and carry no time of day.
 */

/** ICU puts zero-width spaces into Lao and Khmer names; browsers break those scripts by dictionary without them. */
const clean = (text: string): string => text.replaceAll('\u200B', '');

const toDate = ({ year, month = 1, day = 1 }: DatePoint): Date => new Date(Date.UTC(year, month - 1, day));

/** `ordinal(2, 'en') // => '2nd'`, `ordinal(1, 'fr') // => '1er'`; the other languages count with the figure alone. */
const ordinal = (count: number, locale: Locale): string =>
  translator(locale)('date.ordinal', { count, ordinal: true });

/** Figure or name of a month as it stands in a date: “tháng 11”, “November”, “11”. */
const monthName = ({ year, month = 1 }: DatePoint, locale: Locale): string => {
  const format = dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' });
  const parts = format.formatToParts(toDate({ year, month, precision: 'month', approximate: false }));
  return clean(parts.find(({ type }) => type === 'month')?.value ?? '');
};

/** “1er” in French, the figure alone elsewhere. */
const dayNumber = ({ day = 1 }: DatePoint, locale: Locale): string =>
  translator(locale)('date.dayNumber', { count: day, ordinal: true });

const quarterNumber = ({ month = 1 }: DatePoint, locale: Locale): string =>
  translator(locale)(`date.quarterNumber.${Math.ceil(month / 3) as 1 | 2 | 3 | 4}`);

/** A point without its year, as it stands in a range that names the year once. */
function formatWithinYear(point: DatePoint, locale: Locale): string {
  const t = translator(locale);
  if (point.precision === 'quarter')
    return t('date.quarterOfYear', { quarter: quarterNumber(point, locale) });
  const month = monthName(point, locale);
  return point.precision === 'month'
    ? t('date.monthOfYear', { month })
    : t('date.dayOfMonth', { day: dayNumber(point, locale), month });
}

function formatPoint(point: DatePoint, locale: Locale): string {
  const t = translator(locale);
  const { year, precision } = point;
  const say = (): string => {
    if (precision === 'year') return t('date.year', { year });
    if (precision === 'quarter') return t('date.quarter', { quarter: quarterNumber(point, locale), year });
    const month = monthName(point, locale);
    return precision === 'month'
      ? t('date.month', { month, year })
      : t('date.day', { day: dayNumber(point, locale), month, year });
  };
  return point.approximate ? t('date.about', { date: say() }) : say();
}

/** A range names what its ends share once: “2–4 November 2023”, “tháng 11 – tháng 12 năm 2023”. */
function formatRange(start: DatePoint, end: DatePoint, locale: Locale): string {
  const t = translator(locale);
  const alike = start.precision === end.precision && !start.approximate && !end.approximate;
  if (alike && start.precision === 'year') return t('date.years', { from: start.year, to: end.year });
  if (!alike || start.year !== end.year)
    return t('date.between', { from: formatPoint(start, locale), to: formatPoint(end, locale) });
  const { year } = start;
  if (start.precision === 'day' && start.month === end.month) {
    const [from, to] = [dayNumber(start, locale), dayNumber(end, locale)];
    return t('date.daysOfMonth', { from, to, month: monthName(start, locale), year });
  }
  const [from, to] = [formatWithinYear(start, locale), formatWithinYear(end, locale)];
  return t('date.withinYear', { from, to, year });
}

/**
 * A date exactly as far as it is known: a day, a range, a month, a quarter, a year, “about”, “planned for”. The month
 * is named by `Intl`, the rest by the dictionaries: CLDR’s patterns are not how newspapers write (“2 tháng 11, 2023”).
 * @example formatDate(parse('2023-08'), 'vi') // => 'tháng 8 năm 2023'
 */
export function formatDate(
  { start, end }: KnownDate,
  locale: Locale,
  { plan }: { plan?: Plan | undefined } = {},
): string {
  const date = end ? formatRange(start, end, locale) : formatPoint(start, locale);
  return plan ? translator(locale)(`date.${plan}`, { date }) : date;
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
  // Any year will do: the month alone is asked for.
  return formatWithinYear({ precision: 'day', year: 2024, month, day: date, approximate: false }, locale);
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

/** CLDR has the English loan for 10⁹ in Khmer; the bulletin's texts count in thousands of millions. */
const thousandMillionsInKhmer = 'ពាន់លាន';

/**
 * A number that ends in a word, with its currency: “182,4 millions de dongs”, where the plural is that of a million
 * whatever the exact figure. In scripts without spaces between words none stands between the two: “3,4 ຕື້ດົ່ງ”.
 */
function inCurrency(value: string, currency: Currency, locale: Locale): string {
  const mark = '\u0001';
  const pattern = translator(locale)(`currency.${currency}`, { count: 1_000_000, value: mark });
  const { script } = locales[locale];
  const spaced = script === 'Laoo' || script === 'Khmr' ? pattern.replace(`${mark} `, mark) : pattern;
  return spaced.replace(mark, () => value);
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
    numberFormat(locale, { notation: 'compact', compactDisplay: 'long', ...digits })
      .format(amount.amount)
      .replace('ប៊ីលាន', thousandMillionsInKhmer);
  // Up to two decimals where they say it all, else four figures: “31,25 triệu”, “182,4 triệu”, “1.824亿”.
  const whole = compact({ maximumFractionDigits: 2 });
  const isExact = whole === compact({ maximumFractionDigits: 8 });
  const value = clean(isExact ? whole : compact({ maximumSignificantDigits: 4 }));
  const short = qualified(inCurrency(value, amount.currency, locale), amount.qualifier, locale);
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
 * The number of things that are counted and what they are, apart.
 * @example countParts(350, 'gifts', 'en') // => { value: '350', words: 'gifts' }
 */
export function countParts(
  count: number,
  of: CountedThing,
  locale: Locale,
  qualifier?: Qualifier,
): { readonly value: string; readonly words: string } {
  const mark = '\u0001';
  const words = translator(locale)(`counted.${of}`, { count, value: mark });
  return {
    value: qualified(formatNumber(count, locale), qualifier, locale),
    words: words.replace(mark, '').replace(/\s+/g, ' ').trim(),
  };
}

/**
 * The country's name: `countryName('LA', 'fr') // => 'Laos'`. The dictionaries have those that the texts of the bulletin
 * call by another name than `Intl` (`country.*`), and what the sources write as “Trung Quốc (Đài Loan)”.
 */
export function countryName(code: string, locale: Locale): string {
  return countryNames(locale)(code);
}

const countryNames = memoize((locale: Locale) =>
  memoize((code: string) => {
    const own: Readonly<Record<string, string>> = dictionaries[locale];
    return own[`country.${code}`] ?? clean(regionNames(locale).of(code) ?? code);
  }),
);

/** `formatList(['a', 'b', 'c'], 'en') // => 'a, b and c'` */
export function formatList(items: readonly string[], locale: Locale): string {
  return listFormat(locale).format(items);
}

/** Things named one after another, without “and”, with the separator of the language: `formatSeries(['a', 'b'], 'zh') // => 'a、b'` */
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

/** A name with its value: `formatPair('Lào', '12', 'fr') // => 'Lào : 12'` */
export function formatPair(label: string, value: string, locale: Locale): string {
  return translator(locale)('list.pair', { label, value });
}
