/**
 * The line with its bold and italics as Markdown reads them. Beside a letter a mark must not have punctuation within
 * (https://spec.commonmark.org/0.31.2/#right-flanking-delimiter-run), which suits languages that put spaces between
 * words and no other: what stands within goes out, “**友谊。**双方” becomes “**友谊**。双方”; so do spaces.
 */

const pair = /(\*{1,3})(?=[^*])([^*]+?)\1(?!\*)/gu;
const outer = /^([\s\p{P}\p{S}]*)(.*?)([\s\p{P}\p{S}]*)$/su;

/**
 * @returns `undefined` where a mark has no other that it could belong to
 * @example withMarksInside('双方**《备忘录》**并') // => '双方《**备忘录**》并'
 */
export function withMarksInside(line: string): string | undefined {
  const marks = line.match(/\*+/g) ?? [];
  if (marks.length % 2 === 1 || marks.some((mark, at) => at % 2 === 1 && mark !== marks[at - 1]))
    return undefined;
  return line.replace(pair, (whole: string, mark: string, words: string, at: number) => {
    const [, before = '', inner = '', after = ''] = outer.exec(words) ?? [];
    const begin = line[at - 1] === ' ' ? before.trimStart() : before;
    const end = /^(?:[ .,;:!?)]|$)/.test(line.slice(at + whole.length)) ? after.trimEnd() : after;
    return inner === '' ? whole : `${begin}${mark}${inner}${mark}${end}`;
  });
}
