import { describe, expect, test } from 'vitest';
import { withoutAccents } from '../model/letters.ts';
import type { Locale } from '../model/locales.ts';
import { readBuiltPage, type BuiltPage } from './built-pages.ts';
import { cutQueries, judgeOf, type Cut, type CutKind } from './search-cuts.ts';

const page = (locale: Locale, path: string, text: string): BuiltPage => ({
  locale,
  path,
  blocks: [text],
  prose: [text],
});
const vietnamese = page(
  'vi',
  'a',
  'Liên hiệp các tổ chức hữu nghị tỉnh Quảng Trị trao học bổng, tặng quà cho sinh viên Lào',
);
const cuts = (one: BuiltPage, kind: CutKind, seed = 1): Cut[] =>
  cutQueries([one], one.locale, 20, seed).filter((cut) => cut.kind === kind);

describe('queries cut from a page', () => {
  test('are the same in every run, and others with another seed', () => {
    expect(cuts(vietnamese, 'words')).toEqual(cuts(vietnamese, 'words'));
    expect(cuts(vietnamese, 'words')).not.toEqual(cuts(vietnamese, 'words', 2));
  });

  test('are two to four words that stand side by side, with no sign between', () => {
    const found = cuts(vietnamese, 'words');
    expect(found.length).toBe(20);
    for (const { query } of found) {
      expect(vietnamese.blocks[0]).toContain(query);
      expect(query).not.toContain(',');
      expect(query.split(' ').length).toBeGreaterThanOrEqual(2);
      expect(query.split(' ').length).toBeLessThanOrEqual(4);
    }
    expect(new Set(found.map(({ query }) => query.split(' ').length))).toEqual(new Set([2, 3, 4]));
  });

  test('half typed have half of the last word or more, and not all of it', () => {
    const words = vietnamese.blocks[0]?.split(/[ ,]+/) ?? [];
    const found = cuts(vietnamese, 'half typed');
    expect(found.length).toBeGreaterThan(5);
    for (const { query } of found) {
      const typed = query.split(' ').at(-1) ?? '';
      const whole = words.filter((word) => word.startsWith(typed));
      expect(whole.some((word) => typed.length < word.length && typed.length * 2 >= word.length)).toBe(true);
      expect(typed.length).toBeGreaterThan(1);
    }
  });

  test('with a slip are one letter off in one word, whose first letter is right; they stand nowhere', () => {
    const found = cuts(vietnamese, 'slip');
    expect(found.length).toBeGreaterThan(5);
    for (const { query, meant } of found) {
      const [typed, right] = [query.split(' '), meant.split(' ')];
      const other = typed.filter((word, at) => word !== right[at]);
      expect(other).toHaveLength(1);
      const at = typed.indexOf(other[0] ?? '');
      expect(typed[at]?.[0]).toBe(right[at]?.[0]);
      expect(Math.abs((typed[at]?.length ?? 0) - (right[at]?.length ?? 0))).toBeLessThanOrEqual(1);
      expect(` ${vietnamese.blocks[0]} `).not.toContain(` ${query} `);
    }
  });

  test('with a tone left out differ in nothing else', () => {
    const found = cuts(vietnamese, 'tone left out');
    expect(found.length).toBeGreaterThan(5);
    for (const { query, meant } of found) {
      expect(query).not.toBe(meant);
      expect(withoutAccents(query)).toBe(withoutAccents(meant));
    }
  });

  test('in a language without spaces are segments in a row', () => {
    const text = '广治省友好组织联合会向老挝学生颁发奖学金。';
    const found = cuts(page('zh', 'zh/a', text), 'words');
    expect(found.length).toBeGreaterThan(5);
    for (const { query } of found) expect(text).toContain(query);
  });
});

describe('right for a cut', () => {
  const right = (locale: Locale, texts: readonly string[], cut: Omit<Cut, 'query'>) => [
    ...judgeOf(
      texts.map((text, at) => page(locale, String(at), text)),
      locale,
    )({ ...cut, query: cut.meant }),
  ];

  test('is every page on which it stands, whole words, whatever the capitals and the place of a tone', () => {
    const texts = ['Vì hoà bình', 'hòa Bình!', 'hoa bình', 'hòa bìnhx', 'xhòa bình', 'hòa, bình'];
    expect(right('vi', texts, { kind: 'words', meant: 'hòa bình' })).toEqual(['0', '1']);
  });

  test('of one that is half typed is every page where the word goes on too', () => {
    const texts = ['Quốc khánh', 'Quốc khá', 'Quốc kha', 'xQuốc khánh'];
    expect(right('vi', texts, { kind: 'half typed', meant: 'quốc khá' })).toEqual(['0', '1']);
  });

  test('in French does not depend on an article that melts into the next word', () => {
    const texts = ['De l’Union', 'd’union', 'lunion', 'unions'];
    expect(right('fr', texts, { kind: 'words', meant: 'L’Union' })).toEqual(['0', '1']);
    expect(right('en', texts, { kind: 'words', meant: 'L’Union' })).toEqual(['0']);
  });

  test('in a language without spaces is every page that has it, spaces or not', () => {
    expect(right('lo', ['ກກທຶນການຂຂ', 'ທຶນ ການ', 'ທຶນກາ'], { kind: 'words', meant: 'ທຶນການ' })).toEqual([
      '0',
      '1',
    ]);
  });
});

describe('a built page', () => {
  const html = (body: string) =>
    `<html lang="en"><head><meta name="description" content="All of it"></head><body>${body}</body></html>`;

  test('is read as far as it is found: blocks apart, words in a line together, without what is kept out', () => {
    const body =
      '<p>Menu</p><main data-pagefind-body><h1>A <b>b</b></h1><p data-pagefind-ignore>no</p><p>c</p></main>';
    expect(readBuiltPage(html(body), 'en/x')).toEqual({
      locale: 'en',
      path: 'en/x',
      blocks: ['A b', 'c'],
      prose: ['c'],
    });
  });

  test('is cut where it is in its own language', () => {
    const body =
      '<main data-pagefind-body><p lang="vi">một</p><p>two <i lang="vi">ba</i></p><p>four</p></main>';
    expect(readBuiltPage(html(body), 'en/x')?.prose).toEqual(['four']);
  });

  test('that lists others has its title and description', () => {
    const body = '<main data-pagefind-body="title"><h1>Laos</h1><p>Much</p></main>';
    expect(readBuiltPage(html(body), 'en/x')).toMatchObject({ blocks: ['Laos', 'All of it'], prose: [] });
  });

  test('that takes no part is none', () => {
    expect(readBuiltPage(html('<p>a</p>'), 'en/x')).toBeUndefined();
  });
});
