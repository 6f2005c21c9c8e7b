/**
 * Soft hyphens for English and French.
 *
 * The browser that prints has no dictionaries, so `hyphens: auto` does nothing in it. The TeX patterns of the package
 * `hyphen` say at build where a word may break. Vietnamese and the Asian scripts need none: their words are short or
 * break by themselves.
 *
 * Only plain lower-case words are broken: no names, no addresses, no figures, nothing in another language, no headings.
 */
import english from 'hyphen/en-gb/index.js';
import french from 'hyphen/fr/index.js';
import type { Locale } from '../../model/locales.ts';
import { mapText, text, type Markup } from '../../model/markup.ts';

/** A word of six letters may break, with three of them at least on each line. */
const [shortest, fewest] = [6, 3];
const softHyphen = '\u00AD';

const patterns: Partial<Record<Locale, (word: string) => string>> = {
  en: (word) => english.hyphenateSync(word, { hyphenChar: softHyphen }),
  fr: (word) => french.hyphenateSync(word, { hyphenChar: softHyphen }),
};

const words = new RegExp(
  // Neither a part of a longer word nor of an address.
  `(?<![\\p{L}\\p{M}\\p{N}#@/.\\-])[a-zà-öø-ÿœ]{${shortest},}(?![\\p{L}\\p{M}\\p{N}@/\\-]|\\.\\p{L})`,
  'gu',
);
/** What stays whole, with all that is in it. */
const whole = /^(?:h[1-6]|code|pre)$/;

/**
 * @example
 * hyphenate([text('Between organisations')], 'en') // => [text('Between organ\u00ADisa\u00ADtions')]
 */
export function hyphenate(nodes: readonly Markup[], locale: Locale): Markup[] {
  const hyphenateWord = patterns[locale];
  if (!hyphenateWord) return [...nodes];
  return mapText(
    nodes,
    (run) => [text(run.replace(words, (word) => keepEnds(hyphenateWord(word))))],
    ({ tagName, properties: { lang } }) =>
      whole.test(tagName) || (typeof lang === 'string' && lang.split('-')[0] !== locale),
  );
}

/** Takes out the breaks that would leave too few letters on a line. */
function keepEnds(word: string): string {
  const parts = word.split(softHyphen);
  while (parts.length > 1 && (parts[0]?.length ?? 0) < fewest) parts.splice(0, 2, `${parts[0]}${parts[1]}`);
  while (parts.length > 1 && (parts.at(-1)?.length ?? 0) < fewest) {
    const end = parts.pop() ?? '';
    parts.push(`${parts.pop() ?? ''}${end}`);
  }
  return parts.join(softHyphen);
}
