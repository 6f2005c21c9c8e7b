import { closest, distance } from 'fastest-levenshtein';

/**
 * The known name that `word` was probably meant to be, or `undefined` when none is near enough: two letters wrong or
 * swapped, one in words of three letters, a third in long ones. Generous, for the names are few and an editor decides;
 * what readers mistype in a search is another matter (`outputs/search/spelling.ts`).
 * @example nearest('sumary', ['title', 'summary']) // => 'summary'
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(word.toLowerCase(), [...known]);
  return distance(word.toLowerCase(), candidate.toLowerCase()) <=
    (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)))
    ? candidate
    : undefined;
}
