/** The order of results whose word stands for all its forms: "delegation" for "delegate" too. */
import { withoutAccents } from '../../model/letters.ts';

/** Results that are shown at a time. */
export const shownAtFirst = 10;
/** How many pages more than are shown are compared by the form of a word. */
export const heldReady = 12;
/** The letters at the end of a word that its forms may differ in. */
const endingLength = 2;

/**
 * Pages that have the words as they were typed first, side by side before scattered; then those that have all but their
 * endings.
 * @param pages best first
 * @param more so many besides those that are shown compete for each ten places
 * @param contentOf the text of a page
 */
export function asTypedFirst<Page>(
  pages: readonly Page[],
  words: readonly string[],
  more: number,
  contentOf: (page: Page) => string,
): readonly Page[] {
  const typed = words.map(plain);
  const nearness = (page: Page): number => {
    const found = plain(contentOf(page))
      .split(/[^\p{L}\p{N}]+/u)
      .filter(isWord);
    const side = standing(found, typed.filter(isWord));
    if (side > 0) return 2 + side;
    const own = new Set(found);
    if (typed.every((word) => own.has(word))) return 2;
    const begins = (word: string) => {
      const stem = word.length > 5 ? word.slice(0, -endingLength) : word;
      return found.some((one) => one.startsWith(stem));
    };
    return typed.every(begins) ? 1 : 0;
  };
  const near = new Map(pages.map((page) => [page, nearness(page)]));
  const ordered: Page[] = [];
  let rest = pages;
  // Ten at a time, so that asking for more does not change what is shown already.
  while (rest.length > 0) {
    const best = [...rest.slice(0, shownAtFirst + more)]
      .sort((a, b) => (near.get(b) ?? 0) - (near.get(a) ?? 0))
      .slice(0, shownAtFirst);
    ordered.push(...best);
    rest = rest.filter((page) => !best.includes(page));
  }
  return ordered;
}

/** Ligatures are two letters, as in the index. */
const plain = (text: string): string => withoutAccents(text).replace(/œ/g, 'oe').replace(/æ/g, 'ae');

/** The “l” of “l’amitié” is none. */
const isWord = (part: string): boolean => part.length > 1 || /\d/.test(part);

/** 2 where the words stand side by side, 1 where the last one goes on, else 0. */
function standing(found: readonly string[], typed: readonly string[]): number {
  const last = typed.at(-1);
  if (last === undefined || typed.length < 2) return 0;
  let most = 0;
  for (let at = found.indexOf(typed[0] ?? ''); at >= 0; at = found.indexOf(typed[0] ?? '', at + 1)) {
    if (!typed.slice(0, -1).every((word, step) => found[at + step] === word)) continue;
    const end = found[at + typed.length - 1] ?? '';
    if (end === last) return 2;
    if (end.startsWith(last)) most = 1;
  }
  return most;
}
