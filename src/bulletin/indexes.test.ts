import { expect, test } from 'vitest';
import { groupBy, indexBy, sortedBy } from './indexes.ts';

const entries = ['b', 'aa', 'c', 'ab'].map((id) => ({ id }));
const letters = ({ id }: { id: string }) => [...id];
const ids = (list: readonly { id: string }[] | undefined) => list?.map(({ id }) => id);

test('every entry stands under each of its keys, once, in the order given', () => {
  const groups = groupBy(entries, letters);
  expect([...groups].map(([key, list]) => [key, ids(list)])).toEqual([
    ['b', ['b', 'ab']],
    ['a', ['aa', 'ab']],
    ['c', ['c']],
  ]);
});

test('an index is made when it is first asked, and only then', () => {
  let asked = 0;
  const find = indexBy(entries, (one) => {
    asked += 1;
    return letters(one);
  });
  expect(asked).toBe(0);
  expect(ids(find('a'))).toEqual(['aa', 'ab']);
  expect(ids(find('z'))).toEqual([]);
  expect(find('a')).toBe(find('a'));
  expect(asked).toBe(entries.length);
});

test('entries are sorted either way, and by id where that does not tell them apart', () => {
  const length = ({ id }: { id: string }) => String(id.length);
  expect(ids(sortedBy(entries, length, 'ascending'))).toEqual(['b', 'c', 'aa', 'ab']);
  expect(ids(sortedBy(entries, length, 'descending'))).toEqual(['aa', 'ab', 'b', 'c']);
});
