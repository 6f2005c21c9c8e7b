import type { ReferenceEntry } from '../model/entries.ts';
import { lastDay, type KnownDate } from '../model/dates.ts';
import { anniversary, dayIn, isRound, nextRound } from '../model/occasions.ts';
import { isOver, type Today } from '../model/today.ts';

/** An occasion that has a number of years. */
export interface Anniversary {
  occasion: ReferenceEntry<'occasions'>;
  years: number;
  /** Five, ten, fifteen … years: kept with more than a wreath. */
  round: boolean;
  /** The day in that year, as far as the day of the beginning is known. */
  date: KnownDate;
}

/** The anniversary of an occasion in a year; `undefined` where it has no beginning or the year is not after it. */
function anniversaryIn(occasion: ReferenceEntry<'occasions'>, year: number): Anniversary | undefined {
  const { since } = occasion.facts;
  const years = anniversary(since, year);
  return since === undefined || years === undefined
    ? undefined
    : { occasion, years, round: isRound(years), date: dayIn(since, year) };
}

/** By day; those of which less is known stand behind the days that they may mean. */
function byDay(anniversaries: readonly Anniversary[]): Anniversary[] {
  const key = ({ date }: Anniversary): string => lastDay(date) + date.start.precision;
  return anniversaries.toSorted((a, b) =>
    key(a) === key(b) ? (a.occasion.id < b.occasion.id ? -1 : 1) : key(a) < key(b) ? -1 : 1,
  );
}

/**
 * The anniversaries of a year, by day; those of which only the year is known come last. Years are computed from the
 * beginning, never typed. Occasions by the moon have no beginning and no anniversaries.
 */
export function anniversariesIn(
  year: number,
  occasions: readonly ReferenceEntry<'occasions'>[],
): Anniversary[] {
  return byDay(occasions.flatMap((occasion) => anniversaryIn(occasion, year) ?? []));
}

/** The next anniversary of an occasion: today's, or the first that has not passed. */
export function nextAnniversary(
  occasion: ReferenceEntry<'occasions'>,
  today: Today,
): Anniversary | undefined {
  const thisYear = anniversaryIn(occasion, today.year);
  return thisYear && !isOver(thisYear.date, today) ? thisYear : anniversaryIn(occasion, today.year + 1);
}

/** The next anniversary of each occasion: those of the twelve months that begin today. By day. */
export const anniversariesAhead = (
  occasions: readonly ReferenceEntry<'occasions'>[],
  today: Today,
): Anniversary[] => byDay(occasions.flatMap((occasion) => nextAnniversary(occasion, today) ?? []));

/** The next round anniversary of an occasion. */
export function roundAhead(occasion: ReferenceEntry<'occasions'>, today: Today): Anniversary | undefined {
  const next = nextAnniversary(occasion, today);
  const round = next && nextRound(occasion.facts.since, next.date.start.year);
  return round && anniversaryIn(occasion, round.year);
}

/** The round anniversaries of each occasion that come later than its next one, by day. */
export const roundsAhead = (occasions: readonly ReferenceEntry<'occasions'>[], today: Today): Anniversary[] =>
  byDay(
    occasions.flatMap((occasion) =>
      nextAnniversary(occasion, today)?.round === false ? (roundAhead(occasion, today) ?? []) : [],
    ),
  );
