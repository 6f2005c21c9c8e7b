import type { Reader, Report } from '../checks/check.ts';
import { sourceChecks, type SourceCode } from '../checks/source-checks.ts';
import type { SourceFile } from '../files.ts';
import { maxBytes, maxDepth, tooDeepAt } from './bounds.ts';

const codes = ['unreadable', 'tooLarge', 'notUtf8', 'byteOrderMark', 'conflictMarks', 'tooDeep'] as const;
type Code = (typeof codes)[number];

/** Can the bytes be read, are they a text, and one that a parser can be given? */
export const bytes: Reader<Code> = { reads: 'bytes', codes };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file, with every line end as `\n`; what no text may contain is reported.
 * @returns `undefined` when the file cannot be read, is no text, or must not go to a parser
 */
export function readSource(
  file: SourceFile | undefined,
  report: Report<Code | SourceCode>,
): string | undefined {
  const at = { line: 1, column: 1 };
  let raw: Uint8Array;
  try {
    // What is known beforehand has been told by the check of the folders.
    if (!file || file.fault !== undefined) return undefined;
    const { size } = file;
    if (size > maxBytes) {
      const values = { size: Math.ceil(size / 1024), allowed: maxBytes / 1024 };
      report({ ...at, code: 'tooLarge', values });
      return undefined;
    }
    raw = file.read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({ ...at, code: 'unreadable', values: { reason } });
    return undefined;
  }
  let source: string;
  try {
    source = utf8.decode(raw).replaceAll('\r\n', '\n');
  } catch {
    report({ ...at, code: 'notUtf8', values: {} });
    return undefined;
  }
  if (source.startsWith('\uFEFF')) {
    report({ ...at, code: 'byteOrderMark', values: {} });
    source = source.slice(1);
  }
  for (const check of sourceChecks) check.run(source, report);
  const conflict = conflictIn(source);
  if (conflict) {
    report({ ...at, line: conflict, code: 'conflictMarks', values: {} });
    return undefined;
  }
  const deep = tooDeepAt(source);
  if (deep !== undefined) {
    report({ ...at, line: deep, code: 'tooDeep', values: { allowed: maxDepth } });
    return undefined;
  }
  return source;
}

/**
 * The line on which git left two versions of a passage. Seven quote signs and seven equals signs are Markdown as well,
 * so it takes two of the three marks in their order.
 */
function conflictIn(source: string): number | undefined {
  // Nearly every file: a search for a text costs a tenth of one for a pattern at the beginning of a line.
  if (!source.includes('<<<<<<<') && !source.includes('>>>>>>>')) return undefined;
  const marks = [...source.matchAll(/^[ \t]*(<{7}|={7}|>{7}|\|{7})(?: .*)?$/gm)];
  const kinds = new Set(marks.map(([, mark]) => mark?.[0]));
  const begun = kinds.has('<') && (kinds.has('=') || kinds.has('>'));
  if (!begun && !(kinds.has('=') && kinds.has('>'))) return undefined;
  return source.slice(0, marks[0]?.index ?? 0).split('\n').length;
}
