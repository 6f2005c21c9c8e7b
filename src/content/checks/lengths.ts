import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';

/** Are headline and summary short enough for the places in which they stand: a card, a list, a mail, a printed page? */

const codes = ['tooLong'] as const;
type Code = (typeof codes)[number];

/** Letters at most, marks not counted; of Chinese, where a character is a word. About half as much again as the longest good ones. */
export const mostLetters = {
  title: { letters: 150, chinese: 65 },
  summary: { letters: 500, chinese: 180 },
} as const;

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Reports a title or a summary that is a whole text. */
function run({ yaml, locale }: ParsedFile, report: Report<Code>): void {
  if (!yaml || locale === undefined) return;
  const data = (yaml.data ?? {}) as Record<string, unknown>;
  for (const key of ['title', 'summary'] as const) {
    const text = data[key];
    if (typeof text !== 'string') continue;
    const most = mostLetters[key][locale === 'zh' ? 'chinese' : 'letters'];
    // A letter is at least one code unit.
    if (text.length <= most) continue;
    const count = [...letters.segment(text.trim())].length;
    if (count <= most) continue;
    report({ ...yaml.positionOf([key]), code: 'tooLong', values: { key, count, most } });
  }
}

export const lengths: Check<'file', Code> = { looksAt: 'file', codes, run };
