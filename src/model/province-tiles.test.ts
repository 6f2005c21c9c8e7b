import { expect, test } from 'vitest';
import { shadeOf, tilesOf } from './province-tiles.ts';

test('provinces stand from north to south, the highlands beside the coast at their height', () => {
  const [north, middle, south, highland] = tilesOf(['ha-tinh', 'binh-dinh', 'khanh-hoa', 'gia-lai']);
  expect(north?.row).toBeLessThan(middle?.row ?? 0);
  expect(middle?.row).toBeLessThan(south?.row ?? 0);
  expect(highland).toEqual({ column: 0, row: middle?.row });
});

test('places that the diagram does not know are not lost and do not lie on each other', () => {
  const tiles = tilesOf(['khanh-hoa', 'tinh-moi', 'tinh-khac']);
  expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(3);
});

test('the most is darkest, something is never nothing, and nothing is blank', () => {
  expect([0, 1, 20, 50, 100].map((value) => shadeOf(value, 100))).toEqual([0, 1, 1, 3, 5]);
  expect(shadeOf(0, 0)).toBe(0);
});
