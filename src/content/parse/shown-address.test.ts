import { expect, test } from 'vitest';
import { meantAddress } from './shown-address.ts';

test.each([
  ['https://a.vn', 'https://b.vn', 'https://a.vn'],
  ['vufo.org.vn', 'https://vufo.org.vn.example', 'https://vufo.org.vn'],
  ['Xem https://a.vn/tin/2', 'https://a.vn/tin/1', 'https://a.vn/tin/2'],
  ['www.a.vn', '/partners/hvpf/', 'https://www.a.vn'],
  ['lan@a.vn', 'mailto:mai@a.vn', 'mailto:lan@a.vn'],
  ['0233 385 2458', 'tel:+842333852459', 'tel:02333852458'],
])('“%s” does not lead to %s', (words, target, meant) => {
  expect(meantAddress(words, target)).toBe(meant);
});

test.each([
  ['https://a.vn', 'https://www.a.vn/'],
  ['a.vn', 'https://a.vn/tin/1'],
  ['https://a.vn/tin…', 'https://a.vn/tin/1'],
  ['https://a.vn/tiếng', 'https://a.vn/ti%E1%BA%BFng'],
  ['https://tiếngviệt.vn/', 'https://ti%E1%BA%BFngvi%E1%BB%87t.vn/'],
  ['Lan@a.vn', 'mailto:lan@a.vn'],
  ['(0233) 385 2458', 'tel:+842333852458'],
  ['Ngày 2.11', 'https://a.vn'],
  ['Node.js', 'https://nodejs.org'],
  ['trang của Hội', 'https://a.vn'],
])('“%s” leads to %s', (words, target) => {
  expect(meantAddress(words, target)).toBeUndefined();
});
