import {
  aidStates,
  currencies,
  totalAid,
  type Aid,
  type AidState,
  type AidTotal,
  type Currency,
} from '../model/aid.ts';
import { folderYear, type Bulletin } from './bulletin.ts';
import { countedAid } from './counted-aid.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { byCountry, byYear } from './facets.ts';

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

/** A year of these activities, counted. */
export function yearInFigures(year: number, all: readonly Activity[]): YearInFigures {
  const activities = all.filter((one) => folderYear(one.id) === year);
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

/** The newest year of these activities, counted, or `undefined` where there are none. */
export function newestYear({ activities }: { activities: readonly Activity[] }): YearInFigures | undefined {
  if (activities.length === 0) return undefined;
  return yearInFigures(Math.max(...activities.map((one) => folderYear(one.id))), activities);
}

export interface AidOfYear {
  readonly year: number;
  readonly aid: readonly Aid[];
}

/** The aid that counts (`counted-aid.ts`), newest year first; years without any are left out. */
export function aidByYear(activities: readonly Activity[]): AidOfYear[] {
  return byYear(activities)
    .map(({ value: year, entries }) => ({ year, aid: countedAid(entries) }))
    .filter(({ aid }) => aid.length > 0);
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

export interface UnionAid {
  readonly unit: string;
  readonly year: number;
  readonly total: AidTotal;
}

/**
 * Aid from abroad by union and year, a list for each currency and state, unions in the order of the cluster's report
 * and years newest first. Aid to several unions states no shares and is left out.
 */
export function aidByUnion(
  bulletin: Bulletin,
): { currency: Currency; state: AidState; rows: readonly UnionAid[] }[] {
  const rows = bulletin.unions.flatMap((unit) => {
    const ids = [unit.id, ...bulletin.associationsOf(unit.id).map((one) => one.id)];
    const alone = bulletin.activities.filter(
      ({ facts }) => facts.units.length > 0 && facts.units.every((part) => ids.includes(part.unit)),
    );
    return byYear(alone).flatMap(({ value: year, entries }) =>
      totalAid(countedAid(entries))
        .filter((total) => total.direction === 'in')
        .map((total) => ({ unit: unit.id, year, total })),
    );
  });
  return currencies
    .flatMap((currency) =>
      aidStates.map((state) => ({
        currency,
        state,
        rows: rows.filter(({ total }) => total.currency === currency && total.state === state),
      })),
    )
    .filter((one) => one.rows.length > 0);
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
