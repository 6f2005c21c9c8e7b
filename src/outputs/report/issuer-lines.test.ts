import { expect, test } from 'vitest';
import { issuerLines } from './issuer-lines.ts';

test('the name of an office breaks before its place, never within “HỮU NGHỊ”', () => {
  expect(issuerLines('LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ THÀNH PHỐ ĐÀ NẴNG')).toEqual([
    'LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ',
    'THÀNH PHỐ ĐÀ NẴNG',
  ]);
  // In one line, “CỤM LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ” is wider than its half of the letterhead.
  expect(issuerLines('CỤM LIÊN HIỆP CÁC TỔ CHỨC HỮU NGHỊ ĐỊA PHƯƠNG SỐ 3')).toEqual([
    'CỤM LIÊN HIỆP CÁC TỔ CHỨC',
    'HỮU NGHỊ ĐỊA PHƯƠNG SỐ 3',
  ]);
});
