import { expect, test } from 'vitest';
import type { Aid } from '../model/aid.ts';
import { countedAid, sortAid, type WithAid } from './counted-aid.ts';

const gift = (amount: number, more: Partial<WithAid['facts']['aid'][number]> = {}) => ({
  amount,
  currency: 'VND' as const,
  state: 'disbursed' as const,
  direction: 'in' as const,
  items: [],
  total: false,
  sources: [],
  ...more,
});
const activity = (unit: string, ...aid: ReturnType<typeof gift>[]): WithAid => ({
  facts: { units: [{ unit }], aid },
});
const amounts = (aid: readonly Aid[]) => aid.map((one) => one.amount);

test('single gifts are all counted', () => {
  expect(amounts(countedAid([activity('a', gift(1)), activity('b', gift(2))]))).toEqual([1, 2]);
});

test('the total that a union states stands in the place of its single gifts', () => {
  const list = [activity('a', gift(1)), activity('a', gift(10, { total: true })), activity('b', gift(2))];
  expect(amounts(countedAid(list))).toEqual([10, 2]);
});

test('a total of what was approved leaves gifts of another state, currency or direction alone', () => {
  const list = [
    activity('a', gift(10, { total: true, state: 'approved' })),
    activity('a', gift(1)),
    activity('a', gift(2, { state: 'approved', currency: 'USD' })),
    activity('a', gift(3, { state: 'approved', direction: 'out' })),
  ];
  expect(amounts(countedAid(list))).toEqual([10, 1, 2, 3]);
});

test('of two figures that documents give for one thing, only the first is counted', () => {
  const list = [activity('a', gift(15, { sources: ['x:1'] }), gift(14, { sources: ['y:1'] }))];
  expect(amounts(countedAid(list))).toEqual([15]);
});

test('what is not counted is told with its reason, each activity once for one', () => {
  const single = activity('a', gift(1), gift(2));
  const total = activity('a', gift(10, { total: true }));
  const disputed = activity('b', gift(15, { sources: ['x:1'] }), gift(14, { sources: ['y:1'] }));
  const { counted, uncounted } = sortAid([single, total, disputed]);
  expect(amounts(counted)).toEqual([10, 15]);
  expect(uncounted).toEqual([
    { reason: 'inYearTotal', activity: single },
    { reason: 'otherFigure', activity: disputed },
  ]);
});
