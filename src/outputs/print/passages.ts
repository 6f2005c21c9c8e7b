/**
 * What the page says, piece by piece as its elements hold it, so that the PDF's structure can be told what Chromium
 * leaves out of it: languages, lists of facts, contents, the spaces at which lines were broken.
 */
import { foldedLetters } from './letters.ts';

/** The words of one piece of text of the page. */
export interface Passage {
  readonly words: string;
  /** Its BCP 47 language, where it is not that of the page. */
  readonly language?: string;
  /** What it is a part of: the name of a fact, the fact, an entry of the contents. */
  readonly part?: 'term' | 'definition' | 'contents';
  /** Whether a space stands between it and the next. */
  readonly spaced: boolean;
}

/** Runs in the page: all that is read of it, in its order. */
export function readPassages(): Passage[] {
  const passages: Passage[] = [];
  const own = document.documentElement.lang;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const isInline = (node: Node | null): boolean =>
    node instanceof Element ? /^(inline|contents)/.test(getComputedStyle(node).display) : node !== null;
  let open: { words: string; spaced: boolean } | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || element.closest('[aria-hidden="true"], [hidden], svg, style, script, template')) continue;
    const words = node.nodeValue ?? '';
    if (words.trim() === '') {
      if (open && isInline(node.previousSibling) && isInline(node.nextSibling)) open.spaced = true;
      continue;
    }
    if (open && /^\s/.test(words)) open.spaced = true;
    const language = element.closest('[lang]')?.getAttribute('lang') || own;
    const named = element.closest('dt, dd')?.tagName;
    const part = element.closest('a[data-toc]')
      ? ('contents' as const)
      : named && (named === 'DT' ? ('term' as const) : ('definition' as const));
    const passage = {
      words,
      spaced: /\s$/.test(words),
      ...(language !== own && { language }),
      ...(part && { part }),
    };
    passages.push(passage);
    open = passage;
  }
  return passages;
}

/**
 * The passage of each text of the structure, both in their order. A text that no passage has, such as a number that a
 * style sheet counts, has none.
 *
 * @example
 * matchPassages(['Contents', '3', 'Letter'], [{ words: 'Con\u00ADtents', spaced: false }, { words: 'Letter', spaced: false }])
 * // => [the first, undefined, the second]
 */
export function matchPassages(
  texts: readonly string[],
  passages: readonly Passage[],
): (Passage | undefined)[] {
  const letters = passages.map(({ words }) => foldedLetters(words));
  let next = 0;
  return texts.map((text) => {
    const wanted = foldedLetters(text);
    if (wanted === '') return undefined;
    // What the page hides stands between; farther on the same words may be others.
    const at = letters.slice(next, next + farthest).indexOf(wanted);
    if (at < 0) return undefined;
    next += at + 1;
    return passages[next - 1];
  });
}

const farthest = 40;
