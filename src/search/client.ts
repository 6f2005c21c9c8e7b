/**
 * Search in the reader's browser: asks Pagefind in the spelling of the index and gives back what stood on the pages.
 *
 * Two habits of Pagefind are mended here. It passes over words that it does not have and falls back on shorter ones
 * ("hocbongxyz" finds "hoc"), which looks like success; so each word is checked. And it weighs words without regard
 * to where they stand; so pages on which they stand side by side come first ("Đông Hà" is two words, both common),
 * and those that have the words whole before those with words that merely begin so.
 */
import { decode, decodeExcerpt, encodeQuery, hasSpelledLetter, type Attempt } from './transform.ts';

export interface SearchResult {
  /** Address on this site, base path included. */
  readonly url: string;
  readonly title: string;
  /** Escaped, with the hits in `<mark>`: safe to put into a page. */
  readonly excerptHtml: string;
  /** What the page says of itself; '' where it says nothing. */
  readonly kind: string;
  readonly date: string;
  readonly lang: string;
}

export interface SearchResults {
  /** All that were found; `results` has no more than were asked for. */
  readonly total: number;
  readonly results: readonly SearchResult[];
}

export interface Search {
  /** The best `limit` results (10 unless told otherwise). Asking again for more fetches only what is new. */
  search(query: string, limit?: number): Promise<SearchResults>;
}

/** The part of Pagefind 1.5's browser interface that is used. */
interface Engine {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  init(): Promise<void>;
  search(words: string, options: { filters: Record<string, string> }): Promise<{ results: Hit[] }>;
}

interface Hit {
  readonly id: string;
  /** The places of the words that were found, counted in words from the start of the page. */
  readonly words: readonly number[];
  readonly matchedMetaFields?: readonly string[];
  data(): Promise<Page>;
}

interface Page {
  readonly url: string;
  readonly content: string;
  readonly excerpt: string;
  readonly plain_excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly filters: Readonly<Record<string, readonly string[] | undefined>>;
}

/** In words; a Lao or Khmer cluster and a Chinese character is about a third of one. */
const excerptLength: Readonly<Record<string, number>> = { lo: 70, km: 60, zh: 70 };

/**
 * A search over the index of one language. Nothing is loaded before the first query.
 *
 * `baseUrl` is where the site begins ("/" or "/bulletin/"). The page's `<html lang>` must be `locale`: Pagefind
 * chooses its index by it.
 */
export function createSearch(baseUrl: string, locale: string): Search {
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  let engine: Promise<Engine> | undefined;

  async function load(): Promise<Engine> {
    const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Engine;
    await pagefind.options({ baseUrl: base, excerptLength: excerptLength[locale] ?? 30 });
    await pagefind.init();
    return pagefind;
  }

  async function ask(words: string): Promise<Hit[]> {
    // A failed start is forgotten, so that the next query tries again.
    engine ??= load().catch((error: unknown) => {
      engine = undefined;
      throw error;
    });
    // Where a language has no page yet, Pagefind takes the largest index instead: hence the filter.
    const { results } = await (await engine).search(words, { filters: { lang: locale } });
    // Pagefind also looks into the metadata, such as the file name of a thumbnail: only the title is for readers.
    return results.filter((hit) => hit.words.length > 0 || hit.matchedMetaFields?.includes('title'));
  }

  /** The pages that have this word whole: none if it only begins other words, undefined if it is nowhere at all. */
  async function lookUp(word: string): Promise<ReadonlySet<string> | undefined> {
    const whole = await ask(`"${word}"`);
    if (whole.length > 0) return new Set(whole.map(({ id }) => id));
    // What Pagefind found instead shows in what it marks.
    const pages = await Promise.all((await ask(word)).slice(0, 3).map((hit) => hit.data()));
    const begins = pages.some(({ excerpt, meta }) =>
      [...excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)]
        .map(([, marked = '']) => marked)
        .concat((meta['title'] ?? '').split(/\s+/))
        .some((marked) => hasWordLike(marked, word)),
    );
    return begins ? new Set() : undefined;
  }
  const looked = new Map<string, ReturnType<typeof lookUp>>();

  /** Pages that have all that is asked for, best first, and how to read each. */
  async function attempt({ words, phrases, ending, together, spelled }: Attempt): Promise<Hit[]> {
    const wholeWords: ReadonlySet<string>[] = [];
    for (const word of spelled) {
      const answer = looked.get(word) ?? lookUp(word);
      looked.set(word, answer);
      answer.catch(() => looked.delete(word));
      const pages = await answer;
      if (!pages) return [];
      wholeWords.push(pages);
    }
    const askEach = (each: readonly string[]) => Promise.all(each.map(async (one) => byPage(await ask(one))));
    const [all, asPhrase, asEnding, asWords] = await Promise.all([
      ask(words),
      askEach(phrases.map((phrase) => `"${phrase}"`)),
      askEach(ending ?? []),
      askEach(spelled.length > 1 ? spelled : []),
    ]);
    const placesIn = ({ id }: Hit, asked: readonly ReadonlyMap<string, Hit>[]) =>
      asked.map((pages) => pages.get(id)?.words ?? []);
    const hits = all.filter(
      (hit) =>
        asPhrase.every((pages) => pages.has(hit.id)) &&
        mostTogether(hit.words, together) >= together &&
        followEachOther(placesIn(hit, asEnding), 1, 1),
    );
    // A phrase has been found in one place; the words of it, each in many, which would all be marked.
    const [only, ...others] = asPhrase;
    if (only && !ending && others.length === 0 && spelled.length === 0) {
      return hits.map((hit) => only.get(hit.id) ?? hit);
    }
    if (spelled.length === 0) return hits;
    const isWhole = ({ id }: Hit) => wholeWords.every((pages) => pages.has(id));
    // Parts of "Việt-Lào" have one place; a dash that stands alone has a place of its own.
    const isAdjacent = (hit: Hit) => followEachOther(placesIn(hit, asWords), 0, 2);
    const whole = hits.filter(isWhole);
    // A Vietnamese syllable does not change its form: whoever finds "hà" does not look for "hai".
    const wanted = locale === 'vi' && whole.length > 0 ? whole : hits;
    const rank = (hit: Hit) => (isAdjacent(hit) ? 2 : 0) + (isWhole(hit) ? 1 : 0);
    return [...wanted].sort((a, b) => rank(b) - rank(a));
  }

  return {
    async search(query, limit = 10) {
      let hits: Hit[] = [];
      let phrases: readonly string[] = [];
      for (const next of encodeQuery(query, locale)) {
        hits = await attempt(next);
        phrases = next.phrases.map(decode);
        if (hits.length > 0) break;
      }
      const pages = await Promise.all(hits.slice(0, limit).map((hit) => hit.data()));
      return { total: hits.length, results: pages.map((page) => shown(page, phrases)) };
    },
  };
}

const byPage = (hits: readonly Hit[]) => new Map(hits.map((hit) => [hit.id, hit]));

/**
 * Whether a place can be taken from each list so that each stands `least` to `most` behind the one before.
 * `followEachOther([[3, 9], [4]], 1, 1) // => true`
 */
export function followEachOther(
  places: readonly (readonly number[])[],
  least: number,
  most: number,
): boolean {
  let reached = places[0];
  for (const next of places.slice(1)) {
    const before = new Set(reached);
    reached = next.filter((place) => {
      for (let step = least; step <= most; step += 1) if (before.has(place - step)) return true;
      return false;
    });
  }
  return reached === undefined || reached.length > 0;
}

/**
 * How many of the places lie side by side, looking for `wanted` of them; one stray place between is allowed:
 * the wrong cluster, or punctuation.
 * `mostTogether([3, 4, 6, 40], 3) // => 3`
 */
export function mostTogether(places: readonly number[], wanted: number): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  sorted.forEach((place, last) => {
    while (place - (sorted[first] ?? place) > wanted) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}

/** Whether a word of the page, as Pagefind splits it, begins with `word`. Accents and capitals do not count. */
function hasWordLike(marked: string, word: string): boolean {
  const plain = marked.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return [plain.replace(/[^\p{L}\p{N}]/gu, ''), ...plain.split(/[^\p{L}\p{N}]+/u)].some((part) =>
    part.startsWith(wanted),
  );
}

/**
 * Takes the marks off single clusters of a phrase that stand about by themselves. A mark stays if it has a whole
 * phrase, or a letter that is not of a cluster.
 */
function marksOf(excerptHtml: string, phrases: readonly string[]): string {
  if (phrases.length === 0) return excerptHtml;
  return excerptHtml.replace(/<mark>(.*?)<\/mark>/gs, (mark, marked: string) =>
    phrases.some((phrase) => marked.includes(phrase)) || hasSpelledLetter(marked) ? mark : marked,
  );
}

function shown(page: Page, phrases: readonly string[]): SearchResult {
  const { url, content, excerpt, plain_excerpt, meta, filters } = page;
  const plain = plain_excerpt.replace(/&lt;/g, '<').replace(/&gt;/g, '>').trim();
  const html = marksOf(decodeExcerpt(excerpt), phrases);
  const about = (field: string) => meta[field] ?? filters[field]?.[0] ?? '';
  return {
    url,
    title: decode(meta['title'] ?? ''),
    excerptHtml: `${content.startsWith(plain) ? '' : '… '}${html}${content.trimEnd().endsWith(plain) ? '' : ' …'}`,
    kind: about('kind'),
    date: about('date'),
    lang: filters['lang']?.[0] ?? '',
  };
}
