import { describe, expect, test } from 'vitest';
import { withLetters } from './keystrokes.ts';

describe('keys that no input method turned into letters', () => {
  test.each([
    ['Telex', 'ddoafn Vieejt Nam thawm Laof', 'đoàn Việt Nam thăm Lào'],
    ['Telex', 'Lieen hieejp casc toor chuwsc huwxu nghij', 'Liên hiệp các tổ chức hữu nghị'],
    ['Telex', 'Đoàn thăm truwowngf hocj', 'Đoàn thăm trường học'],
    ['Telex', 'trao tawngj quaf cho em Lan', 'trao tặng quà cho em Lan'],
    ['VNI', 'Lie6n hie65p ca1c to63 chu71c hu74u nghi5', 'Liên hiệp các tổ chức hữu nghị'],
    ['VNI', 'd9oa2n tha8m tru7o7ng2', 'đoàn thăm trường'],
    ['VIQR', "Lie^n hie^.p ca'c to^? chu+'c", 'Liên hiệp các tổ chức'],
  ])('%s: %s', (rule, typed, text) => {
    expect(withLetters(typed)).toMatchObject({ rule, text });
  });

  test.each([
    'Đoàn thăm Books for Children, Room to Read và Food Bank',
    'hội nghị G7, vắc-xin H1N1, máy bay B52, đường A1, Covid19, khổ A4, 4x4, mẫu A1t',
    'Asean, Laos, Zoom, Facebook, Wordpress, Class of 2023, jazz, Bosch, Weeks, roof',
    'C++ (a+b), x^2, f(x), Thành phố Đà Nẵng (Việt Nam)',
    'Liên hiệp các tổ chức hữu nghị tỉnh Quảng Trị',
    'Mr. Moon và Mrs. Keo Soon đến thăm',
  ])('%s stays as it is', (typed) => {
    expect(withLetters(typed)).toBeUndefined();
  });
});
