import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';

test('a text keeps the fingerprint that thousands of translations carry', () => {
  const text = { title: 'Trao học bổng', summary: '60 suất.', body: { text: 'Ngày 2/11/2023 …' } };
  expect(fingerprint(text)).toBe('61d17546c2c9');
  const sha = createHash('sha256').update('trao học bổng 60 suất ngày 2 11 2023').digest('hex');
  expect(fingerprint(text)).toBe(sha.slice(0, 12));
});

test('what is not a letter or a figure does not count, nor do case and Unicode form', () => {
  const body = { text: 'Hòa bình' };
  const one = fingerprint({ title: 'Đoàn – Nhật', body });
  expect(fingerprint({ title: 'ĐOÀN, Nhật!', body: { text: 'hòa   BÌNH'.normalize('NFD') } })).toBe(one);
  expect(fingerprint({ title: 'Đoàn Nhật 2', body })).not.toBe(one);
});
