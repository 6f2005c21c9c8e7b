import fc from 'fast-check';

/** For property tests: the six scripts, their signs in any order, punctuation, and anything at all. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'đĐœŒæ’\'–—-/`ðÐ.,;:!?()“”«»…·、。，（）「」<>&" \n\u00A0\u200B\u034F'),
      fc.constantFrom(
        'Đông Hà',
        'hoà',
        'hòa',
        'thuỷ',
        'l’amitié',
        'œuvre',
        'KoD/Hà Lan',
        'Việt–Lào',
        '14/3/2023',
        '1.500',
      ),
      fc.constantFrom('ສະຫວັນນະເຂດ', 'ນໍ້າ', 'ນ້ຳ', 'ຫນັງສື', 'ໝູ່', '໒໐໒໓', 'ກຸ່ມໆ'),
      fc.constantFrom('ក្រុងព្រះសីហនុ', 'មិត្តភាព', 'ស្ត្រី', 'ស្រ្តី', '២០២៣', 'ផ្សេងៗ', '។'),
      fc.constantFrom('友好城市', '2023年10月', '會議', '々'),
      fc.integer({ min: 0x0e80, max: 0x0eff }).map((code) => String.fromCharCode(code)),
      fc.integer({ min: 0x1780, max: 0x17ff }).map((code) => String.fromCharCode(code)),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
