import { describe, expect, test } from 'vitest';
import { readWrittenDate } from './written-dates.ts';

describe('a date as a document writes it', () => {
  test.each([
    ['18/7/2023', '2023-07-18'],
    ['18.7.2023', '2023-07-18'],
    ['18-7-2023', '2023-07-18'],
    ['ngày 18 tháng 7 năm 2023', '2023-07-18'],
    ['tháng 8/2023', '2023-08'],
    ['tháng 8 năm 2023', '2023-08'],
    ['8/2023', '2023-08'],
    ['năm 2023', '2023'],
    ['quý II/2024', '2024-Q2'],
    ['Quý 4 năm 2024', '2024-Q4'],
    ['18-28/4/2023', '2023-04-18/2023-04-28'],
    ['18/4 – 2/5/2023', '2023-04-18/2023-05-02'],
    ['từ ngày 18 đến ngày 28/4/2023', '2023-04-18/2023-04-28'],
    ['từ ngày 18 đến 28 tháng 4 năm 2023', '2023-04-18/2023-04-28'],
    ['khoảng tháng 5/2024', '2024-05~'],
    ['2022 - 2025', '2022/2025'],
  ])('%s is %s', (text, spelled) => {
    expect(readWrittenDate(text)).toBe(spelled);
  });

  test.each(['2023-07-18', '2023', '2024-Q2', '2024-05~', '2022/2025'])(
    '%s is spelled as a record spells it: there is nothing to propose',
    (text) => expect(readWrittenDate(text)).toBeUndefined(),
  );

  test.each([
    '31/2/2023',
    'mùa xuân',
    '32/1/2023',
    '28-18/4/2023',
    'quý V/2024',
    '',
    '18/13/2023',
    '1/2/3/2023',
  ])('“%s” is no date, and nothing is made of it', (text) => expect(readWrittenDate(text)).toBeUndefined());
});
