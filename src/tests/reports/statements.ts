import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportBlock, ReportEdition } from '../../editions/report.ts';
import { reportText } from '../../i18n/report.ts';
import { toneLast } from '../../model/letters.ts';

/** The reports that the offices typed in 2023, statement by statement, beside what is compiled today. */

/** Words alone, however accents, dashes and quotation marks were typed. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)
    .map(toneLast)
    .join(' ')
    .toLowerCase();

/** Bullets and numbers before a statement: what Word counts, nobody says. */
const marks = /^\s*[·•*+–-]+\s*|^\s*\(?\d+(?:\.\d+)*\)?[.]?\s*|^\s*[IVX]+\.\s*/u;

export interface Statement {
  /** Counts from 1. */
  readonly line: number;
  readonly words: string;
}

/** What a report of 2023 says: the parts of its lines between full stops, semicolons and colons. */
export function statementsOf(document: string): Statement[] {
  const text = readFileSync(join(import.meta.dirname, 'originals', `${document}.txt`), 'utf8');
  return text.split('\n').flatMap((one, index) =>
    one
      .normalize('NFC')
      .split(/(?<!Tp)[;.](?=\s|$)|:\s|\t/u)
      .map((part) => plain(part.replace(marks, '')))
      // A single word (“BÁO CÁO” is two) says nothing by itself.
      .filter((words) => words.includes(' '))
      .map((words) => ({ line: index + 1, words })),
  );
}

const wordsOf = (block: ReportBlock): string[] =>
  block.kind === 'blank' ? [] : block.kind === 'table' ? [block.title, ...block.rows.flat()] : [block.text];

/** All that can be read in a report, piece by piece. */
export function readable(report: ReportEdition): string {
  const { letterhead, signature } = report;
  const fixed = ['state', 'motto', 'kind', 'draft', 'recipients'] as const;
  return [
    ...fixed.map((key) => reportText(key)),
    ...Object.values(letterhead),
    // The title is read on from “BÁO CÁO”.
    `${reportText('kind')} ${report.title}`,
    ...report.opening.flatMap(wordsOf),
    ...report.sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(wordsOf)]),
    ...report.closing.flatMap(wordsOf),
    ...Object.values(signature),
    ...report.recipients,
  ]
    .map(plain)
    .join(' | ');
}
