import { fromMisreadUtf8 } from '../parse/misread-utf8.ts';
import { fromCp1258, fromTcvn3, fromVni } from '../parse/old-encodings.ts';
import type { Check, Report } from './check.ts';

/**
 * Words of old Vietnamese fonts (TCVN3, VNI) and of Windows (code page 1258), and UTF-8 that was read as another encoding,
 * inside good text. What a word stands for is worked out; it counts when that is a Vietnamese syllable, or letters of one of
 * our languages.
 */

/** A Vietnamese syllable without its tone: beginning, vowels, end. */
const syllable = new RegExp(
  '^(?:(?:ngh|gh|k)(?=[ieêy])|(?:ng|c)(?![ieêy])|nh|ch|gi|kh|ph|qu|th|tr|[bdđghlmnprstvx])?(?:' +
    '(?:[aăâeêioôơuưy]|iê|yê|uyê|uô|ươ|oa|oă|oe|uâ|uê|uy)(?:ch|ng|nh|[cmnpt])?|' +
    'ia|uya|ưa|ua|uơ|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|uôi|ươi|ươu|iêu|yêu|oai|oay|oeo|uây|uyu)$',
);

/** @example isSyllable('nghị') // => true */
export function isSyllable(word: string): boolean {
  const toneless = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
  return syllable.test(toneless);
}

/** A Vietnamese syllable as people type it who have no keyboard for its marks. */
const unmarkedSyllable =
  /^(?:(?:ngh|gh|k)(?=[iey])|(?:ng|c)(?![iey])|nh|ch|gi|kh|ph|qu|th|tr|[bdghlmnprstvx])?(?:(?:[aeiouy]|ie|ye|uye|uo|oa|oe|ua|ue|uy)(?:ch|ng|nh|[cmnpt])?|ia|uya|ua|uo|ai|ao|au|ay|eo|eu|iu|oi|ui|uu|uoi|uou|ieu|yeu|oai|oay|oeo|uay|uyu)$/i;

/** @example isUnmarkedSyllable('nghiep') // => true */
export const isUnmarkedSyllable = (word: string): boolean => unmarkedSyllable.test(word);

/** Words with the signs that these fonts show as letters. */
const word = /[\p{L}µ¨©«¬®¶·¸¹»¼½¾÷×\u00AD]+/gu;
/** A word with a letter that only Unicode has is good, and so is one that is a syllable as it stands: “đoàn”, “hòa”. */
const isForeign = (one: string): boolean =>
  !/[^\u0020-\u00FF]/.test(one) && (!isSyllable(one) || withLargeTone.test(one));

/** A word of ASCII and Latin-1 with a sign where only a letter can stand: `c¸c`, `®oµn`. */
const withSign =
  /[A-Za-z][ª©¨«¬®µ¶¸¹»¼½¾÷×\u00AD][A-Za-z]|(?<![\p{L}µ¨©«¬®¶·¸¹»¼½¾÷×\u00AD])[®][a-zµ¸¶·¹][A-Za-z]|[A-Za-z][µ¶¸¹¼½¾÷](?![\p{L}µ¨©«¬®¶·¸¹»¼½¾÷×\u00AD])/u;
/** A vowel and behind it the letter that a VNI font shows as its mark. */
const withMark = /[AEOUYaeouyöôÖÔ][ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË]|[öôÖÔ][a-z]?[ùøûõï]/;

/** A vowel and behind it the tone that Windows-1258 writes as a sign of its own, seen in Windows-1252. */
const withTone = /[AEIOUYaeiouyâêôãõýÂÊÔÃÕÝ][ìÌÒÞò]/;
/** A capital behind a small letter: no language writes so, and one word tells. */
const withLargeTone = /[aeiouyâêôãõý][ÌÒÞ]/;

type Convert = (word: string) => string;

/** @returns the line with every word of the font as it should read; `undefined` where too few are told for certain */
function converted(line: string, told: RegExp, convert: Convert, enough: number): string | undefined {
  if (!told.test(line)) return undefined;
  const words = [...line.matchAll(word)].map(([one]) => one);
  const certain = words.filter((one) => told.test(one) && isForeign(one) && isSyllable(convert(one)));
  if (new Set(certain).size < enough) return undefined;
  return line.replace(word, (one: string) => {
    const now = convert(one);
    return isForeign(one) && isSyllable(now) ? now : one;
  });
}

const codes = ['oldEncoding'] as const;
type Code = (typeof codes)[number];

/** The line as it was meant, and the encoding that it is in; `undefined` for a good line. */
export function decodedLine(line: string): { text: string; encoding: string } | undefined {
  const utf8 = fromMisreadUtf8(line);
  if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8' };
  const tcvn = converted(line, withSign, fromTcvn3, 1);
  if (tcvn !== undefined) return { text: tcvn, encoding: 'TCVN3' };
  const windows = converted(line, withLargeTone, fromCp1258, 1) ?? converted(line, withTone, fromCp1258, 2);
  if (windows !== undefined) return { text: windows, encoding: 'Windows-1258' };
  // “poésie”, “Saïgon”: French has such pairs too, but hardly two words of them that are syllables.
  const vni = converted(line, withMark, fromVni, 2);
  return vni === undefined ? undefined : { text: vni, encoding: 'VNI' };
}

/** Letters of Latin-1; signs of the Mac and of the command line for the first byte of a letter. */
const mayBeOld = /[\u0080-\u00FF\u0410-\u042F├─╞Γßà√≈∆ÉË·]/u;

/** Reports each line with such words, and how it should read. */
function run(source: string, report: Report<Code>): void {
  if (!mayBeOld.test(source)) return;
  source.split('\n').forEach((text, index) => {
    if (!mayBeOld.test(text)) return;
    const decoded = decodedLine(text);
    if (!decoded) return;
    const column = [...decoded.text].findIndex((letter, at) => letter !== text[at]) + 1;
    const value = /\S*$/.exec(text.slice(0, column))?.[0] + (/^\S*/.exec(text.slice(column))?.[0] ?? '');
    report({
      line: index + 1,
      column: Math.max(column, 1),
      code: 'oldEncoding',
      values: { value, encoding: decoded.encoding },
      corrected: decoded.text,
    });
  });
}

export const encodings: Check<'source', Code> = { looksAt: 'source', codes, run };
