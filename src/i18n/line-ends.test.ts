import { expect, test } from 'vitest';
import { bindClosing, keepWhole } from './line-ends.ts';

test('binds a closing mark to its Lao or Khmer word, across the end of a link too', () => {
  expect(bindClosing('និងអន្តរជាតិ។')).toBe('និងអន្តរជាតិ\u200D។');
  expect(bindClosing('(ສະຫະພັນ) “ສັນຕິພາບ”')).toBe('(ສະຫະພັນ\u200D) “ສັນຕິພາບ\u200D”');
  expect(bindClosing('<a href="/x/">ស្រុក</a>។')).toBe('<a href="/x/">ស្រុក</a>\u200D។');
});

test('changes nothing else: other scripts, figures, openings, a mark after a mark', () => {
  for (const text of ['Đà Nẵng (Viet Nam).', '中文）。', '2023។', 'ຄົນ (ລາວ', 'ឡាវ ។', 'ទេ\u200D។»'])
    expect(bindClosing(text)).toBe(text);
});

test('keeps a name whole, the longer one of two', () => {
  expect(keepWhole('<p>ຢູ່ <a href="/ດານັງ/">ດານັງ</a></p>', 'lo', ['ດານັງ'])).toBe(
    '<p>ຢູ່ <a href="/ດານັງ/"><span class="whole">ດານັງ</span></a></p>',
  );
  expect(keepWhole('ទៅក្វាងទ្រី', 'km', ['ក្វាងទ្រី', 'ក្វាង'])).toBe('ទៅ<span class="whole">ក្វាងទ្រី</span>');
});

test('never parts a letter from its mark', () => {
  expect(keepWhole('ຍາຈາງ່', 'lo', ['ຍາຈາງ'])).toBe('ຍາຈາງ່');
  expect(keepWhole('ស្ដាណាំង', 'km', ['ដាណាំង'])).toBe('ស្ដាណាំង');
});

test('keeps a noun with what makes it one', () => {
  expect(keepWhole('2023: ການເດີນທາງ', 'lo', [])).toBe('2023: <span class="whole">ການເດີນທາງ</span>');
  // Not where a noun ends so, nor where it would tear a name.
  expect(keepWhole('មិត្តភាពខាញ់ហ្វា', 'km', ['ខាញ់ហ្វា'])).toBe('មិត្តភាព<span class="whole">ខាញ់ហ្វា</span>');
});

test('wraps nothing twice, and nothing in a language with spaces between words', () => {
  expect(keepWhole('ການດານັງ', 'lo', ['ດານັງ']).match(/<span/g)).toHaveLength(1);
  expect(keepWhole('ການ', 'lo', [])).toBe('ການ');
  expect(keepWhole('Đà Nẵng', 'vi', ['Đà Nẵng'])).toBe('Đà Nẵng');
});
