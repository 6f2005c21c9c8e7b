/**
 * How a text is rewritten so that Pagefind can find it: the one module that the indexer and the browser share.
 *
 * Pagefind looks for *words between spaces* and strips accents from them. That suits English, and fails where this
 * bulletin needs it: Lao, Khmer and Chinese put no spaces between words, Lao and Khmer vowels count as accents (so
 * that "ກັນ" would also find "ກິນ"), and "đ" is to Unicode a letter of its own, so that "doan" does not find "đoàn".
 * So the indexer feeds Pagefind a rewritten **copy** of each page, the browser rewrites what a reader types in the
 * same way, and what comes back is rewritten to what stood on the page before anybody sees it:
 *
 * - **Lao and Khmer** are cut into orthographic clusters (a consonant with everything that is written around it),
 *   because clusters can be told by a regular expression and are the same in every browser, while dictionaries of
 *   words differ between Node, Chrome and Firefox. A word is then a row of clusters, wherever in a sentence it stands.
 * - The letters of a cluster are **shifted into the Yi block** (U+A000…). Yi letters are plain letters to Unicode: no
 *   combining marks, no capitals, nothing that decomposes, so Pagefind keeps each of them. Nobody ever sees them.
 * - Each shifted cluster is **closed by an end mark**. Pagefind also finds words that merely begin like the one asked
 *   for; without the end mark a single consonant would be hundreds of clusters.
 * - **Chinese** is cut into single characters, which Pagefind keeps as they are.
 * - **Everything else stays words.** đ becomes "ḓ", which Pagefind does decompose to d; ’ becomes ' and œ becomes oe,
 *   with an invisible mark behind that says what they were.
 *
 * Which of these applies is decided by the script of each letter, not by the language of the page: a Lao name in a
 * Vietnamese sentence is as easily found as in a Lao one, and a page that forgot its `lang` loses nothing.
 */

import { plainLetters } from '../../model/plain-letters.ts';

/** Closes a shifted cluster. */
export const END = '\uA100';
/** Before a space that only parts two tokens: there was none in the text.
 * Why this sign: Pagefind does not index it, and as ASCII punctuation it does not make a second "part word" either. */
const NO_SPACE = '` ';
/** U+034F combining grapheme joiner: invisible, stripped by Pagefind. Behind a replacement it says what was there. */
export const WAS = '\u034F';
/** Stands alone between two blocks of text. It takes up a place, so that no phrase is found across the two. */
export const BREAK = '\u241E';
/** Before the names by which a page is found and which it does not show; takes up a place likewise. */
export const NAMES = '\u241D';
/** A word that stands at the end of every page, and is not shown: whoever asks for it gets all pages. */
export const EVERY = END + END;
/** While a text is decoded: `<mark>` and `</mark>`, as one private-use character each. */
const MARK = '\uE000';
const UNMARK = '\uE001';

/** One cluster each. A Lao or Khmer sign that has lost its consonant is a cluster of its own. */
const laoCluster =
  '[\u0EC0-\u0EC4]*[\u0E81-\u0EAE\u0EDC-\u0EDF][\u0EB1\u0EB4-\u0EBC\u0EC8-\u0ECE]*(?:[\u0EB0\u0EB2\u0EB3][\u0EC8-\u0ECE]*)?' +
  '|[\u0E80-\u0ECF\u0EDA-\u0EFF]';
const khmerCluster =
  '[\u1780-\u17B3](?:\u17D2[\u1780-\u17B3]?|[\u17B4-\u17D1\u17D3\u17DD])*|[\u1780-\u17D3\u17D7\u17DC-\u17DD]';
const han = '\\p{Script=Han}';
export const cluster = `${laoCluster}|${khmerCluster}|${han}`;
/** A character that belongs to some cluster, as it is written and as the index has it. */
export const clusterLetter = `[\u0E80-\u0ECF\u0EDA-\u0EFF\u1780-\u17D3\u17D7\u17DC-\u17DD${han}]`;

const anyCluster = new RegExp(`(${cluster})`, 'gu');
/** A number with its dots and slashes is one word, as Pagefind has it. */
const clusterOrWord = new RegExp(
  `(${cluster})|(?:[0-9]\u034F*)+(?:[.,/:-](?:[0-9]\u034F*)+)*(?![\\p{L}\\p{N}\\p{M}])|(?:(?!${clusterLetter})[\\p{L}\\p{N}\\p{M}])+(?:['\u2019](?:(?!${clusterLetter})[\\p{L}\\p{N}\\p{M}])+)*`,
  'gu',
);
const encodedCluster = `(?:[\uA000-\uA0FF]+${END}|${han})`;
/** A token of two clusters, or of one that is closed twice: the first is what stands there. */
const pair = new RegExp(`(${encodedCluster})(?:${encodedCluster}|${END})`, 'gu');
/** A number with its dots and slashes, which is one word of the index without them. */
export const figure = '[0-9]+(?:[.,/:-][0-9]+)*';
/** Clusters, and numbers between them. */
export const runParts = new RegExp(`${cluster}|${figure}`, 'gu');
const markedClusters = new RegExp(`${MARK}((?:[\uA000-\uA0FF]|${han})[^${MARK}${UNMARK}]*)${UNMARK}`, 'gu');
const hasLetter = /[\p{L}\p{N}\p{M}]/u;

/**
 * The letters of Lao (U+0E80…) and Khmer (U+1780…), each 128 places, side by side from U+A000.
 * `shift('ກ') // => '\uA001'`
 */
function shift(letters: string): string {
  return letters.replace(/[\u0E80-\u0EFF\u1780-\u17FF]/g, (letter) => {
    const code = letter.charCodeAt(0);
    return String.fromCharCode(code < 0x1780 ? code - 0x0e80 + 0xa000 : code - 0x1780 + 0xa080);
  });
}

function unshift(text: string): string {
  return text.replace(/[\uA000-\uA0FF]/g, (letter) => {
    const code = letter.charCodeAt(0);
    return String.fromCharCode(code < 0xa080 ? code - 0xa000 + 0x0e80 : code - 0xa080 + 0x1780);
  });
}

/** A cluster as the index has it. A Chinese character needs neither shift nor end mark. */
export function encodeCluster(letters: string): string {
  const shifted = shift(letters);
  return shifted === letters ? letters : shifted + END;
}

/** Khmer signs in the order that Unicode asks for; keyboards and old texts have any. Subscript ro stands last. */
function orderKhmer(letters: string): string {
  const parts = letters.slice(1).match(/\u17D2[\u1780-\u17B3]?|./gu) ?? [];
  const rank = (part: string) =>
    part.startsWith('\u17D2')
      ? part === '\u17D2\u179A'
        ? 1
        : 0
      : /[\u17C9\u17CA]/.test(part)
        ? 2
        : /[\u17B4-\u17C5]/.test(part)
          ? 3
          : 4;
  return letters.charAt(0) + [...parts].sort((a, b) => rank(a) - rank(b)).join('');
}

const khmerLetters = new RegExp(
  '[\u1780-\u17B3](?:\u17D2[\u1780-\u17B3]?|[\u17B4-\u17D1\u17D3\u17DD])+',
  'gu',
);

/**
 * One spelling for what looks the same or is the same word. This is all that is lost between a page and its excerpt:
 * `decode(encode(text)) === normalise(text)`.
 */
export function normalise(text: string): string {
  return (
    plainLetters(text)
      // What the transform itself uses must not come in from outside.
      .replace(/\u034F|[\uA000-\uA100\uE000\uE001]/g, '')
      // U+2035 stands in for the backtick, and is taken for one from then on.
      .replace(/\u2035/g, '`')
      // Invisible: soft hyphen, zero-width spaces, joiners, directions, variation selectors, byte order mark. Khmer texts have
      // zero-width spaces between some words and not others.
      .replace(
        // eslint-disable-next-line no-misleading-character-class -- the characters are looked for one by one
        /[\u17B4\u17B5]|[\u00AD\u061C\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]/g,
        '',
      )
      .replace(/[\s\u241D\u241E]+/g, ' ')
      .trim()
      .normalize('NFC')
      // Capital eth and capital African d look like Đ and often stand for it in Vietnamese texts.
      .replace(/[\u00D0\u0189]/g, 'Đ')
      .replace(/\u1E12/g, 'Đ')
      .replace(/\u1E13/g, 'đ')
      // The apostrophe as a modifier letter.
      .replace(/\u02BC/g, '\u2019')
      // Lao: a doubled ເ is ແ; the old digraphs ຫນ, ຫມ are ໜ, ໝ; vowel signs stand before the tone; ໍ + າ is ຳ.
      .replace(/\u0EC0\u0EC0/g, '\u0EC1')
      .replace(/\u0EAB\u0E99/g, '\u0EDC')
      .replace(/\u0EAB\u0EA1/g, '\u0EDD')
      .replace(/([\u0EC8-\u0ECB]+)([\u0EB1\u0EB4-\u0EB9\u0EBB\u0EBC\u0ECD]+)/g, '$2$1')
      .replace(/\u0ECD([\u0EC8-\u0ECB]*)\u0EB2/g, '$1\u0EB3')
      // Khmer: subscript ដ and subscript ត are drawn alike; two-part vowels are one letter.
      .replace(/\u17D2\u178A/g, '\u17D2\u178F')
      .replace(/\u17C1\u17B8/g, '\u17BE')
      .replace(/\u17C1\u17B6/g, '\u17C4')
      .replace(khmerLetters, orderKhmer)
  );
}

/** Khmer and Lao digits as ASCII ones, so that 2023 is found however it is written. */
export function westernDigits(text: string, afterKhmer: string, afterLao: string): string {
  return text
    .replace(/[\u17E0-\u17E9]/g, (digit) => `${digit.charCodeAt(0) - 0x17e0}${afterKhmer}`)
    .replace(/[\u0ED0-\u0ED9]/g, (digit) => `${digit.charCodeAt(0) - 0x0ed0}${afterLao}`);
}

/**
 * A text as the index of `locale` is to have it.
 *
 * `encode('Đoàn đến', 'en') // => 'Ḓoàn ḓến'`, `encode('友好城', 'zh') // => '友好 好城 城' + END`
 */
export function encode(text: string, locale: string): string {
  const source = westernDigits(normalise(text).replace(/`/g, '\u2035'), WAS, WAS + WAS);
  const units = [...source.matchAll(closesWords(locale) ? clusterOrWord : anyCluster)];
  let encoded = between(source.slice(0, units[0]?.index), false, units.length > 0);
  units.forEach((unit, at) => {
    const [own, asCluster] = unit;
    const next = units[at + 1];
    const gap = source.slice(unit.index + own.length, next?.index);
    const follower = next?.[1] !== undefined && !hasLetter.test(gap) ? encodeCluster(next[1]) : END;
    encoded += asCluster === undefined ? closedWord(own) : encodeCluster(own) + follower;
    encoded += between(gap, true, next !== undefined);
  });
  return encoded.trim();
}

/** One word: both marks are letters to Unicode, and would join it to the word before. */
const movedTone = new RegExp(`((?:(?!${END}|${WAS})[\\p{L}\\p{M}])+)${END}${WAS}`, 'gu');
const tones = '[\u0300\u0301\u0309\u0303\u0323]';
const lateTone = new RegExp(`([oO](?=[aAeE])|(?<![qQ])[uU](?=[yY]))([aAeEyY])(${tones})$`);
const earlyTone = new RegExp(`([oO]|(?<![qQ])[uU])(${tones})([aAeEyY])$`);

/** A Vietnamese syllable with its tone in the place that most texts give it: `hoà` → `hòa`, `thuỷ` → `thủy`. */
function onePlace(word: string): string {
  return word.normalize('NFD').replace(lateTone, '$1$3$2').normalize('NFC');
}

/** A word that is not to be found by its beginning, and whatever its tone's place. */
export function closedWord(word: string): string {
  const placed = onePlace(word);
  return spelled(placed) + END + (placed === word ? '' : WAS);
}

/** What stands between two units: each is to be a word of its own, with the punctuation that touches it. */
function between(text: string, after: boolean, before: boolean): string {
  const gap = /^[^\p{L}\p{N}\p{M}]*/u.exec(text)?.[0] ?? '';
  const words = text.slice(gap.length);
  const touches = (part: string) => !part.includes(' ');
  const first = after && touches(gap) && (words !== '' || before) ? NO_SPACE : '';
  const last =
    before && words !== '' && touches(/[^\p{L}\p{N}\p{M}]*$/u.exec(words)?.[0] ?? '') ? NO_SPACE : '';
  return gap + first + spelled(words) + last;
}

/** Whether each word of this language is closed as a cluster is: a Vietnamese syllable does not change its form. */
export const closesWords = (locale: string): boolean => locale === 'vi';

/** Signs that `spelled` changes: most words have none. */
const respelled = /[ĐđŒœÆæ’–—]/;

/** Words as the index has them. */
export function spelled(text: string): string {
  if (!respelled.test(text)) return text;
  return (
    text
      .replace(/Đ/g, 'Ḓ')
      .replace(/đ/g, 'ḓ')
      .replace(/Œ/g, `O${WAS}e`)
      .replace(/œ/g, `o${WAS}e`)
      .replace(/Æ/g, `A${WAS}e`)
      .replace(/æ/g, `a${WAS}e`)
      .replace(/’/g, `'${WAS}`)
      // Pagefind parts "Việt-Lào" at a hyphen, not at a dash.
      .replace(/([\p{L}\p{N}])–(?=[\p{L}\p{N}])/gu, `$1-${WAS}`)
      .replace(/([\p{L}\p{N}])—(?=[\p{L}\p{N}])/gu, `$1-${WAS}${WAS}`)
  );
}

/** What `encode` was given, in the one spelling of `normalise`. Text that was never encoded comes out unchanged. */
export function decode(text: string): string {
  return (
    unshift(
      text
        .replace(/`([\uE000\uE001]*)\s+/g, '$1')
        .replace(/`/g, '')
        .replace(pair, '$1')
        .replace(movedTone, (_, word: string) =>
          word.normalize('NFD').replace(earlyTone, '$1$3$2').normalize('NFC'),
        )
        .replace(/\uA100/g, ''),
    )
      .replace(/([0-9])\u034F\u034F/g, (_, digit: string) => String.fromCharCode(0x0ed0 + Number(digit)))
      .replace(/([0-9])\u034F/g, (_, digit: string) => String.fromCharCode(0x17e0 + Number(digit)))
      .replace(/O\u034Fe/g, 'Œ')
      .replace(/o\u034Fe/g, 'œ')
      .replace(/A\u034Fe/g, 'Æ')
      .replace(/a\u034Fe/g, 'æ')
      .replace(/'\u034F/g, '\u2019')
      .replace(/-\u034F\u034F/g, '\u2014')
      .replace(/-\u034F/g, '\u2013')
      .replace(/\u1E12/g, 'Đ')
      .replace(/\u1E13/g, 'đ')
      .replace(/\u2035/g, '`')
      // Between two blocks: a space after a sentence that ended, a dot after a heading.
      .replace(/\u241D/g, '\u241E')
      .replace(/^[\s\u241E]+|[\s\u241E]+$/g, '')
      .replace(/([.!?:;…。！？：；។]["”’»）)]*[\uE000\uE001]*)\s*\u241E\s*/g, '$1 ')
      .replace(/\s*\u241E\s*/g, ' · ')
  );
}

/**
 * An excerpt from Pagefind as HTML that may go into a page: what stood on the page, escaped, with the hits in
 * `<mark>`. Pagefind marks the first cluster of each pair, wherever it stands: where one of the `runs` that were asked
 * for is found as it stands, it alone is marked.
 *
 * `decodeExcerpt('<mark>友好</mark>` 好城', ['友好']) // => '<mark>友好</mark>城'`
 */
export function decodeExcerpt(excerpt: string, runs: readonly string[] = []): string {
  const text = excerpt
    .replace(/[\uE000\uE001]/g, '')
    .replace(/<mark>/g, MARK)
    .replace(/<\/mark>/g, UNMARK)
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');
  const wanted = runs.map(runPattern);
  const bare = decode(text.replace(markedClusters, '$1'));
  const found = wanted.some((pattern) => bare.search(pattern) >= 0);
  const marked = found
    ? wanted.reduce((all, pattern) => all.replace(pattern, `${MARK}$&${UNMARK}`), bare)
    : decode(text);
  return (
    marked
      .replace(/\uE001(\s*)\uE000/g, '$1')
      // Quotation marks and commas are not what was asked for.
      .replace(/\uE000([^\p{L}\p{N}\p{M}\uE001]+)/gu, '$1\uE000')
      .replace(/([^\p{L}\p{N}\p{M}\uE000]+)\uE001/gu, '\uE001$1')
      .replace(/\uE000\uE001/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/\uE000/g, '<mark>')
      .replace(/\uE001/g, '</mark>')
  );
}

/** A run as it may stand on a page: with spaces and commas between its clusters. */
function runPattern(run: string): RegExp {
  const parts = (run.match(runParts) ?? []).map((part) => part.replaceAll('.', String.raw`\.`));
  return new RegExp(parts.join('[^\\p{L}\\p{N}\\p{M}\uE000\uE001]*') || '(?!)', 'gu');
}

/**
 * The language by which Pagefind is to know an index. Not plain `zh`: Pagefind would cut our pairs of characters up
 * again, in one way at the build and in another in each browser. A large site has several indexes of a language
 * (`indexer.ts`), counted from 0: `indexLanguage('lo', 1) // => 'lo-part2'`
 */
export function indexLanguage(locale: string, part = 0): string {
  const language = locale === 'zh' ? 'und-zh' : locale;
  return part === 0 ? language : `${language}-part${part + 1}`;
}
