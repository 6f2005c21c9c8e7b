import { lastDay, sortKey } from '../model/dates.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { isOver, type Today } from '../model/today.ts';
import { folderYear, type Bulletin } from './bulletin.ts';
import { sortedBy } from './indexes.ts';

/** What the unions have announced, seen from the day of the build: what may still come, and what became of the rest. */

type Event = ArticleEntry<'events'>;

/** What tells how an event stands. */
interface DatedEvent {
  readonly id: string;
  readonly facts: Pick<Event['facts'], 'date' | 'activity'>;
}

/**
 * How an event stands. `ahead`: it may still come, or is going on. `reported`: an activity tells of it. `unreported`: its
 * time is over, and nothing in the bulletin tells of it. Without a date its time is over with the year of its folder.
 */
export type EventStanding = 'ahead' | 'reported' | 'unreported';

export function standingOf({ id, facts: { date, activity } }: DatedEvent, today: Today): EventStanding {
  if (activity !== undefined) return 'reported';
  const over = date ? isOver(date, today) : today.whenIs(`${folderYear(id)}-12-31`) === 'past';
  return over ? 'unreported' : 'ahead';
}

/** The year in which an event begins; without a date that of the programme in which it stands. */
export const eventYear = ({ id, facts: { date } }: Event): number => date?.start.year ?? folderYear(id);

/** What became of the events of a year, soonest first. */
export interface PassedProgramme {
  readonly year: number;
  readonly reported: readonly Event[];
  readonly unreported: readonly Event[];
}

export interface Programme {
  /** By the day by which they will be over: what is known to the day before “in the year”, what has no date last. */
  readonly ahead: readonly Event[];
  /** The newest year of which something is over. */
  readonly last: PassedProgramme | undefined;
}

export function programmeOf({ events }: Bulletin, today: Today): Programme {
  const standing = Map.groupBy(events, (event) => standingOf(event, today));
  const { reported = [], unreported = [], ahead = [] } = Object.fromEntries(standing);
  const soonest = sortedBy(ahead, ({ facts }) => (facts.date ? lastDay(facts.date) : '9999'), 'ascending');
  const years = [...reported, ...unreported].map(eventYear);
  const year = Math.max(...years);
  const ofYear = (list: readonly Event[]): Event[] => list.filter((event) => eventYear(event) === year);
  return {
    ahead: soonest,
    last:
      years.length === 0 ? undefined : { year, reported: ofYear(reported), unreported: ofYear(unreported) },
  };
}

/** What passed without a report, for editors: newest first, what has no date last. */
export const overdue = ({ events }: Bulletin, today: Today): Event[] => {
  const passed = events.filter((event) => standingOf(event, today) === 'unreported');
  return sortedBy(passed, ({ id, facts }) => sortKey(facts.date, folderYear(id)), 'descending');
};
