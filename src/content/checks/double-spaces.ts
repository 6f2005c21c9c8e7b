import type { ParsedFile } from '../records.ts';
import { typedLines } from './text-parts.ts';
import type { Check, Report } from './check.ts';

/** Two spaces in the place of one: a page shows one, but the headline of a feed, a search and a PDF's title keep both. */

const doubled = /(?<=\S) {2,}(?=\S)/g;
/** Columns of spaces are a table that was meant (`half-parsed.ts`). */
const columns = /\S {3,}(?=\S)/;

const codes = ['doubleSpace'] as const;
type Code = (typeof codes)[number];

/** Reports the first of each sentence of the front matter, and of each line of the body outside tables and code. */
function run(file: ParsedFile, report: Report<Code>): void {
  let inCode = false;
  const lines = typedLines(file);
  lines.forEach(({ text, line, column, lineWith }, index) => {
    if (/^\s*(?:```|~~~)/.test(text)) inCode = !inCode;
    // A list may have its text further in: `-   Một mục`.
    const lead = /^\s*(?:(?:[-*+>]|\d{1,9}[.)]) *)+/.exec(text)?.[0] ?? '';
    const words = text.slice(lead.length);
    if (inCode || /^\s*[|│┃║]/.test(text) || !words.includes('  ')) return;
    const isTable =
      columns.test(text) && [lines[index - 1], lines[index + 1]].some((one) => columns.test(one?.text ?? ''));
    doubled.lastIndex = 0;
    const found = doubled.exec(words);
    if (!found || isTable) return;
    const [before, after] = [words.slice(0, found.index), words.slice(found.index).trimStart()];
    const value = /[^\s"']+$/.exec(before)?.[0] ?? /^[^\s"']+/.exec(after)?.[0] ?? '';
    const single = words
      .replace(doubled, ' ')
      .replace(/^(["']) +/, '$1')
      .replace(/ +(["'])$/, '$1');
    const corrected = lineWith(lead + single);
    report({
      line,
      column: column + lead.length + found.index,
      code: 'doubleSpace',
      values: { value },
      ...(corrected !== undefined && { corrected }),
    });
  });
}

export const doubleSpaces: Check<'file', Code> = { looksAt: 'file', codes, run };
