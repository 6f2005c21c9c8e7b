import { describe, expect, test } from 'vitest';
import type { Locale } from '../model/locales.ts';
import { html, markup } from '../tests/markup.ts';
import { bindClosing, compounds, keepWhole, longestWhole } from './line-ends.ts';

const bound = (text: string) => html(bindClosing(markup(text)));
const kept = (text: string, locale: Locale, names: readonly string[]) =>
  html(keepWhole(markup(text), locale, names));

test('binds a closing mark to its Lao or Khmer word, across the end of a link too', () => {
  expect(bound('និងអន្តរជាតិ។')).toBe('និងអន្តរជាតិ\u200D។');
  expect(bound('(ສະຫະພັນ) “ສັນຕິພາບ”')).toBe('(ສະຫະພັນ\u200D) “ສັນຕິພາບ\u200D”');
  expect(bound('<a href="/x/">ស្រុក</a>។')).toBe('<a href="/x/">ស្រុក</a>\u200D។');
});

test('changes nothing else: other scripts, figures, openings, a mark after a mark', () => {
  for (const text of ['Đà Nẵng (Viet Nam).', '中文）。', '2023។', 'ຄົນ (ລາວ', 'ឡាវ ។', 'ទេ\u200D។»'])
    expect(bound(text)).toBe(text);
});

test('keeps a name whole, the longer one of two', () => {
  expect(kept('<p>ຢູ່ <a href="/ດານັງ/">ດານັງ</a></p>', 'lo', ['ດານັງ'])).toBe(
    '<p>ຢູ່ <a href="/ດານັງ/"><span class="whole">ດານັງ</span></a></p>',
  );
  expect(kept('ទៅក្វាងទ្រី', 'km', ['ក្វាងទ្រី', 'ក្វាង'])).toBe('ទៅ<span class="whole">ក្វាងទ្រី</span>');
});

test('keeps a name in Chinese whole, and nothing else', () => {
  expect(kept('赴老挝色贡省义诊', 'zh', ['色贡省', '色贡'])).toBe(
    '赴老挝<span class="whole">色贡省</span>义诊',
  );
  expect(kept('赴老挝义诊', 'zh', ['色贡省'])).toBe('赴老挝义诊');
});

test('never parts a letter from its mark', () => {
  expect(kept('ຍາຈາງ່', 'lo', ['ຍາຈາງ'])).toBe('ຍາຈາງ່');
  expect(kept('ស្ដាណាំង', 'km', ['ដាណាំង'])).toBe('ស្ដាណាំង');
});

test('keeps a noun with what makes it one', () => {
  expect(kept('2023: ການເດີນທາງ', 'lo', [])).toBe('2023: <span class="whole">ການເດີນທາງ</span>');
  // Not where a noun ends so, nor where it would tear a name.
  expect(kept('ការខាញ់ហ្វា', 'km', ['ខាញ់ហ្វា'])).toBe('ការ<span class="whole">ខាញ់ហ្វា</span>');
});

describe.each(['lo', 'km'] as const)('frequent compounds in %s', (locale) => {
  test('are about twenty, each once, none longer than a phone’s line can carry', () => {
    expect(compounds[locale].length).toBeGreaterThanOrEqual(20);
    expect(new Set<string>(compounds[locale]).size).toBe(compounds[locale].length);
    expect(compounds[locale].filter((word) => word.length > longestWhole)).toEqual([]);
  });
  test('stay whole wherever they stand in a run of letters', () => {
    for (const word of compounds[locale]) {
      expect(kept(word, locale, [])).toBe(`<span class="whole">${word}</span>`);
      expect(kept(`${word}${word}`, locale, []).match(/class="whole"/g)).toHaveLength(2);
    }
  });
  test('leave a longer name that begins with one whole', () => {
    const [word] = compounds[locale];
    const name = `${word}${word}`;
    expect(kept(name, locale, [name])).toBe(`<span class="whole">${name}</span>`);
  });
});

test('wraps nothing twice, and nothing in a language with spaces between words', () => {
  expect(kept('ການດານັງ', 'lo', ['ດານັງ']).match(/<span/g)).toHaveLength(1);
  expect(kept('ການ', 'lo', [])).toBe('ການ');
  expect(kept('Đà Nẵng', 'vi', ['Đà Nẵng'])).toBe('Đà Nẵng');
});

test('changes words alone: an attribute may hold what looks like a tag', () => {
  const link = '<a href="/x/" title="> ການດານັງ.">y</a>';
  expect(kept(link, 'lo', ['ດານັງ'])).toBe(link);
  expect(bound(link)).toBe(link);
});

test('keeps a noun of fourteen letters whole, and lets a longer one break', () => {
  expect(longestWhole).toBe(14);
  const [kept14, broken15] = ['អ្នកស្រាវជ្រាវ', 'ຄວາມອຸດົມສົມບູນ'];
  expect([kept14.length, broken15.length]).toEqual([14, 15]);
  expect(kept(kept14, 'km', [])).toBe(`<span class="whole">${kept14}</span>`);
  expect(kept(broken15, 'lo', [])).toBe(broken15);
});
