/**
 * Where lines of Lao and Khmer may end. Neither script has spaces between words: browsers look for words in a
 * dictionary, which has no foreign names in it and takes some compounds apart.
 */
import type { Element } from 'hast';
import type { Locale } from '../model/locales.ts';
import { element, mapText, markupIn, text, type Markup } from '../model/markup.ts';
import { memoize, weakMemoize } from '../model/memoize.ts';
import { wordSegmenter } from './intl.ts';

/** What stands after a word and belongs to its line: Khmer and Latin stops, closing brackets and quotation marks. */
const closing = /[\p{Pe}\p{Pf},.;:!?%។៕៖]/u;
// A letter or its mark, not the stops, which are of the Khmer script too.
const letter = /(?=[\p{L}\p{M}])[\p{Script=Lao}\p{Script=Khmer}]/u;
const beforeClosing = new RegExp(`(?<=${letter.source})(?=${closing.source})`, 'gu');
const [endsWord, startsClosing] = [
  new RegExp(`${letter.source}$`, 'u'),
  new RegExp(`^${closing.source}`, 'u'),
];
/** What stands in a line and may end with the word whose mark follows it. */
const inLine: readonly string[] = ['a', 'em', 'strong', 'span'];
const joiner = '\u200D';

/**
 * Keeps closing marks on the line of their Lao or Khmer word.
 *
 * Firefox looks for words in a run of these scripts by itself and may end a line after the run, whatever follows
 * (seen in version 153; Chromium does not). Of the invisible characters that could bind the two, it heeds the
 * zero-width joiner alone, not the word joiner. For the screen only: in print Chromium breaks lines, and the text
 * of the PDF stays as it was written.
 */
export function bindClosing(nodes: readonly Markup[]): Markup[] {
  return nodes.map((node, at) => {
    if (node.type === 'element') return { ...node, children: bindClosing(markupIn(node)) };
    const before = nodes[at - 1];
    const last =
      before?.type === 'element' && inLine.includes(before.tagName) ? before.children.at(-1) : before;
    const follows = last?.type === 'text' && endsWord.test(last.value) && startsClosing.test(node.value);
    return text((follows ? joiner : '') + node.value.replace(beforeClosing, joiner));
  });
}

/** How nouns begin that are made of other words, “‑ing”, “‑ness”, “‑er”: at the end of a line, half a word. */
const openings: Partial<Record<Locale, RegExp>> = {
  lo: /^(?:ການ|ຄວາມ|ຜູ້|ນັກ|ຊາວ)./u,
  km: /^(?:ការ|សេចក្តី|សេចក្ដី|អ្នក)./u,
};
/** So many letters may stay on one line: a longer word would leave half a line of a phone empty. */
export const longestWhole = 14;

/**
 * Frequent words that the dictionaries of browsers take apart (“friend / ship”), as long as a line may carry whole. In
 * the order of their frequency in the bulletin.
 */
export const compounds = {
  lo: [
    'ມິດຕະພາບ',
    'ສະຫະພັນ',
    'ສະມາຄົມ',
    'ອົງການ',
    'ບົດລາຍງານ',
    'ກອງປະຊຸມ',
    'ມະຫາວິທະຍາໄລ',
    'ນະຄອນ',
    'ນັກສຶກສາ',
    'ທຶນການສຶກສາ',
    'ຄະນະຜູ້ແທນ',
    'ປະຊາຊົນ',
    'ສະເຫຼີມສະຫຼອງ',
    'ວັດທະນະທຳ',
    'ໜ່ວຍງານ',
    'ເພື່ອນມິດ',
    'ຂີດໝາຍ',
    'ແມ່ຍິງ',
    'ອາສາສະໝັກ',
    'ສະຖານທູດ',
    'ລັດຖະບານ',
  ],
  km: [
    'មិត្តភាព',
    'អន្តរជាតិ',
    'សហភាព',
    'សមាគម',
    'អង្គការ',
    'របាយការណ៍',
    'សាកលវិទ្យាល័យ',
    'រាជធានី',
    'វៀងចន្ទន៍',
    'ស្ម័គ្រចិត្ត',
    'អាហារូបករណ៍',
    'គណៈប្រតិភូ',
    'សកម្មភាព',
    'និស្សិត',
    'ប្រជាជន',
    'មហោស្រព',
    'ព្រឹត្តិបត្រ',
    'ព្រឹត្តិការណ៍',
    'រដ្ឋាភិបាល',
    'វប្បធម៌',
    'កត់ត្រា',
    'ដំណើរ',
  ],
} as const satisfies Partial<Record<Locale, readonly string[]>>;

/** A run of letters in one of the scripts. */
const run = /([\p{Script=Lao}\p{Script=Khmer}]+)/u;

/**
 * The words of a text. The dictionaries of browsers differ: what this one has as a word, another one takes apart. Labels
 * and titles stand on many pages; a few thousand texts are all that the pages of one kind have.
 */
const wordsIn = memoize((locale: Locale) =>
  memoize(
    (letters: string) => [...wordSegmenter(locale).segment(letters)].map(({ segment }) => segment),
    5000,
  ),
);

/**
 * Keeps names, frequent compounds, and nouns with what makes them nouns, on one line, in a `<span class="whole">`. For screen and paper:
 * characters that forbid a break would stand in copies of the text and in PDFs, and Firefox minds few of them. Chinese,
 * which may break anywhere, has its names kept.
 * @param names without spaces, a longer one before one that it contains
 */
export function keepWhole(nodes: readonly Markup[], locale: Locale, names: readonly string[]): Markup[] {
  if (locale === 'zh' && names.length > 0) {
    const name = anyOf(names, locale);
    return mapText(
      nodes,
      (words) => joined(parted(words, name).map((part, at) => (at % 2 === 1 ? whole(part) : text(part)))),
      isWhole,
    );
  }
  const opening = openings[locale];
  if (!opening) return [...nodes];
  const nounsIn = (words: string): Markup[] =>
    wordsIn(locale)(words).map((word) =>
      opening.test(word) && word.length <= longestWhole ? whole(word) : text(word),
    );
  const name = anyOf(names, locale);
  const keep = (letters: string): Markup[] =>
    parted(letters, name).flatMap((part, at) => (at % 2 === 1 ? [whole(part)] : nounsIn(part)));
  return mapText(
    nodes,
    (words) => joined(parted(words, run).flatMap((part, at) => (at % 2 === 1 ? keep(part) : [text(part)]))),
    isWhole,
  );
}

/** Not where a letter has a mark more, or stands below another (after a Khmer coeng): that is another word. */
const anyOf = (names: readonly string[], locale: Locale): RegExp => patternsOf(names)(locale);

const patternsOf = weakMemoize((names: readonly string[]) =>
  memoize((locale: Locale) => {
    // A name that a compound begins or ends stays whole with it.
    const words = [...names, ...(locale === 'lo' || locale === 'km' ? compounds[locale] : [])];
    const longestFirst = words.toSorted((a, b) => b.length - a.length);
    return new RegExp(`(?<!\\u17D2)(${longestFirst.join('|')})(?!\\p{M})`, 'u');
  }),
);

/** What stands between the places where the pattern's only group matches, and by turns what matches. */
const parted = (words: string, pattern: RegExp): string[] => words.split(pattern);

/** Neighbouring runs of words as one, empty ones as none. */
function joined(nodes: readonly Markup[]): Markup[] {
  const result: Markup[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type === 'text' && node.value === '') continue;
    if (node.type === 'text' && last?.type === 'text') result.splice(-1, 1, text(last.value + node.value));
    else result.push(node);
  }
  return result;
}

/** What has been set before stays as it is. */
const isWhole = ({ properties }: Element): boolean =>
  Array.isArray(properties.className) && properties.className.includes('whole');

const whole = (words: string): Markup => element('span', { className: ['whole'] }, [text(words)]);
