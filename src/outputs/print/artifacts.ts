/**
 * Marks as artifacts what is on the pages for the eye alone: running heads, folios, woven cloths, rules.
 *
 * Chromium tags what comes from the elements of the page and leaves the rest outside the structure without a mark. A
 * screen reader may then read the running head of every page in the middle of an article, and PDF/UA asks that
 * everything be either tagged or an artifact (ISO 14289-1, 7.1).
 */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { readPage, writePage } from './page-content.ts';

/** Changes the pages of a tagged PDF in place. */
export function markArtifacts(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) writePage(page, markLooseContent(readPage(page)));
}

/**
 * A content stream in which everything that is drawn outside marked content is an artifact. Chromium (Skia) writes an
 * operator a line, and its text as numbers of glyphs, so that lines are enough to go by.
 *
 * @example
 * markLooseContent('BT\n<0001> Tj\nET') // => '/Artifact <</Type /Pagination>> BDC\nBT\n<0001> Tj\nET\nEMC'
 */
export function markLooseContent(content: string): string {
  const edits: Edit[] = [];
  const open: MarkedContent[] = [];
  /** Where the text or path begins that has begun outside marked content. */
  let begin: number | undefined;
  let inText = false;
  const wrap = (from: number, end: number, mark: string): void => {
    edits.push({ from, to: from, text: `${mark}\n` }, { from: end, to: end, text: '\nEMC' });
    begin = undefined;
  };
  let next = 0;
  while (next <= content.length) {
    const start = next;
    const end = endOfLine(content, start);
    next = end + 1;
    const operator = operatorOf(content, start, end);
    const kind = kinds.get(operator);
    if (kind === undefined) continue;

    if (kind === 'opens') {
      const line = content.slice(start, end);
      const counts = /MCID|\/Artifact/.test(line);
      // Tagged content within the text: what surrounds it is left as it is.
      if (inText && counts) begin = undefined;
      open.push({ start, inside: end + 1, counts, isText: !counts && line.includes('/ActualText') });
    }
    if (operator === 'EMC') {
      const marked = open.pop();
      // What stood on the page before: Chromium leaves its ActualText behind, around nothing.
      if (marked?.isText && isTakenOut(edits.at(-1), marked.inside, start)) {
        if (marked.inside < start) edits.pop();
        edits.push({ from: marked.start, to: end + 1, text: '' });
      }
    }
    if (operator === 'BT' || operator === 'ET') inText = operator === 'BT';
    if (open.some(({ counts }) => counts)) continue;
    if (kind === 'begins' || kind === 'draws') begin ??= start;
    if (begin === undefined) continue;
    if (operator === 'ET') wrap(begin, end, '/Artifact <</Type /Pagination>> BDC');
    else if (!inText && (kind === 'paints' || kind === 'draws')) wrap(begin, end, '/Artifact BMC');
    // A path that only clips draws nothing.
    else if (!inText && operator === 'n') begin = undefined;
  }
  return edited(content, edits);
}

/** An open marked content: whether it is a part of the structure or an artifact, or only carries ActualText. */
interface MarkedContent {
  readonly start: number;
  /** Where the line behind it begins. */
  readonly inside: number;
  readonly counts: boolean;
  readonly isText: boolean;
}

/** What stands in a content from one place to another, and what is to stand there instead. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Whether nothing is left between two places. */
const isTakenOut = (last: Edit | undefined, from: number, to: number): boolean =>
  from === to || (last?.text === '' && last.from === from && last.to === to);

function edited(content: string, edits: readonly Edit[]): string {
  let made = '';
  let at = 0;
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from)) {
    made += content.slice(at, from) + text;
    at = to;
  }
  return made + content.slice(at);
}

/** What the operators do on which the marks depend; there are five times as many others. */
const kinds: ReadonlyMap<string, 'opens' | 'begins' | 'paints' | 'draws' | 'ends'> = new Map([
  ...['BDC', 'BMC'].map((operator) => [operator, 'opens'] as const),
  ...['BT', 'm', 're'].map((operator) => [operator, 'begins'] as const),
  ...['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'].map((operator) => [operator, 'paints'] as const),
  ...['Do', 'sh'].map((operator) => [operator, 'draws'] as const),
  ...['EMC', 'ET', 'n'].map((operator) => [operator, 'ends'] as const),
]);

function endOfLine(content: string, start: number): number {
  const end = content.indexOf('\n', start);
  return end < 0 ? content.length : end;
}

/** The last word of a line, by codes: an expression looks for it from the front, and most lines are of numbers. */
function operatorOf(content: string, start: number, end: number): string {
  let last = end;
  while (last > start && content.charCodeAt(last - 1) <= space) last--;
  let first = last;
  while (first > start && isOperatorLetter(content.charCodeAt(first - 1))) first--;
  const before = first > start ? content.charCodeAt(first - 1) : space;
  return before <= space || before === greaterThan ? content.slice(first, last) : '';
}

const space = 32;
const greaterThan = 62;
/** A–Z, a–z, `*` */
const isOperatorLetter = (code: number): boolean =>
  (code > 64 && code < 91) || (code > 96 && code < 123) || code === 42;
