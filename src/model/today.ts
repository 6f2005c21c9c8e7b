import { lastDay, type KnownDate } from './dates.ts';
import { noteRead } from './reads.ts';

/**
 * The day for which something is made, one for a whole build. Nobody is told which it is: only the year, and whether another
 * day lies before or after it. So on a new day a page is made again if one of its own days has passed, and is kept
 * otherwise (`build/page-keys.ts`).
 */

/** Where a day lies, seen from today. */
export type When = 'past' | 'now' | 'ahead';

export interface Today {
  readonly year: number;
  /** @param day `YYYY-MM-DD`, in Viet Nam */
  whenIs(day: string): When;
}

const yearOf = (today: string): number => Number(today.slice(0, 4));
const whenIs = (today: string, day: string): When => (day < today ? 'past' : day > today ? 'ahead' : 'now');

/** The day `YYYY-MM-DD` as today. It notes what is asked of it. */
export function todayIs(today: string): Today {
  return {
    get year() {
      noteRead('today year');
      return yearOf(today);
    },
    whenIs(day) {
      noteRead(`today ${day}`);
      return whenIs(today, day);
    },
  };
}

/**
 * What is read of a day under a name that was noted, without its beginning.
 * @example readOfToday('2026-11-29', 'year') // => 2026
 * @example readOfToday('2026-11-29', '2024-08-13') // => 'past'
 */
export const readOfToday = (today: string, asked: string): number | When =>
  asked === 'year' ? yearOf(today) : whenIs(today, asked);

/** Whether a time is over: every day that it may mean has passed. */
export const isOver = (date: KnownDate, today: Today): boolean => today.whenIs(lastDay(date)) === 'past';
