/**
 * Queries cut at random from the texts of the site, the same in every run: what a reader types who remembers a few words
 * of a page, has typed half of the last one, leaves out a tone, or slips. What is right for each is told from the
 * texts, without the search's own code.
 */
import { toneLast, withoutTones } from '../model/letters.ts';
import type { Locale } from '../model/locales.ts';
import { memoize } from '../model/memoize.ts';
import type { BuiltPage } from './built-pages.ts';
import { numbersFrom } from './search-corpus.ts';

/** Words as they stand, half or more of the last one, one letter wrong, one tone left out. */
export type CutKind = 'words' | 'half typed' | 'slip' | 'tone left out';

export interface Cut {
  readonly kind: CutKind;
  /** As it is typed. */
  readonly query: string;
  /** As it stands on the pages that are right; behind it a word may go on where it is half typed. */
  readonly meant: string;
}

/** Which kinds are cut of a language: the others have no tones, and longer words. */
export const cutKinds = (locale: Locale): readonly CutKind[] =>
  locale === 'vi' ? ['words', 'half typed', 'slip', 'tone left out'] : ['words', 'half typed'];

const segmented = new Set<Locale>(['lo', 'km', 'zh']);
/** A single letter is no half-typed word, a Chinese character may be one. */
const leastTyped = (locale: Locale): number => (locale === 'zh' ? 1 : 2);
const leastWords = 2;
const mostWords = 4;

/** @param count so many of each kind */
export function cutQueries(
  pages: readonly BuiltPage[],
  locale: Locale,
  count: number,
  seed = 1,
  kinds = cutKinds(locale),
): Cut[] {
  const prose = pages.filter((page) => page.locale === locale).flatMap((page) => page.prose);
  const random = numbersFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const isThere = judgeOf(pages, locale);
  return kinds.flatMap((kind) => {
    const cuts = new Map<string, Cut>();
    // A text of a few words has no cut of four: so many tries are enough for any real one.
    for (let tries = 0; cuts.size < count && tries < count * 100; tries += 1) {
      const words = wordsAt(prose[below(prose.length)] ?? '', locale, below);
      const cut = words && cutOf(kind, words, locale, below);
      // Whoever types another word that stands somewhere has made no slip.
      if (!cut || isThere(cut).size === 0) continue;
      if (kind === 'slip' && isThere({ ...cut, meant: cut.query }).size > 0) continue;
      cuts.set(cut.query, cut);
    }
    return [...cuts.values()];
  });
}

/** Words that stand side by side with nothing but spaces between. */
function wordsAt(block: string, locale: Locale, below: (most: number) => number): string[] | undefined {
  const runs = segmented.has(locale) ? segmentsIn(block, locale) : spacedIn(block);
  const run = runs[below(runs.length)] ?? [];
  const length = leastWords + below(mostWords - leastWords + 1);
  if (run.length < length) return undefined;
  const first = below(run.length - length + 1);
  return run.slice(first, first + length);
}

function spacedIn(block: string): string[][] {
  return block
    .split(/[^\p{L}\p{M}\p{N}\s’'-]+/u)
    .map((part) => part.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word)));
}

function segmentsIn(block: string, locale: Locale): string[][] {
  const runs: string[][] = [[]];
  for (const { segment, isWordLike } of new Intl.Segmenter(locale, { granularity: 'word' }).segment(block)) {
    if (isWordLike) runs.at(-1)?.push(segment);
    else runs.push([]);
  }
  return runs;
}

function cutOf(
  kind: CutKind,
  words: readonly string[],
  locale: Locale,
  below: (most: number) => number,
): Cut | undefined {
  const join = (all: readonly string[]): string => all.join(segmented.has(locale) ? '' : ' ');
  const meant = join(words);
  const last = words.at(-1) ?? '';
  if (kind === 'words') return { kind, query: meant, meant };
  if (kind === 'half typed') {
    const letters = [...last];
    const least = Math.max(leastTyped(locale), Math.ceil(letters.length / 2));
    if (letters.length <= least) return undefined;
    const typed = letters.slice(0, least + below(letters.length - least)).join('');
    const query = join([...words.slice(0, -1), typed]);
    return { kind, query, meant: query };
  }
  const at = below(words.length);
  const word = words[at] ?? '';
  const wrong = kind === 'slip' ? slipIn(word, below) : withoutTones(word);
  return wrong === undefined || wrong === word
    ? undefined
    : { kind, query: join(words.with(at, wrong)), meant };
}

/** Letters beside each other on a keyboard. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** One letter left out, doubled, changed with the next, or the one beside it on the keyboard. The first letter is right. */
function slipIn(word: string, below: (most: number) => number): string | undefined {
  const letters = [...word];
  if (letters.length < 3 || !letters.every((letter) => /\p{L}/u.test(letter))) return undefined;
  const at = 1 + below(letters.length - 1);
  const letter = letters[at] ?? '';
  const slips = [
    () => letters.toSpliced(at, 1),
    () => letters.toSpliced(at, 0, letter),
    () => (at + 1 < letters.length ? letters.toSpliced(at, 2, letters[at + 1] ?? '', letter) : undefined),
    () => {
      const row = rows.find((one) => one.includes(letter.toLowerCase()));
      const beside = [...(row ?? '')].filter(
        (one) => Math.abs((row ?? '').indexOf(one) - (row ?? '').indexOf(letter)) === 1,
      );
      return beside.length === 0 ? undefined : letters.toSpliced(at, 1, beside[below(beside.length)] ?? '');
    },
  ];
  return slips[below(slips.length)]?.()?.join('');
}

/** French articles and the like that melt into the next word are no words: “l’Union” is the Union. */
const elided = /(?<!\p{L})(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)’(?=\p{L})/gu;

/** Text as it is compared here. In a syllable that is half typed the tone cannot stand behind it. */
function comparable(text: string, locale: Locale, begun: boolean): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u200B\u00AD]/g, '')
    .replace(/[’']/g, '’')
    .replace(/(?<=\p{L})[-–](?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(locale === 'fr' ? elided : /(?!)/g, '');
  if (segmented.has(locale)) return plain.replaceAll(' ', '');
  return locale === 'vi' && !begun ? plain.replace(/[\p{L}\p{M}]+/gu, toneLast) : plain;
}

/** Tells which pages are right for a cut: all on which it stands. */
export function judgeOf(pages: readonly BuiltPage[], locale: Locale): (cut: Cut) => Set<string> {
  const own = pages.filter((page) => page.locale === locale);
  const textsOf = memoize((begun: boolean) =>
    own.map(({ path, blocks }) => ({ path, text: comparable(blocks.join(' | '), locale, begun) })),
  );
  const isLetter = /[\p{L}\p{M}\p{N}]/u;
  return ({ kind, meant }) => {
    const begun = kind === 'half typed';
    const wanted = comparable(meant, locale, begun);
    const stands = (text: string): boolean => {
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        if (segmented.has(locale)) return true;
        const before = text[at - 1] ?? ' ';
        const after = text[at + wanted.length] ?? ' ';
        if (!isLetter.test(before) && (begun || !isLetter.test(after))) return true;
      }
      return false;
    };
    return new Set(
      textsOf(begun)
        .filter(({ text }) => stands(text))
        .map(({ path }) => path),
    );
  };
}
