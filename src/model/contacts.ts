/**
 * How a union is reached. People write telephone numbers, addresses and hours in many ways; here they are read into the
 * one that a machine follows, or into nothing where they lead nowhere.
 */

/** What whoever leads a union is called. */
export const headPositions = ['chair', 'vice-chair'] as const;

/** As schema.org shortens them, from Monday. */
export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type Weekday = (typeof weekdays)[number];

/** When an office is open on the days named. */
export interface OpenHours {
  readonly days: readonly Weekday[];
  /** `07:30` */
  readonly opens: string;
  readonly closes: string;
}

/** Landlines have an area code of 02, mobile numbers the prefixes that the ministry has given out. */
const national = /^0(?:2\d{9}|(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7})$/;

/** Numbers that are dialled as they are, within the country only. */
const serviceNumber = /^1[89]00\d{4,6}$/;

const digitsOf = (typed: string): string => typed.replace(/[\s.()\u2010-\u2015-]/gu, '');

/**
 * What a telephone dials, or `undefined` for what is no number of Viet Nam or of the world.
 * @example phoneLink('0233 3000 000') // => 'tel:+842333000000'
 */
export function phoneLink(typed: string): string | undefined {
  const digits = digitsOf(typed);
  if (national.test(digits)) return `tel:+84${digits.slice(1)}`;
  if (serviceNumber.test(digits)) return `tel:${digits}`;
  if (digits.startsWith('+84')) return national.test(`0${digits.slice(3)}`) ? `tel:${digits}` : undefined;
  return /^\+[1-9]\d{7,14}$/.test(digits) ? `tel:${digits}` : undefined;
}

/** Area codes of before 2017 that are not taken for a mobile number today (decision 2036/QĐ-BTTTT of 2016). */
const formerAreaCodes: Readonly<Record<string, string>> = {
  '0500': '0262',
  '0510': '0235',
  '0511': '0236',
  '053': '0233',
  '054': '0234',
  '057': '0257',
};

/**
 * A number that cannot be dialled, as it was meant: with its plus sign, with the area code of today.
 * @example phoneMeant('84 233 3000 000') // => '+84 233 3000 000'
 */
export function phoneMeant(typed: string): string | undefined {
  const digits = digitsOf(typed);
  const former = Object.keys(formerAreaCodes).find((code) => digits.startsWith(code));
  const meant = [
    typed.trim().replace(/^(?:00)?84/, '+84'),
    digits.replace(/^\+?(?:00)?840/, '0'),
    ...(former === undefined ? [] : [formerAreaCodes[former] + digits.slice(former.length)]),
  ];
  return meant.find((one) => phoneLink(one) !== undefined);
}

/** One mailbox, without a name around it. */
export const isEmail = (typed: string): boolean =>
  /^(?!\.)(?!.*\.\.)[\w.!#$%&'*+/=?^`{|}~-]+(?<!\.)@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i.test(
    typed,
  );

/** @example emailMeant('mailto:van-phong @ hoi.example.') // => 'van-phong@hoi.example' */
export function emailMeant(typed: string): string | undefined {
  const meant = typed
    .replace(/^mailto:/i, '')
    .replace(/^.*<(.+)>$/, '$1')
    .replace(/\s*(?:\(at\)|\[at\]|\(a\)|@)\s*/i, '@')
    .replace(/[.,;\s]+$/, '');
  return isEmail(meant) ? meant : undefined;
}

/** The address of a public web site, with the way in which it is reached. */
export function isWebsite(typed: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(typed)) return false;
  const url = URL.parse(typed);
  return (
    url !== null && url.username === '' && /\.(?:[a-z]{2,}|xn--[a-z\d-]+)$/.test(url.hostname.toLowerCase())
  );
}

/** @example websiteMeant('www.hoi.example') // => 'https://www.hoi.example' */
export function websiteMeant(typed: string): string | undefined {
  const meant = `https://${typed.trim().replace(/^(?:https?:?)?\/*/i, '')}`;
  return isWebsite(meant) ? meant : undefined;
}

export const isTimeOfDay = (typed: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(typed);

/** @example timeMeant('7h30') // => '07:30' */
export function timeMeant(typed: string): string | undefined {
  const [, hours, minutes] =
    /^(\d{1,2})\s*(?::|\.|h|g|giờ)?\s*(\d{2})?\s*(?:phút|p)?$/iu.exec(typed.trim()) ?? [];
  if (hours === undefined) return undefined;
  const meant = `${hours.padStart(2, '0')}:${minutes || '00'}`;
  return isTimeOfDay(meant) ? meant : undefined;
}

/** Days that follow each other, as first and last; a day by itself is both. */
export function dayRuns(days: readonly Weekday[]): readonly (readonly [Weekday, Weekday])[] {
  const runs: [number, number][] = [];
  for (const [at, day] of weekdays.entries()) {
    if (!days.includes(day)) continue;
    const last = runs.at(-1);
    if (last?.[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  }
  return runs.map(([first, last]) => [weekdays[first] as Weekday, weekdays[last] as Weekday]);
}

/**
 * Hours in the words of schema.org (https://schema.org/openingHours).
 * @example openingHours({ days: ['mo', 'tu', 'we'], opens: '07:30', closes: '11:30' }) // => 'Mo-We 07:30-11:30'
 */
export function openingHours({ days, opens, closes }: OpenHours): string {
  const short = (day: Weekday): string => day.charAt(0).toUpperCase() + day.slice(1);
  const runs = dayRuns(days).map(([first, last]) =>
    first === last ? short(first) : `${short(first)}-${short(last)}`,
  );
  return `${runs.join(',')} ${opens}-${closes}`;
}
