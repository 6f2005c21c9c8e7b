import { anniversariesIn, yearAhead } from '../bulletin/anniversaries.ts';
import { entryName, textIn, type Bulletin } from '../bulletin/bulletin.ts';
import { calendarOf } from '../bulletin/calendar.ts';
import { openProjects } from '../bulletin/projects.ts';
import { formatDate, formatSeries } from '../i18n/format.ts';
import { translator } from '../i18n/translate.ts';
import { firstDay, lastDay } from '../model/dates.ts';
import { entryPath, type ArticleEntry } from '../model/entries.ts';
import type { Locale } from '../model/locales.ts';
import { planOf } from '../model/plans.ts';
import type { LinkedText } from './facts.ts';

/**
 * What an issue looks ahead to: the events after its period, the anniversaries of the year that follows, and
 * projects that look for a donor.
 */
export interface ComingUp {
  /** As on a wall calendar: the days, then what is known to the quarter, then to the year, then not at all. */
  readonly events: readonly (LinkedText & {
    /** “in the second quarter of 2024”, “date not yet known” */
    readonly when: string;
  })[];
  /** Year of the anniversaries. */
  readonly year: number;
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

export function comingUp(bulletin: Bulletin, issue: ArticleEntry<'issues'>, locale: Locale): ComingUp {
  const { date } = issue.facts;
  const year = yearAhead(date);
  return {
    events: eventsAhead(bulletin, issue, locale),
    year,
    anniversaries: anniversariesIn(year, bulletin.entries.occasions).map((one) => ({
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

/** What begins within a year of the issue, and what has no date yet. Those of one date stand together. */
function eventsAhead(bulletin: Bulletin, issue: ArticleEntry<'issues'>, locale: Locale): ComingUp['events'] {
  const t = translator(locale);
  const end = lastDay(issue.facts.date);
  const horizon = `${Number(end.slice(0, 4)) + 1}${end.slice(4)}`;
  const { years, undated } = calendarOf(
    bulletin.eventsAfter(issue).filter(({ facts }) => !facts.date || firstDay(facts.date) <= horizon),
  );
  const spans = [...years.toReversed().flatMap((one) => one.spans.map((span) => span.events)), undated];
  return spans.flatMap((events) => {
    const rows = events.map((event) => {
      const { date } = event.facts;
      const plan = planOf(event);
      const { text, lang } = textIn(event, locale);
      return {
        text: text.title,
        lang,
        path: entryPath('events', event.id),
        when: date ? formatDate(date, locale, { plan }) : t(plan ? `date.${plan}Unknown` : 'date.unknown'),
      };
    });
    return [...Map.groupBy(rows, ({ when }) => when).values()].flat();
  });
}
