import { describe, expect, test } from 'vitest';
import { foreignLanguage } from './paragraph-language.ts';

const repeat = (word: string, times: number): string => Array.from({ length: times }, () => word).join(' ');

describe('good paragraphs are in their language', () => {
  test.each([
    [
      'en',
      'The Union of Friendship Organizations of Quảng Trị Province received the visitors and thanked them for their help.',
    ],
    ['en', 'Lê Quý Đôn, Quốc Học Quy Nhơn, Trưng Vương, Hoa Sữa, Hồng Nhung, Bản Chuối, Lâm Hà, Liên Chiểu'],
    [
      'fr',
      'La délégation a été reçue par le président de l’Union, qui a remercié les amis venus de loin pour leur aide.',
    ],
    ['vi', 'Các đối tác gồm NPA, SODI, DFRO, MOA, CARE, HVPF, Zhi Shan, Sunflower Mission, Peace Trees.'],
    [
      'lo',
      'ສະຫະພັນ (Union of Friendship Organizations of Quang Tri) ໄດ້ຕ້ອນຮັບຄະນະຜູ້ແທນ ແລະ ໄດ້ສົນທະນາກັນຢ່າງອົບອຸ່ນຫຼາຍ ແລະ ຍາວ',
    ],
    ['en', 'To him an inn is on'],
  ] as const)('%s: %s', (locale, text) => {
    expect(foreignLanguage(text, locale)).toBeUndefined();
  });
});

describe('others are not', () => {
  test.each([
    [
      'en',
      'La delegación fue recibida por el presidente de la Unión, que agradeció a los amigos su ayuda para las víctimas de las bombas.',
    ],
    [
      'fr',
      'The delegation was received by the president of the Union, who thanked the friends for their help in the province.',
    ],
    [
      'vi',
      'The delegation was received by the president of the Union, who thanked the friends for their help in the province.',
    ],
    ['en', 'Đón đoàn khách và trao đổi về hợp tác trong thời gian tới giữa hai bên với nhau'],
    ['zh', 'Đón đoàn khách và trao đổi về hợp tác trong thời gian tới giữa hai bên với nhau'],
  ] as const)('%s: %s', (locale, text) => {
    expect(foreignLanguage(text, locale)).toBe('wrongLanguage');
  });

  test('Vietnamese without marks, from six syllables on, in any language', () => {
    expect(foreignLanguage('tiep doan khach den tham', 'vi')).toBeUndefined();
    for (const locale of ['vi', 'en', 'fr', 'lo', 'km', 'zh'] as const)
      expect(foreignLanguage('tiep doan khach den tham tinh', locale)).toBe('unmarkedVietnamese');
  });

  test('is judged from twelve words on, and above four in ten', () => {
    const mixed = (marked: number, all: number): string =>
      `${repeat('đoàn', marked)} ${repeat('the', all - marked)}`;
    expect(foreignLanguage(mixed(4, 11), 'en')).toBeUndefined();
    expect(foreignLanguage(mixed(11, 11), 'en')).toBeUndefined();
    expect(foreignLanguage(mixed(12, 12), 'en')).toBe('wrongLanguage');
    expect(foreignLanguage(mixed(8, 20), 'en')).toBeUndefined();
    expect(foreignLanguage(mixed(9, 20), 'en')).toBe('wrongLanguage');
  });
});
