/** The part of a page that shows why it was found. */
import { decodeExcerpt, NAMES } from './transform.ts';

export interface ExcerptSource {
  /** The page as the index has it. */
  readonly content: string;
  /** Its title, likewise; it is shown above the excerpt already. */
  readonly title: string;
  /** The places of hits, counted in words of the content. */
  readonly places: readonly number[];
  /** Runs of clusters that were asked for. */
  readonly runs: readonly string[];
  /** In words. */
  readonly length: number;
}

/**
 * The words around the hits, as HTML: from the text below the title if it has any, else from its beginning; from the
 * names that the page does not show only where nothing else was found.
 */
export function excerptOf({ content, title, places, runs, length }: ExcerptSource): string {
  const words = content.split(/\s+/);
  const names = words.indexOf(NAMES);
  const textEnd = names < 0 ? words.length : names;
  const textStart = endOf(title.split(/\s+/).filter(Boolean), words);
  const inTitle = places.some((place) => place < textStart);
  const inText = places.filter((place) => place >= textStart && place < textEnd);
  const [from, to, hits] =
    inText.length > 0 || inTitle || places.length === 0
      ? [textStart, textEnd, inText]
      : [textEnd + 1, words.length, places];
  const first = Math.max(from, Math.min(densest(hits, length) - Math.floor(length / 5), to - length));
  const last = Math.min(to, first + length);
  const marked = new Set(hits);
  const shown = words
    .slice(first, last)
    .map((word, at) => (marked.has(first + at) ? `<mark>${word}</mark>` : word))
    .join(' ');
  return `${first > from ? '… ' : ''}${decodeExcerpt(shown, runs)}${last < to ? ' …' : ''}`;
}

/** The place behind the first row of `wanted`, and behind the mark that ends its block; 0 if it is not there. */
function endOf(wanted: readonly string[], words: readonly string[]): number {
  if (wanted.length === 0) return 0;
  const at = words.findIndex((_, start) => wanted.every((word, step) => words[start + step] === word));
  return at < 0 ? 0 : at + wanted.length;
}

/** The place from which on most hits fall into `length` words. `densest([1, 40, 42, 45], 10) // => 40` */
function densest(places: readonly number[], length: number): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  let best = { place: 0, count: 0 };
  sorted.forEach((place, at) => {
    const count = sorted.slice(at).findIndex((other) => other > place + (length * 3) / 4);
    const within = count < 0 ? sorted.length - at : count;
    if (within > best.count) best = { place, count: within };
  });
  return best.place;
}
