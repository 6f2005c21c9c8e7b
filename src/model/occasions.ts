import type { KnownDate } from './dates.ts';

/** Days that come back: festivals, national days, the founding of relations. Years are computed, never typed. */

export const occasionKinds = ['holiday', 'national-day', 'relations', 'historical'] as const;

/** The calendar by which the day is found. Lunar and Buddhist days are not converted: the sources do not do so. */
export const calendars = ['gregorian', 'lunar', 'buddhist'] as const;

/**
 * Number of years from `since` to the occasion in `year`, or `undefined` when the occasion has no beginning (a
 * festival) or `year` is not after it.
 * @example anniversary(1973-09-21, 2023) // => 50
 */
export function anniversary(since: KnownDate | undefined, year: number): number | undefined {
  if (since === undefined) return undefined;
  const years = year - since.start.year;
  return years > 0 ? years : undefined;
}

/** Every fifth year, as delegations and embassies keep them. */
const roundStep = 5;

/** True for an anniversary that is kept with more than a wreath: `isRound(50)`. */
export function isRound(years: number): boolean {
  return years % roundStep === 0;
}

/**
 * The first round anniversary in `from` or later.
 * @example nextRound(1973-09-21, 2024) // => { year: 2028, years: 55 }
 */
export function nextRound(
  since: KnownDate | undefined,
  from: number,
): { year: number; years: number } | undefined {
  if (since === undefined) return undefined;
  const beginning = since.start.year;
  const years = Math.max(roundStep, Math.ceil((from - beginning) / roundStep) * roundStep);
  return { year: beginning + years, years };
}

/** The day on which an occasion that began on `since` is kept in `year`, as exactly as the beginning is known. */
export function dayIn({ start }: KnownDate, year: number): KnownDate {
  return { start: { ...start, year } };
}
