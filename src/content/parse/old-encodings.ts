/** Encodings of Vietnamese from before Unicode: fonts that show letters of Latin-1 as Vietnamese ones, and Windows-1258. */

export type OldEncoding = 'TCVN3' | 'VNI';

/** What the letters of TCVN3 fonts (.VnTime) stand for, by the Latin-1 letters at their places. */
const tcvn3 = new Map(
  Object.entries({
    '¡': 'Ă',
    '¢': 'Â',
    '£': 'Ê',
    '¤': 'Ô',
    '¥': 'Ơ',
    '¦': 'Ư',
    '§': 'Đ',
    '¨': 'ă',
    '©': 'â',
    ª: 'ê',
    '«': 'ô',
    '¬': 'ơ',
    '\u00AD': 'ư',
    '®': 'đ',
    µ: 'à',
    '¶': 'ả',
    '·': 'ã',
    '¸': 'á',
    '¹': 'ạ',
    '»': 'ằ',
    '¼': 'ẳ',
    '½': 'ẵ',
    '¾': 'ắ',
    Æ: 'ặ',
    Ç: 'ầ',
    È: 'ẩ',
    É: 'ẫ',
    Ê: 'ấ',
    Ë: 'ậ',
    Ì: 'è',
    Î: 'ẻ',
    Ï: 'ẽ',
    Ð: 'é',
    Ñ: 'ẹ',
    Ò: 'ề',
    Ó: 'ể',
    Ô: 'ễ',
    Õ: 'ế',
    Ö: 'ệ',
    '×': 'ì',
    Ø: 'ỉ',
    Ü: 'ĩ',
    Ý: 'í',
    Þ: 'ị',
    ß: 'ò',
    á: 'ỏ',
    â: 'õ',
    ã: 'ó',
    ä: 'ọ',
    å: 'ồ',
    æ: 'ổ',
    ç: 'ỗ',
    è: 'ố',
    é: 'ộ',
    ê: 'ờ',
    ë: 'ở',
    ì: 'ỡ',
    í: 'ớ',
    î: 'ợ',
    ï: 'ù',
    ñ: 'ủ',
    ò: 'ũ',
    ó: 'ú',
    ô: 'ụ',
    õ: 'ừ',
    ö: 'ử',
    '÷': 'ữ',
    ø: 'ứ',
    ù: 'ự',
    ú: 'ỳ',
    û: 'ỷ',
    ü: 'ỹ',
    ý: 'ý',
    þ: 'ỵ',
  }),
);

/** The second of two letters of a VNI font is the mark of the first: of a vowel a tone, a hat, or both. */
const vniMarks = new Map(
  Object.entries({
    ù: '\u0301',
    ø: '\u0300',
    û: '\u0309',
    õ: '\u0303',
    ï: '\u0323',
    â: '\u0302',
    á: '\u0302\u0301',
    à: '\u0302\u0300',
    å: '\u0302\u0309',
    ã: '\u0302\u0303',
    ä: '\u0302\u0323',
    ê: '\u0306',
    é: '\u0306\u0301',
    è: '\u0306\u0300',
    ú: '\u0306\u0309',
    ü: '\u0306\u0303',
    ë: '\u0306\u0323',
  }),
);
const vniLetters = new Map(Object.entries({ ñ: 'đ', ö: 'ư', ô: 'ơ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' }));

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();
const cased = (text: string, capital: boolean): string => (capital ? text.toUpperCase() : text);

/** @example fromTcvn3('h÷u') // => 'hữu' */
export const fromTcvn3 = (word: string): string =>
  [...word].map((letter) => tcvn3.get(letter) ?? letter).join('');

/** @example fromVni('hieäp') // => 'hiệp' */
export function fromVni(word: string): string {
  let text = '';
  for (const letter of word) {
    const small = letter.toLowerCase();
    const mark = /[aeouyươ]$/i.test(text) ? vniMarks.get(small) : undefined;
    text += mark ?? cased(vniLetters.get(small) ?? small, isCapital(letter));
  }
  return text.normalize('NFC');
}

/** The letters of Windows-1258 that Windows-1252 shows as others, and its tones, which stand behind their letters. */
const cp1258 = new Map(
  Object.entries({
    ã: 'ă',
    Ã: 'Ă',
    ð: 'đ',
    Ð: 'Đ',
    õ: 'ơ',
    Õ: 'Ơ',
    ý: 'ư',
    Ý: 'Ư',
    Ì: '\u0300',
    Ò: '\u0309',
    Þ: '\u0303',
    ì: '\u0301',
    ò: '\u0323',
  }),
);

/** @example fromCp1258('hýÞu') // => 'hữu' */
export const fromCp1258 = (word: string): string =>
  [...word]
    .map((letter) => cp1258.get(letter) ?? letter)
    .join('')
    .normalize('NFC');

/**
 * The encoding that a font's name tells: `.VnTime`, `.VnArialH` (all capitals), `VNI-Times`.
 * @example oldEncodingOf('.VnTimeH') // => { encoding: 'TCVN3', capitals: true }
 */
export function oldEncodingOf(font: string): { encoding: OldEncoding; capitals: boolean } | undefined {
  if (/^\.vn/i.test(font)) return { encoding: 'TCVN3', capitals: /H$/.test(font) };
  return /^vni[- ]/i.test(font) ? { encoding: 'VNI', capitals: false } : undefined;
}

/** A run of text in one font. */
export interface OldText {
  readonly text: string;
  readonly encoding: OldEncoding;
  readonly capitals: boolean;
}

/**
 * Runs that follow each other, as they were meant. A VNI letter and its mark may stand in two runs: Word cuts anywhere.
 * @returns as many texts as there were
 */
export function decodeOldFont(runs: readonly OldText[]): string[] {
  const texts = runs.map(({ text }) => text);
  runs.forEach(({ encoding }, at) => {
    const [before = '', own = ''] = [texts[at - 1], texts[at]];
    const mark = own.at(0) ?? '';
    if (encoding !== 'VNI' || runs[at - 1]?.encoding !== 'VNI' || !vniMarks.has(mark.toLowerCase())) return;
    if (!/[aeouyöô]$/i.test(before)) return;
    texts[at - 1] = before + mark;
    texts[at] = own.slice(mark.length);
  });
  return runs.map(({ encoding, capitals }, at) => {
    const text = (encoding === 'TCVN3' ? fromTcvn3 : fromVni)(texts[at] ?? '');
    return capitals ? text.toUpperCase() : text;
  });
}
