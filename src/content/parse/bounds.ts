import type { HastNode } from 'satteri';

/**
 * How large and how deeply nested a text may be. Parsers call themselves for every level, and some take the square of
 * the length: without bounds one file could take the memory, the time or the stack of the whole check.
 */

/** Ten times the longest text there is. A larger file has something else in it, such as a picture. */
export const maxBytes = 256 * 1024;

/** Levels of lists, quotes, brackets and tags within each other. Real texts have fewer than ten. */
export const maxDepth = 64;

/** Columns before the first sign of a line: each level of a list stands at least two further in. */
const maxIndent = 2 * maxDepth;

/** What opens a level at the beginning of a line: `> `, `- `, `1. `, and in YAML `? `. */
const lead = /^(?:[ \t]|>|[-*+?](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;
const levels = /[>*+?-]|\d+/g;
const brackets = /[[{]|[\]}]|<\/|<(?=[A-Za-z])|\/>/g;

/** A line of stars or dashes alone is a rule across the page: `* * *`. */
const rule = /^[ \t]*(?:(?:-[ \t]*)+|(?:\*[ \t]*)+)$/;

/**
 * The line, from 1, on which a text is nested more than `maxDepth` levels deep; `undefined` where it nowhere is. It
 * looks at signs only, in one pass, before any parser: brackets count inside quotation marks as well.
 */
export function tooDeepAt(source: string): number | undefined {
  let open = 0;
  for (const [index, line] of source.split('\n').entries()) {
    const head = lead.exec(line)?.[0] ?? '';
    const columns = head.length - head.trimStart().length;
    if (columns > maxIndent && line.trim() !== '') return index + 1;
    if ((head.match(levels)?.length ?? 0) > maxDepth && !rule.test(line)) return index + 1;
    for (const [sign] of line.matchAll(brackets)) {
      const opens = sign === '[' || sign === '{' || sign === '<';
      open = opens ? open + 1 : Math.max(0, open - 1);
      if (open > maxDepth) return index + 1;
    }
  }
  return undefined;
}

/**
 * The first node of a tree that lies more than `maxDepth` levels below its root: emphasis within emphasis has no sign
 * of its own that could be counted before. Without recursion, as it is asked for what recursion could not bear.
 */
export function tooDeepIn(root: HastNode): HastNode | undefined {
  let level: readonly HastNode[] = [root];
  for (let depth = 0; depth <= maxDepth; depth++)
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  return level[0];
}
