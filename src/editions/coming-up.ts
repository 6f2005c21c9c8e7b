import { anniversariesIn } from '../bulletin/anniversaries.ts';
import { entryName, folderYear, textIn, type Bulletin } from '../bulletin/bulletin.ts';
import { calendarOf } from '../bulletin/calendar.ts';
import { openProjects } from '../bulletin/projects.ts';
import { unionOf } from '../bulletin/report-records.ts';
import { formatDate, formatPeriod, formatSeries } from '../i18n/format.ts';
import { firstDay, lastDay, type KnownDate } from '../model/dates.ts';
import { entryPath, type ArticleEntry } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import { nameIn, type LocalText } from '../model/names.ts';
import { nextPeriod } from '../model/periods.ts';
import { planOf } from '../model/plans.ts';
import type { LinkedText } from './facts.ts';

/**
 * What an issue looks ahead to: the events and anniversaries of the period that follows its own and is as long, so that
 * none of them stands in two issues, and projects that look for a donor. What is known to the year alone stands in the
 * issue that looks ahead to its January.
 */
export interface ComingUp {
  /** “first half of 2024” */
  readonly period: string;
  /** As on a wall calendar: months, each before the quarter that it ends. */
  readonly events: readonly (LinkedText & {
    /** “in the second quarter of 2024” */
    readonly when: string;
  })[];
  /** What is planned for a year and no month is known of, by union. */
  readonly plans: {
    /** The year, where it begins in the period. */
    readonly year: number;
    readonly byUnion: readonly { readonly union: LocalText; readonly events: readonly LinkedText[] }[];
  };
  readonly anniversaries: readonly (LinkedText & {
    readonly when: string;
    /** How many years. */
    readonly years: number;
    /** Five, ten, fifteen … years. */
    readonly round: boolean;
  })[];
  /** Projects that a donor can still help, of those that can be read in the language. */
  readonly projects: readonly (LinkedText & { readonly where: string })[];
}

type Event = ArticleEntry<'events'>;

export function comingUp(bulletin: Bulletin, issue: ArticleEntry<'issues'>, locale: Locale): ComingUp {
  const { date } = issue.facts;
  const ahead = nextPeriod(date);
  const isAhead = isWithin(ahead);
  const events = bulletin.events.filter((event) => isAhead(dayOf(event)));
  const dated = ({ facts }: Event) => facts.date !== undefined && facts.date.start.precision !== 'year';
  return {
    period: formatPeriod(ahead, locale),
    events: calendarRows(
      events.filter((event) => dated(event)),
      locale,
    ),
    plans: {
      year: lastYear(ahead),
      byUnion: plansByUnion(
        bulletin,
        events.filter((event) => !dated(event)),
        locale,
      ),
    },
    anniversaries: [...new Set([ahead.start.year, lastYear(ahead)])]
      .flatMap((year) => anniversariesIn(year, bulletin.entries.occasions))
      .filter((one) => isAhead(firstDay(one.date)))
      .map((one) => ({
        ...entryName(one.occasion, locale),
        path: entryPath('occasions', one.occasion.id),
        when: formatDate(one.date, locale),
        years: one.years,
        round: one.round,
      })),
    projects: openProjects(bulletin, (date.end ?? date.start).year).flatMap(({ id, facts, texts }) => {
      const text = texts[locale];
      if (!text) return [];
      const where = formatSeries(
        facts.places.map((place) => entryName(bulletin.get('places', place), locale).text),
        locale,
      );
      return [{ text: text.title, lang: locale, path: entryPath('projects', id), where }];
    }),
  };
}

/** Whether nothing is there to be printed. */
export const isEmpty = ({ events, plans, anniversaries, projects }: ComingUp): boolean =>
  events.length + plans.byUnion.length + anniversaries.length + projects.length === 0;

const lastYear = ({ start, end }: KnownDate): number => (end ?? start).year;

const isWithin =
  (period: KnownDate) =>
  (day: string): boolean =>
    day >= firstDay(period) && day <= lastDay(period);

/** The first day that it may be on; of a plan without a date that of the year of its folder. */
const dayOf = ({ id, facts }: Event): string =>
  facts.date ? firstDay(facts.date) : `${folderYear(id)}-01-01`;

const linked = (event: Event, locale: Locale): LinkedText => {
  const { text, lang } = textIn(event, locale);
  return { text: text.title, lang, path: entryPath('events', event.id) };
};

/** Those of one date stand together. */
function calendarRows(events: readonly Event[], locale: Locale): ComingUp['events'] {
  const spans = calendarOf(events)
    .years.toReversed()
    .flatMap((one) => one.spans.map((span) => span.events));
  return spans.flatMap((ofSpan) => {
    const rows = ofSpan.flatMap((event) => {
      const { date } = event.facts;
      return date
        ? [{ ...linked(event, locale), when: formatDate(date, locale, { plan: planOf(event) }) }]
        : [];
    });
    return [...Map.groupBy(rows, ({ when }) => when).values()].flat();
  });
}

/** In the order of the unions, each event with the union that is named first; what no union plans stands last. */
function plansByUnion(
  bulletin: Bulletin,
  events: readonly Event[],
  locale: Locale,
): ComingUp['plans']['byUnion'] {
  const order = (unit: string) => {
    const at = bulletin.unions.findIndex(({ id }) => id === unit);
    return at < 0 ? bulletin.unions.length : at;
  };
  const planner = ({ facts }: Event): string | undefined => {
    const units = facts.units.map(({ unit }) => unionOf(bulletin, unit));
    return units.find((unit) => order(unit) < bulletin.unions.length) ?? units[0];
  };
  return [...Map.groupBy(events, (event) => planner(event) ?? '')]
    .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
    .map(([unit, planned]) => ({
      union:
        unit === ''
          ? { text: '', lang: locale }
          : nameIn(bulletin.get('units', unit).facts.shortNames, locale),
      events: planned.map((event) => linked(event, locale)),
    }));
}
