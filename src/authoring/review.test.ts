import { describe, expect, test } from 'vitest';
import { indexTerms } from '../content/checks/glossary.ts';
import { isKnownDate, parseDate } from '../model/dates.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { readAnswers, answerCode, doubtsIn, isReviewed, type Passage } from './review.ts';
import { reviewSheet } from './review-sheet.ts';

const terms = indexTerms([
  { vi: ['học bổng'], renderings: { km: ['អាហារូបករណ៍'], zh: ['奖学金'] } },
  { vi: ['Quảng Trị'], renderings: { km: ['ក្វាងទ្រី'] } },
]);
const doubts = (original: string, translation: string) =>
  doubtsIn(original, translation, 'km', terms).map(({ kind, value }) => `${kind} ${value}`);

describe('a passage is doubtful', () => {
  test('where a term of the original has no agreed rendering in it', () => {
    expect(doubtsIn('trao học bổng', '助学金', 'zh', terms)).toEqual([
      { kind: 'term', value: 'học bổng', agreed: ['奖学金'] },
    ]);
    expect(doubts('trao học bổng', 'ផ្ដល់អាហារូបករណ៍')).toEqual([]);
  });

  test('where a name that nobody agreed on was written in other letters', () => {
    expect(doubts('thị trấn Phú Thứ', 'ហ្វូធឺ')).toEqual(['name Phú Thứ']);
    expect(doubts('ông Hans Victor Selder', 'លោក Hans Victor Selder')).toEqual([]);
    expect(doubts('tỉnh Quảng Trị', 'ខេត្តក្វាងទ្រី')).toEqual([]);
  });

  test('and not where a capital only begins a sentence or an office', () => {
    expect(doubts('Trường Tiểu học', 'សាលា')).toEqual([]);
    expect(doubts('Tháng Bảy', 'កក្កដា')).toEqual([]);
    expect(doubts('Trường THPT Phan Châu Trinh', 'វិទ្យាល័យ')).toEqual(['name Phan Châu Trinh']);
  });

  test('where an amount has a number word, which languages count differently', () => {
    expect(doubts('3,4 tỷ đồng, 60 suất', '3.4 ពាន់លានដុង 60')).toEqual(['amount 3,4 tỷ']);
  });
});

describe('a translation', () => {
  const entry = (stamp: Record<string, string>): ArticleEntry => {
    const days = Object.fromEntries(Object.entries(stamp).map(([key, day]) => [key, parseDate(day)]));
    expect(Object.values(days).every(isKnownDate)).toBe(true);
    return { texts: { km: days } } as unknown as ArticleEntry;
  };

  test('is read when a native reader saw it on the day of its stamp or later, not before', () => {
    expect(isReviewed(entry({ translated: '2026-11-29', reviewed: '2026-11-29' }), 'km')).toBe(true);
    expect(isReviewed(entry({ translated: '2026-11-29', reviewed: '2026-11-28' }), 'km')).toBe(false);
    expect(isReviewed(entry({ translated: '2026-11-29' }), 'km')).toBe(false);
  });
});

const passage: Passage = {
  record: 'activities/2023/x',
  file: 'content/activities/2023/x/index.km.mdx',
  line: 12,
  mark: '4f2c1a9b',
  original: 'Trao <b>3,4 tỷ</b>',
  translation: '3.4 ពាន់លានដុង',
  doubts: [{ kind: 'amount', value: '3,4 tỷ' }],
  sources: ['quang-tri-2023:19'],
};
const code = answerCode(passage);

describe('answers', () => {
  test('are found by their codes, with file and line, whatever stands around them', () => {
    const { asked, answers } = readAnswers(`> Original\n${code} [[\n  ពាន់\n លាន \n]]\nTạm biệt`);
    const { file, line, mark } = passage;
    expect({ asked, answers }).toEqual({
      asked: 1,
      answers: [{ file, line, mark, locale: 'km', words: 'ពាន់ លាន' }],
    });
  });

  test('end at the next code where the closing brackets were lost', () => {
    const { answers } = readAnswers(`${code} [[ one\n${code} [[ two ]] rest`);
    expect(answers.map(({ words }) => words)).toEqual(['one', 'two']);
  });

  test('that are empty are asked and not answered; a text without codes asked nothing', () => {
    expect(readAnswers(`${code} [[  ]]`)).toEqual({ asked: 1, answers: [] });
    expect(readAnswers('OK').asked).toBe(0);
  });
});

describe('the sheet', () => {
  const sheet = reviewSheet({ locale: 'km', passages: [passage], doubtful: 7, day: '2026-12-01' }, 'en');

  test('has the original, the translation, the doubts, record and sources, each in its language', () => {
    expect(sheet).toContain('<td lang="km"><p>3.4 ពាន់លានដុង</p></td>');
    expect(sheet).toContain('<td lang="vi"><p>Trao &#x3C;b>3,4 tỷ&#x3C;/b></p></td>');
    expect(sheet).toContain('activities/2023/x · quang-tri-2023:19');
    expect(sheet).toContain(`${code} [[`);
    expect(sheet).toMatch(/1 passages of 1 texts, of 7 doubtful/);
  });

  test('runs no script and asks nobody for anything', () => {
    expect(sheet).toContain('default-src &#x27;none&#x27;; style-src &#x27;sha256-');
    expect(sheet).not.toMatch(/<script|\bsrc=|href=|url\(|https?:/);
  });

  test('can be answered in the browser', () => {
    expect(sheet.match(/contenteditable="true"/g)).toHaveLength(1);
  });
});
