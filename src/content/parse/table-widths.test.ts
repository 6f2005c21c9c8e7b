import { expect, test } from 'vitest';
import { leastWidth } from './table-widths.ts';

/** What the browser made of the same tables in the printed column, in millimetres. */
test.each([
  [
    'figures',
    58.4,
    [
      ['Năm', 'Đoàn vào', 'Đoàn ra', 'Dự án', 'Giá trị (USD)'],
      ['2022', '35', '12', '40', '1.060.000.000'],
    ],
  ],
  [
    'eight columns',
    98.3,
    [
      ['STT', 'Tên đơn vị', 'Địa bàn', 'Số lượng', 'Kinh phí', 'Nguồn', 'Thời gian', 'Ghi chú'],
      ['1', 'Liên hiệp', 'Hướng Hóa', '1.200', '3.400.000.000', 'HVPF', '12/2023', 'Hoàn thành'],
    ],
  ],
  [
    'an address',
    84.0,
    [
      ['Tên', 'Địa chỉ'],
      ['Liên hiệp', 'https://www.lienhiephuunghi.quangtri.gov.vn/hoat-dong'],
    ],
  ],
  [
    'capitals',
    97.9,
    [
      ['TÊN DỰ ÁN', 'SAVANNAKHET', 'CHAMPASAK', 'XALAVAN', 'SEKONG', 'ATTAPEU'],
      ['a', 'b', 'c', 'd', 'e', 'f'],
    ],
  ],
  [
    'French words',
    94.3,
    [
      ['Organisations', 'Coopération', 'Investissement', 'Établissement'],
      ['développement', 'gouvernement', 'reconnaissance', 'anniversaire'],
    ],
  ],
  [
    'Lao words',
    84.7,
    [
      ['ສະຫະພັນ', 'ມິດຕະພາບ', 'ແຂວງກວາງຈິ', 'ຈຳນວນ', 'ປະເທດລາວ', 'ໂຄງການ'],
      ['1', '2', '3', '4', '5', '6'],
    ],
  ],
  [
    'Khmer words',
    89.1,
    [
      ['អង្គការមិត្តភាព', 'ខេត្តក្វាងទ្រី', 'ចំនួនសរុប', 'ប្រទេសកម្ពុជា', 'សហភាព'],
      ['១២៣៤៥៦', '២៣៤៥', '៣៤៥៦', '៤៥៦៧', '៥៦៧៨'],
    ],
  ],
])('the least width of a table of %s is told within a tenth', (_, printed, rows) => {
  const width = leastWidth(rows);
  expect(width).toBeGreaterThan(printed * 0.9);
  expect(width).toBeLessThan(printed * 1.1);
});

test('a cell is broken at spaces, at hyphens and between Chinese characters', () => {
  const one = leastWidth([['Savannakhet']]);
  expect(leastWidth([['Savannakhet Savannakhet']])).toBe(one);
  expect(leastWidth([['Savannakhet-Savannakhet']])).toBeLessThan(one * 1.2);
  expect(leastWidth([['友好组织联合会']])).toBe(leastWidth([['友']]));
});
