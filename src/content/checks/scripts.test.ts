import { describe, expect, test } from 'vitest';
import { filesOfCase, withText } from '../../tests/cases.ts';
import type { Locale } from '../../model/locales.ts';
import { readContent } from '../read.ts';

const good = filesOfCase('good');

/** What is found in a text of a story whose body is `words`; its title and summary are too short to be judged. */
function found(locale: Locale, words: string): string[] {
  const fields = 'title: "Cuba"\nsummary: "Cuba"\n';
  const facts =
    locale === 'vi' ? 'date: 2023-11-02\nunits: [{ unit: quang-tri }]\nsources: [bao-cao:7]\n' : '';
  const file = `content/stories/2023/nguoi-ban/index.${locale}.mdx`;
  return readContent(withText(good, file, `---\n${fields}${facts}---\n\n${words}\n`))
    .problems.filter(({ code }) => code === 'wrongScript' || code === 'wrongLanguage')
    .map(({ file: where, code }) => `${where.split('/').at(-1)} ${code}`);
}

const repeat = (word: string, times: number): string[] => Array.from({ length: times }, () => word);

describe('a text in letters of another script', () => {
  const lao = 'ລາວ'; // three letters
  const latin = 'Cuba'; // four

  test('is wrong where less than a quarter of its letters are of its own', () => {
    // 24 Lao letters of 96, then of 97.
    expect(found('lo', [...repeat(lao, 8), ...repeat(latin, 18)].join(' '))).toEqual([]);
    expect(found('lo', [...repeat(lao, 8), ...repeat(latin, 18), 'x'].join(' '))).toEqual([
      'index.lo.mdx wrongScript',
    ]);
  });

  test('is judged from thirty letters on', () => {
    expect(found('lo', [...repeat(latin, 7), 'x'].join(' '))).toEqual([]);
    expect(found('lo', [...repeat(latin, 7), 'xx'].join(' '))).toEqual(['index.lo.mdx wrongScript']);
  });
});

describe('a text in another language with Latin letters', () => {
  /** As many words as `all`, `vietnamese` of them with a letter that only Vietnamese has. */
  const mixed = (vietnamese: number, all: number) =>
    [...repeat('Quảng', vietnamese), ...repeat('Cuba', all - vietnamese)].join(' ');

  test.each(['en', 'fr'] as const)('%s may have three Vietnamese words in ten, and not more', (locale) => {
    expect(found(locale, mixed(6, 20))).toEqual([]);
    expect(found(locale, mixed(7, 20))).toEqual([`index.${locale}.mdx wrongLanguage`]);
  });

  test('is no Vietnamese where less than a quarter of its words are', () => {
    expect(found('vi', mixed(5, 20))).toEqual([]);
    expect(found('vi', mixed(4, 20))).toEqual(['index.vi.mdx wrongLanguage']);
  });

  test('is judged from twenty words on', () => {
    expect(found('vi', mixed(0, 19))).toEqual([]);
    expect(found('vi', mixed(0, 20))).toEqual(['index.vi.mdx wrongLanguage']);
    expect(found('en', mixed(19, 19))).toEqual([]);
    expect(found('en', mixed(20, 20))).toEqual(['index.en.mdx wrongLanguage']);
  });
});
