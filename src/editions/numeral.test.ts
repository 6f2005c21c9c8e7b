import { expect, test } from 'vitest';
import { translator } from '../i18n/translate.ts';
import type { Facts } from '../model/schemas/index.ts';
import { numeralOf } from './numeral.ts';

type Numbers = Facts<'activities'>['numbers'];
const number = (value: number, of: Numbers[number]['of'] = 'patients') => ({ value, of, sources: [] });
const aid: Facts<'activities'>['aid'][number] = {
  amount: 7200,
  currency: 'USD',
  state: 'disbursed',
  direction: 'in',
  total: false,
  items: [],
  sources: [],
};
const valueOf = (numbers: Numbers, amounts: Facts<'activities'>['aid'] = []) =>
  numeralOf({ numbers, aid: amounts }, 'A gift', 'en')?.value;

test('the first number from ten on is great', () => {
  expect(valueOf([number(9), number(10, 'gifts')])).toBe('10');
  expect(valueOf([number(9)])).toBeUndefined();
});

test('a number that documents state otherwise is none', () => {
  expect(valueOf([number(30), number(27), number(12, 'gifts')])).toBe('12');
});

test('an amount of aid stands where no number does, with how far it has got', () => {
  expect(numeralOf({ numbers: [], aid: [aid] }, 'A gift', 'en')).toEqual({
    value: '7,200 US dollars',
    words: translator('en')('aid.state.disbursed'),
  });
  expect(valueOf([number(10)], [aid])).toBe('10');
  expect(valueOf([], [{ ...aid, total: true }])).toBeUndefined();
});

test('words name what is counted without the number, in every language', () => {
  expect(numeralOf({ numbers: [number(98)], aid: [] }, 'A gift', 'en')).toEqual({
    value: '98',
    words: 'patients examined',
  });
  for (const locale of ['vi', 'lo', 'km', 'zh', 'fr'] as const)
    expect(numeralOf({ numbers: [number(98)], aid: [] }, 'A gift', locale)?.words).toMatch(/^\P{Cc}{2,}$/u);
});

test('the number that the headline names stands before the first', () => {
  const numbers = [number(29, 'people'), number(1098), number(98, 'gifts')];
  const valueFor = (title: string) => numeralOf({ numbers, aid: [] }, title, 'en')?.value;
  expect(valueFor('Gifts for 98')).toBe('98');
  expect(valueFor('Care for 1,098 people')).toBe('1,098');
  expect(valueFor('Care for 980 people')).toBe('29');
});
