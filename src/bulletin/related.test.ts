import { describe, expect, test } from 'vitest';
import { isKnownDate, lastDay, parseDate, type KnownDate } from '../model/dates.ts';
import type { ArticleEntry, Entries } from '../model/entries.ts';
import { frozen } from '../tests/fixtures/bulletin.ts';
import { createBulletin } from './bulletin.ts';
import { aidByUnion } from './figures.ts';
import { relatedRecords } from './related.ts';

type Activity = ArticleEntry<'activities'>;
const { entries } = frozen;
const bulletin = createBulletin(entries);
const model = bulletin.get('activities', '2023/don-hvpf');

function date(text: string): KnownDate {
  const parsed = parseDate(text);
  if (!isKnownDate(parsed)) throw new Error(text);
  return parsed;
}

/** An activity of which only what is given matters. */
function activity(id: string, when: string | undefined, facts: Partial<Activity['facts']> = {}): Activity {
  const none = { partners: [], countries: [], categories: [], partOf: undefined, occasion: undefined };
  const day = when === undefined ? undefined : date(when);
  return { ...model, id, facts: { ...model.facts, ...none, ...facts, date: day } } as Activity;
}
const from = (one: Activity, ...others: Activity[]) =>
  relatedRecords(one, createBulletin({ ...entries, activities: [one, ...others] } satisfies Entries));
const ids = (list: readonly Activity[]): string[] => list.map((one) => one.id);

describe('over all records', () => {
  test('no page names an activity twice, and never itself or what it is part of', () => {
    for (const one of bulletin.activities) {
      const { parts, series, history, related } = relatedRecords(one, bulletin);
      const named = ids([...parts, ...series, ...history.flatMap((part) => part.entries), ...related]);
      expect(new Set(named).size).toBe(named.length);
      expect(named).not.toContain(one.id);
      if (one.facts.partOf !== undefined) expect(named).not.toContain(one.facts.partOf);
    }
  });

  test('the history of a partner names what it took part in, and counts all of it', () => {
    const histories = bulletin.activities.flatMap((one) => relatedRecords(one, bulletin).history);
    expect(histories.length).toBeGreaterThan(0);
    for (const { partner, entries: shown, count } of histories) {
      const all = bulletin.activitiesOfPartner(partner.id);
      expect(count).toBe(all.length);
      expect(shown.length).toBeGreaterThan(0);
      for (const one of shown) expect(all).toContain(one);
    }
  });

  test('related are the nearest of the same occasion, then of the same country and category, all sorted anew', () => {
    const timeOf = ({ id, facts }: Activity) =>
      Date.parse(facts.date ? lastDay(facts.date) : `${id.slice(0, 4)}-12-31`);
    let compared = 0;
    for (const one of bulletin.activities) {
      const { parts, series, history, related } = relatedRecords(one, bulletin);
      const named = [...parts, ...series, ...history.flatMap((part) => part.entries)];
      const distance = (other: Activity) => Math.abs(timeOf(other) - timeOf(one));
      const nearest = bulletin.activities
        .toSorted((a, b) => distance(a) - distance(b))
        .filter((other) => other !== one && !named.includes(other) && other.id !== one.facts.partOf);
      const sameOccasion = nearest.filter(
        ({ facts }) => facts.occasion !== undefined && facts.occasion.id === one.facts.occasion?.id,
      );
      const sameKind = nearest.filter(
        ({ facts }) =>
          facts.countries.some((code) => one.facts.countries.includes(code)) &&
          facts.categories.some((category) => one.facts.categories.includes(category)),
      );
      const expected = [...new Set([...sameOccasion, ...sameKind])].slice(0, 4);
      expect(ids(related), one.id).toEqual(ids(expected));
      compared += related.length;
    }
    expect(compared).toBeGreaterThan(50);
  });
});

describe('related activities', () => {
  const kind = { countries: ['LA'], categories: ['aid' as const] };
  const one = activity('2023/here', '2023-06-15', kind);

  test('are four where there are five, and all where there are four', () => {
    const near = [1, 2, 3, 4, 5].map((day) => activity(`2023/${day}`, `2023-06-${15 + day}`, kind));
    expect(ids(from(one, ...near).related)).toEqual(['2023/1', '2023/2', '2023/3', '2023/4']);
    expect(from(one, ...near.slice(1)).related).toHaveLength(4);
  });

  test('come nearest first, whether before or after', () => {
    const others = ['2023-06-17', '2023-06-14', '2023-06-12', '2023-06-30'].map((day) =>
      activity(`2023/${day}`, day, kind),
    );
    expect(ids(from(one, ...others).related)).toEqual([
      '2023/2023-06-14',
      '2023/2023-06-17',
      '2023/2023-06-12',
      '2023/2023-06-30',
    ]);
  });

  test('that are as near come newest first', () => {
    const others = ['2023-06-14', '2023-06-16'].map((day) => activity(`2023/${day}`, day, kind));
    expect(ids(from(one, ...others).related)).toEqual(['2023/2023-06-16', '2023/2023-06-14']);
  });

  test('share both country and category: one of the two is not enough', () => {
    const others = [
      activity('2023/country', '2023-06-15', { countries: ['LA'], categories: ['emulation'] }),
      activity('2023/category', '2023-06-15', { countries: ['JP'], categories: ['aid'] }),
      activity('2023/both', '2022-01-01', { countries: ['JP', 'LA'], categories: ['emulation', 'aid'] }),
    ];
    expect(ids(from(one, ...others).related)).toEqual(['2023/both']);
  });

  test('of the same occasion come before nearer ones', () => {
    const occasion = { id: 'bunpimay', year: 2023 };
    const kept = activity('2023/kept', '2023-04-14', { ...kind, occasion });
    const others = [
      activity('2022/kept', '2022-04-14', { occasion }),
      activity('2023/near', '2023-04-15', kind),
      activity('2023/other', '2023-04-14', { occasion: { id: 'tet', year: 2023 } }),
    ];
    expect(ids(from(kept, ...others).related)).toEqual(['2022/kept', '2023/near']);
  });

  test('without a date count as the end of their year', () => {
    const others = [activity('2023/none', undefined, kind), activity('2023/december', '2023-12-30', kind)];
    expect(ids(from(one, ...others).related)).toEqual(['2023/december', '2023/none']);
    const late = activity('2023/late', '2024-01-01', kind);
    expect(ids(from(late, ...others).related)).toEqual(['2023/none', '2023/december']);
  });
});

describe('the history of partners', () => {
  const partnerIds = entries.partners.slice(0, 4).map((one) => one.id);
  const withPartners = (...list: (string | undefined)[]): Partial<Activity['facts']> => ({
    partners: list.flatMap((partner) => (partner === undefined ? [] : [{ partner }])),
  });

  test('names three partners of four that have one', () => {
    const others = partnerIds.map((id) => activity(`2023/with-${id}`, '2023-01-01', withPartners(id)));
    const four = from(activity('2023/here', '2023-06-15', withPartners(...partnerIds)), ...others);
    expect(four.history.map((one) => one.partner.id)).toEqual(partnerIds.slice(0, 3));
    const three = from(activity('2023/here', '2023-06-15', withPartners(...partnerIds.slice(1))), ...others);
    expect(three.history.map((one) => one.partner.id)).toEqual(partnerIds.slice(1));
  });

  test('shows the newest three activities of a partner of four, and counts five', () => {
    const facts = withPartners(partnerIds[0]);
    const others = [1, 2, 3, 4].map((month) => activity(`2023/${month}`, `2023-0${month}-01`, facts));
    const [four] = from(activity('2023/here', '2023-06-15', facts), ...others).history;
    expect(four && [ids(four.entries), four.count]).toEqual([['2023/4', '2023/3', '2023/2'], 5]);
    const [three] = from(activity('2023/here', '2023-06-15', facts), ...others.slice(1)).history;
    expect(three && [ids(three.entries), three.count]).toEqual([['2023/4', '2023/3', '2023/2'], 4]);
  });
});

test('aid by union mixes neither currencies nor states, and never exceeds what was stated', () => {
  const stated = bulletin.activities.flatMap((one) => one.facts.aid);
  const tables = aidByUnion(bulletin);
  expect(tables.length).toBeGreaterThan(2);
  for (const { currency, state, rows } of tables) {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ total }) => total.currency === currency && total.state === state)).toBe(true);
    const most = stated
      .filter((one) => one.currency === currency && one.state === state && one.direction === 'in')
      .reduce((sum, one) => sum + one.amount, 0);
    expect(rows.reduce((sum, { total }) => sum + total.amount, 0)).toBeLessThanOrEqual(most);
  }
});
