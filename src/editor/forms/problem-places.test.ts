import { describe, expect, test } from 'vitest';
import { checkRecord, readContent } from '../../content/read.ts';
import { filesOfCase, textOf, withText } from '../../tests/cases.ts';
import { placeProblems } from './problem-places.ts';

/** Where the form shows what the check finds in one activity. */
const good = filesOfCase('good');
const { index } = readContent(good);
const file = 'content/activities/2023/tham/index.vi.mdx';
const places = (from: string | RegExp, to: string) => {
  const text = textOf(good, file).replace(from, to);
  expect(text).not.toBe(textOf(good, file));
  const own = new Map([...withText(good, file, text)].filter(([path]) => path === file));
  const { problems } = checkRecord(own, index);
  expect(problems.length).toBeGreaterThan(0);
  return placeProblems(text, false, problems).map(({ problem, path }) => [problem.code, path]);
};

describe('a problem is shown at its field', () => {
  test('a value that is wrong', () => {
    expect(places(/^title: .*$/m, 'title: ""')).toContainEqual(['emptyText', ['title']]);
    expect(places(/^sources:.*$/m, 'sources: [nirgends:1]')).toContainEqual([
      expect.any(String),
      ['sources', 0],
    ]);
  });

  test('a field that is missing, at the field itself', () => {
    expect(places(/^summary: .*\n/m, '')).toContainEqual(['missingField', ['summary']]);
  });

  test('a field that is missing in an element of a list, at that element', () => {
    expect(places(/^sources:/m, 'aid: [{ amount: 3, state: disbursed }]\nsources:')).toContainEqual([
      'missingInnerField',
      ['aid', 0, 'currency'],
    ]);
  });

  test('what is wrong in the text, at the text', () => {
    expect(places(/$/, '\n<Nott>x</Nott>\n').map(([, path]) => path)).toContain('body');
  });

  test('a file that is no record at all: above the form', () => {
    const problem = { file, line: 1, column: 1, code: 'noFrontMatter' as const, values: {} };
    expect(placeProblems('x', false, [problem])).toEqual([{ problem, path: undefined }]);
  });
});
