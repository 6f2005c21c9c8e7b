import { describe, expect, test } from 'vitest';
import { plainLetters } from './plain-letters.ts';

describe('letters that are others than they seem', () => {
  test.each([
    ['ＨＶＰＦ　２０２３', 'HVPF 2023'],
    ['𝓣𝓻𝓪𝓸 𝗾𝘂à 🅃🅁🅰🅾', 'Trao quà TRAO'],
    ['Thƣờng trực Ðoàn đƣợc', 'Thường trực Đoàn được'],
    ['oﬃce ﬁlter', 'office filter'],
    ['⼴治 Ⅳ ㎏', '广治 IV kg'],
    ['ᴛʀᴀᴏ', 'trao'],
    ['trao quà，đón đoàn', 'trao quà,đón đoàn'],
  ])('%s is %s', (typed, meant) => {
    expect(plainLetters(typed)).toBe(meant);
  });

  test.each(['nᵒˢ 1, m², 37 °C, № 5, ① ②, ½', '广治省（2023年），会长：', 'ໜ ໝ ຳ', 'កុំ', 'Hòa bình – Đoàn…'])(
    '%s stays as it is',
    (typed) => {
      expect(plainLetters(typed)).toBe(typed);
    },
  );
});
