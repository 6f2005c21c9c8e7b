import { describe, expect, test } from 'vitest';
import type { Engine, Hit } from './engine.ts';
import { createMatcher } from './matching.ts';
import { withoutAccents } from '../../model/letters.ts';
import { closedWord, encode } from './transform.ts';

/** An engine over pages of words: it answers as Pagefind does where each term is a word of the index. */
function engineOver(pages: Readonly<Record<string, string>>, pageCount = 10, spell = closedWord) {
  const preloaded: string[] = [];
  const engine: Engine = {
    pageCount,
    preload: async (terms) => void preloaded.push(...terms),
    all: async () => [],
    ask: async (terms, exact) =>
      Object.entries(pages).flatMap(([id, text]): Hit[] => {
        const letters = (words: string) => (exact ? words : withoutAccents(words));
        const words = text.split(' ').map((word) => letters(spell(word)));
        const places = letters(terms)
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

describe('tones', () => {
  const pages = {
    vi_exact: 'hội hữu nghị',
    vi_apart: 'nghi thức của bạn hữu',
    vi_loose: 'hưu nghi',
    vi_half: 'mừng quốc khánh',
    vi_rather: 'quốc gia thì khá xa',
  };
  const found = async (query: string) =>
    (await createMatcher(engineOver(pages).engine, 'vi').match(query)).hits.map(({ id }) => id);

  test('that were typed must be there', async () => {
    expect(await found('hữu nghị')).toEqual(['vi_exact']);
  });

  test('that were left out of one word may be any there; pages with the words side by side come first', async () => {
    expect(await found('hữu nghi')).toEqual(['vi_exact', 'vi_apart']);
  });

  test('do not count where none were typed, or where no page has the words side by side so', async () => {
    expect(new Set(await found('huu nghi'))).toEqual(new Set(['vi_exact', 'vi_loose']));
    expect((await found('hủu nghị'))[0]).toBe('vi_exact');
  });

  test('of a half-typed word are kept: it comes before words without tones, and before words that stand apart', async () => {
    expect(await found('quốc khá')).toEqual(['vi_half', 'vi_rather']);
  });
});

describe('the most words', () => {
  const pages = { vi_a: 'một hai', vi_b: 'hai ba', vi_c: 'bốn' };
  const most = async (query: string) =>
    (await createMatcher(engineOver(pages).engine, 'vi').matchMost(query)).hits.map(({ id }) => id);

  test('are on the pages that have more of them than all others', async () => {
    expect(await most('một hai ba')).toEqual(['vi_a', 'vi_b']);
    expect(await most('hai ba bốn')).toEqual(['vi_b']);
  });

  test('are half of them at least', async () => {
    expect(await most('bốn năm')).toEqual(['vi_c']);
    expect(await most('bốn năm sáu')).toEqual([]);
  });

  test('are not looked for among one word, nor more than eight', async () => {
    expect(await most('một')).toEqual([]);
    expect(await most('một hai ba bốn một hai ba bốn')).not.toEqual([]);
    expect(await most('một hai ba bốn một hai ba bốn một')).toEqual([]);
  });
});

test('a wrong sign in a long run is passed over, also where its tokens stand on other pages', async () => {
  const pages = { zh_right: '越南友好组织联合会', zh_other: '友号 号组', zh_none: '越南联合' };
  const encoded = Object.fromEntries(
    Object.entries(pages).map(([id, text]) => [id, encode(text, 'zh').replace(/\s+/g, ' ')]),
  );
  const { engine } = engineOver(encoded, 10, (word) => word);
  const { hits } = await createMatcher(engine, 'zh').match('越南友号组织联合会');
  expect(hits.map(({ id }) => id)).toEqual(['zh_right']);
});

const foundIn = async (pages: Readonly<Record<string, string>>, query: string) => {
  const { hits } = await createMatcher(engineOver(pages).engine, 'vi').match(query);
  return hits.map(({ id }) => id);
};

test('words in one row come before words that are neighbours in several places, and these before scattered ones', async () => {
  const pages = {
    vi_apart: 'castro x x x fidel x x x cuba',
    vi_pairs: 'cuba fidel viet fidel castro',
    vi_row: 'tham cuba fidel castro',
  };
  expect(await foundIn(pages, 'cuba fidel castro')).toEqual(['vi_row', 'vi_pairs', 'vi_apart']);
});

describe('a phrase typed without one of its tones', () => {
  const pages = (others: number) => ({
    vi_typed: 'Nhât Bản xa',
    ...Object.fromEntries(Array.from({ length: others }, (_, at) => [`vi_${at}`, 'Nhật Bản gần'])),
  });

  test('finds those with it too, behind, where they are ten times as many', async () => {
    const found = await foundIn(pages(9), 'Nhât Bản');
    expect(found).toHaveLength(10);
    expect(found[0]).toBe('vi_typed');
  });

  test('is taken as it stands where they are fewer', async () => {
    expect(await foundIn(pages(8), 'Nhât Bản')).toEqual(['vi_typed']);
  });

  test('finds its words apart, where they stand nowhere together', async () => {
    expect(await foundIn({ vi_apart: 'Bản x x x Nhật' }, 'Nhât Bản')).toEqual(['vi_apart']);
  });
});
