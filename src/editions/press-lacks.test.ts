import { expect, test } from 'vitest';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { pressLacks, pressNeeds } from './press-lacks.ts';

const [issue] = fixtureBulletin().issues;
if (!issue) throw new Error('The fixture has no issue.');
const colophon = { licence: '1', responsible: 'A', editors: ['B'], printRun: 500, printer: 'C' };
const whole = { ...issue, facts: { ...issue.facts, colophon } };

test('an issue of which nothing is known lacks everything, the address too', () => {
  const bare = { ...issue, facts: { ...issue.facts, colophon: { editors: [] } } };
  expect(pressLacks(bare, 'https://ban-tin.example')).toEqual(pressNeeds);
});

test('an issue that states everything at a real address lacks nothing', () => {
  expect(pressLacks(whole, 'https://ban-tin.vn')).toEqual([]);
});

test.each(['https://ban-tin.example', 'http://localhost:4321', 'https://x.test'])(
  '%s is no address to print',
  (site) => {
    expect(pressLacks(whole, site)).toEqual(['address']);
  },
);

test('the deposit, which is made after printing, is not asked for', () => {
  expect(pressNeeds).not.toContain('deposit');
});
