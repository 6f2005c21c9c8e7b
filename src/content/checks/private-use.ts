import { codePointOf } from './characters.ts';
import type { Check, Report } from './check.ts';

/**
 * Characters of Unicode's private-use area: each font draws what it likes there. Word keeps the bullets and signs of its
 * fonts Symbol and Wingdings so (`U+F0B7`), and nobody without the font sees them.
 */

const privateUse = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/u;

/** Before the words of a line stands a bullet, whichever sign it is; in the value of a field it says nothing. */
const bullet = /^(\s*)(?:[-*+]\s+)?[\uE000-\uF8FF]+\s*(?=\S)/u;
const bulletInField = /^(\s*(?:- )?[\w-]+:\s+["']?)[\uE000-\uF8FF]+\s*(?=\S)/u;

/** Signs within a line that Word's users insert from these fonts, and what shows the same in every font. */
const meant = new Map([
  ['\uF0B0', '°'],
  ['\uF0B1', '±'],
  ['\uF0B3', '≥'],
  ['\uF0A3', '≤'],
  ['\uF0B4', '×'],
  ['\uF0B8', '÷'],
  ['\uF0B9', '≠'],
  ['\uF0BB', '≈'],
  ['\uF0AE', '→'],
  ['\uF0E0', '→'],
  ['\uF0E8', '→'],
  // Brackets, figures and signs of ASCII lie at their own places in Symbol.
  ...[...' !#%()+,./0123456789:;<=>?[]{|}'].map(
    (sign) => [String.fromCharCode(0xf000 + sign.charCodeAt(0)), sign] as const,
  ),
]);

const codes = ['privateUse'] as const;
type Code = (typeof codes)[number];

/** Reports the first of a line, with the line as it should read where every one of them is known. */
function run(source: string, report: Report<Code>): void {
  if (!privateUse.test(source)) return;
  source.split('\n').forEach((text, index) => {
    const found = privateUse.exec(text);
    if (!found) return;
    const corrected = text
      .replace(bulletInField, '$1')
      .replace(bullet, '$1- ')
      .replace(/[\uF000-\uF0FF]/gu, (sign) => meant.get(sign) ?? sign);
    report({
      line: index + 1,
      column: found.index + 1,
      code: 'privateUse',
      values: { value: codePointOf(found[0]) },
      ...(!privateUse.test(corrected) && { corrected }),
    });
  });
}

export const privateUseCharacters: Check<'source', Code> = { looksAt: 'source', codes, run };
