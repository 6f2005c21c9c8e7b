import { codePointOf } from './characters.ts';
import type { Check, Report } from './check.ts';

/**
 * Spaces that come along from Word, PDF and web pages. They look like a space and are none to search, sorting and YAML;
 * a line cannot end at some of them.
 */

/** Of a fixed width, of the Ogham script, of mathematics, and that of Chinese. */
const fixed = String.raw`\u1680\u2000-\u200A\u205F\u3000`;
const unbreakable = String.raw`\u00A0\u202F`;
const odd = new RegExp(`[${fixed}${unbreakable}]`, 'u');
const runs = new RegExp(`[ ${fixed}${unbreakable}]*[${fixed}${unbreakable}][ ${fixed}${unbreakable}]*`, 'gu');

/** One no-break space beside a figure, and before or behind the marks of French, is good typography. */
const belongs = (run: string, before: string, after: string): boolean =>
  new RegExp(`^[${unbreakable}]$`, 'u').test(run) &&
  (/[\p{N}«–]$/u.test(before) || /^[\p{N}:;!?»%–°]/u.test(after));

const wide = /[\p{Script=Han}\u3001-\u301F\uFF01-\uFF1F]/u;

/** What stands between two characters. */
function between(before: string, after: string): string {
  if (after === '' || before.trim() === '') return before === '' || after === '' ? '' : ' ';
  return wide.test(before.at(-1) ?? '') || wide.test(after.at(0) ?? '') ? '' : ' ';
}

const codes = ['oddSpace'] as const;
type Code = (typeof codes)[number];

/** Reports the first such space of a line, with the line as it should be typed. */
function run(source: string, report: Report<Code>): void {
  if (!odd.test(source)) return;
  source.split('\n').forEach((text, index) => {
    if (!odd.test(text)) return;
    let first: { at: number; value: string } | undefined;
    const corrected = text.replace(runs, (spaces: string, at: number) => {
      const [before, after] = [text.slice(0, at), text.slice(at + spaces.length)];
      if (belongs(spaces, before, after)) return spaces;
      first ??= { at: at + spaces.search(odd), value: codePointOf(odd.exec(spaces)?.[0] ?? spaces) };
      return between(before, after);
    });
    if (!first) return;
    const { at, value } = first;
    report({ line: index + 1, column: at + 1, code: 'oddSpace', values: { value }, corrected });
  });
}

export const oddSpaces: Check<'source', Code> = { looksAt: 'source', codes, run };
