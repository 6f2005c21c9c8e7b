import { expect, test, vi } from 'vitest';
import { localeCodes } from '../model/locales.ts';
import { collator, dateFormat, numberFormat } from './intl.ts';
import { translator } from './translate.ts';

test('a formatter is made once for each language and what is asked of it', () => {
  for (const locale of localeCodes) {
    expect(collator(locale)).toBe(collator(locale));
    expect(translator(locale)).toBe(translator(locale));
    expect(numberFormat(locale)).toBe(numberFormat(locale));
    expect(dateFormat(locale, { month: 'long' })).toBe(dateFormat(locale, { month: 'long' }));
    expect(dateFormat(locale, { month: 'long' })).not.toBe(dateFormat(locale, { month: 'short' }));
  }
  expect(numberFormat('vi').format(1234.5)).toBe('1.234,5');
  expect(numberFormat('en').format(1234.5)).toBe('1,234.5');
  expect(numberFormat('vi', { style: 'percent' }).format(0.5)).toBe('50%');
});

test('a day is the same day wherever the machine stands', () => {
  vi.stubEnv('TZ', 'Asia/Ho_Chi_Minh');
  const [first, last] = [new Date('2023-04-18T00:00:00Z'), new Date('2023-04-18T23:59:59Z')];
  for (const day of [first, last])
    expect(dateFormat('en', { day: 'numeric', month: 'long' }).format(day)).toBe('18 April');
  vi.unstubAllEnvs();
});
