/**
 * Where lines of Lao and Khmer may end. Neither script has spaces between words: browsers look for words in a
 * dictionary, which has no foreign names in it and takes some compounds apart.
 */
import { locales, type Locale } from '../model/locales.ts';

/** What stands after a word and belongs to its line: Khmer and Latin stops, closing brackets and quotation marks. */
const closing = /[\p{Pe}\p{Pf},.;:!?%។៕៖]/u;
const beforeClosing = new RegExp(
  // A letter or its mark, not the stops, which are of the Khmer script too.
  `(?<=(?=[\\p{L}\\p{M}])[\\p{Script=Lao}\\p{Script=Khmer}](?:</(?:a|em|strong|span)>)?)(?=${closing.source})`,
  'gu',
);

/**
 * Keeps closing marks on the line of their Lao or Khmer word.
 *
 * Firefox looks for words in a run of these scripts by itself and may end a line after the run, whatever follows
 * (seen in version 153; Chromium does not). Of the invisible characters that could bind the two, it heeds the
 * zero-width joiner alone, not the word joiner. For the screen only: in print Chromium breaks lines, and the text
 * of the PDF stays as it was written.
 * @param html text, or our own serialiser's HTML
 */
export const bindClosing = (html: string): string => html.replace(beforeClosing, '\u200D');

/** How nouns begin that are made of other words, “‑ing”, “‑ness”, “‑er”: at the end of a line, half a word. */
const openings: Partial<Record<Locale, RegExp>> = {
  lo: /^(?:ການ|ຄວາມ|ຜູ້|ນັກ|ຊາວ)./u,
  km: /^(?:ការ|សេចក្តី|សេចក្ដី|អ្នក)./u,
};
/** So many letters may stay on one line: a longer word would leave half a line of a phone empty. */
export const longestWhole = 14;

/** A tag, or a run of letters in one of the scripts. */
const tagsAndRuns = /<[^>]*>|[\p{Script=Lao}\p{Script=Khmer}]+/gu;

/**
 * Keeps names, and nouns with what makes them nouns, on one line, in a `<span class="whole">`. For screen and paper:
 * characters that forbid a break would stand in copies of the text and in PDFs, and Firefox minds few of them.
 * @param html text, or our own serialiser's HTML
 * @param names without spaces, a longer one before one that it contains
 */
export function keepWhole(html: string, locale: Locale, names: readonly string[]): string {
  const opening = openings[locale];
  if (!opening) return html;
  const words = new Intl.Segmenter(locales[locale].intl, { granularity: 'word' });
  const nounsIn = (text: string): string =>
    [...words.segment(text)]
      // The dictionaries of browsers differ: what this one has as a word, another one takes apart.
      .map(({ segment }) =>
        opening.test(segment) && segment.length <= longestWhole ? whole(segment) : segment,
      )
      .join('');
  // Not where a letter has a mark more, or stands below another (after a Khmer coeng): that is another word.
  const name = names.length > 0 ? new RegExp(`(?<!\\u17D2)(${names.join('|')})(?!\\p{M})`, 'u') : undefined;
  const keep = (run: string): string =>
    (name ? run.split(name) : [run]).map((part, at) => (at % 2 === 1 ? whole(part) : nounsIn(part))).join('');
  return html.replace(tagsAndRuns, (piece) => (piece.startsWith('<') ? piece : keep(piece)));
}

const whole = (words: string): string => `<span class="whole">${words}</span>`;
