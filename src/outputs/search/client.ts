/** Search in the reader's browser: what is typed and chosen becomes results, as they stood on the pages. */
import { withoutAccents } from '../../model/letters.ts';
import { foundAid, type FoundAid } from './found-aid.ts';
import { openEngine, type Engine, type Fragment, type Hit } from './engine.ts';
import { excerptOf } from './excerpt.ts';
import { behind, besides, createMatcher, few, nothing, type Matches } from './matching.ts';
import { readingsOf } from './query.ts';
import type { RelatedWords } from './related-words.ts';
import { relatedQueries } from './related.ts';
import { facetNames, type ResultCard, type FacetName, type FacetsFile } from './record.ts';
import { completionsOf, phraseOf, spellingOf } from './spelling.ts';
import { closesWords, decode } from './transform.ts';
import { asTypedFirst, heldReady, shownAtFirst } from './typed-first.ts';

export interface SearchResult {
  /** Address on this site, base path included. */
  readonly url: string;
  readonly title: string;
  /** Escaped, with the hits in `<mark>`: safe to put into a page. */
  readonly excerptHtml: string;
  readonly card: ResultCard;
  /** Address of a picture on the page. */
  readonly image?: string;
}

/** Everything that was found, as a table: one row a page. */
export interface SearchTable {
  readonly head: readonly string[];
  /** Lists as arrays, in the words of the page's language. */
  readonly rows: readonly (readonly (string | readonly string[])[])[];
}

/** Values by which results are narrowed down: any of those of a facet, in all facets. */
export type Chosen = Partial<Record<FacetName, readonly string[]>>;

export interface SearchOptions {
  /** 10 unless told otherwise. Asking again for more fetches only what is new. */
  readonly limit?: number;
  readonly chosen?: Chosen;
  readonly order?: 'relevance' | 'date';
}

export interface SearchResults {
  /** All that were found; `results` has no more than were asked for. */
  readonly total: number;
  readonly results: readonly SearchResult[];
  /** The query that was answered, if it is not the one typed: a word was mistyped. */
  readonly understood?: string;
  /** No page has all words: these have the most of them. */
  readonly partial?: true;
}

export interface FacetValue {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

export interface Search {
  /** Loads the engine and the filters, so that the first query finds them there. Never fails: a query would say so. */
  warmUp(): Promise<void>;
  /** All pages for an empty query. */
  search(query: string, options?: SearchOptions): Promise<SearchResults>;
  /** All results in order, not only those shown: address, title, date and what they can be narrowed down by. */
  table(query: string, options?: Omit<SearchOptions, 'limit'>): Promise<SearchTable>;
  /** What the results can be narrowed down by. A facet counts as if nothing were chosen in it. */
  facets(query: string, chosen?: Chosen): Promise<Record<FacetName, FacetValue[]>>;
  /** The aid in all that was found, as the lists of the site sum it. */
  aid(query: string, chosen?: Chosen): Promise<FoundAid>;
  /** How many pages answer the query as it was typed. */
  count(query: string): Promise<number>;
  /** Shorter queries that find something, for one that does not. */
  fewer(query: string): Promise<readonly { readonly query: string; readonly total: number }[]>;
}

/** A page that was found, with its text. */
interface Loaded {
  readonly hit: Hit;
  readonly page: Fragment;
}

type Found = Matches & { readonly understood?: string; readonly partial?: true };
const none: Found = { ...nothing, runs: [] };

/** A search over the index of one language. Nothing is loaded before the first query. `base` is where the site begins. */
export function createSearch(baseUrl: string, locale: string): Search {
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  const once = <Value>(load: () => Promise<Value>) => {
    let value: Promise<Value> | undefined;
    // A failure is forgotten, so that the next query tries again.
    return () =>
      (value ??= load().catch((error: unknown) => {
        value = undefined;
        throw error;
      }));
  };
  const json = async (name: string): Promise<unknown> => {
    const response = await fetch(`${base}pagefind/${name}.${locale}.json`, { cache: 'no-cache' });
    // No page in this language: no file.
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`${response.url} cannot be loaded: ${response.status}.`);
    return response.json();
  };
  const engine = once(async (): Promise<{ engine: Engine; matcher: ReturnType<typeof createMatcher> }> => {
    const opened = await openEngine(base, locale);
    return { engine: opened, matcher: createMatcher(opened, locale) };
  });
  const facets = once(async () => (await json('facets')) as FacetsFile | undefined);
  const vocabulary = once(async () => ((await json('words')) ?? []) as readonly string[]);
  const related = once(async () => ((await json('related')) ?? { listed: [], terms: [] }) as RelatedWords);
  const variants = once(
    async () => new Map((await json('variants')) as readonly (readonly [string, string])[] | undefined),
  );
  const known = new Map<string, Promise<Found>>();

  /** The query with words that no page has replaced by ones that some page has: as typed on, or as meant. */
  async function corrected(query: string): Promise<{ query: string; mistyped: boolean } | undefined> {
    const { matcher } = await engine();
    const words = readingsOf(query, locale).at(-1)?.words ?? [];
    let mended = query.normalize('NFC');
    let mistyped = false;
    for (const word of words) {
      if (await matcher.knows(word)) continue;
      const typed = withoutAccents(word.text);
      const [whole] = closesWords(locale) ? [] : completionsOf(typed, await vocabulary());
      const spelling = whole ?? spellingOf(typed, await vocabulary());
      if (spelling === undefined) return undefined;
      if (whole === undefined) mistyped = true;
      mended = replaced(mended, word.text, spelling);
    }
    return mended === query.normalize('NFC') ? undefined : { query: mended, mistyped };
  }

  /** The query in the characters of the pages: a reader may write the traditional ones. */
  async function simplified(query: string): Promise<string> {
    if (locale !== 'zh') return query;
    const own = await variants();
    return [...query.normalize('NFC')].map((letter) => own.get(letter) ?? letter).join('');
  }

  /**
   * Where the typed words are found seldom or never: behind them what says the same in other words, side by side. The terms of
   * the glossary lead to much; they are asked where there is nothing.
   */
  async function withRelated(found: Found, query: string): Promise<Found> {
    if (found.hits.length >= few && found.together > 0) return found;
    const { matcher } = await engine();
    const { listed, terms } = await related();
    let all = found;
    for (const other of relatedQueries(
      query,
      found.hits.length > 0 ? listed : [...listed, ...terms],
      locale,
    )) {
      const more = await matcher.match(other);
      if (more.hits.length === 0) continue;
      all = all.hits.length === 0 ? { ...more, understood: other } : { ...all, ...behind(all, more) };
    }
    return all;
  }

  /** Behind few pages those with the words that the last one may be the beginning of: its stem is shorter. */
  async function withCompletions(found: Found, query: string): Promise<Found> {
    const last = readingsOf(query, locale)[0]?.words.at(-1);
    if (closesWords(locale) || !last || found.together >= few) return found;
    const { matcher } = await engine();
    if (await matcher.hasWhole(last)) return found;
    let all = found;
    for (const word of completionsOf(withoutAccents(last.text), await vocabulary()))
      all = { ...all, ...besides(all, await matcher.match(replaced(query, last.text, word))) };
    return all;
  }

  async function look(query: string): Promise<Found> {
    if (readingsOf(query, locale).length === 0) return none;
    const { matcher } = await engine();
    const found = await withRelated(await withCompletions(await matcher.match(query), query), query);
    if (found.understood !== undefined) return found;
    const mayBeSlip = closesWords(locale) && found.asTyped === 0 && found.together < few;
    if (found.hits.length > 0 && !mayBeSlip) return found;
    const written = found.hits.length > 0 ? query : await simplified(query);
    if (written !== query) {
      const other = await matcher.match(written);
      if (other.hits.length > 0) return other;
    }
    // A slip in one of two Vietnamese syllables mostly makes another syllable: so they are weighed as a phrase.
    const phrase = closesWords(locale) ? phraseOf(query, await vocabulary()) : undefined;
    const mended = phrase ? { query: phrase, mistyped: true } : await corrected(written);
    if (mended && (found.hits.length === 0 || phrase)) {
      const second = await matcher.match(mended.query);
      if (second.together > found.together || (second.hits.length > 0 && found.hits.length === 0))
        return {
          ...second,
          ...behind(second, found),
          ...(mended.mistyped ? { understood: mended.query } : {}),
        };
    }
    if (found.hits.length > 0) return found;
    const most = await matcher.matchMost(mended?.query ?? written);
    return most.hits.length > 0 ? { ...most, partial: true } : found;
  }

  function find(query: string): Promise<Found> {
    const before = known.get(query) ?? look(query);
    known.set(query, before);
    before.catch(() => known.delete(query));
    return before;
  }

  /** The ids of all pages, and how to load each, in the order of relevance; all pages if nothing is asked. */
  async function found(query: string): Promise<Found> {
    if (query.trim()) return find(query);
    const { engine: opened } = await engine();
    return { ...none, hits: await opened.all() };
  }

  function narrowed(hits: readonly Hit[], chosen: Chosen, file: FacetsFile | undefined, except?: FacetName) {
    const wanted = facetNames.flatMap((name, at) => {
      const ids = name === except ? [] : (chosen[name] ?? []);
      if (ids.length === 0) return [];
      const numbers = file?.values[name].flatMap(([id], number) => (ids.includes(id) ? [number] : [])) ?? [];
      return [{ at: at + 2, numbers: new Set(numbers) }];
    });
    return hits.filter(({ id }) =>
      wanted.every(({ at, numbers }) =>
        (file?.pages[id]?.[at] as readonly number[] | undefined)?.some((one) => numbers.has(one)),
      ),
    );
  }

  /** The results with their text, in order, and what was found. */
  async function load(
    query: string,
    { limit = shownAtFirst, chosen = {}, order = 'relevance' }: SearchOptions,
  ) {
    const { hits, runs, understood, partial } = await found(query);
    const isNarrowed = facetNames.some((name) => chosen[name]?.length);
    const byDate = order === 'date' || !query.trim();
    const file = isNarrowed || byDate ? await facets() : undefined;
    const wanted = isNarrowed ? narrowed(hits, chosen, file) : [...hits];
    if (byDate) {
      const sort = ({ id }: Hit) => file?.pages[id]?.[0] ?? '';
      wanted.sort((a, b) => (sort(a) < sort(b) ? 1 : sort(a) > sort(b) ? -1 : 0));
    }
    // One word stands for all its forms, "delegation" for "delegate" too: the best of some more are chosen by form.
    const words = readingsOf(understood ?? query, locale)[0]?.words ?? [];
    const byForm = !byDate && !closesWords(locale) && words.length > 0;
    const more = byForm && wanted.length > limit ? heldReady : 0;
    const loaded = await Promise.all(
      wanted.slice(0, limit + more).map(async (hit): Promise<Loaded> => ({ hit, page: await hit.data() })),
    );
    const contentOf = ({ page }: Loaded) => decode(page.content);
    const ordered = byForm
      ? asTypedFirst(
          loaded,
          words.map(({ text }) => text),
          more,
          contentOf,
        )
      : loaded;
    return { total: wanted.length, pages: ordered.slice(0, limit), runs, understood, partial };
  }

  return {
    async warmUp() {
      await Promise.allSettled([engine(), facets()]);
    },

    async search(query, options = {}) {
      const { total, pages, runs, understood, partial } = await load(query, options);
      return {
        total,
        results: pages.map((page) => shown(page, runs, locale)),
        ...(understood === undefined ? {} : { understood }),
        ...(partial ? { partial } : {}),
      };
    },

    async table(query, options = {}) {
      const { pages } = await load(query, { ...options, limit: Number.POSITIVE_INFINITY });
      const file = await facets();
      const rows = pages.map(({ hit, page }) => {
        const [sort = '', , ...values] = file?.pages[hit.id] ?? [];
        const labels = facetNames.map((name, at) =>
          ((values[at] as readonly number[] | undefined) ?? []).flatMap(
            (one) => file?.values[name][one]?.[1] ?? [],
          ),
        );
        // A date that is known to the month is sorted as its day 0.
        return [page.url, decode(page.meta.title ?? ''), sort.replace(/(?:-00)+$/, ''), ...labels];
      });
      return { head: ['url', 'title', 'date', ...facetNames], rows };
    },

    async facets(query, chosen = {}) {
      const [{ hits }, file] = await Promise.all([found(query), facets()]);
      return Object.fromEntries(
        facetNames.map((name, at) => {
          const counts = new Map<number, number>();
          for (const { id } of narrowed(hits, chosen, file, name))
            for (const value of (file?.pages[id]?.[at + 2] as readonly number[] | undefined) ?? [])
              counts.set(value, (counts.get(value) ?? 0) + 1);
          const values = (file?.values[name] ?? []).flatMap(([id, label], number) => {
            const count = counts.get(number);
            return count ? [{ id, label, count }] : [];
          });
          return [name, name === 'year' ? values : values.sort((a, b) => b.count - a.count)];
        }),
      ) as Record<FacetName, FacetValue[]>;
    },

    async aid(query, chosen = {}) {
      const [{ hits }, file] = await Promise.all([found(query), facets()]);
      return foundAid(
        narrowed(hits, chosen, file).map(({ id }) => id),
        file,
      );
    },

    async count(query) {
      if (!query.trim()) return 0;
      const { hits, understood, partial } = await find(query);
      return understood !== undefined || partial ? 0 : hits.length;
    },

    async fewer(query) {
      const words = query.trim().split(/\s+/);
      if (words.length < 2 || words.length > 8) return [];
      const { matcher } = await engine();
      const all: { query: string; total: number }[] = [];
      for (const at of words.keys()) {
        const shorter = words.filter((_, other) => other !== at).join(' ');
        const total = (await matcher.match(shorter)).hits.length;
        if (total > 0) all.push({ query: shorter, total });
      }
      return all.sort((a, b) => b.total - a.total).slice(0, 3);
    },
  };
}

/** A query with another word in the place of one. */
function replaced(query: string, word: string, other: string): string {
  const typed = withoutAccents(word);
  return query
    .normalize('NFC')
    .split(/([^\p{L}\p{N}\p{M}]+)/u)
    .map((part) => (withoutAccents(part) === typed ? other : part))
    .join('');
}

/** In words; a Lao or Khmer cluster and a Chinese character is about a third of one. */
const excerptLength: Readonly<Record<string, number>> = { lo: 70, km: 60, zh: 70 };

function shown({ hit, page }: Loaded, runs: readonly string[], locale: string): SearchResult {
  const { url, content, meta, filters } = page;
  const { title = '', image } = meta;
  const length = excerptLength[locale] ?? 30;
  return {
    url,
    title: decode(title),
    excerptHtml: excerptOf({ content, title, places: hit.words, runs, length }),
    card: JSON.parse(filters['card']?.[0] ?? '{"unions":[],"countries":[]}') as ResultCard,
    ...(image === undefined ? {} : { image }),
  };
}
