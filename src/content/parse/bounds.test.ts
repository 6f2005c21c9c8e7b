import { describe, expect, test } from 'vitest';
import { maxDepth, tooDeepAt } from './bounds.ts';
import { compileBody } from './mdx.ts';

/** Texts of so many levels, and what is in the first line of each before the levels begin. */
const nested: Readonly<Record<string, (levels: number) => string>> = {
  'quotes within quotes': (levels) => `${'> '.repeat(levels)}a`,
  'quotes without spaces': (levels) => `${'>'.repeat(levels)} a`,
  'lists on one line': (levels) => `${'- '.repeat(levels)}a`,
  'numbered lists on one line': (levels) => `${'1. '.repeat(levels)}a`,
  'brackets in YAML': (levels) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}`,
  'braces in YAML over several lines': (levels) => 'a: {\n'.repeat(levels) + '}\n'.repeat(levels),
  'tags within tags': (levels) => '<Note>'.repeat(levels) + 'a' + '</Note>'.repeat(levels),
};

describe.each(Object.entries(nested))('%s', (_, text) => {
  test('pass with as many levels as are allowed, and not with one more', () => {
    expect(tooDeepAt(text(maxDepth))).toBeUndefined();
    expect(tooDeepAt(text(maxDepth + 1))).toBeGreaterThan(0);
  });
});

test('a line may stand as far in as the innermost list that is allowed, and no further', () => {
  expect(tooDeepAt(`a\n${' '.repeat(2 * maxDepth)}- b`)).toBeUndefined();
  expect(tooDeepAt(`a\n${' '.repeat(2 * maxDepth + 1)}- b`)).toBe(2);
});

test.each([
  ['a rule of dashes', '- '.repeat(100)],
  ['a rule of stars', '*'.repeat(100)],
  ['a thousand lists beside each other', '- [a]: {b}\n'.repeat(1000)],
  ['a thousand notes after each other', '<Note>a</Note>\n<Quote by="x" />\n'.repeat(1000)],
])('%s is not deep', (_, text) => {
  expect(tooDeepAt(text)).toBeUndefined();
});

const emphasised = (levels: number): string => '*a '.repeat(levels) + 'b*'.repeat(levels);

test('emphasis within emphasis is told in its place, from where it is too deep', () => {
  const told: string[] = [];
  const report = ({ code, line }: { code: string; line: number }): void => void told.push(`${line} ${code}`);
  // The root, the paragraph and the words themselves are levels too.
  expect(compileBody(emphasised(maxDepth - 2), 7, report)).toBeDefined();
  expect(told).toEqual([]);
  expect(compileBody(emphasised(maxDepth - 1), 7, report)).toBeUndefined();
  expect(told).toEqual(['7 tooDeep']);
});
