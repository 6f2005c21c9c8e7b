import { expect, test } from 'vitest';
import { matchPassages } from './passages.ts';

const passage = (words: string) => ({ words, spaced: false });

test('a text is known again whatever was done to its spaces, hyphens and capitals', () => {
  const all = [passage('Con\u00ADtents of  IT'), passage('Số 2')];
  expect(matchPassages(['CONTENTS ofit', 'Số2'], all)).toEqual(all);
});

test('what the page hides and what the style sheet adds have no part in it', () => {
  const [first, second] = [passage('one'), passage('two')];
  expect(matchPassages(['one', '1', '', 'two'], [first, passage('hidden'), second])).toEqual([
    first,
    undefined,
    undefined,
    second,
  ]);
});

test('each passage is given once, in its order', () => {
  const [first, second] = [passage('·'), passage('·')];
  const found = matchPassages(['·', '·', '·'], [first, passage('x'), second]);
  expect(found[0]).toBe(first);
  expect(found[1]).toBe(second);
  expect(found[2]).toBeUndefined();
});

test('the same words far below are not taken for it', () => {
  const many = (count: number) => [...Array.from({ length: count }, () => passage('x')), passage('far')];
  expect(matchPassages(['far'], many(39))).toEqual([passage('far')]);
  expect(matchPassages(['far'], many(40))).toEqual([undefined]);
});
