import { describe, expect, test } from 'vitest';
import { isKnownDate, parseDate, type KnownDate } from '../model/dates.ts';
import { todayIs } from '../model/today.ts';
import { frozen } from '../tests/fixtures/bulletin.ts';
import { createBulletin } from './bulletin.ts';
import { overdue, programmeOf, standingOf } from './programme.ts';

const [some] = frozen.entries.events;
if (!some) throw new Error('the frozen bulletin has no event');

function date(text: string): KnownDate {
  const parsed = parseDate(text);
  if (!isKnownDate(parsed)) throw new Error(text);
  return parsed;
}

function event(id: string, when?: string, activity?: string) {
  const { facts, ...rest } = some as NonNullable<typeof some>;
  return { ...rest, id, facts: { ...facts, date: when === undefined ? undefined : date(when), activity } };
}

const bulletin = createBulletin({
  ...frozen.entries,
  events: [
    event('2024/fair', '2024-08-13'),
    event('2023/congress', '2024-03'),
    event('2023/visit', '2023-12-01/2023-12-05', '2023/don-hvpf'),
    event('2023/meeting'),
    event('2024/school', '2024'),
  ],
});
const idsOn = (day: string) => {
  const { ahead, last } = programmeOf(bulletin, todayIs(day));
  const ids = (list: readonly { id: string }[] = []) => list.map(({ id }) => id);
  return {
    ahead: ids(ahead),
    year: last?.year,
    reported: ids(last?.reported),
    unreported: ids(last?.unreported),
  };
};

describe('the programme', () => {
  test('has what may still come, soonest first and what has no day last, and what became of the last year of which something is over', () => {
    expect(idsOn('2024-08-13')).toEqual({
      ahead: ['2024/fair', '2024/school'],
      year: 2024,
      reported: [],
      unreported: ['2023/congress'],
    });
  });

  test('of days before it all is ahead but for what was reported', () => {
    expect(idsOn('2023-12-31')).toEqual({
      ahead: ['2023/congress', '2024/fair', '2024/school', '2023/meeting'],
      year: 2023,
      reported: ['2023/visit'],
      unreported: [],
    });
  });

  test('of which all has passed is empty, and shows the last', () => {
    expect(idsOn('2026-11-29')).toEqual({
      ahead: [],
      year: 2024,
      reported: [],
      unreported: ['2024/school', '2023/congress', '2024/fair'],
    });
  });

  test('of a bulletin without events has nothing', () => {
    const empty = createBulletin({ ...frozen.entries, events: [] });
    expect(programmeOf(empty, todayIs('2026-11-29'))).toEqual({ ahead: [], last: undefined });
  });
});

test('an event without a date is over with the year of its folder', () => {
  const meeting = event('2023/meeting');
  expect(standingOf(meeting, todayIs('2023-12-31'))).toBe('ahead');
  expect(standingOf(meeting, todayIs('2024-01-01'))).toBe('unreported');
});

test('an event that an activity reports is reported whatever its day', () => {
  expect(standingOf(event('2024/fair', '2024-08-13', '2023/don-hvpf'), todayIs('2024-01-01'))).toBe(
    'reported',
  );
});

test('what passed without a report is listed for editors, newest first', () => {
  expect(overdue(bulletin, todayIs('2024-08-14')).map(({ id }) => id)).toEqual([
    '2024/fair',
    '2023/congress',
    '2023/meeting',
  ]);
});
