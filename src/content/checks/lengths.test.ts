import { expect, test } from 'vitest';
import { filesOfCase, textOf, withText } from '../../tests/cases.ts';
import { readContent } from '../read.ts';
import { mostLetters } from './lengths.ts';

const path = 'content/activities/2023/hoc-bong/index.vi.mdx';
const good = filesOfCase('good');

const found = (key: 'title' | 'summary', text: string) =>
  readContent(
    withText(good, path, textOf(good, path).replace(new RegExp(`^${key}: .*$`, 'm'), `${key}: "${text}"`)),
  ).problems.filter(({ code }) => code === 'tooLong');

test.each(['title', 'summary'] as const)('a %s may have so many letters and not one more', (key) => {
  const most = mostLetters[key].letters;
  const text = 'Trao học bổng '.repeat(60).slice(0, most - 1);
  expect(found(key, `${text}g`)).toEqual([]);
  expect(found(key, `${text}gg`)).toHaveLength(1);
});

test('a letter with its marks counts once, however it is written', () => {
  expect(found('title', 'ế'.normalize('NFD').repeat(mostLetters.title.letters))).toEqual([]);
});
