import { expect, test } from 'vitest';
import { asTypedFirst, heldReady, shownAtFirst } from './typed-first.ts';

const order = (pages: readonly string[], word: string, more = heldReady) =>
  asTypedFirst(pages, [word], more, (page) => page);
const others = (count: number) => Array.from({ length: count }, (_, at) => `page ${at} of others`);

test('a page with the word as typed comes before one with another of its forms, and that before one with neither', () => {
  const [neither, form, typed] = ['delayed', 'delegations', 'Delegation'];
  expect(order([neither, form, typed], 'delegation')).toEqual([typed, form, neither]);
});

test('forms of a word of six letters differ in the last two; one of five is its own stem', () => {
  expect(order(['other', 'visible'], 'visiti')).toEqual(['visible', 'other']);
  expect(order(['other', 'visa'], 'visiti')).toEqual(['other', 'visa']);
  expect(order(['other', 'visit'], 'visas')).toEqual(['other', 'visit']);
  expect(order(['other', 'visits'], 'visit')).toEqual(['visits', 'other']);
});

test('of ten results the first is chosen among the ten and twelve more', () => {
  expect(order([...others(21), 'delegation'], 'delegation')[0]).toBe('delegation');
  expect(order([...others(22), 'delegation'], 'delegation')[0]).toBe('page 0 of others');
});

test('asking for more does not change the order of what is shown already', () => {
  const pages = [...others(30), 'delegation', ...others(5), 'delegations'];
  const shown = order(pages.slice(0, shownAtFirst + heldReady), 'delegation').slice(0, shownAtFirst);
  expect(order(pages, 'delegation').slice(0, shownAtFirst)).toEqual(shown);
});

test('of several words those that stand side by side as typed come first, then those whose last one goes on', () => {
  const pages = ['b and a', 'of ab bcd', 'ab and bc', 'more ab bc'];
  const [scattered, begun, apart, whole] = pages;
  expect(asTypedFirst(pages, ['ab', 'bc'], 0, (one) => one)).toEqual([whole, begun, apart, scattered]);
});

test('an article that melts into the next word does not part a phrase', () => {
  const [apart, side] = ['amitié, association', 'l’association d’amitié'];
  expect(asTypedFirst([apart, side], ['association', 'amitié'], 0, (one) => one)).toEqual([side, apart]);
});
