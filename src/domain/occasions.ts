/** Days that come back: festivals, national days, the founding of relations. Years are computed, never typed. */

export const occasionKinds = ['holiday', 'national-day', 'relations', 'historical'] as const;
export type OccasionKind = (typeof occasionKinds)[number];

/** The calendar by which the day is found. Lunar and Buddhist days are not converted: the sources do not do so. */
export const calendars = ['gregorian', 'lunar', 'buddhist'] as const;

/**
 * Number of years from `since` (an EDTF date or year) to the occasion in `year`, or `undefined` when the occasion
 * has no beginning (a festival) or `year` is not after it.
 * @example anniversary('1973-09-21', 2023) // => 50
 */
export function anniversary(since: string | undefined, year: number): number | undefined {
  if (since === undefined) return undefined;
  const years = year - Number(since.slice(0, 4));
  return years > 0 ? years : undefined;
}
