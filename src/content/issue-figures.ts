import type { ArticleEntry } from './entries.ts';
import { totalAid, type AidTotal } from '../domain/aid.ts';
import { countedAid } from './counted-aid.ts';
import { categories, type Category } from '../domain/categories.ts';
import { firstDay, lastDay, overlaps, type KnownDate } from '../domain/dates.ts';

/** What an issue says in figures of its period. */
export interface Figures {
  activities: number;
  /** Partners that took part in at least one of them. */
  partners: number;
  /** Most first; every activity counts in each of its categories. */
  byCategory: Count<Category>[];
  /** Countries by ISO code, most first; every activity counts in each of its countries. */
  byCountry: Count<string>[];
  aid: AidTotal[];
}

export interface Count<Name extends string> {
  name: Name;
  count: number;
}

/**
 * Counts the activities of a period. An activity of which only “2023” is known may lie outside a half-year of 2023:
 * it is counted only where its whole date lies within the period, or where the period is no finer than the date.
 *
 * @example
 * figuresOf(bulletin.activities, issue.facts.date).byCategory[0] // => { name: 'aid', count: 6 }
 */
export function figuresOf(activities: readonly ArticleEntry<'activities'>[], period: KnownDate): Figures {
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
    aid: totalAid(countedAid(counted)),
  };
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
