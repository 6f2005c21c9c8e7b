import { expect, test } from 'vitest';
import { projectRoot } from '../build/paths.ts';
import { createBulletin } from './bulletin.ts';
import { aidByUnion } from './figures.ts';
import { readContentFolder } from '../content/disk.ts';
import { onwardFrom } from './related.ts';

/** Over the bulletin's own records: what holds for every one of them. */
const bulletin = createBulletin(readContentFolder(projectRoot).entries);

test('on the page of an activity no other is named twice, and never itself or what it is part of', () => {
  for (const activity of bulletin.activities) {
    const { parts, series, history, related } = onwardFrom(activity, bulletin);
    const named = [...parts, ...series, ...history.flatMap((one) => one.entries), ...related].map(
      (one) => one.id,
    );
    expect({ id: activity.id, twice: named.filter((id, index) => named.indexOf(id) !== index) }).toEqual({
      id: activity.id,
      twice: [],
    });
    expect(named).not.toContain(activity.id);
    if (activity.facts.partOf !== undefined) expect(named).not.toContain(activity.facts.partOf);
  }
});

test('the history of a partner names what it took part in, and counts all of it', () => {
  const histories = bulletin.activities.flatMap((one) => onwardFrom(one, bulletin).history);
  expect(histories.length).toBeGreaterThan(0);
  for (const { partner, entries, count } of histories) {
    const all = bulletin.activitiesOfPartner(partner.id);
    expect(count).toBe(all.length);
    for (const entry of entries) expect(all).toContain(entry);
  }
});

test('related activities share the occasion, or a country and a category', () => {
  for (const activity of bulletin.activities) {
    for (const { facts } of onwardFrom(activity, bulletin).related) {
      const occasion = facts.occasion !== undefined && facts.occasion.id === activity.facts.occasion?.id;
      const kind =
        facts.countries.some((code) => activity.facts.countries.includes(code)) &&
        facts.categories.some((category) => activity.facts.categories.includes(category));
      expect(occasion || kind).toBe(true);
    }
  }
});

test('aid by union mixes neither currencies nor states, and never exceeds what was stated', () => {
  const stated = bulletin.activities.flatMap((one) => one.facts.aid);
  for (const { currency, state, rows } of aidByUnion(bulletin)) {
    expect(rows.every(({ total }) => total.currency === currency && total.state === state)).toBe(true);
    const most = stated
      .filter((one) => one.currency === currency && one.state === state && one.direction === 'in')
      .reduce((sum, one) => sum + one.amount, 0);
    expect(rows.reduce((sum, { total }) => sum + total.amount, 0)).toBeLessThanOrEqual(most);
  }
});
