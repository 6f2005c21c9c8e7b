/** Pagefind in the reader's browser, behind the few calls that the search needs. */
import { indexLanguage } from './transform.ts';

/** A page that was found, not yet loaded. */
export interface Hit {
  readonly id: string;
  /** The places of the words that were found, counted in words from the start of the page. */
  readonly words: readonly number[];
  data(): Promise<Fragment>;
}

/** What the index holds of a page. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  /** With marks round the words that were found. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly filters: Readonly<Record<string, readonly string[] | undefined>>;
}

/** The part of Pagefind 1.5's browser interface that is used. */
interface Pagefind {
  options(options: { exactDiacritics: boolean }): Promise<void>;
  preload(terms: string): Promise<void>;
  search(terms: string | null): Promise<{ results: (Hit & { matchedMetaFields?: readonly string[] })[] }>;
}
interface PagefindModule {
  createInstance(options: {
    baseUrl: string;
    noWorker: boolean;
    ranking: Readonly<Record<string, number>>;
  }): Pagefind;
}

export interface Engine {
  /** Pages that have all the terms, best first; all pages for null. `exact` minds accents. */
  ask(terms: string | null, exact?: boolean): Promise<readonly Hit[]>;
  /** Loads what the terms need, all at once. */
  preload(terms: readonly string[]): Promise<void>;
}

/** `base` is where the site begins, with a slash at its end. */
export async function openEngine(base: string, locale: string): Promise<Engine> {
  const { createInstance } = (await import(
    /* @vite-ignore */ `${base}pagefind/pagefind.js`
  )) as PagefindModule;
  const language = indexLanguage(locale);
  const root = document.documentElement;
  const own = root.lang;
  let pagefind: Pagefind;
  try {
    // Pagefind reads the language of its index here, at once, and has no other way to be told.
    root.lang = language;
    pagefind = createInstance({
      baseUrl: base,
      // Its worker would be another 41 KB, to save a reader a few milliseconds.
      noWorker: true,
      ranking: { termSimilarity: 1, pageLength: 0.6, termFrequency: 1, termSaturation: 1.2 },
    });
  } finally {
    root.lang = own;
  }

  /** `exactDiacritics` holds for all searches until it is changed: so one search at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  let wasExact = false;
  return {
    preload: (terms) => (terms.length > 0 ? pagefind.preload(terms.join(' ')) : Promise.resolve()),
    ask(terms, exact = false) {
      const answer = turn.then(async () => {
        if (exact !== wasExact) await pagefind.options({ exactDiacritics: (wasExact = exact) });
        const { results } = await pagefind.search(terms);
        // Where a language has no page yet, Pagefind takes the largest index instead.
        const isOwn = ({ id }: Hit) => id.startsWith(`${language}_`);
        // Pagefind also looks into the metadata, such as the file name of a picture: only the title is for readers.
        return results.filter(
          (hit) =>
            isOwn(hit) &&
            (terms === null || hit.words.length > 0 || hit.matchedMetaFields?.includes('title')),
        );
      });
      turn = answer.catch(() => {});
      return answer;
    },
  };
}
