import { expect, test } from 'vitest';
import { bindClosing } from './line-ends.ts';

test('binds a closing mark to its Lao or Khmer word, across the end of a link too', () => {
  expect(bindClosing('និងអន្តរជាតិ។')).toBe('និងអន្តរជាតិ\u200D។');
  expect(bindClosing('(ສະຫະພັນ) “ສັນຕິພາບ”')).toBe('(ສະຫະພັນ\u200D) “ສັນຕິພາບ\u200D”');
  expect(bindClosing('<a href="/x/">ស្រុក</a>។')).toBe('<a href="/x/">ស្រុក</a>\u200D។');
});

test('changes nothing else: other scripts, figures, openings, a mark after a mark', () => {
  for (const text of ['Đà Nẵng (Viet Nam).', '中文）。', '2023។', 'ຄົນ (ລາວ', 'ឡាវ ។', 'ទេ\u200D។»'])
    expect(bindClosing(text)).toBe(text);
});
