import { inSimplified, simplified } from './simplified-chinese.ts';
import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';

/** Is a Chinese text in simplified characters, without traditional and Japanese ones? */

const traditional = new RegExp(
  `[${[...simplified.keys()].join('')}\\p{Script=Hiragana}\\p{Script=Katakana}]`,
  'u',
);

const codes = ['traditionalChinese'] as const;
type Code = (typeof codes)[number];

/** Reports, once each, title and summary and every line of the body that has such characters. */
function run({ locale, yaml, body, bodyLine }: ParsedFile, report: Report<Code>): void {
  if (locale !== 'zh' || !yaml) return;
  const data = (yaml.data ?? {}) as Record<string, unknown>;
  for (const [key, text] of Object.entries(data)) {
    if (typeof text !== 'string' || !traditional.test(text)) continue;
    const typed = yaml.sourceOf([key]);
    const corrected = typed === undefined ? undefined : yaml.lineWith([key], inSimplified(typed));
    tell(text, yaml.positionOf([key]), corrected);
  }
  if (body && traditional.test(body.text)) tell(body.text, { line: bodyLine, column: 1 });

  function tell(text: string, at: { line: number; column: number }, corrected?: string): void {
    const letters = [...new Set(text)].filter((letter) => traditional.test(letter)).slice(0, 8);
    const shown = letters.map((letter) => {
      const to = simplified.get(letter);
      return to === undefined ? letter : `${letter} → ${to}`;
    });
    const whole = corrected !== undefined && !traditional.test(corrected);
    report({
      ...at,
      code: 'traditionalChinese',
      values: { value: shown.join(', ') },
      ...(whole && { corrected }),
    });
  }
}

export const traditionalChinese: Check<'file', Code> = { looksAt: 'file', codes, run };
