import { expect, test } from 'vitest';
import { memoize, once, weakMemoize } from './memoize.ts';

/** A function that tells its calls. */
function counted<Key, Value>(answer: (key: Key) => Value) {
  const asked: Key[] = [];
  return {
    asked,
    ask: (key: Key): Value => {
      asked.push(key);
      return answer(key);
    },
  };
}

test('what is made once is not made before it is asked for, nor again', () => {
  let made = 0;
  const ask = once(() => (made += 1));
  expect(made).toBe(0);
  expect([ask(), ask()]).toEqual([1, 1]);
});

test('each key is worked out once, and an answer of nothing is an answer', () => {
  const { asked, ask } = counted((key: string) => (key === 'none' ? undefined : key.length));
  const length = memoize(ask);
  expect(['four', 'none', 'four', 'none'].map(length)).toEqual([4, undefined, 4, undefined]);
  expect(asked).toEqual(['four', 'none']);
});

test('a bound holds: as many answers as it allows are kept, with one more all are forgotten', () => {
  const { asked, ask } = counted((key: string) => key);
  const kept = memoize(ask, 2);
  ['a', 'b', 'a', 'b'].forEach(kept);
  expect(asked).toEqual(['a', 'b']);
  ['c', 'a', 'c'].forEach(kept);
  expect(asked).toEqual(['a', 'b', 'c', 'a']);
});

test('objects are told apart by identity, not by what they hold', () => {
  const { asked, ask } = counted((list: readonly number[]) => list.length || undefined);
  const length = weakMemoize(ask);
  const [one, other, empty] = [[1], [1], []];
  expect([one, other, one, empty, empty].map(length)).toEqual([1, 1, 1, undefined, undefined]);
  expect(asked).toEqual([one, other, empty]);
});
