import { wordSegmenter } from '../i18n/intl.ts';
import type { Body } from '../model/body.ts';
import type { Locale } from '../model/locales.ts';

/** A text is short that is not this many times as long as its summary, or that is one paragraph. */
const timesAsLong = 2;
/** A short text says a summary again that has this share of its words. */
const shareAgain = 0.7;
/** A text of any length does that has this share of the summary's phrases of three words, as they stand there. */
const sharePhrases = 0.7;

/**
 * What stands between headline and text: the summary, unless the text says the same again, a short one in other words
 * too. In lists, feeds and search results the summary always stands.
 */
export function standfirst(text: { summary: string; body: Body }, locale: Locale): string | undefined {
  const { summary, body } = text;
  const words = wordsOf(summary, locale);
  const told = wordsOf(body.text, locale);
  const isShort = body.text.length < timesAsLong * summary.length || isOneParagraph(body);
  const repeats =
    (isShort && shareIn(words, told) >= shareAgain) ||
    shareIn(phrasesOf(words), phrasesOf(told)) >= sharePhrases;
  return repeats ? undefined : summary;
}

/** Nothing but words: no list, no picture, no second paragraph. */
function isOneParagraph({ nodes }: Body): boolean {
  const blocks = nodes.flatMap((node) =>
    'markup' in node ? node.markup.filter(({ type }) => type === 'element') : [undefined],
  );
  const [only] = blocks;
  return blocks.length === 1 && only?.type === 'element' && only.tagName === 'p';
}

/** The share of the parts that stand among the others; of none nothing. */
function shareIn(parts: readonly string[], others: readonly string[]): number {
  const known = new Set(others);
  return parts.length === 0 ? 0 : parts.filter((part) => known.has(part)).length / parts.length;
}

/** Every three words that follow one another. */
const phrasesOf = (words: readonly string[]): string[] =>
  words.slice(2).map((_, at) => words.slice(at, at + 3).join(' '));

const wordsOf = (text: string, locale: Locale): string[] =>
  [...wordSegmenter(locale).segment(text.toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
