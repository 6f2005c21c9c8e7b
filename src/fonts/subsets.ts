/**
 * Fonts cut smaller than their packages bring them, so that an article stays light in every language. Only letters
 * that texts use every day and the features that shape them are kept; for all others `styles/screen-fonts.css` names
 * the whole file too, which is fetched by those who meet one. Print and share cards use the whole files.
 */

export interface FontSubset {
  /** Name of the file without `.woff2`, as `styles/screen-fonts.css` names it. */
  readonly name: string;
  /** The file that it is cut from, in its package. */
  readonly from: string;
  /** The letters to keep. */
  readonly letters: string;
}

const range = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)).join('');

/**
 * All letters of Vietnamese, English and French, with the quotation marks, dashes and spaces of the six languages: in
 * one file, for on a first visit every file comes in its own time, and “Đà Nẵng” stood in two faces.
 */
const latin =
  [
    range(0x20, 0x7e),
    '\u00A0«°·»×',
    range(0xc0, 0xd6),
    range(0xd8, 0xf6),
    range(0xf8, 0xff),
    'ĂăĐđĨĩŒœŨũƠơƯưˢ',
  ].join('') +
  [
    '\u0300\u0301\u0303\u0309\u0323',
    range(0x1ea0, 0x1ef9),
    range(0x2009, 0x200a),
    '–—‘’‚“”„•…\u202F₫€−',
  ].join('');

/**
 * Khmer as it is written today: without the letters for Pali and Sanskrit, the lunar dates and the signs that
 * Unicode advises against (https://www.unicode.org/charts/PDF/U1780.pdf).
 */
const khmer =
  [...range(0x1780, 0x17e9)]
    .filter((letter) => /\P{Cn}/u.test(letter) && !'ឝឞឣឤឨ\u17B4\u17B5៓៘៙៚ៜ'.includes(letter))
    .join('') + '\u200B\u200C\u200D\u25CC';

const khmerFile = (weight: number): string =>
  `@fontsource/noto-serif-khmer/files/noto-serif-khmer-khmer-${weight}-normal.woff2`;
/** The whole face: the files of @fontsource part Latin and Vietnamese. */
const latinFile = (cut: string): string => `@expo-google-fonts/literata/${cut}/Literata_${cut}.ttf`;

export const subsets: readonly FontSubset[] = [
  { name: 'latin-400', from: latinFile('400Regular'), letters: latin },
  { name: 'latin-700', from: latinFile('700Bold'), letters: latin },
  { name: 'latin-400-italic', from: latinFile('400Regular_Italic'), letters: latin },
  { name: 'khmer-400', from: khmerFile(400), letters: khmer },
  { name: 'khmer-700', from: khmerFile(700), letters: khmer },
  // The switcher says these two names on every page: nobody should load a whole script for one word.
  { name: 'name-km', from: khmerFile(400), letters: 'ខ្មែរ' },
  {
    name: 'name-lo',
    from: '@fontsource/noto-serif-lao/files/noto-serif-lao-lao-400-normal.woff2',
    letters: 'ລາວ',
  },
];

/**
 * OpenType features that spelling and reading need: kerning, required and usual ligatures, the shaping of marks and
 * of Khmer. Small capitals, old-style figures and fractions are left out: the site uses none.
 */
export const features = [
  ...['kern', 'liga', 'clig', 'rlig', 'calt', 'ccmp', 'locl', 'mark', 'mkmk'],
  ...['abvf', 'abvm', 'abvs', 'blwf', 'blwm', 'blws', 'cfar', 'dist', 'pref', 'pres', 'pstf', 'psts'],
];
