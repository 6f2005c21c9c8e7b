import { describe, expect, test } from 'vitest';
import { decodedLine, isSyllable } from './encodings.ts';

describe('words of old encodings inside good text', () => {
  test.each([
    ['TCVN3', 'Liªn hiÖp c¸c tæ chøc h÷u nghÞ', 'Liên hiệp các tổ chức hữu nghị'],
    ['TCVN3', 'Đoàn thăm tỉnh, ®oµn trao quà', 'Đoàn thăm tỉnh, đoàn trao quà'],
    ['VNI', 'Lieân hieäp caùc toå chöùc höõu nghò', 'Liên hiệp các tổ chức hữu nghị'],
    ['VNI', 'Ngày 2/11, Đoàn cuûa tænh ñeán thaêm', 'Ngày 2/11, Đoàn của tỉnh đến thăm'],
    ['UTF-8', 'LiÃªn hiá»‡p cÃ¡c tá»• chá»©c', 'Liên hiệp các tổ chức'],
    ['UTF-8', 'Đoàn thăm Quáº£ng Trị', 'Đoàn thăm Quảng Trị'],
    ['UTF-8', 'l’annÃ©e de l’amitiÃ©', 'l’année de l’amitié'],
  ])('%s: %s', (encoding, typed, meant) => {
    expect(decodedLine(typed)).toEqual({ text: meant, encoding });
  });

  test.each([
    'Le poète Noé Moï, à Saïgon, naïf et maïs : « CAFÉ » «É»',
    'Đội tuyển “CÔ” và «Ê»',
    '37 °C, 5×7 m, 3·4, Lumière®, © 2023, ½ giờ',
    'Liên hiệp các tổ chức hữu nghị tỉnh Quảng Trị, Hòa Bình, thuở, quý, khoẻ, huỷ',
    'la grande «\u00A0amitié\u00A0» de «\u00A0Chloé\u00A0»',
    'São Paulo, Curaçao, Bogotá, Düsseldorf, Årsta',
  ])('%s stays as it is', (typed) => {
    expect(decodedLine(typed)).toBeUndefined();
  });

  test.each(['nghiêng', 'quyết', 'Hữu', 'khuỷu', 'ương', 'giếng', 'quốc', 'chức', 'người', 'khuya'])(
    '%s is a syllable',
    (one) => {
      expect(isSyllable(one)).toBe(true);
    },
  );

  test.each(['friend', 'Noël', 'mạs', 'bl', ''])('“%s” is none', (one) => {
    expect(isSyllable(one)).toBe(false);
  });
});
