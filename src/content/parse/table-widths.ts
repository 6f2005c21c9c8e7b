import type { HastNode } from 'satteri';
import type { Reader, Report as ReportOf } from '../checks/check.ts';

/**
 * A table of the text is printed in one column of two, 83.5 mm wide. Its cells are broken at spaces; what cannot be broken (a long
 * word, an address, many columns of figures) makes it wider than the paper, and the print of the whole issue is refused
 * (`outputs/print/paginate.ts`). Told here before, by the usual widths of letters: near the limit it may be mistaken by some
 * millimetres, so it speaks a little before the print does.
 */

const codes = ['wideTable', 'lostCells'] as const;
export type TableWidthCode = (typeof codes)[number];
type Code = TableWidthCode;

/** Is every table narrow enough for a printed column, and is all of it there? */
export const tableWidths: Reader<Code> = { reads: 'body', codes };

type Report = ReportOf<Code>;
type Element = Extract<HastNode, { type: 'element' }>;

/** In millimetres, from `styles/print`: a column, its gap to the next of the table, and an em of 8.6 points. */
const page = { column: 83.5, gap: 3, em: 3.03 } as const;

/** Widths in ems, held against tables in the browser (±6 %); what is no kind of these is as wide as a small letter. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/\p{Mn}|\p{Cf}/u, 0],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uff00-\uff60\u3000-\u303f]/u, 1],
  [/[mwMW@%—…]/u, 0.88],
  [/\p{Lu}/u, 0.63],
  [/[ijlt.,;:'’‘!|()[\]]/u, 0.32],
  [/\p{Script=Khmer}/u, 0.98],
  [/\p{Script=Lao}/u, 0.66],
  [/./u, 0.54],
];

const widthOf = (text: string): number =>
  [...text.normalize('NFC')].reduce(
    (sum, letter) => sum + (widths.find(([kind]) => kind.test(letter))?.[1] ?? 0),
    0,
  );

/** Where a line may end without a space: behind a hyphen, beside a Chinese character; Lao and Khmer are broken into words. */
const pieces = /[^\s\u2010\u2013-]+[\u2010\u2013-]?|[\u2010\u2013-]/gu;
const words = new Intl.Segmenter('km', { granularity: 'word' });

/** The widest piece of a text that stands on one line, in ems. */
function widestPiece(text: string): number {
  const unbroken = [...text.matchAll(pieces)].flatMap(([piece]) => {
    if (/\p{Script=Han}/u.test(piece)) return [...piece];
    if (/[\p{Script=Khmer}\p{Script=Lao}]/u.test(piece))
      return [...words.segment(piece)].map(({ segment }) => segment);
    return [piece];
  });
  return Math.max(0, ...unbroken.map(widthOf));
}

const textOf = (node: HastNode): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

const elementsIn = (node: HastNode, ...names: readonly string[]): Element[] => {
  const below = 'children' in node ? node.children.flatMap((child) => elementsIn(child, ...names)) : [];
  return node.type === 'element' && names.includes(node.tagName) ? [node, ...below] : below;
};

/** The least width of a table in millimetres: of each column its widest piece. */
export function leastWidth(rows: readonly (readonly string[])[]): number {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widest = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => widestPiece(row[column] ?? ''))),
  );
  return widest.reduce((sum, ems) => sum + ems * page.em + page.gap, 0);
}

/** The cells of a row as it was typed: a sign behind a backslash is none. */
const cellsIn = (row: string): number =>
  row
    .trim()
    .replace(/\\[\\|]/g, '')
    .replace(/^\||\|$/g, '')
    .split('|').length;

/**
 * Reports each row that has more cells than the head: the parser leaves them out without a word.
 * @param source the body as it was typed
 */
export function reportLostCells(tree: HastNode, source: string, firstLine: number, report: Report): void {
  const lines = source.split('\n');
  for (const table of elementsIn(tree, 'table')) {
    const head = (table.position?.start.line ?? 1) - 1;
    const columns = cellsIn(lines[head] ?? '');
    for (let at = head + 2; at < (table.position?.end.line ?? head); at++) {
      const cells = cellsIn(lines[at] ?? '');
      if (cells <= columns || !lines[at]?.includes('|')) continue;
      report({ line: firstLine + at, column: 1, code: 'lostCells', values: { cells, columns } });
    }
  }
}

/** Reports each table that is wider than a printed column, at its first line, with the words that make it so. */
export function reportWideTables(tree: HastNode, firstLine: number, report: Report): void {
  for (const table of elementsIn(tree, 'table')) {
    const rows = elementsIn(table, 'tr').map((row) =>
      elementsIn(row, 'th', 'td').map((cell) => textOf(cell).trim()),
    );
    const width = leastWidth(rows);
    if (width <= page.column) continue;
    const pieces = rows.flat().flatMap((cell) => cell.split(/\s+/u));
    const longest = pieces.reduce((most, piece) => (widthOf(piece) > widthOf(most) ? piece : most), '');
    report({
      line: firstLine + (table.position?.start.line ?? 1) - 1,
      column: 1,
      code: 'wideTable',
      values: {
        columns: Math.max(...rows.map((row) => row.length)),
        width: Math.ceil(width),
        most: Math.floor(page.column),
        value: longest.slice(0, 40),
      },
    });
  }
}
