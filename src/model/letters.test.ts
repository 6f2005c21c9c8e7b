import { expect, test } from 'vitest';
import { toneLast, toSlug, withoutAccents, withoutTones } from './letters.ts';

const composed = 'Hội Hữu nghị Đà Nẵng';

test('without accents there are plain small letters, however they were composed', () => {
  expect(withoutAccents(composed)).toBe('hoi huu nghi da nang');
  expect(withoutAccents(composed.normalize('NFD'))).toBe('hoi huu nghi da nang');
  expect(withoutAccents('Délégation à Huế')).toBe('delegation a hue');
});

test('without tones the letters of Vietnamese stay, capitals too', () => {
  expect(withoutTones(composed)).toBe('Hôi Hưu nghi Đa Năng');
  expect(withoutTones('hòa bình')).toBe(withoutTones('hoà bình'));
  expect(withoutTones('mơ')).not.toBe(withoutTones('mo'));
});

test('a tone may stand on either vowel, and without it the word is another', () => {
  expect(toneLast('hòa')).toBe(toneLast('hoà'));
  expect(toneLast('thủy')).toBe(toneLast('thuỷ'));
  expect(toneLast('hoa')).not.toBe(toneLast('hoà'));
  expect(toneLast('hóa')).not.toBe(toneLast('hòa'));
  expect(toneLast('hoạt')).not.toBe(toneLast('hoat'));
});

test('a name as an address has plain letters, figures and single dashes, none at its ends', () => {
  expect(toSlug('Trao học bổng – Đợt 2')).toBe('trao-hoc-bong-dot-2');
  expect(toSlug('“Quảng Trị”')).toBe('quang-tri');
  expect(toSlug('中文')).toBe('');
});
