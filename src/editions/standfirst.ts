import { wordSegmenter } from '../i18n/intl.ts';
import type { Body } from '../model/body.ts';
import type { Locale } from '../model/locales.ts';

/** A text is short that is not this many times as long as its summary. */
const timesAsLong = 2;
/** A text says a summary again that has this share of its words. */
const shareAgain = 0.7;

/**
 * What stands between headline and text: the summary, unless a short text says the same again. In lists, feeds and
 * search results the summary always stands.
 */
export function standfirst(text: { summary: string; body: Body }, locale: Locale): string | undefined {
  const { summary, body } = text;
  const words = wordsOf(summary, locale);
  const told = new Set(wordsOf(body.text, locale));
  const again = words.filter((word) => told.has(word)).length;
  const repeats = body.text.length < timesAsLong * summary.length && again >= shareAgain * words.length;
  return repeats ? undefined : summary;
}

const wordsOf = (text: string, locale: Locale): string[] =>
  [...wordSegmenter(locale).segment(text.toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
