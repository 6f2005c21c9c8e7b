import { expect, test } from 'vitest';
import type { Fault } from './check.ts';
import { intruders } from './intruders.ts';

/** The words that are shown of a text with letters that were typed in another script. */
function shown(source: string): unknown[] {
  const found: Fault[] = [];
  intruders.run(source, (fault) => found.push(fault));
  return found.map(({ values }) => values['value']);
}

test('one or two Latin letters inside a Lao or Khmer word are intruders, three an abbreviation', () => {
  expect(shown('ລາaວ')).toEqual(['ລາaວ']);
  expect(shown('ខ្មែabរ')).toEqual(['ខ្មែabរ']);
  expect(shown('ລາabcວ ຂອງUNDP')).toEqual([]);
});

test('a word of twenty-four letters is shown whole, of a longer one what stands around', () => {
  const word = `Quảngа${'x'.repeat(18)}`; // а is Cyrillic
  expect(word).toHaveLength(24);
  expect(shown(word)).toEqual([word]);
  expect(shown(`${word}y`)).toEqual([`…Quảngа${'x'.repeat(9)}…`]);
});

test('is told once a line, with its letter and its place', () => {
  const found: Fault[] = [];
  intruders.run('Cuba\nở Cubа và Cubа', (fault) => found.push(fault));
  expect(found).toMatchObject([{ line: 2, column: 6, values: { letter: 'а', code: 'U+0430' } }]);
});
