import { localeCodes, type Locale } from '../../model/locales.ts';
import { isUnmarkedSyllable } from './encodings.ts';

/** What language a single paragraph is in: one that was forgotten stands among good ones. */

/** The commonest words of languages: every second or third word of their prose is one of them. */
const commonWords: Partial<Record<Locale, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to in for with on by was were has from at a an is that it its as are which this their be or not but they his her he she who had have will after before'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les l des du de d et est une un dans pour par sur qui que qu aux avec au en à ont été s ce son sa ses leur leurs il elle ils elles ne pas cette ces se plus ou où après'.split(
      ' ',
    ),
  ),
};

const limits = {
  /** The poorest paragraph of the bulletin has 0.18. */
  common: 0.1,
  commonFrom: 15,
  /** Of the words of Vietnamese prose one in two has a letter that only Vietnamese has; the most in a translation is 0.33. */
  marked: 0.4,
  markedFrom: 12,
  /** The fewest in a Vietnamese paragraph is 0.15. */
  markedInVietnamese: 0.08,
  /** Syllables without any mark. English has them too (“to”, “an”, “him”), but hardly six together. */
  unmarked: 0.85,
  unmarkedFrom: 6,
  /** A list of names is in no language. */
  capitalised: 0.5,
} as const;

const onlyVietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]/i;

const otherLetter = /(?!\p{Script=Latin})\p{L}/gu;

const share = (words: readonly string[], is: (word: string) => boolean): number =>
  words.length === 0 ? 0 : words.filter(is).length / words.length;

/**
 * What is wrong with the language of a paragraph, in words of Latin letters.
 * @returns `undefined` for a good one, and for one that is too short to tell
 */
export function foreignLanguage(
  paragraph: string,
  locale: Locale,
): 'wrongLanguage' | 'unmarkedVietnamese' | undefined {
  const latin = paragraph.replace(/(?:https?:\/\/|www\.)\S+/g, '').match(/[\p{Script=Latin}\p{M}]+/gu) ?? [];
  const words = latin.filter((word) => /\p{Script=Latin}/u.test(word) && !/^\p{Lu}{2,}$/u.test(word));
  const ownScript = (paragraph.match(otherLetter)?.length ?? 0) / Math.max([...paragraph].length, 1);
  // A name or two in a text of another script.
  if (ownScript > 0.5) return undefined;
  const names = share(words, (word) => /^\p{Lu}/u.test(word)) > limits.capitalised;
  const ascii = words.filter((word) => !/[^A-Za-z]/.test(word));
  if (words.length >= limits.unmarkedFrom && ascii.length === words.length && !names) {
    const syllables = share(ascii, isUnmarkedSyllable);
    if (syllables === 1 || (syllables >= limits.unmarked && words.length >= limits.markedFrom))
      return 'unmarkedVietnamese';
  }
  if (names) return undefined;
  const marked = share(words, (word) => onlyVietnamese.test(word));
  if (locale === 'vi') {
    const foreign = words.length >= limits.commonFrom && marked < limits.markedInVietnamese;
    return foreign ? 'wrongLanguage' : undefined;
  }
  if (words.length >= limits.markedFrom && marked > limits.marked) return 'wrongLanguage';
  const own = words.length < limits.commonFrom ? undefined : commonShare(words, locale);
  if (own === undefined) return undefined;
  const other = Math.max(...others(locale).map((one) => commonShare(words, one) ?? 0));
  return own < limits.common || other > own ? 'wrongLanguage' : undefined;
}

const others = (locale: Locale): Locale[] => localeCodes.filter((code) => code !== locale);

const commonShare = (words: readonly string[], locale: Locale): number | undefined => {
  const common = commonWords[locale];
  return common && share(words, (word) => common.has(word.toLowerCase()));
};
