import { describe, expect, test } from 'vitest';
import type { Aid } from '../model/aid.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { frozen } from '../tests/fixtures/bulletin.ts';
import { createBulletin } from './bulletin.ts';
import {
  aidOfPartner,
  aidSums,
  aidWith,
  newestYear,
  rolesOfPartner,
  yearInFigures,
  yearsOf,
} from './figures.ts';

type Activity = ArticleEntry<'activities'>;
const { entries } = frozen;
const model = createBulletin(entries).get('activities', '2023/don-hvpf');

const activity = (id: string, facts: Partial<Activity['facts']>): Activity => ({
  ...model,
  id,
  facts: { ...model.facts, partners: [], units: [], aid: [], occasion: undefined, ...facts },
});
const gift = (amount: number): Activity['facts']['aid'][number] => ({
  amount,
  currency: 'USD',
  state: 'disbursed',
  direction: 'in',
  items: [],
  total: false,
  sources: [],
});
const bulletinOf = (...activities: Activity[]) =>
  createBulletin({ ...entries, activities, events: [], stories: [] });
const amounts = (totals: readonly Pick<Aid, 'amount'>[]): number[] => totals.map((one) => one.amount);
const [first, second] = entries.partners.map((one) => one.id) as [string, string];

test('aid is summed in all and by year, newest first, and a year without any is left out', () => {
  const sums = aidSums([
    activity('2021/a', { aid: [gift(1)] }),
    activity('2022/a', {}),
    activity('2023/a', { aid: [gift(2)] }),
    activity('2023/b', { aid: [gift(4)] }),
  ]);
  expect(amounts(sums.all)).toEqual([7]);
  expect(sums.years.map(({ year, totals }) => [year, amounts(totals)])).toEqual([
    [2023, [6]],
    [2021, [1]],
  ]);
});

test('a partner gave what it gave alone: not what two gave, nor what it did in another role', () => {
  const donor = (partner: string) => ({ partner, role: 'donor' as const });
  const bulletin = bulletinOf(
    activity('2023/alone', { partners: [donor(first)], aid: [gift(1)] }),
    activity('2023/two', { partners: [donor(first), donor(second)], aid: [gift(10)] }),
    activity('2023/host', { partners: [{ partner: first, role: 'host' }], aid: [gift(100)] }),
    activity('2023/with-host', {
      partners: [donor(first), { partner: second, role: 'host' }],
      aid: [gift(1000)],
    }),
  );
  expect(amounts(aidOfPartner(bulletin, first).given.all)).toEqual([1001]);
  expect(aidOfPartner(bulletin, second).given.all).toEqual([]);
});

test('what a partner carried out is told beside what it gave, and what is neither is left out with a reason', () => {
  const as = (role?: 'donor' | 'implementer' | 'intermediary', partner = first) => ({ partner, role });
  const bulletin = bulletinOf(
    activity('2023/given', { partners: [as('donor'), as('implementer')], aid: [gift(1)] }),
    activity('2023/built', { partners: [as('implementer'), as('donor', second)], aid: [gift(10)] }),
    activity('2023/both', { partners: [as('implementer'), as('implementer', second)], aid: [gift(100)] }),
    activity('2023/joined', { partners: [as('intermediary')], aid: [gift(1000)] }),
    activity('2023/unsaid', { partners: [as()], aid: [gift(10_000)] }),
    activity('2023/no-sum', { partners: [as('donor')], categories: ['aid'], aid: [] }),
  );
  const { given, carriedOut } = aidOfPartner(bulletin, first);
  expect(amounts(given.all)).toEqual([1]);
  expect(amounts(carriedOut.all)).toEqual([10]);
  expect(given.leftOut.map(({ reason, entries: list }) => [reason, list.map(({ id }) => id)])).toEqual([
    ['shared', ['2023/both']],
    ['otherRole', ['2023/joined', '2023/unsaid']],
    ['noAmount', ['2023/no-sum']],
  ]);
});

test('a list tells what is in none of its sums', () => {
  const units = [{ unit: 'quang-tri', role: 'lead' as const }];
  const { all, leftOut } = aidSums([
    activity('2023/total', { units, aid: [{ ...gift(100), total: true }] }),
    activity('2023/part', { units, aid: [gift(1)] }),
    activity('2022/own-year', { units, aid: [gift(2)] }),
    activity('2023/no-sum', { categories: ['aid'], aid: [] }),
    activity('2023/no-aid', { categories: ['delegation-in'], aid: [] }),
  ]);
  expect(amounts(all)).toEqual([102]);
  expect(leftOut.map(({ reason, entries: list }) => [reason, list.map(({ id }) => id)])).toEqual([
    ['inYearTotal', ['2023/part']],
    ['noAmount', ['2023/no-sum']],
  ]);
});

test('aid concerns a country where it concerns that one alone', () => {
  const bulletin = bulletinOf(
    activity('2023/one', { countries: ['LA'], aid: [gift(1)] }),
    activity('2023/two', { countries: ['LA', 'KH'], aid: [gift(10)] }),
  );
  expect(amounts(aidWith(bulletin, 'LA').all)).toEqual([1]);
  expect(aidWith(bulletin, 'KH').all).toEqual([]);
  expect(aidWith(bulletin, 'KH').leftOut).toMatchObject([
    { reason: 'shared', entries: [{ id: '2023/two' }] },
  ]);
});

test('the roles of a partner are counted in the order of the roles; what is not stated is not counted', () => {
  const as = (role?: 'host' | 'donor') => ({ partners: [{ partner: first, role }, { partner: second }] });
  const bulletin = bulletinOf(
    activity('2023/a', as('host')),
    activity('2023/b', as('donor')),
    activity('2023/c', as('host')),
    activity('2023/d', as()),
  );
  expect(rolesOfPartner(bulletin, first)).toEqual([
    { role: 'donor', count: 1 },
    { role: 'host', count: 2 },
  ]);
  expect(rolesOfPartner(bulletin, second)).toEqual([]);
});

test('an occasion has the years in which it was kept, in order, each once', () => {
  const kept = (year: number) => ({ occasion: { id: 'bunpimay', year } });
  const list = [
    activity('2023/a', kept(2023)),
    activity('2022/a', kept(2021)),
    activity('2023/b', kept(2023)),
  ];
  expect(yearsOf(bulletinOf(...list), 'bunpimay')).toEqual([2021, 2023]);
  expect(yearsOf(bulletinOf(...list), 'tet-nguyen-dan')).toEqual([]);
});

describe('a year in figures', () => {
  const list = [
    activity('2022/a', { countries: ['LA'], categories: ['delegation-in'], partners: [{ partner: first }] }),
    activity('2023/a', { countries: ['LA', 'JP'], categories: ['aid'], partners: [{ partner: first }] }),
    activity('2023/b', { countries: ['JP'], categories: ['delegation-in'], partners: [{ partner: first }] }),
  ];
  test('counts its own records alone, and countries and partners once', () => {
    expect(newestYear(list)).toMatchObject({
      year: 2023,
      activities: 2,
      countries: 2,
      partners: 1,
      visits: 1,
    });
    expect(yearInFigures(2022, list)).toMatchObject({ year: 2022, activities: 1, countries: 1, visits: 1 });
  });
  test('is none where there are no records', () => {
    expect(newestYear([])).toBeUndefined();
    expect(yearInFigures(2020, list)).toMatchObject({ activities: 0, countries: 0, partners: 0, visits: 0 });
  });
});
