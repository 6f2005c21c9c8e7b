import type { DatePoint, KnownDate } from '../model/dates.ts';
import type { ArticleEntry, Entries } from '../model/entries.ts';

/**
 * A large bulletin in memory, made of the real one: activities, stories, events and partners copied, each copy in other
 * years and among partners of its own; the rest as it is. So a partner keeps its number of activities, and a union, a
 * country or a category has more and more.
 */

/** Years that a copy lies before its original. By four, so that a 29 February stays a day. */
const yearsBefore = (copy: number): number => 4 * (copy % 6);

function movedPoint(point: DatePoint, copy: number): DatePoint {
  return { ...point, year: point.year - yearsBefore(copy) };
}

function moved(date: KnownDate | undefined, copy: number): KnownDate | undefined {
  return (
    date && { start: movedPoint(date.start, copy), ...(date.end && { end: movedPoint(date.end, copy) }) }
  );
}

/** `copyInYear('2023/don-hvpf', 2) // => '2015/don-hvpf-2'` */
const copyInYear = (id: string, copy: number): string =>
  `${Number(id.slice(0, 4)) - yearsBefore(copy)}${id.slice(4)}-${copy}`;
const copyOfPartner = (id: string, copy: number): string => `${id}-${copy}`;
const withPartner = <Part extends { partner: string }>(parts: readonly Part[], copy: number): Part[] =>
  parts.map((part) => ({ ...part, partner: copyOfPartner(part.partner, copy) }));

function copiesOf(
  entries: Entries,
  copy: number,
): Pick<Entries, 'activities' | 'stories' | 'events' | 'partners'> {
  const inYear = (id: string): string => copyInYear(id, copy);
  return {
    activities: entries.activities.map((one): ArticleEntry<'activities'> => ({
      ...one,
      id: inYear(one.id),
      facts: {
        ...one.facts,
        date: moved(one.facts.date, copy),
        partners: withPartner(one.facts.partners, copy),
        partOf: one.facts.partOf === undefined ? undefined : inYear(one.facts.partOf),
      },
    })),
    stories: entries.stories.map((one): ArticleEntry<'stories'> => ({
      ...one,
      id: inYear(one.id),
      facts: {
        ...one.facts,
        date: moved(one.facts.date, copy),
        about: {
          ...one.facts.about,
          activities: one.facts.about.activities.map(inYear),
          partners: one.facts.about.partners.map((id) => copyOfPartner(id, copy)),
        },
      },
    })),
    events: entries.events.map((one): ArticleEntry<'events'> => ({
      ...one,
      id: inYear(one.id),
      facts: {
        ...one.facts,
        date: moved(one.facts.date, copy),
        partners: withPartner(one.facts.partners, copy),
        activity: one.facts.activity === undefined ? undefined : inYear(one.facts.activity),
      },
    })),
    partners: entries.partners.map((one) => ({ ...one, id: copyOfPartner(one.id, copy) })),
  };
}

/** How many records there are, over all collections. */
export function recordCount(entries: Entries): number {
  return Object.values(entries).reduce((sum, list) => sum + list.length, 0);
}

/**
 * As many records as whole copies of the real ones come nearest to.
 * @param entries the real ones, which are among the result
 */
export function generateEntries(entries: Entries, records: number): Entries {
  const real = recordCount(entries);
  const ofCopy = Object.values(copiesOf(entries, 1)).reduce((sum, list) => sum + list.length, 0);
  const copies = Array.from({ length: Math.max(0, Math.round((records - real) / ofCopy)) }, (_, index) =>
    copiesOf(entries, index + 1),
  );
  return {
    ...entries,
    activities: [entries, ...copies].flatMap((one) => one.activities),
    stories: [entries, ...copies].flatMap((one) => one.stories),
    events: [entries, ...copies].flatMap((one) => one.events),
    partners: [entries, ...copies].flatMap((one) => one.partners),
  };
}
