/**
 * Which pages answer a query, in which order. Pagefind finds words; three of its habits are mended here:
 *
 * - It passes over words that it does not have and falls back on shorter ones ("hocbongxyz" finds "hoc"), which looks
 *   like success: so each word is looked up by itself.
 * - It weighs words without regard to where they stand ("Đông Hà" is two words, both common): so pages on which they
 *   stand side by side come first, and syllables that mostly stand together are taken for one word.
 * - It finds words that merely begin like the one asked for: those come last.
 */
import { withoutAccents } from '../../model/letters.ts';
import { indexNameOf, type Engine, type Hit } from './engine.ts';
import { followEachOther, inARow, mostTogether } from './places.ts';
import { readingsOf, type Reading, type Run, type Word } from './query.ts';
import { closesWords, decode, END, runParts } from './transform.ts';

export interface Matches extends Answer {
  /** Runs of clusters to be marked in excerpts; Pagefind marks the words. */
  readonly runs: readonly string[];
}

type Pages = ReadonlyMap<string, Hit>;

/** Pages that have what was asked for, best first. */
export interface Answer {
  readonly hits: readonly Hit[];
  /** The first so many of them have the words side by side, in their order. */
  readonly together: number;
  /** So many of these have them with the tones as they were typed. */
  readonly asTyped: number;
}
export const nothing: Answer = { hits: [], together: 0, asTyped: 0 };

/** Which tones and accents count: those of all words, those of the words that were typed with some, or none. */
type Tones = 'all' | 'typed' | 'none';

/** Of pages that have two syllables anywhere, so many have them side by side if the two make one word. */
const oneWord = 0.4;
/** A Vietnamese syllable without its tones; "cuba" and "fidel" are none. */
const syllable = /^(?:ng?h?|[ckgpt]h|tr|gi|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?$/;

/**
 * From so many pages on, a single cluster is looked for in one part of the index alone: it finds enough, and all of
 * it would be megabytes and seconds.
 */
const largeSite = 3000;

const byId = (hits: readonly Hit[]): Pages => new Map(hits.map((hit) => [hit.id, hit]));

export function createMatcher(engine: Engine, locale: string) {
  /**
   * The pages that have this word of a language with many forms: whole ones, and all. Undefined if it is nowhere.
   * Each index is judged by itself: where it lacks the word, what Pagefind found instead shows in what it marks.
   */
  async function lookUp(word: string): Promise<{ whole: Pages; all: Pages } | undefined> {
    const whole = await engine.ask(`"${word}"`);
    const have = new Set(whole.map(indexNameOf));
    const all = await engine.ask(word);
    for (const [index, [first]] of Map.groupBy(all, indexNameOf)) {
      if (!have.has(index) && first && (await marks(first, word))) have.add(index);
    }
    if (have.size === 0) return undefined;
    return { whole: byId(whole), all: byId(all.filter((hit) => have.has(indexNameOf(hit)))) };
  }

  async function marks(hit: Hit, word: string): Promise<boolean> {
    const { excerpt, meta } = await hit.data();
    const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/gs)].map(([, text = '']) => text);
    return [...marked, ...(meta['title'] ?? '').split(/\s+/)].some((text) => hasWordLike(text, word));
  }
  const looked = new Map<string, ReturnType<typeof lookUp>>();

  /** Whether the index has the word, or one that begins so. */
  async function knows({ token, open }: Word): Promise<boolean> {
    if (!open || closesWords(locale)) return (await engine.ask(token)).length > 0;
    return (await lookUpOnce(token)) !== undefined;
  }

  function lookUpOnce(word: string): ReturnType<typeof lookUp> {
    const known = looked.get(word) ?? lookUp(word);
    looked.set(word, known);
    known.catch(() => looked.delete(word));
    return known;
  }

  /**
   * The pages that have a run, best first where it has several tokens. Each pair of clusters ends as the next begins:
   * so where no cluster comes twice, as many of them as the run has, one behind the other, are the run. Pagefind's
   * own search in quotation marks would read every page again, and has no order.
   */
  async function pagesOfRun({ tokens, prefix, text }: Run): Promise<Pages> {
    if (isOrdered({ tokens, prefix, text })) {
      const hits = await engine.ask(tokens.join(' '));
      return byId(
        hits.flatMap((hit) => {
          const words = inARow(hit.words, tokens.length);
          return words ? [{ id: hit.id, words, data: () => hit.data() }] : [];
        }),
      );
    }
    if (prefix === undefined) return byId(await engine.ask(`"${tokens.join(' ')}"`));
    const last = tokens.at(-1);
    const begun = byId(await engine.ask(prefix));
    if (last === undefined) return begun;
    const phrase = byId(await engine.ask(`"${tokens.join(' ')}"`));
    const before = tokens.length === 1 ? phrase : byId(await engine.ask(`"${last}"`));
    const places = byId(await engine.ask(last));
    return new Map(
      [...phrase].filter(
        ([id]) =>
          before.has(id) && followEachOther([places.get(id)?.words ?? [], begun.get(id)?.words ?? []], 1, 1),
      ),
    );
  }

  async function pagesOf({ runs, words, mayMiss }: Reading, tones: Tones = 'none'): Promise<Answer> {
    const terms = [
      ...words.map(({ token }) => token),
      ...runs.flatMap(({ tokens, prefix }) => [...tokens, ...(prefix === undefined ? [] : [prefix])]),
    ];
    const begun = runs.flatMap(({ prefix }) => prefix ?? []);
    const isLarge = begun.length > 0 && engine.pageCount > largeSite;
    await engine.preload([...terms, ...(isLarge ? [] : begun.flatMap(pointsWithin))]);
    const must: Pages[] = [];
    const wholes: Pages[] = [];
    const places: Pages[] = [];
    for (const { token, text, open } of words) {
      if (open && !closesWords(locale)) {
        const found = await lookUpOnce(token);
        if (!found) return nothing;
        wholes.push(found.whole);
        // An index that lacks the word would answer for the others.
        must.push(found.all);
        places.push(found.all);
      } else {
        const exact = tones === 'all' || (tones === 'typed' && hasTone(text));
        const found = byId(await engine.ask(token, exact));
        if (found.size === 0) return nothing;
        must.push(found);
        places.push(found);
      }
    }
    if (mayMiss === 0) {
      for (const run of runs) {
        const found = await pagesOfRun(run);
        if (found.size === 0) return nothing;
        must.push(found);
      }
    }
    const [only] = must;
    if (mayMiss === 0 && only && runs.length === 1 && words.length === 0 && isOrdered(runs[0]))
      return whole([...only.values()]);
    const longest = Math.max(0, ...runs.map(({ tokens }) => tokens.length));
    const all = async (wanted: readonly string[]): Promise<readonly Hit[]> =>
      terms.length === 1 && only ? [...only.values()] : engine.ask(wanted.join(' '), tones === 'all');
    const fits = (hit: Hit): boolean =>
      must.every((pages) => pages.has(hit.id)) &&
      (mayMiss === 0 || mostTogether(hit.words, longest) >= longest - mayMiss);
    let hits = (await all(terms)).filter(fits);
    // A wrong sign makes two tokens, which may stand somewhere else: the pages that have the others are looked at too.
    for (let at = 0; mayMiss > 0 && hits.length === 0 && at + 1 < terms.length; at += 1)
      hits = (await all(terms.filter((_, one) => one !== at && one !== at + 1))).filter(fits);
    // A phrase has been found in one place; its tokens, each in many, which would all be marked.
    if (mayMiss === 0 && runs.length === 1 && words.length === 0)
      return whole(hits.map((hit) => must[0]?.get(hit.id) ?? hit));
    return arranged(hits, words, places, wholes);
  }

  /** Best first: those that have the words in one row, then by how many neighbours stand side by side somewhere. */
  function arranged(
    hits: readonly Hit[],
    words: readonly Word[],
    places: readonly Pages[],
    wholes: readonly Pages[],
  ): Answer {
    const neighbours = words.slice(1).map((word, at) => {
      const [first, second] = [places[at], places[at + 1]];
      // Parts of "Việt-Lào" have one place; a dash that stands alone has a place of its own.
      const together = new Set(
        hits
          .filter(({ id }) =>
            followEachOther([first?.get(id)?.words ?? [], second?.get(id)?.words ?? []], 0, 2),
          )
          .map(({ id }) => id),
      );
      const syllables = [words[at], word].every((one) => one && syllable.test(withoutAccents(one.text)));
      const required = closesWords(locale) && syllables && together.size >= oneWord * hits.length;
      return { together, required };
    });
    const wanted = hits.filter(({ id }) =>
      neighbours.every(({ together, required }) => !required || together.has(id)),
    );
    const inOneRow = (most: number) =>
      new Set(
        hits
          .filter(({ id }) =>
            followEachOther(
              places.map((pages) => pages.get(id)?.words ?? []),
              0,
              most,
            ),
          )
          .map(({ id }) => id),
      );
    const rows = [inOneRow(1), inOneRow(2)];
    const rank = ({ id }: Hit) =>
      4 * rows.filter((row) => row.has(id)).length +
      2 *
        (neighbours.length > 0
          ? neighbours.filter(({ together }) => together.has(id)).length / neighbours.length
          : 0) +
      (wholes.every((pages) => pages.has(id)) ? 1 : 0);
    const side = wanted.filter(({ id }) => rows[1]?.has(id));
    const hitsByRank = [...wanted].sort((a, b) => rank(b) - rank(a));
    return { hits: hitsByRank, together: side.length, asTyped: side.length };
  }

  /**
   * Vietnamese: pages with the tones as typed come first. Behind them come those that have other tones where none were
   * typed: of "hữu nghi" only the first word says which one is meant. A last word that stands nowhere beside the one before
   * may be half typed; that is tried before tones are dropped. Tones do not count where that finds nothing else, or so much more that one was left out.
   */
  async function withTones([asTyped, halfTyped]: readonly Reading[]): Promise<Answer> {
    if (!asTyped) return nothing;
    const toned = asTyped.words.filter(({ text }) => hasTone(text)).length;
    const ways: Tones[] = toned === 0 ? ['none'] : toned < asTyped.words.length ? ['all', 'typed'] : ['all'];
    let found = toned === 0 && asTyped.words.length === 1 ? await pagesOf(asTyped, 'all') : nothing;
    for (const way of ways) found = besides(found, await pagesOf(asTyped, way));
    if (halfTyped && found.together === 0) {
      await loadBegun(halfTyped);
      let half = nothing;
      for (const way of ways) half = besides(half, await pagesOf(halfTyped, way));
      found = besides(found, half);
    }
    if (found.together >= few || toned === 0) return found;
    const toneless = await pagesOf(asTyped);
    if (found.together === 0 || toneless.together > leftOut * found.together)
      found = besides(found, { ...(found.together > 0 ? sideBySide(toneless) : toneless), asTyped: 0 });
    if (found.hits.length === 0 && halfTyped) found = { ...(await pagesOf(halfTyped)), asTyped: 0 };
    return found;
  }

  const begun = new Set<string>();

  /** Loads all words that begin as the last one of a reading does, where they are not too many. Tells whether there was more to load. */
  async function loadBegun({ words }: Reading): Promise<boolean> {
    const { text = '', token = '' } = words.at(-1) ?? {};
    const start = withoutAccents(text);
    if (begun.has(start) || engine.pageCount > largeSite) return false;
    if (!/^\d{2,}$|^[a-z]{3,}$/.test(start)) return false;
    begun.add(start);
    looked.delete(token);
    const next = /\d/.test(start) ? hundred : [...'abcdefghijklmnopqrstuvwxyz'];
    await engine.preload([...next, END].map((letters) => start + letters));
    return true;
  }

  return {
    knows,
    /** Whether the word is one as it was typed, and not only the beginning of others or a form of their stem. */
    async hasWhole({ token, text }: Word): Promise<boolean> {
      const [first] = (await lookUpOnce(token))?.whole.values() ?? [];
      if (!first) return false;
      const { content } = await first.data();
      return withoutAccents(decode(content))
        .split(/[^\p{L}\p{N}]+/u)
        .includes(withoutAccents(text));
    },

    /** What was asked for as a whole, in the first of its readings that finds something. */
    async match(query: string): Promise<Matches> {
      const readings = readingsOf(query, locale);
      const runs = (reading?: Reading) => reading?.runs.map(({ text }) => text) ?? [];
      const [first] = readings;
      if (closesWords(locale) && first && first.words.length > 0)
        return { ...(await withTones(readings)), runs: runs(first) };
      for (const reading of readings) {
        let found = await pagesOf(reading);
        if (found.together < few && (await loadBegun(reading))) found = await pagesOf(reading);
        if (found.hits.length > 0) return { ...found, runs: runs(reading) };
      }
      return { ...nothing, runs: [] };
    },

    /**
     * Where no page has all words: the pages with the most of them, at least half, best first. Nothing for a single
     * word, or a run.
     */
    async matchMost(query: string): Promise<Matches> {
      const words = readingsOf(query, locale)[0]?.words ?? [];
      const none: Matches = { ...nothing, runs: [] };
      if (words.length < 2 || words.length > mostWords) return none;
      const count = new Map<string, { hit: Hit; words: number }>();
      for (const word of words) {
        const { hits } = await pagesOf({ runs: [], words: [word], mayMiss: 0 });
        for (const hit of hits) {
          const before = count.get(hit.id);
          count.set(hit.id, {
            hit: { ...hit, words: [...(before?.hit.words ?? []), ...hit.words], data: () => hit.data() },
            words: (before?.words ?? 0) + 1,
          });
        }
      }
      const least = Math.max(...[...count.values()].map((one) => one.words));
      if (least * 2 < words.length) return none;
      const hits = [...count.values()].filter((one) => one.words === least).map(({ hit }) => hit);
      return { ...none, hits };
    },
  };
}

/** Where fewer pages have the words side by side, what else may have been meant is looked for too. */
export const few = 10;
/** A phrase that so many times as many pages have with other tones was typed with one left out. */
const leftOut = 9;

/** A year stands on so many pages that it fills a part of the index alone: so numbers are looked for by two figures more. */
const hundred = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

/** A longer question is no list of words. */
const mostWords = 8;

const hasTone = (text: string): boolean => withoutAccents(text) !== text.toLowerCase();

const whole = (hits: readonly Hit[]): Answer => ({
  hits,
  together: hits.length,
  asTyped: hits.length,
});

const sideBySide = ({ hits, together, asTyped }: Answer): Answer => ({
  hits: hits.slice(0, together),
  together,
  asTyped,
});

/** Both, each page once: a phrase before scattered words, and of the same kind the first before the second. */
export function besides(first: Answer, second: Answer): Answer {
  const side = [...sideBySide(first).hits, ...sideBySide(second).hits];
  const apart = [...first.hits.slice(first.together), ...second.hits.slice(second.together)];
  return {
    hits: eachOnce([...side, ...apart]),
    together: eachOnce(side).length,
    asTyped: Math.max(first.asTyped, second.asTyped),
  };
}

/** All of the first, then what of the second is side by side. */
export const behind = (first: Answer, second: Answer): Answer => ({
  ...first,
  hits: eachOnce([...first.hits, ...(first.together > 0 ? sideBySide(second) : second).hits]),
});

function eachOnce(hits: readonly Hit[]): Hit[] {
  const ids = new Set<string>();
  return hits.filter(({ id }) => !ids.has(id) && ids.add(id));
}

/** A run of several tokens in which no cluster comes twice: see `pagesOfRun`. */
function isOrdered(run: Run | undefined): boolean {
  const clusters = run?.text.match(runParts) ?? [];
  return run?.prefix === undefined && clusters.length > 2 && new Set(clusters).size === clusters.length;
}

/**
 * Terms all over the range of those that begin with `prefix`. Pagefind loads the part of its index in which a term
 * would stand, not all that begin like it: one cluster and any that may follow fills several parts.
 */
function pointsWithin(prefix: string): string[] {
  const letters = /[\uA000-\uA0FF]/.test(prefix)
    ? Array.from({ length: 0x80 }, (_, at) => String.fromCharCode(0xa000 + 2 * at))
    : Array.from({ length: 0x80 }, (_, at) => String.fromCharCode(0x4e00 + at * 0xa4));
  return [...letters, END].map((letter) => prefix + letter);
}

/** Whether a word of the page, as Pagefind splits it, begins with `word`. Accents and capitals do not count. */
function hasWordLike(marked: string, word: string): boolean {
  const plain = withoutAccents(marked);
  const wanted = withoutAccents(word);
  return [plain.replace(/[^\p{L}\p{N}]/gu, ''), ...plain.split(/[^\p{L}\p{N}]+/u)].some((part) =>
    part.startsWith(wanted),
  );
}
