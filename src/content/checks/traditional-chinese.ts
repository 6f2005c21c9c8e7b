import { inSimplified, simplified } from './simplified-chinese.ts';
import type { ParsedFile } from '../records.ts';
import { typedLines } from './text-parts.ts';
import type { Check, Report } from './check.ts';

/** Is a Chinese text in simplified characters, without traditional and Japanese ones? */

/** “ー” makes a kana long, and “々” repeats a character; Unicode counts neither among the kana. */
const traditional = new RegExp(
  `[${[...simplified.keys()].join('')}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]`,
  'u',
);

const codes = ['traditionalChinese'] as const;
type Code = (typeof codes)[number];

/** Reports, once each, every sentence of the front matter and every line of the body that has such characters. */
function run(file: ParsedFile, report: Report<Code>): void {
  if (file.locale !== 'zh') return;
  for (const { text, line, column, lineWith } of typedLines(file)) {
    const at = text.search(traditional);
    if (at < 0) continue;
    const letters = [...new Set(text)].filter((letter) => traditional.test(letter)).slice(0, 8);
    const shown = letters.map((letter) => {
      const to = simplified.get(letter);
      return to === undefined ? letter : `${letter} → ${to}`;
    });
    // “人々” is “人人”.
    const now = inSimplified(text.replace(/(\p{Script=Han})々/gu, '$1$1'));
    const corrected = traditional.test(now) ? undefined : lineWith(now);
    report({
      line,
      column: column + at,
      code: 'traditionalChinese',
      values: { value: shown.join(', ') },
      ...(corrected !== undefined && { corrected }),
    });
  }
}

export const traditionalChinese: Check<'file', Code> = { looksAt: 'file', codes, run };
