import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContentFolder } from '../content/disk.ts';
import type { ArticleEntry } from './entries.ts';
import { planOf } from './plans.ts';

const { entries } = readContentFolder(join(import.meta.dirname, '../tests/cases/good'));
const [event] = entries.events;
const [activity] = entries.activities;
if (!event || !activity) throw new Error('the good case has an event and an activity');

const eventWith = (facts: Partial<ArticleEntry<'events'>['facts']>) =>
  planOf({ ...event, facts: { ...event.facts, activity: undefined, tentative: false, ...facts } });

test('an event is a plan until an activity reports it, also where the source does not say “dự kiến”', () => {
  expect(eventWith({})).toBe('planned');
  expect(eventWith({ tentative: true })).toBe('tentative');
  expect(eventWith({ activity: activity.id })).toBeUndefined();
  expect(eventWith({ activity: activity.id, tentative: true })).toBeUndefined();
});

test('of the activities those are plans that say so', () => {
  const plans = (['held', 'ongoing', 'planned'] as const).map((status) =>
    planOf({ ...activity, facts: { ...activity.facts, status } }),
  );
  expect(plans).toEqual([undefined, undefined, 'planned']);
});
