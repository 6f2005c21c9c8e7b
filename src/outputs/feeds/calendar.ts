import ical, { escape, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { entryName, folderYear, languagesOf, textIn, type Bulletin } from '../../bulletin/bulletin.ts';
import { entryPath, type ArticleEntry } from '../../model/entries.ts';
import { countriesOf } from '../../bulletin/facets.ts';
import { standingOf } from '../../bulletin/programme.ts';
import { countryPath } from '../../model/paths.ts';
import { exactDays, firstDay, lastDay, type KnownDate } from '../../model/dates.ts';
import { nameIn } from '../../model/names.ts';
import { countryName, formatDate, formatList, formatSeries } from '../../i18n/format.ts';
import { localeCodes, type Locale } from '../../model/locales.ts';
import type { Today } from '../../model/today.ts';
import { planOf } from '../../model/plans.ts';
import { translator } from '../../i18n/translate.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { siteUrl } from '../../site.ts';
import { routeOf } from './feed.ts';

/**
 * Events for calendar programs (iCalendar, RFC 5545), all of them whole days.
 *
 * A calendar shows days, so it has the events that are known to the day or to the month; the latter lie over their
 * month, keep nobody's time, and their title says how far the date is known. What is known only to the quarter or
 * the year would be a bar over months: it stays on the page of events, which the calendar's description names.
 * Like the lists, a calendar also has what was written in Vietnamese only, marked as such: a date is a date.
 */

type Event = ArticleEntry<'events'>;

export interface CalendarScope {
  /** Path without language of the page beside which `calendar.ics` stands: `/events/`, `/countries/la/`, `/events/2024/x/`. */
  readonly path: string;
  title(locale: Locale): string;
  readonly events: readonly Event[];
  readonly languages: readonly Locale[];
}

/** First and last day of an event as a calendar shows it, or `undefined` for one that is known too vaguely. */
export function calendarDays(date: KnownDate | undefined): { first: string; last: string } | undefined {
  if (!date) return undefined;
  const { start, end = start } = date;
  const days = start.precision === 'day' && end.precision === 'day';
  const oneMonth =
    start.precision === 'month' &&
    end.precision === 'month' &&
    start.year === end.year &&
    start.month === end.month;
  return days || oneMonth ? { first: firstDay(date), last: lastDay(date) } : undefined;
}

/** Those of some events that a calendar can show. */
const shownOf = (events: readonly Event[]): Event[] => events.filter((one) => calendarDays(one.facts.date));

/** Whether these events have a calendar: an empty file is none (RFC 5545, 3.4). */
export const hasCalendar = (events: readonly Event[]): boolean => shownOf(events).length > 0;

/** Whether an event is offered by itself: as long as it may come, on a day or in a month that is known. */
export const hasOwnCalendar = (event: Event, today: Today): boolean =>
  hasCalendar([event]) && standingOf(event, today) === 'ahead';

/** Every calendar of the site, those of single events too. */
export function calendarScopes(bulletin: Bulletin, today: Today): CalendarScope[] {
  const ofName = (
    path: string,
    name: (locale: Locale) => string,
    events: readonly Event[],
  ): Omit<CalendarScope, 'languages'> => ({
    path,
    title: (locale) => `${siteTitle(locale)} · ${name(locale)}`,
    events: shownOf(events),
  });
  const siteTitle = (locale: Locale): string => translator(locale)('site.title');
  const shared = [
    { path: '/events/', title: siteTitle, events: shownOf(bulletin.events) },
    ...bulletin.entries.units.map(({ id, facts }) =>
      ofName(entryPath('units', id), (locale) => nameIn(facts.names, locale).text, bulletin.eventsOfUnit(id)),
    ),
    ...countriesOf(bulletin.entries).map((code) =>
      ofName(countryPath(code), (locale) => countryName(code, locale), bulletin.eventsOfCountry(code)),
    ),
    ...bulletin.entries.partners.map((partner) =>
      ofName(
        entryPath('partners', partner.id),
        (locale) => entryName(partner, locale).text,
        bulletin.eventsOfPartner(partner.id),
      ),
    ),
    ...bulletin.entries.places.map((place) =>
      ofName(
        entryPath('places', place.id),
        (locale) => entryName(place, locale).text,
        bulletin.eventsAt(place.id),
      ),
    ),
  ].filter((scope) => hasCalendar(scope.events));
  return [
    ...shared.map((scope) => ({ ...scope, languages: localeCodes })),
    ...bulletin.events
      .filter((event) => hasOwnCalendar(event, today))
      .map((event) => ({
        path: entryPath('events', event.id),
        title: (locale: Locale) => textIn(event, locale).text.title,
        events: [event],
        languages: languagesOf(event),
      })),
  ];
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayAfter = (day: string): Date => new Date(midnight(day).getTime() + 86_400_000);

/**
 * The number by which a program tells a newer version of an event, so that it moves the one it has (RFC 5545, 3.8.7.4):
 * a later day of the last change is a higher number. An event that was never changed has 0.
 */
const revisionOf = (updated: string): number =>
  (midnight(updated).getTime() - midnight('2020-01-01').getTime()) / 86_400_000;

/** The calendar of a scope in one language, as the text of an `.ics` file: the same content gives the same bytes. */
export function writeCalendar(scope: CalendarScope, bulletin: Bulletin, locale: Locale): string {
  const t = translator(locale);
  const absolute = (code: Locale, path: string): string => new URL(localeUrl(code, path), siteUrl).href;
  // No `timezone` here: ical-generator 11.1.2 would write DTSTAMP without its Z, and shift days by the machine's own.
  const calendar = ical({
    // ical-generator 11.1.2 escapes the texts of events alone: a line break in a name would begin a property.
    name: escape(scope.title(locale), false),
    description: escape(t('feed.calendarNote', { url: absolute(locale, '/events/') }), false),
    prodId: { company: 'Ban tin huu nghi', product: 'calendar', language: locale.toUpperCase() },
    url: absolute(locale, scope.path),
    source: absolute(locale, `${scope.path}calendar.ics`),
    /** Once a day, in seconds. */
    ttl: 86_400,
  });
  for (const event of scope.events) {
    const { facts } = event;
    const { date } = facts;
    const plan = planOf(event);
    const days = calendarDays(date);
    if (!date || !days) continue;
    const { text, lang } = textIn(event, locale);
    const path = entryPath('events', event.id);
    const marks = [
      ...(plan || !exactDays(date) ? [formatDate(date, locale, { plan })] : []),
      ...(lang === locale ? [] : [t('list.onlyVietnamese')]),
    ];
    const updated = facts.updated && firstDay(facts.updated);
    const places = facts.places.map((id) => entryName(bulletin.get('places', id), locale).text);
    const url = absolute(lang, path);
    calendar.createEvent({
      id: `${path.slice(1, -1)}@ban-tin-huu-nghi`,
      // The day of the last change, where one is known; otherwise a day that stays: the first of the record's year.
      stamp: midnight(updated ?? `${folderYear(event.id)}-01-01`),
      ...(updated && { lastModified: midnight(updated), sequence: revisionOf(updated) }),
      start: midnight(days.first),
      // The day after the last: DTEND is not included.
      end: dayAfter(days.last),
      allDay: true,
      summary:
        marks.length === 0
          ? text.title
          : t('feed.marked', { title: text.title, mark: formatSeries(marks, locale) }),
      description: `${text.summary}\n\n${url}`,
      url,
      location: places.length === 0 ? null : formatList(places, locale),
      status: plan ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // Apple and Google read the time zone of a calendar here; ical-generator would put an `x` behind the events, where
  // RFC 5545 (3.4) allows no property. Nor does it end the last line.
  const zone = '\r\nX-WR-TIMEZONE:Asia/Ho_Chi_Minh';
  const event = '\r\nBEGIN:VEVENT\r\n';
  return `${calendar.toString().replace(event, zone + event)}\r\n`;
}

/** Route parameters and props of the calendar endpoint. */
export function calendarPaths(bulletin: Bulletin, today: Today) {
  return calendarScopes(bulletin, today).flatMap((scope) =>
    scope.languages.map((locale) => ({
      params: { path: routeOf(locale, scope.path) },
      props: { calendar: writeCalendar(scope, bulletin, locale) },
    })),
  );
}
