/** What a reader typed, as questions to put to Pagefind. The spelling is that of `transform.ts`. */
import {
  closedWord,
  closesWords,
  cluster,
  clusterLetter,
  encodeCluster,
  END,
  figure,
  normalise,
  runParts,
  spelled,
  WAS,
  westernDigits,
} from './transform.ts';

/** Clusters typed in one go: "友好城市", "2023年10月". On a page its tokens stand one behind the other. */
export interface Run {
  /** Whole tokens of the index: pairs of clusters, numbers. */
  readonly tokens: readonly string[];
  /** Behind them, a token that begins so: what follows the last cluster is not known. */
  readonly prefix?: string;
  /** As it is to be marked in an excerpt. */
  readonly text: string;
}

/** A word that is no cluster, as the index has it and as it was typed. */
export interface Word {
  readonly token: string;
  readonly text: string;
  /** It may be half typed: the index is asked for words that begin so. */
  readonly open: boolean;
}

/** One way to read a query. A page must have all of it. */
export interface Reading {
  readonly runs: readonly Run[];
  readonly words: readonly Word[];
  /** Runs need not be whole: all but so many of their tokens, side by side. For a sign that was mistyped. */
  readonly mayMiss: number;
}

/** Clusters written in one go, with the digits between them ("2023年10月"), or a piece of anything else. */
const runOrChunk = new RegExp(
  `(?:(?:${figure})?(?:${cluster}))+(?:${figure})?|(?:(?!${clusterLetter})\\S)+?(?=(?:${figure})?${clusterLetter}|\\s|$)`,
  'gu',
);
const hasCluster = new RegExp(clusterLetter, 'u');

/** French articles and the like that melt into the next word. Asked alone they would find every word with l. */
const elision = /(^|[^\p{L}])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'(?=\p{L})/giu;

/** The words of a piece of query without clusters. `wordsOf('CARE/Bỉ', 'vi') // => ['CARE', 'Bỉ']` */
function wordsOf(chunk: string, locale: string): string[] {
  const words = (locale === 'fr' ? chunk.replace(elision, '$1') : chunk)
    // The index has 14/3/2023 and 1.500 as one number.
    .replace(/([0-9])[.,/:-](?=[0-9])/g, '$1')
    .replace(/'/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  // Pagefind does not index parts of one letter: "K-ho" it has as "kho".
  const melts = !closesWords(locale) && words.length > 1 && words.some((word) => word.length === 1);
  return melts ? [words.join('')] : words;
}

function runOf(text: string, locale: string): Run {
  const parts = text.match(runParts) ?? [];
  const tokens: string[] = [];
  parts.forEach((part, at) => {
    const next = parts[at + 1];
    const digits = part.replace(/[^0-9]/g, '');
    if (digits !== '') tokens.push(closesWords(locale) ? closedWord(digits) : digits);
    else if (next !== undefined)
      tokens.push(encodeCluster(part) + (/^[0-9]/.test(next) ? END : encodeCluster(next)));
  });
  const [last = '', before] = [parts.at(-1), parts.at(-2)];
  // A pair has its second cluster in it; one that stands alone or behind a number has not been asked for yet.
  const alone = !/^[0-9]/.test(last) && (before === undefined || /^[0-9]/.test(before));
  return { tokens, text, ...(alone ? { prefix: encodeCluster(last) } : {}) };
}

/** The run with its last cluster as the beginning of one: "ກ" on the way to "ການ". Chinese is typed whole. */
function openRun(text: string, locale: string): Run | undefined {
  const parts = text.match(runParts) ?? [];
  const [last = '', before] = [parts.at(-1), parts.at(-2)];
  if (!/[\u0E80-\u0EFF\u1780-\u17FF]/.test(last)) return undefined;
  const beginning = encodeCluster(last).replace(END, '');
  if (before === undefined) return { tokens: [], prefix: beginning, text };
  const { tokens } = runOf(text.slice(0, -last.length), locale);
  return { tokens, prefix: /^[0-9]/.test(before) ? beginning : encodeCluster(before) + beginning, text };
}

/**
 * How to read a query, in the order in which to try; empty if it has no letter in it.
 *
 * 1. As typed.
 * 2. With its last word or cluster half typed.
 * 3. With a sign mistyped in a long run.
 */
export function readingsOf(query: string, locale: string): Reading[] {
  const source = spelled(westernDigits(normalise(query), '', '')).replaceAll(WAS, '');
  const runs: Run[] = [];
  const words: Word[] = [];
  let lastPiece = '';
  for (const [piece] of source.matchAll(runOrChunk)) {
    lastPiece = piece;
    if (hasCluster.test(piece)) runs.push(runOf(piece, locale));
    else
      for (const text of wordsOf(piece, locale))
        words.push(
          closesWords(locale)
            ? { text, token: closedWord(text).replaceAll(WAS, ''), open: false }
            : { text, token: text, open: true },
        );
  }
  if (runs.length === 0 && words.length === 0) return [];
  const asTyped: Reading = { runs, words, mayMiss: 0 };
  const readings = [asTyped];
  const opened = hasCluster.test(lastPiece) ? openRun(lastPiece, locale) : undefined;
  const lastWord = words.at(-1);
  if (opened) readings.push({ ...asTyped, runs: [...runs.slice(0, -1), opened] });
  else if (lastWord && closesWords(locale) && !hasCluster.test(lastPiece)) {
    const { text } = lastWord;
    readings.push({ ...asTyped, words: [...words.slice(0, -1), { text, token: text, open: true }] });
  }
  if (runs.some(({ tokens }) => tokens.length >= 4)) readings.push({ ...asTyped, mayMiss: 2 });
  return readings;
}
