import { longestWhole } from '../i18n/line-ends.ts';
import type { Locale } from '../model/locales.ts';
import { memoize, weakMemoize } from '../model/memoize.ts';
import type { Bulletin } from './bulletin.ts';

/** “Province”, “district”, “city” …, which Lao and Khmer write before the name without a space, where a name follows. */
const ranks = /^(?:ແຂວງ|ເມືອງ|ນະຄອນ|ຕາແສງ|ຄຸ້ມ|ເກາະ|ខេត្ត|ស្រុក|ទីក្រុង|ឃុំ|សង្កាត់|ភូមិ)(?=.{3})/u;

/** “Province”, “city”, “county”, “district”, which a headline in Chinese may leave out. */
const ranksBehind = /(?<=^\p{Script=Han}{2,})[省市县郡]$/u;
/** Letters that breaks may part: of Chinese two. */
const isName = /^(?:[\p{Script=Lao}\p{Script=Khmer}]{5,}|\p{Script=Han}{2,})$/u;
/** As many characters as half a headline's line has at least. */
const longestInChinese = 7;

/**
 * The places of the bulletin as a text in Lao or Khmer has them within a line: without rank, brackets and spaces.
 * Sites and long names are left out: they are phrases, which may break between their words; the shortest cannot break.
 * @returns the longest first; empty for a script that has spaces between words, and for Chinese, whose running text may
 *   break anywhere
 */
export function placeNames(bulletin: Bulletin, locale: Locale): readonly string[] {
  return locale === 'zh' ? [] : names(bulletin)(locale);
}

/** Those that no headline on paper breaks: of Chinese too, with their rank and without. */
export function headlineNames(bulletin: Bulletin, locale: Locale): readonly string[] {
  return names(bulletin)(locale);
}

const names = weakMemoize((bulletin: Bulletin) => memoize((locale: Locale) => namesOf(bulletin, locale)));

function namesOf({ entries }: Bulletin, locale: Locale): readonly string[] {
  const places = [
    ...entries.places.filter(({ facts }) => facts.kind !== 'site'),
    ...entries.partners.filter(({ facts }) => facts.type === 'province'),
  ];
  const names = places.flatMap(({ facts }) =>
    (facts.names[locale] ?? '')
      .split(/[\s(),–（）·-]+/u)
      .map((word) => word.replace(ranks, ''))
      .flatMap((word) => [word, word.replace(ranksBehind, '')]),
  );
  return [...new Set(names)]
    .filter((name) => isName.test(name) && name.length <= (locale === 'zh' ? longestInChinese : longestWhole))
    .sort((a, b) => b.length - a.length);
}
