import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BREAK, decode, decodeExcerpt, encode, encodeQuery, normalise } from './transform.ts';

/** Text as it may come: the six scripts, their signs in any order, punctuation, and anything at all. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."đĐœŒæ’'–—-/`‵ðÐ.,;:!?()“”«»…·、。，（）「」 \u00A0\u200B\u034F\uA000\uA100\u241E\uE000\uE002",
      ),
      fc.constantFrom(
        'D\u032D',
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

describe('the transform', () => {
  test('gives back what it was given, in one spelling', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(decode(encode(text))).toBe(normalise(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('changes only spelling: normalising twice is normalising once', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('leaves no Lao or Khmer sign that Pagefind would strip', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(encode(text)).not.toMatch(/[\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE\u17B4-\u17D1\u17DD]/);
      }),
    );
  });

  test('takes any query in any language without throwing, and asks nothing of one without letters', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('vi', 'en', 'lo', 'km', 'zh', 'fr', 'xx', ''), (text, locale) => {
        for (const attempt of encodeQuery(text, locale)) {
          expect(attempt.words.trim()).not.toBe('');
          expect([attempt.words, ...attempt.phrases].join()).not.toMatch(/\u034F|["`\u241E]/);
        }
      }),
      { numRuns: 3000 },
    );
    expect(encodeQuery(' – “” !', 'vi')).toEqual([]);
  });

  test('asks for a word of a page in the letters that the page has in the index', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ສະຫວັນນະເຂດ', 'ນ້ຳ', 'មិត្តភាព', 'ស្រ្តី', '友好城市', '2023年10月', 'ໝູ່'),
        anyText,
        (word, before) => {
          const page = encode(`${before} ${word} x`);
          const [first] = encodeQuery(word, 'lo');
          expect(page.replaceAll('`', '')).toContain(first?.phrases[0]);
        },
      ),
    );
  });
});

describe('Vietnamese and French letters', () => {
  test('đ becomes a letter that loses its tail with the accents', () => {
    expect(encode('Đoàn đến').normalize('NFD').replace(/\p{M}/gu, '')).toBe('Doan den');
  });

  test('capital eth, which is often typed for Đ, is taken for Đ', () => {
    expect(normalise('ÐÔNG HÀ')).toBe('ĐÔNG HÀ');
  });

  test('decomposed letters are composed', () => {
    expect(encode('hòa bình'.normalize('NFD'))).toBe('hòa bình');
  });

  test('an article that melts into the next word is not asked for in French, and stays elsewhere', () => {
    expect(encodeQuery('l’amitié', 'fr')[0]?.words).toBe('amitié');
    expect(encodeQuery('qu’aujourd’hui', 'fr')[0]?.words).toBe('aujourdhui');
    expect(encodeQuery('M’Nông', 'vi')[0]?.words).toBe('MNông');
  });

  test('dates and amounts stay one number, other punctuation parts words', () => {
    expect(encodeQuery('27/02/2023 15.500 CARE/Bỉ', 'vi')[0]?.words).toBe('27022023 15500 CARE Bỉ');
  });
});

describe('Lao and Khmer', () => {
  test('the old and the new spelling of a Lao word are one', () => {
    expect(encode('ຫນັງສື')).toBe(encode('ໜັງສື'));
    expect(encode('ຫມູ່')).toBe(encode('ໝູ່'));
    expect(encode('ນໍ້າ')).toBe(encode('ນ້ຳ'));
    expect(encode('ນ້ໍາ')).toBe(encode('ນ້ຳ'));
    expect(encode('ເເຂວງ')).toBe(encode('ແຂວງ'));
  });

  test('Khmer subscripts that look alike, and signs in another order, are one', () => {
    expect(encode('ស្ដី')).toBe(encode('ស្តី'));
    expect(encode('ស្រ្តី')).toBe(encode('ស្ត្រី'));
  });

  test('invisible characters do not count', () => {
    expect(encode('មិត្ត\u200Bភាព')).toBe(encode('មិត្តភាព'));
    expect(encode('ມິດ\u200Cຕະພາບ')).toBe(encode('ມິດຕະພາບ'));
    expect(encode('ami\u00ADtié')).toBe('amitié');
  });

  test('numbers are found in either digits', () => {
    expect(encodeQuery('២០២៣', 'km')[0]?.words).toBe('2023');
    expect(encode('ປີ ໒໐໒໓').replace(/\p{M}/gu, '')).toContain('2023');
  });

  test('a word with a space in it on the page is one cluster apart from one without', () => {
    expect(decode(encode('ລາວ ຫວຽດ'))).toBe('ລາວ ຫວຽດ');
    expect(decode(encode('ລາວຫວຽດ'))).toBe('ລາວຫວຽດ');
    expect(encode('ລາວ ຫວຽດ').replaceAll('`', '')).toBe(encode('ລາວຫວຽດ'));
  });

  test('a letter that is still being typed is asked for as a beginning, then most of the row', () => {
    const [asTyped, begun, most, ...more] = encodeQuery('ສະຫວັນນະເ', 'lo');
    expect(asTyped?.phrases).toEqual([encode('ສະຫວັນນະເ')]);
    expect(begun?.phrases).toEqual([encode('ສະຫວັນນະ')]);
    expect(begun?.ending?.map((end) => decode(end))).toEqual(['ນະ', 'ເ']);
    expect(begun?.words.endsWith('\uA100')).toBe(false);
    expect(most).toMatchObject({ phrases: [], together: 5 });
    expect(more).toEqual([]);
  });
});

describe('an unknown language', () => {
  test('is words', () => {
    expect(encode('дружба народов')).toBe('дружба народов');
    expect(encodeQuery('дружба народов', 'ru')[0]?.words).toBe('дружба народов');
  });
});

describe('an excerpt', () => {
  test('shows touching hits as one, in the letters of the page', () => {
    expect(decodeExcerpt('<mark>友</mark> <mark>好</mark> 城 市')).toBe('<mark>友好</mark>城市');
    const [first = '', second = '', ...rest] = encode('ມິດຕະພາບ').split(' ');
    expect(decodeExcerpt(`<mark>${first}</mark> <mark>${second}</mark> ${rest.join(' ')}`)).toBe(
      '<mark>ມິດ</mark>ຕະພາບ',
    );
  });

  test('keeps the spaces that were on the page', () => {
    const [first = '', second = ''] = encode('友 A').split(' ');
    expect(decodeExcerpt(`<mark>${first}</mark> <mark>${second}</mark>`)).toBe('<mark>友 A</mark>');
  });

  test('parts blocks by a dot where no sentence ended', () => {
    expect(decodeExcerpt(`Title ${BREAK} One. ${BREAK} Two ${BREAK}`)).toBe('Title · One. Two');
  });

  test('has no HTML but its marks', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = encode(text).replace(/</g, '&lt;').replace(/>/g, '&gt;');
        const html = decodeExcerpt(`<mark>a</mark> ${escaped} <mark>b</mark>`);
        expect(html.replace(/<\/?mark>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      }),
    );
    expect(decodeExcerpt('<mark>“a”,</mark> <mark>–</mark>')).toBe('“<mark>a</mark>”, –');
    expect(decodeExcerpt('a &lt;img onerror=x&gt; & <mark>b</mark>')).toBe(
      'a &lt;img onerror=x&gt; &amp; <mark>b</mark>',
    );
  });
});
