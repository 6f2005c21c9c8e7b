import { locales, type Locale } from '../model/locales.ts';
import { memoize } from '../model/memoize.ts';

/**
 * `Intl`'s formatters, one for each language and set of options that the code uses: to make one costs up to a hundred
 * times as much as to use it (`npm run bench -- bulletin` shows what formats cost).
 */
function oncePerOptions<Options extends object, Formatter>(
  make: (tag: string, options: Options) => Formatter,
): (locale: Locale, options: Options) => Formatter {
  const made = memoize((locale: Locale) =>
    memoize((options: string) => make(locales[locale].intl, JSON.parse(options) as Options)),
  );
  return (locale, options) => made(locale)(JSON.stringify(options));
}

/** Dates are calendar days that are built in UTC: `timeZone` is always that. */
export const dateFormat = oncePerOptions(
  (tag, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }),
);

const numberFormats = oncePerOptions(
  (tag, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, options),
);

/** Plain figures when there are no options. */
export function numberFormat(locale: Locale, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return numberFormats(locale, options);
}

export const listFormat = memoize((locale: Locale) => new Intl.ListFormat(locales[locale].intl));

/** Names of countries and regions. */
export const regionNames = memoize(
  (locale: Locale) => new Intl.DisplayNames(locales[locale].intl, { type: 'region' }),
);

/** Names of languages. */
export const languageNames = memoize(
  (locale: Locale) => new Intl.DisplayNames(locales[locale].intl, { type: 'language' }),
);

/** The alphabet of a language. */
export const collator = memoize((locale: Locale) => new Intl.Collator(locales[locale].intl));

/** The words of a text, also where no spaces part them. */
export const wordSegmenter = memoize(
  (locale: Locale) => new Intl.Segmenter(locales[locale].intl, { granularity: 'word' }),
);

const graphemeSegmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What readers take for letters: each with its marks, in every script by the same rule. */
export const graphemes = (text: string): Intl.Segments => graphemeSegmenter.segment(text);
