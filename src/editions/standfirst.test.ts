import { expect, test } from 'vitest';
import type { Locale } from '../model/locales.ts';
import { standfirst } from './standfirst.ts';

const shown = (summary: string, text: string, locale: Locale = 'vi') =>
  standfirst({ summary, body: { nodes: [], text } }, locale);
const visit = 'Liên hiệp Quảng Trị đón đoàn HVPF từ Nhật Bản.';

test('a summary that a short text says again is not said twice', () => {
  expect(
    shown(visit, 'Năm 2023, Liên hiệp Quảng Trị đón và làm việc với đoàn HVPF từ Nhật Bản.'),
  ).toBeUndefined();
  expect(shown('友联会接待代表团。', '2023年，友联会接待日本代表团。', 'zh')).toBeUndefined();
});

test('a summary stands above a text that says something else, however short', () => {
  expect(shown(visit, 'Chuyến đi kéo dài ba ngày.')).toBe(visit);
});

test('a summary stands above a text twice as long, which it sums up', () => {
  expect(shown(visit, visit.repeat(2))).toBe(visit);
  expect(shown(visit, visit.repeat(2).slice(1))).toBeUndefined();
});
