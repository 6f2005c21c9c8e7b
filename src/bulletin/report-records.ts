import { exactDays, firstDay, lastDay, type KnownDate } from '../model/dates.ts';
import type { ArticleEntry, ReferenceEntry } from '../model/entries.ts';
import { liesIn, nextPeriod } from '../model/periods.ts';
import { planOf } from '../model/plans.ts';
import { folderYear, type Bulletin } from './bulletin.ts';
import { sortedBy } from './indexes.ts';

/** Which records a report of a union, or of the cluster, is about. */

type Activity = ArticleEntry<'activities'>;
type Event = ArticleEntry<'events'>;
type Unit = ReferenceEntry<'units'>;

export interface ReportRecords {
  /** What happened in the period, by date; what has a vague date behind the days of it, what has none last. */
  readonly activities: readonly Activity[];
  /** Of the year, but nobody says in which part of it: for a report of less than a year. */
  readonly undated: readonly Activity[];
  /** What lies ahead: planned for the period or the next one, or without a date, and not reported yet. */
  readonly plans: readonly Event[];
}

/** The unions that a report tells of: of the cluster all of its unions, in the order of its report. */
export function unionsOf(bulletin: Bulletin, unit: Unit): readonly Unit[] {
  return unit.facts.kind === 'cluster'
    ? bulletin.unions.filter((one) => one.facts.parent === unit.id)
    : [unit];
}

/** The units whose records are a report's own: the cluster itself, too. */
const concerned = (bulletin: Bulletin, unit: Unit): readonly Unit[] =>
  unit.facts.kind === 'cluster' ? [unit, ...unionsOf(bulletin, unit)] : [unit];

/** The year of a record without a date is all that is known of its time. */
const timeOf = ({ id, facts }: Activity | Event): KnownDate =>
  facts.date ?? { start: { precision: 'year', year: folderYear(id), approximate: false } };

const orderOf = ({ facts: { date } }: Activity | Event): string =>
  date === undefined ? '9999' : (exactDays(date)?.first ?? `${lastDay(date)}~`);

/** The union that a unit is, or is an association of. */
export function unionOf(bulletin: Bulletin, unit: string): string {
  const { kind, parent } = bulletin.find('units', unit)?.facts ?? {};
  return kind === 'association' && parent !== undefined ? parent : unit;
}

export function reportRecords(bulletin: Bulletin, unit: Unit, period: KnownDate): ReportRecords {
  const units = concerned(bulletin, unit);
  const activities = [...new Set(units.flatMap((one) => bulletin.activitiesOfUnit(one.id)))];
  const events = [...new Set(units.flatMap((one) => bulletin.eventsOfUnit(one.id)))];
  const horizon = lastDay(nextPeriod(period));
  const ahead = (event: Event): boolean =>
    planOf(event) !== undefined &&
    firstDay(timeOf(event)) <= horizon &&
    lastDay(timeOf(event)) >= firstDay(period);
  const inPeriod = (place: 'in' | 'unknown') =>
    activities.filter((one) => liesIn(timeOf(one), period) === place);
  return {
    activities: sortedBy(inPeriod('in'), orderOf, 'ascending'),
    undated: sortedBy(inPeriod('unknown'), orderOf, 'ascending'),
    plans: sortedBy(events.filter(ahead), orderOf, 'ascending'),
  };
}

/**
 * What people wrote for this report, and the latest of the unit's reports before it: its outline is the union's own.
 */
export function reportsOf(
  bulletin: Bulletin,
  unit: string,
  period: KnownDate,
): {
  readonly own: ReferenceEntry<'reports'> | undefined;
  readonly before: ReferenceEntry<'reports'> | undefined;
} {
  const all = bulletin.entries.reports.filter((one) => one.facts.unit === unit);
  const key = (date: KnownDate): string => `${firstDay(date)} ${lastDay(date)}`;
  const own = all.find((one) => key(one.facts.period) === key(period));
  const others = all.filter((one) => one !== own && one.facts.sections.length > 0);
  // A later report is a better model than none: a union that reports on last year keeps its own order.
  const [before] = sortedBy(others, ({ facts }) => lastDay(facts.period), 'descending').sort(
    (a, b) => Number(key(a.facts.period) > key(period)) - Number(key(b.facts.period) > key(period)),
  );
  return { own, before };
}
