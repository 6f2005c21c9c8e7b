import { expect, test } from 'vitest';
import type { Engine, Hit } from './engine.ts';
import { createMatcher } from './matching.ts';
import { closedWord } from './transform.ts';

/** An engine over pages of words: it answers as Pagefind does where each term is a word of the index. */
function engineOver(pages: Readonly<Record<string, string>>, pageCount: number) {
  const preloaded: string[] = [];
  const engine: Engine = {
    pageCount,
    preload: async (terms) => void preloaded.push(...terms),
    all: async () => [],
    ask: async (terms) =>
      Object.entries(pages).flatMap(([id, text]): Hit[] => {
        const words = text.split(' ').map(closedWord);
        const places = terms
          .split(' ')
          .map((term) => words.flatMap((word, at) => (word.startsWith(term) ? [at] : [])));
        const data = () => Promise.reject(new Error('No page is opened here.'));
        return places.every((found) => found.length > 0) ? [{ id, words: places.flat(), data }] : [];
      }),
  };
  return { engine, preloaded };
}

/** Ten pages with both syllables, side by side on so many of them. */
const pagesTogether = (together: number) =>
  Object.fromEntries(
    Array.from({ length: 10 }, (_, at) => [
      `vi_${at}`,
      at < together ? 'trao hoc bong cho em' : 'hoc sinh trong lop da bong',
    ]),
  );

async function found(together: number, query: string): Promise<string[]> {
  const { hits } = await createMatcher(engineOver(pagesTogether(together), 10).engine, 'vi').match(query);
  return hits.map(({ id }) => id);
}

test('syllables that four in ten pages have side by side are one word: other pages are left out', async () => {
  expect(await found(4, 'hoc bong')).toEqual(['vi_0', 'vi_1', 'vi_2', 'vi_3']);
});

test('syllables that fewer pages have side by side are two words: pages with both are found, neighbours first', async () => {
  const pages = await found(3, 'hoc bong');
  expect(pages).toHaveLength(10);
  expect(new Set(pages.slice(0, 3))).toEqual(new Set(['vi_0', 'vi_1', 'vi_2']));
});

test('what follows a single cluster is loaded ahead up to three thousand pages, and not beyond', async () => {
  const ahead = async (pageCount: number) => {
    const { engine, preloaded } = engineOver({ zh_1: '友' }, pageCount);
    await createMatcher(engine, 'zh').match('友');
    return preloaded.length;
  };
  expect(await ahead(3000)).toBeGreaterThan(100);
  expect(await ahead(3001)).toBe(1);
});
