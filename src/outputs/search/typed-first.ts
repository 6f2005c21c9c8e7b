/** The order of results whose word stands for all its forms: "delegation" for "delegate" too. */
import { withoutAccents } from '../../model/letters.ts';

/** Results that are shown at a time. */
export const shownAtFirst = 10;
/** How many pages more than are shown are compared by the form of a word. */
export const heldReady = 8;
/** The letters at the end of a word that its forms may differ in. */
const endingLength = 2;

/**
 * Pages that have the words as they were typed first, then those that have all but their endings.
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
  const typed = words.map(withoutAccents);
  const nearness = (page: Page): number => {
    const found = withoutAccents(contentOf(page)).split(/[^\p{L}\p{N}]+/u);
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
