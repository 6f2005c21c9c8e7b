import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';
import { wordSegmenter } from '../../i18n/intl.ts';

/** Finds the words of a text that stand in no dictionary. */
export type UnknownWords = (text: string, names: readonly string[]) => string[];

const letters = /[\p{L}\p{M}\p{N}]+(?:[’'‑-][\p{L}\p{M}\p{N}]+)*/gu;
/** “49e”, “XIIᵉ”, “HVPF”: no words of the language. */
const noWord = /\p{N}|[ᵉˢʳ]|^\p{Lu}{2,}$/u;
/** What French writes together with the next word: “l’amitié”, “lorsqu’elle”. */
const elided = /^(?:[cdjlmnst]|qu|lorsqu|jusqu|puisqu|quoiqu)'/i;
/** What it writes behind a verb or noun: “adressez-vous”, “cette année-là”. */
const enclitic = /-(?:vous|nous|le|la|les|là|ci|il|elle|t)$/i;

const joint = /['-]/;
const wordsIn = (text: string): string[] =>
  (text.match(letters) ?? []).map((word) => word.replaceAll('’', "'").replaceAll('‑', '-'));

/**
 * French by the word list of cspell, which is Hunspell's with every form spelt out.
 * @param allowed what is right and not in the list
 */
export function frenchSpelling(allowed: readonly string[]): UnknownWords {
  const folder = dirname(createRequire(import.meta.url).resolve('@cspell/dict-fr-fr'));
  const list = decodeTrie(gunzipSync(readFileSync(join(folder, 'fr-fr.trie.gz'))));
  const more = new Set(allowed);
  // A capital may begin a sentence, a title may be in capitals; a name keeps its own.
  const spelt = (word: string): boolean =>
    [word, word.toLowerCase(), word.charAt(0) + word.slice(1).toLowerCase()].some(
      (form) => more.has(form) || list.has(form) || list.has(form.replaceAll("'", '’')),
    );
  const known = (word: string): boolean => {
    const rest = word.replace(elided, '');
    return spelt(word) || spelt(rest) || spelt(rest.replace(enclitic, ''));
  };
  return (text, names) => {
    const unknown = wordsIn(text).filter((word) => !noWord.test(word) && !known(word));
    // Most texts have none, and there are many names.
    if (unknown.length === 0) return [];
    const proper = new Set(names.flatMap(wordsIn).flatMap((word) => word.split(joint)));
    const right = (part: string): boolean => part.length === 1 || proper.has(part) || known(part);
    return [...new Set(unknown.filter((word) => !word.split(joint).every(right)))];
  };
}

const run = /[\p{Script=Lao}]+/gu;
const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/**
 * Lao by LibreOffice's word list. Names and allowed words are taken out first, for what parts the rest into words knows
 * neither; a slip leaves a piece that is no word.
 */
export function laoSpelling(allowed: readonly string[]): UnknownWords {
  const lines = readFileSync(join(import.meta.dirname, 'lo_LA.dic'), 'utf8').split(/\r?\n/);
  const list = new Set(lines.slice(1).map((line) => line.trim()));
  const patterns = new WeakMap<readonly string[], RegExp>();
  const patternOf = (names: readonly string[]): RegExp => {
    const own = names.flatMap((name) => name.match(run) ?? []).filter((name) => name.length > 2);
    const longestFirst = [...new Set([...own, ...allowed])].sort((a, b) => b.length - a.length);
    const pattern = new RegExp(longestFirst.map(escaped).join('|') || '(?!)', 'gu');
    patterns.set(names, pattern);
    return pattern;
  };
  return (text, names) => {
    const rest = text.replace(patterns.get(names) ?? patternOf(names), (name) => ' '.repeat(name.length));
    return [...rest.matchAll(run)].flatMap(({ 0: letters, index: start }) =>
      [...wordSegmenter('lo').segment(letters)]
        .filter(({ segment }) => segment !== 'ໆ' && !list.has(segment))
        // The piece alone, often one letter, tells nobody where it is.
        .map(({ segment, index }) => {
          const at = start + index;
          const before =
            text
              .slice(Math.max(0, at - around), at)
              .split('\n')
              .at(-1) ?? '';
          const [behind = ''] = text.slice(at, at + segment.length + around).split('\n');
          return (before + behind).trim();
        }),
    );
  };
}

/** So many letters on both sides show where a piece of a word stands. */
const around = 8;
