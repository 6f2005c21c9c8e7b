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

/** A word of six letters may break, with three of them at least on each line. */
const [shortest, fewest] = [6, 3];
const softHyphen = '\u00AD';

const patterns: Partial<Record<Locale, (word: string) => string>> = {
  en: (word) => english.hyphenateSync(word, { hyphenChar: softHyphen }),
  fr: (word) => french.hyphenateSync(word, { hyphenChar: softHyphen }),
};

/** A tag, or the text between two. A `>` within quotation marks ends no tag. */
const pieces = /<(?:"[^"]*"|'[^']*'|[^'">])*>|[^<]+/g;
const words = new RegExp(
  // Neither a part of a longer word, nor of an address, nor of an entity.
  `(?<![\\p{L}\\p{M}\\p{N}&#@/.\\-])[a-zà-öø-ÿœ]{${shortest},}(?![\\p{L}\\p{M}\\p{N}@/\\-]|\\.\\p{L})`,
  'gu',
);
const voids = /^<(?:area|br|col|hr|img|input|source|wbr)\b/i;
/** What stays whole, with all that is in it. */
const whole = /^<(?:h[1-6]|code|pre|svg|style|script)\b/i;

/**
 * @param html as a serialiser writes it: elements closed, `<` in text written as an entity
 * @example
 * hyphenate('<p>Between organisations</p>', 'en') // => '<p>Between or\u00ADgan\u00ADisa\u00ADtions</p>', less the first
 */
export function hyphenate(html: string, locale: Locale): string {
  const hyphenateWord = patterns[locale];
  if (!hyphenateWord) return html;
  /** For each open element, whether its text may be broken. */
  const open = [true];
  return html.replace(pieces, (piece) => {
    if (piece.startsWith('</')) {
      if (open.length > 1) open.pop();
    } else if (/^<[a-z]/i.test(piece)) {
      if (!voids.test(piece) && !piece.endsWith('/>'))
        open.push(open.at(-1) === true && breaks(piece, locale));
    } else if (open.at(-1) && !piece.startsWith('<')) {
      return piece.replace(words, (word) => keepEnds(hyphenateWord(word)));
    }
    return piece;
  });
}

function breaks(tag: string, locale: Locale): boolean {
  const lang = /\slang="([^"]*)"/.exec(tag)?.[1];
  return !whole.test(tag) && (lang === undefined || lang.split('-')[0] === locale);
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
