import type { ArticleEntry } from '../model/entries.ts';
import { totalAid, type AidTotal } from '../model/aid.ts';
import { countedAid } from './counted-aid.ts';
import { categories, type Category } from '../model/categories.ts';
import { firstDay, lastDay, overlaps, type KnownDate } from '../model/dates.ts';

/** What an issue says in figures of its period. */
export interface Figures {
  activities: number;
  /** Partners that took part in at least one of them. */
  partners: number;
  /** Most first; every activity counts in each of its categories. */
  byCategory: Count<Category>[];
  /** Countries by ISO code, most first; every activity counts in each of its countries. */
  byCountry: Count<string>[];
  /** Ids of unions, most first; every activity counts for each union that took part, by itself or by an association. */
  byUnion: Count<string>[];
  /** Every month of the period, as `2023-07`: the activities whose month is known. Empty for more than a year. */
  byMonth: Count<string>[];
  aid: AidTotal[];
}

export interface Count<Name extends string> {
  name: Name;
  count: number;
}

/** The union that a unit belongs to, by its id; `undefined` for one of no union, such as the cluster itself. */
export type UnionOf = (unit: string) => string | undefined;

/**
 * Counts the activities of a period. An activity of which only “2023” is known may lie outside a half-year of 2023:
 * it is counted only where its whole date lies within the period, or where the period is no finer than the date.
 *
 * @example
 * figuresOf(bulletin.activities, issue.facts.date).byCategory[0] // => { name: 'aid', count: 6 }
 */
export function figuresOf(
  activities: readonly ArticleEntry<'activities'>[],
  period: KnownDate,
  unionOf: UnionOf = (unit) => unit,
): Figures {
  const counted = activities.filter(({ facts }) => facts.date && belongsTo(facts.date, period));
  const order = (name: Category) => categories.indexOf(name);
  return {
    activities: counted.length,
    partners: new Set(counted.flatMap(({ facts }) => facts.partners.map(({ partner }) => partner))).size,
    byCategory: count(counted.map(({ facts }) => facts.categories)).sort(
      (a, b) => b.count - a.count || order(a.name) - order(b.name),
    ),
    byCountry: count(counted.map(({ facts }) => facts.countries)).sort(
      (a, b) => b.count - a.count || (a.name < b.name ? -1 : 1),
    ),
    byUnion: count(counted.map(({ facts }) => facts.units.flatMap(({ unit }) => unionOf(unit) ?? []))).sort(
      (a, b) => b.count - a.count || (a.name < b.name ? -1 : 1),
    ),
    byMonth: byMonth(counted, period),
    aid: totalAid(countedAid(counted)),
  };
}

function byMonth(activities: readonly ArticleEntry<'activities'>[], period: KnownDate): Count<string>[] {
  const [first, last] = [firstDay(period), lastDay(period)].map((day) => {
    const [year = 0, month = 0] = day.split('-').map(Number);
    return 12 * year + month - 1;
  }) as [number, number];
  if (last - first > 11) return [];
  const months = activities.flatMap(({ facts: { date } }) =>
    date && firstDay(date).slice(0, 7) === lastDay(date).slice(0, 7) ? [firstDay(date).slice(0, 7)] : [],
  );
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const month = first + index;
    const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return { name, count: months.filter((one) => one === name).length };
  });
}

/** Whether a date that may be vague belongs to the period: it overlaps, and is not vaguer than the period is long. */
function belongsTo(date: KnownDate, period: KnownDate): boolean {
  const within = firstDay(date) >= firstDay(period) && lastDay(date) <= lastDay(period);
  return within || (overlaps(date, period) && date.start.precision !== 'year');
}

/** How many lists name each name; a name that a list has twice counts once. */
function count<Name extends string>(lists: readonly (readonly Name[])[]): Count<Name>[] {
  const counts = new Map<Name, number>();
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, number]) => ({ name, count: number }));
}
