import ICAL from 'ical.js';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import type { ArticleEntry } from '../../model/entries.ts';
import { readContentFolder } from '../../content/disk.ts';
import { isKnownDate, parseDate, type KnownDate } from '../../model/dates.ts';
import type { Locale } from '../../model/locales.ts';
import { todayIs } from '../../model/today.ts';
import { dictionaries } from '../../i18n/translate.ts';
import { calendarScopes, hasOwnCalendar, writeCalendar } from './calendar.ts';

const { entries } = readContentFolder(join(import.meta.dirname, '../../tests/cases/good'));
/** After all events here. */
const later = todayIs('2026-11-29');
const [meeting] = entries.events;
if (!meeting) throw new Error('the good case has no event');

function known(text: string): KnownDate {
  const date = parseDate(text);
  if (!isKnownDate(date)) throw new Error(text);
  return date;
}

interface Change {
  date?: string;
  tentative?: boolean;
  /** Whether an activity has reported it. */
  reported?: boolean;
  title?: string;
  updated?: string;
  countries?: string[];
}

function event(id: string, change: Change) {
  const { date, tentative = false, reported = true, title = 'Họp', updated, countries = [] } = change;
  const one = meeting as ArticleEntry<'events'>;
  return {
    ...one,
    id,
    facts: {
      ...one.facts,
      date: date === undefined ? undefined : known(date),
      updated: updated === undefined ? undefined : known(updated),
      tentative,
      activity: reported ? entries.activities[0]?.id : undefined,
      countries,
    },
    texts: { vi: { ...one.texts.vi, title } },
  };
}

/** The calendar of all events, written and read back by another program; `undefined` where there is none. */
function calendar(events: ArticleEntry<'events'>[], locale: Locale = 'vi', path = '/events/') {
  const bulletin = createBulletin({ ...entries, events });
  const scope = calendarScopes(bulletin, later).find((one) => one.path === path);
  if (!scope) return undefined;
  const text = writeCalendar(scope, bulletin, locale);
  const component = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return {
    text,
    component,
    events: component.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)),
  };
}

/** First day, day after the last, title. */
function shown(date: string, tentative = false) {
  const [one] = calendar([event('2024/a', { date, tentative })])?.events ?? [];
  return one && [one.startDate.toString(), one.endDate.toString(), one.summary];
}

describe('an event', () => {
  test('of one day is that whole day', () => {
    expect(shown('2024-08-13')).toEqual(['2024-08-13', '2024-08-14', 'Họp']);
  });
  test('of several days ends behind the last', () => {
    expect(shown('2024-02-27/2024-02-29')).toEqual(['2024-02-27', '2024-03-01', 'Họp']);
  });
  test('known to the month lies over the month and says so', () => {
    expect(shown('2024-12')).toEqual(['2024-12-01', '2025-01-01', 'Họp (tháng 12 năm 2024)']);
  });
  test.each(['2024-Q2', '2024', '2024-03/2024-05', '2024-12-01/2025'])(
    'known only as %s floods nobody’s calendar',
    (date) => {
      expect(shown(date)).toBeUndefined();
    },
  );
  test('without a date is in no calendar', () => {
    expect(calendar([event('2024/a', {})])).toBeUndefined();
  });
  test('that is tentative says so to programs and to people', () => {
    const [one] =
      calendar([event('2024/a', { date: '2024-08-13', tentative: true, reported: false })])?.events ?? [];
    expect(one?.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
    expect(one?.summary).toMatch(/^Họp \(.*13.*2024\)$/);
    expect(shown('2024-08-13')?.[2]).toBe('Họp');
  });
  test('is a plan until an activity reports it, and says so to programs and to people', () => {
    const [one] = calendar([event('2024/a', { date: '2024-08-13', reported: false })])?.events ?? [];
    expect(one?.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
    expect(one?.summary).toBe('Họp (theo kế hoạch: 13 tháng 8 năm 2024)');
    const [held] = calendar([event('2024/a', { date: '2024-08-13' })])?.events ?? [];
    expect(held?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  });
  test('that is written in Vietnamese only is there in Lao too, marked', () => {
    const [one] = calendar([event('2024/a', { date: '2024-08-13' })], 'lo')?.events ?? [];
    expect(one?.summary).toBe(`Họp (${dictionaries.lo['list.onlyVietnamese']})`);
    expect(one?.component.getFirstPropertyValue('url')).not.toContain('/lo/');
  });
  test('keeps its identity in every language and whatever else changes', () => {
    const before = event('2024/a', { date: '2024-08-13' });
    const after = event('2024/a', { date: '2024-08-20', title: 'Họp lại' });
    const ids = [calendar([before]), calendar([after]), calendar([after], 'km')].map(
      (one) => one?.events[0]?.uid,
    );
    expect(new Set(ids)).toEqual(new Set(['events/2024/a@ban-tin-huu-nghi']));
  });
  test('bears the day of its last change, or one that stays', () => {
    const stamp = (updated?: string) =>
      calendar([event('2024/a', { date: '2024-08-13', ...(updated && { updated }) })])
        ?.events[0]?.component.getFirstPropertyValue('dtstamp')
        ?.toString();
    expect(stamp()).toBe('2024-01-01T00:00:00Z');
    expect(stamp('2024-05-02')).toBe('2024-05-02T00:00:00Z');
  });
  test('has a higher number when it was changed later, so that programs move the one they have', () => {
    const property = (name: string, updated?: string) =>
      calendar([event('2024/a', { date: '2024-08-13', ...(updated && { updated }) })])
        ?.events[0]?.component.getFirstPropertyValue(name)
        ?.toString();
    const number = (updated?: string) => Number(property('sequence', updated));
    expect(number()).toBe(0);
    expect(number('2024-03-01')).toBeGreaterThan(0);
    expect(number('2024-03-02')).toBe(number('2024-03-01') + 1);
    expect(property('last-modified', '2024-03-01')).toBe('2024-03-01T00:00:00Z');
  });
});

describe('a calendar', () => {
  const lao = event('2024/a', {
    date: '2024-08-13',
    title: 'Lễ hội; dấu phẩy, “ngoặc”\\',
    countries: ['LA'],
  });

  test('gives every letter of a title back', () => {
    expect(calendar([lao])?.events[0]?.summary).toBe('Lễ hội; dấu phẩy, “ngoặc”\\');
  });
  test('is in the time of Viet Nam, named before the events as RFC 5545 wants it', () => {
    const { text, component } = calendar([lao]) ?? {};
    expect(component?.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Ho_Chi_Minh');
    expect(text?.indexOf('X-WR-TIMEZONE')).toBeLessThan(text?.indexOf('BEGIN:VEVENT') ?? 0);
  });
  test('has lines of at most 75 bytes that end in CRLF', () => {
    const text = calendar([lao], 'km')?.text ?? '';
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n'))).toEqual([]);
  });
  test('does not depend on the clock and the time zone of the machine', () => {
    const zone = process.env['TZ'];
    const texts = ['UTC', 'America/Los_Angeles', 'Asia/Ho_Chi_Minh'].map((one) => {
      process.env['TZ'] = one;
      return calendar([lao])?.text;
    });
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(new Set(texts).size).toBe(1);
  });
  test('of a country or a union has its own events, and none of them none', () => {
    const other = event('2024/b', { date: '2024-09-01' });
    expect(calendar([lao, other], 'vi', '/countries/la/')?.events.length).toBe(1);
    expect(calendar([lao, other], 'vi', '/countries/jp/')).toBeUndefined();
    expect(calendar([lao, other], 'vi', '/units/cum-3/')?.events.length).toBe(2);
    expect(calendar([lao, other], 'vi', '/units/quang-tri/')).toBeUndefined();
  });
  test('of a partner and a place has their events', () => {
    const visit = {
      ...lao,
      facts: { ...lao.facts, partners: [{ partner: 'hvpf', role: undefined }], places: ['truong'] },
    };
    const other = event('2024/b', { date: '2024-09-01' });
    // The school lies in the province.
    for (const path of ['/partners/hvpf/', '/places/truong/', '/places/quang-tri/'])
      expect(calendar([visit, other], 'km', path)?.events, path).toHaveLength(1);
    expect(calendar([other], 'km', '/partners/hvpf/')).toBeUndefined();
  });
  test('of one event is there in the languages of its page, until it is over', () => {
    const fair = event('2024/a', { date: '2024-08-13', reported: false });
    const bulletin = createBulletin({ ...entries, events: [fair] });
    const own = (day: string) =>
      calendarScopes(bulletin, todayIs(day)).find((one) => one.path === '/events/2024/a/');
    expect(own('2024-08-13')?.languages).toEqual(['vi']);
    expect(own('2024-08-14')).toBeUndefined();
    const scope = own('2024-08-13');
    const text = scope ? writeCalendar(scope, bulletin, 'vi') : '';
    expect(text).toContain('UID:events/2024/a@');
    // Known to the year, it would be a bar over the year.
    expect(hasOwnCalendar(event('2024/b', { date: '2024', reported: false }), todayIs('2024-01-01'))).toBe(
      false,
    );
  });
});

test('the name of a calendar is words, whatever stands in it', () => {
  const bulletin = createBulletin({ ...entries, events: [event('2024/hop', { date: '2024-05-06' })] });
  const [scope] = calendarScopes(bulletin, later);
  if (!scope) throw new Error('there is no calendar');
  const name = 'A, B; C\nATTACH:x BEGIN:VEVENT';
  const written = writeCalendar({ ...scope, title: () => name }, bulletin, 'vi');
  const component = new ICAL.Component(ICAL.parse(written) as unknown[]);
  // RFC 7986 makes it a text; ical.js does not know the property and gives it as it is written.
  expect(component.getFirstPropertyValue('name')).toBe('A\\, B\\; C\\nATTACH:x BEGIN:VEVENT');
  expect(component.getAllSubcomponents('vevent')).toHaveLength(1);
  expect(component.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Ho_Chi_Minh');
});
