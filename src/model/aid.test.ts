import { expect, test } from 'vitest';
import { itemsValue, totalAid, type Aid } from './aid.ts';

const aid = (fields: Partial<Aid>): Aid => ({
  amount: 1,
  currency: 'VND',
  state: 'disbursed',
  direction: 'in',
  items: [],
  ...fields,
});

test('the Mid-Autumn gifts of Phuc’s Fond add up to the stated 31,250,000 đồng (quang-tri-2023:38)', () => {
  const gifts = itemsValue([
    { count: 350, of: 'gifts', each: 75_000 },
    { count: 10, of: 'scholarships', each: 500_000 },
  ]);
  expect(gifts).toBe(31_250_000);
});

test('items without a unit value have no sum', () => {
  expect(itemsValue([{ count: 39, of: 'computers' }])).toBeUndefined();
  expect(itemsValue([])).toBeUndefined();
});

test('what sums were for is counted for each thing, and gifts that do not say it add nothing', () => {
  const [total] = totalAid([
    aid({ items: [{ count: 60, of: 'scholarships' }] }),
    aid({
      items: [
        { count: 10, of: 'scholarships', each: 500_000 },
        { count: 350, of: 'gifts' },
      ],
    }),
    aid({}),
  ]);
  expect(total?.items).toEqual([
    { count: 70, of: 'scholarships' },
    { count: 350, of: 'gifts' },
  ]);
});

test('currencies, states and directions are never added together', () => {
  const totals = totalAid([
    aid({ amount: 31_250_000 }),
    aid({ amount: 7_200, currency: 'USD', equivalent: { amount: 175_000_000, currency: 'VND' } }),
    aid({ amount: 182_419_000, state: 'pledged' }),
    aid({ amount: 714_384_000, state: 'agreed' }),
    aid({ amount: 120_000_000, state: 'proposed' }),
    aid({ amount: 193_000_000, state: 'pending' }),
    aid({ amount: 1_000_000, currency: 'USD', state: 'estimated' }),
    aid({ amount: 10_000_000, direction: 'out' }),
    aid({ amount: 1_000_000, qualifier: 'over' }),
  ]);
  expect(
    totals.map(({ direction, state, currency, amount }) => [direction, state, currency, amount]),
  ).toEqual([
    ['in', 'proposed', 'VND', 120_000_000],
    ['in', 'pledged', 'VND', 182_419_000],
    ['in', 'pending', 'VND', 193_000_000],
    ['in', 'agreed', 'VND', 714_384_000],
    ['in', 'estimated', 'USD', 1_000_000],
    ['in', 'disbursed', 'VND', 32_250_000],
    ['in', 'disbursed', 'USD', 7_200],
    ['out', 'disbursed', 'VND', 10_000_000],
  ]);
  expect(totals.filter((one) => one.inexact).map((one) => one.amount)).toEqual([32_250_000]);
});
