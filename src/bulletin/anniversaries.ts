import type { ReferenceEntry } from '../model/entries.ts';
import { lastDay, type KnownDate } from '../model/dates.ts';
import { anniversary, dayIn, isRound } from '../model/occasions.ts';

/** An occasion that has a number of years in the time after an issue. */
export interface Anniversary {
  occasion: ReferenceEntry<'occasions'>;
  years: number;
  /** Five, ten, fifteen … years: kept with more than a wreath. */
  round: boolean;
  /** The day in that year, as far as the day of the beginning is known. */
  date: KnownDate;
}

/** The year that an issue looks ahead to: that of the day after its period. */
export function yearAhead(period: KnownDate): number {
  const next = new Date(`${lastDay(period)}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCFullYear();
}

/**
 * The anniversaries of a year, by day; those of which only the year is known come last. Years are computed from the
 * beginning, never typed. Occasions by the moon have no beginning and no anniversaries.
 */
export function anniversariesIn(
  year: number,
  occasions: readonly ReferenceEntry<'occasions'>[],
): Anniversary[] {
  const key = ({ date: { start } }: Anniversary) => (start.month ?? 13) * 100 + (start.day ?? 0);
  return occasions
    .flatMap((occasion): Anniversary[] => {
      const { since } = occasion.facts;
      const years = anniversary(since, year);
      if (!since || years === undefined) return [];
      return [{ occasion, years, round: isRound(years), date: dayIn(since, year) }];
    })
    .sort((a, b) => key(a) - key(b) || (a.occasion.id < b.occasion.id ? -1 : 1));
}
