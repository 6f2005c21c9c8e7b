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
import { closesWords, END, runParts } from './transform.ts';

export interface Matches {
  /** Best first. */
  readonly hits: readonly Hit[];
  /** Runs of clusters to be marked in excerpts; Pagefind marks the words. */
  readonly runs: readonly string[];
}

type Pages = ReadonlyMap<string, Hit>;

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

  /** Pages that have all of a reading, best first. `exact` minds tones and accents. */
  async function pagesOf({ runs, words, mayMiss }: Reading, exact: boolean): Promise<readonly Hit[]> {
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
    for (const { token, open } of words) {
      if (open && !closesWords(locale)) {
        const found = await lookUpOnce(token);
        if (!found) return [];
        wholes.push(found.whole);
        // An index that lacks the word would answer for the others.
        must.push(found.all);
        places.push(found.all);
      } else {
        const found = byId(await engine.ask(token, exact));
        if (found.size === 0) return [];
        must.push(found);
        places.push(found);
      }
    }
    if (mayMiss === 0) {
      for (const run of runs) {
        const found = await pagesOfRun(run);
        if (found.size === 0) return [];
        must.push(found);
      }
    }
    const [only] = must;
    if (mayMiss === 0 && only && runs.length === 1 && words.length === 0 && isOrdered(runs[0]))
      return [...only.values()];
    const longest = Math.max(0, ...runs.map(({ tokens }) => tokens.length));
    const all = terms.length === 1 && only ? [...only.values()] : await engine.ask(terms.join(' '), exact);
    const hits = all.filter(
      (hit) =>
        must.every((pages) => pages.has(hit.id)) &&
        (mayMiss === 0 || mostTogether(hit.words, longest) >= longest - mayMiss),
    );
    // A phrase has been found in one place; its tokens, each in many, which would all be marked.
    if (mayMiss === 0 && runs.length === 1 && words.length === 0)
      return hits.map((hit) => must[0]?.get(hit.id) ?? hit);
    return arranged(hits, words, places, wholes);
  }

  function arranged(
    hits: readonly Hit[],
    words: readonly Word[],
    places: readonly Pages[],
    wholes: readonly Pages[],
  ): readonly Hit[] {
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
    const rank = ({ id }: Hit) =>
      2 *
        (neighbours.length > 0
          ? neighbours.filter(({ together }) => together.has(id)).length / neighbours.length
          : 0) +
      (wholes.every((pages) => pages.has(id)) ? 1 : 0);
    return [...wanted].sort((a, b) => rank(b) - rank(a));
  }

  /** Tones as typed come first; whoever types some means them. */
  async function withTones(reading: Reading): Promise<readonly Hit[]> {
    const exact = await pagesOf(reading, true);
    const typesTones = reading.words.some(({ text }) => withoutAccents(text) !== text.toLowerCase());
    if (typesTones && exact.length > 0) return exact;
    const loose = await pagesOf(reading, false);
    if (reading.words.length > 1 || exact.length === 0) return loose;
    const ids = new Set(exact.map(({ id }) => id));
    return [...exact, ...loose.filter(({ id }) => !ids.has(id))];
  }

  return {
    knows,
    async match(query: string): Promise<Matches> {
      for (const reading of readingsOf(query, locale)) {
        const tones = closesWords(locale) && reading.words.length > 0;
        const hits = tones ? await withTones(reading) : await pagesOf(reading, false);
        if (hits.length > 0) return { hits, runs: reading.runs.map(({ text }) => text) };
      }
      return { hits: [], runs: [] };
    },
  };
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
