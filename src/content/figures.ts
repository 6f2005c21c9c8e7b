import { currencies, totalAid, type AidTotal, type Currency } from '../domain/aid.ts';
import { folderYear, type Bulletin } from './bulletin.ts';
import { countedAid } from './counted-aid.ts';
import type { ArticleEntry } from './entries.ts';
import { byCountry } from './facets.ts';

/** The numbers that people would rather see than read. Counted from the records, never typed. */

type Activity = ArticleEntry<'activities'>;

export interface YearInFigures {
  readonly year: number;
  readonly activities: number;
  readonly countries: number;
  readonly partners: number;
  /** Activities of the category “visiting delegations”. */
  readonly visits: number;
  /** A line per direction, state and currency: never added together. */
  readonly aid: readonly AidTotal[];
}

/** The newest year that was reported, counted, or `undefined` of a bulletin without activities. */
export function newestYear(bulletin: Bulletin): YearInFigures | undefined {
  if (bulletin.activities.length === 0) return undefined;
  const year = Math.max(...bulletin.activities.map((one) => folderYear(one.id)));
  const activities = bulletin.activities.filter((one) => folderYear(one.id) === year);
  const partners = activities.flatMap((one) => one.facts.partners.map((part) => part.partner));
  return {
    year,
    activities: activities.length,
    countries: byCountry(activities).length,
    partners: new Set(partners).size,
    visits: activities.filter((one) => one.facts.categories.includes('delegation-in')).length,
    aid: totalAid(countedAid(activities)),
  };
}

/** Aid from abroad by state, a list for each currency in which some was stated. */
export function aidByCurrency(
  activities: readonly Activity[],
): { currency: Currency; totals: readonly AidTotal[] }[] {
  const all = totalAid(countedAid(activities)).filter((one) => one.direction === 'in');
  return currencies
    .map((currency) => ({ currency, totals: all.filter((one) => one.currency === currency) }))
    .filter((one) => one.totals.length > 0);
}

/**
 * The year after the last one reported: the one whose anniversaries lie ahead in the bulletin. Not the clock's year,
 * so that the same content makes the same pages on every day.
 */
export function comingYear(bulletin: Bulletin): number {
  const reported = [
    ...bulletin.issues.map(({ facts }) => (facts.date.end ?? facts.date.start).year),
    ...bulletin.activities.map((one) => folderYear(one.id)),
  ];
  return Math.max(0, ...reported) + 1;
}
