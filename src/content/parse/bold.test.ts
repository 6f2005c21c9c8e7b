import { describe, expect, test } from 'vitest';
import { withMarksInside } from './bold.ts';
import { compileBody } from './mdx.ts';

describe('marks of bold are put where Markdown reads them', () => {
  test.each([
    ['双方**《备忘录》**并交换', '双方《**备忘录**》并交换'],
    ['：**友谊。**双方', '：**友谊**。双方'],
    ['បាន**«មិត្តភាព»**ជាមួយ', 'បាន«**មិត្តភាព**»ជាមួយ'],
    ['双方*《备忘录》*并', '双方《*备忘录*》并'],
    ['Đoàn ** rất vui **!', 'Đoàn **rất vui**!'],
    ['**甲。**乙**丙。**丁', '**甲**。乙**丙**。丁'],
  ])('%s', (typed, right) => {
    expect(withMarksInside(typed)).toBe(right);
    const codes: string[] = [];
    compileBody(right, 1, ({ code }) => void codes.push(code));
    expect(codes).toEqual([]);
  });

  test('what is right stays, and a mark without another is left to the editor', () => {
    expect(withMarksInside('Đoàn **rất vui** được *gặp* lại.')).toBe('Đoàn **rất vui** được *gặp* lại.');
    expect(withMarksInside('Đoàn **rất vui')).toBeUndefined();
    expect(withMarksInside('**một* hai')).toBeUndefined();
  });
});
