import { describe, expect, test } from 'vitest';
import { filesOfCase, textOf, withText } from '../../tests/cases.ts';
import { readContent } from '../read.ts';

/** Just right and just wrong, on both sides of every limit of what is plausible. */

const scholarship = 'content/activities/2023/hoc-bong/index.vi.mdx';

/** What the check says of the good folder with `from` replaced by `to` in the file at `path`. */
function codesWith(path: string, from: string, to: string, today = '2026-01-01'): string[] {
  const good = filesOfCase('good');
  const text = textOf(good, path);
  expect(text).toContain(from);
  return readContent(withText(good, path, text.replace(from, to)), today).problems.map((one) => one.code);
}

describe('the day of a record', () => {
  test('may be today, not tomorrow', () => {
    expect(codesWith(scholarship, '2023-11-02', '2023-11-03', '2023-11-03')).toEqual([]);
    expect(codesWith(scholarship, '2023-11-02', '2023-11-03', '2023-11-02')).toEqual(['heldInFuture']);
  });

  test('of a plan may be ahead', () => {
    const planned = 'status: planned\ndate: 2023-11-03';
    expect(codesWith(scholarship, 'date: 2023-11-02', planned, '2023-01-01')).toEqual([]);
  });

  test('may begin or end in the year of the folder, as a range does, or be a misprint', () => {
    expect(codesWith(scholarship, 'date: 2023-11-02', 'date: 2022-12-30/2023-07-02')).toEqual([]);
    expect(codesWith(scholarship, 'date: 2023-11-02', 'date: 2023-12-30/2024-01-02')).toEqual([]);
    expect(codesWith(scholarship, 'date: 2023-11-02', 'date: 2024-01-01')).toEqual(['yearOfAnotherFolder']);
    expect(codesWith(scholarship, 'date: 2023-11-02', 'date: 2022-12-31\ndateDoubt: misprint')).toEqual([]);
  });

  test.each([
    ['1945', ['yearOfAnotherFolder']],
    ['1944', ['yearOfAnotherAge']],
    ['2101', ['yearOfAnotherAge']],
  ])('in %s is told as %s', (year, codes) => {
    expect(codesWith(scholarship, '2023-11-02', `${year}-11-02`)).toEqual(codes);
  });
});

describe('a unit', () => {
  const unit = 'content/units/quang-tri.yaml';

  test('exists on its last day and not on the day after', () => {
    expect(codesWith(unit, 'kind: union', 'kind: union\nvalidUntil: 2023-11-02')).toEqual([]);
    expect(codesWith(unit, 'kind: union', 'kind: union\nvalidUntil: 2023-11-01')).toEqual(['afterItsEnd']);
  });

  test('exists on its first day and not on the day before', () => {
    expect(codesWith(unit, 'kind: union', 'kind: union\nvalidFrom: 2023-11-02')).toEqual([]);
    expect(codesWith(unit, 'kind: union', 'kind: union\nvalidFrom: 2023-11-03')).toEqual([
      'beforeItsBeginning',
    ]);
  });
});

describe('an amount', () => {
  const visit = 'content/activities/2023/tham/index.vi.mdx';
  const aid = (text: string): string[] =>
    codesWith(
      visit,
      'sources: [bao-cao:7]\n---',
      `aid: [{ ${text}, state: disbursed }]\nsources: [bao-cao:7]\n---`,
    );

  test.each([
    ['amount: 100000, currency: VND', []],
    ['amount: 99999, currency: VND', ['amountTooSmall']],
    ['amount: 50000000000000, currency: VND', []],
    ['amount: 50000000000001, currency: VND', ['amountTooLarge']],
    ['amount: 10, currency: USD', []],
    ['amount: 9, currency: USD', ['amountTooSmall']],
    ['amount: 2000000000, currency: EUR', []],
    ['amount: 2000000001, currency: EUR', ['amountTooLarge']],
    ['amount: 100000, currency: VND, items: [{ count: 100, of: gifts, each: 1000 }]', []],
    [
      'amount: 99900, currency: VND, qualifier: about, items: [{ count: 100, of: gifts, each: 999 }]',
      ['amountTooSmall', 'amountTooSmall'],
    ],
  ])('of “%s” is told as %s', (text, codes) => {
    expect(aid(text)).toEqual(codes);
  });
});

describe('an issue', () => {
  test('takes what happened on its last day and not what happened after it', () => {
    const issue = 'content/issues/2023-2/index.vi.mdx';
    expect(codesWith(issue, '2023-07/2023-12', '2023-07-01/2023-11-02')).toEqual([]);
    expect(codesWith(issue, '2023-07/2023-12', '2023-07-01/2023-11-01')).toEqual(['itemOfAnotherPeriod']);
  });
});

describe('a cited line', () => {
  test('may be the last of its document and none behind it', () => {
    expect(codesWith(scholarship, 'bao-cao:41', 'bao-cao:50')).toEqual([]);
    expect(codesWith(scholarship, 'bao-cao:41', 'bao-cao:51')).toEqual(['lineBeyondDocument']);
  });

  test('is not looked up in a document that does not say how many it has', () => {
    const document = 'content/documents/bao-cao.yaml';
    expect(codesWith(document, 'lines: 50', 'lines: 49')).toEqual(['lineBeyondDocument']);
    expect(codesWith(document, 'lines: 50\n', '')).toEqual([]);
  });
});
