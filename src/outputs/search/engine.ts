/** Pagefind in the reader's browser, behind the few calls that the search needs. */
import { EVERY, indexLanguage } from './transform.ts';

/** A page that was found, not yet loaded. */
export interface Hit {
  /** `lo_1a2b3c`: the index that holds the page, and the page. */
  readonly id: string;
  /** The places of the words that were found, counted in words from the start of the page. */
  readonly words: readonly number[];
  data(): Promise<Fragment>;
}

/** The index that holds a page. */
export const indexNameOf = ({ id }: Hit): string => id.slice(0, id.lastIndexOf('_'));

/** What the index holds of a page. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  /** With marks round the words that were found. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly filters: Readonly<Record<string, readonly string[] | undefined>>;
}

/** What Pagefind says of a page besides. */
interface Scored extends Hit {
  readonly score: number;
  readonly matchedMetaFields?: readonly string[];
}

/** The part of Pagefind 1.5's browser interface that is used. */
interface Pagefind {
  options(options: { exactDiacritics: boolean }): Promise<void>;
  preload(terms: string): Promise<void>;
  search(terms: string): Promise<{ results: readonly Scored[] }>;
}
interface PagefindModule {
  createInstance(options: {
    baseUrl: string;
    noWorker: boolean;
    ranking: Readonly<Record<string, number>>;
  }): Pagefind;
}

export interface Engine {
  /** How many pages the language has. */
  readonly pageCount: number;
  /** Pages that have all the terms, best first. `exact` minds accents. */
  ask(terms: string, exact?: boolean): Promise<readonly Hit[]>;
  /** All pages. Pagefind's own way to ask for them would load every word of them. */
  all(): Promise<readonly Hit[]>;
  /** Loads what the terms need, all at once. */
  preload(terms: readonly string[]): Promise<void>;
}

/** `base` is where the site begins, with a slash at its end. */
export async function openEngine(base: string, locale: string): Promise<Engine> {
  const indexed = indexLanguages(base, locale);
  void indexed.then((languages) => fetchAhead(base, languages)).catch(() => {});
  const [{ createInstance }, languages] = await Promise.all([
    import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<PagefindModule>,
    indexed,
  ]);
  const root = document.documentElement;
  const own = root.lang;
  const open = (language: string): Pagefind => {
    try {
      // Pagefind reads the language of its index here, at once, and has no other way to be told.
      root.lang = language;
      return createInstance({
        baseUrl: base,
        // Its worker would be another 41 KB, to save a reader a few milliseconds.
        noWorker: true,
        ranking: { termSimilarity: 1, pageLength: 0.6, termFrequency: 1, termSaturation: 1.2 },
      });
    } finally {
      root.lang = own;
    }
  };
  const indexes: Pagefind[] = [];
  for (const language of languages.keys()) {
    indexes.push(open(language));
    // All share one WebAssembly, which the first one loads: it answers when that is there.
    if (indexes.length === 1) await indexes[0]?.search('');
  }

  /** `exactDiacritics` holds for all searches until it is changed: so one search at a time. */
  let turn: Promise<unknown> = Promise.resolve();
  let wasExact = false;
  const engine: Engine = {
    pageCount: [...languages.values()].reduce((sum, { page_count: count }) => sum + count, 0),
    async preload(terms) {
      if (terms.length > 0) await Promise.all(indexes.map((index) => index.preload(terms.join(' '))));
    },
    ask(terms, exact = false) {
      const answer = turn.then(async () => {
        if (exact !== wasExact)
          await Promise.all(indexes.map((index) => index.options({ exactDiacritics: exact })));
        wasExact = exact;
        const answers = await Promise.all(indexes.map((index) => index.search(terms)));
        const hits = answers
          .flatMap(({ results }) => results)
          // Pagefind also looks into the metadata, such as the file name of a picture: only the title is for readers.
          .filter((hit) => hit.words.length > 0 || hit.matchedMetaFields?.includes('title'));
        return indexes.length > 1 ? hits.sort((a, b) => b.score - a.score) : hits;
      });
      turn = answer.catch(() => {});
      return answer;
    },
    async all() {
      const hits = await engine.ask(EVERY);
      // What was found is at the end, and nothing to be shown.
      return hits.map((hit) => ({ id: hit.id, words: [], data: () => hit.data() }));
    },
  };
  return engine;
}

/** What Pagefind's list of indexes says of one. */
interface IndexEntry {
  readonly hash: string;
  /** Language of its WebAssembly; none for one that knows no forms of words. */
  readonly wasm?: string | null;
  readonly page_count: number;
}

/**
 * Asks for what Pagefind will ask for in turn, so that it comes at once: on a slow line each turn is a sixth of a second.
 * What comes here stands in the browser's cache when Pagefind wants it.
 */
async function fetchAhead(base: string, languages: ReadonlyMap<string, IndexEntry>): Promise<void> {
  const files = [...languages.values()].flatMap(({ hash, wasm }, at) => [
    ...(at === 0 ? [`wasm.${wasm ?? 'unknown'}.pagefind`] : []),
    `pagefind.${hash}.pf_meta`,
  ]);
  await Promise.all(files.map(async (file) => (await fetch(`${base}pagefind/${file}`)).arrayBuffer()));
}

/**
 * The indexes of a language that there are, with what is known of each. None where the language has no page yet:
 * Pagefind would take another's.
 */
async function indexLanguages(base: string, locale: string): Promise<Map<string, IndexEntry>> {
  const response = await fetch(`${base}pagefind/pagefind-entry.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${response.url} cannot be loaded: ${response.status}.`);
  const { languages } = (await response.json()) as { languages: Readonly<Record<string, IndexEntry>> };
  const all = new Map<string, IndexEntry>();
  for (;;) {
    const language = indexLanguage(locale, all.size);
    const index = languages[language];
    if (!index) return all;
    all.set(language, index);
  }
}
