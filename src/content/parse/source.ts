import { checkCharacters } from '../checks/characters.ts';
import { checkIntruders } from '../checks/scripts.ts';
import type { SourceFile } from '../files.ts';
import type { Problem } from '../problems.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file, with every line end as `\n`; what no text may contain is reported.
 * @returns `undefined` when the file cannot be read or is no text
 */
export function readSource(
  file: SourceFile | undefined,
  report: (problem: Omit<Problem, 'file'>) => void,
): string | undefined {
  const at = { line: 1, column: 1 };
  let bytes: Uint8Array;
  try {
    if (!file) return undefined;
    bytes = file.read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report({ ...at, code: 'unreadable', values: { reason } });
    return undefined;
  }
  let source: string;
  try {
    source = utf8.decode(bytes).replaceAll('\r\n', '\n');
  } catch {
    report({ ...at, code: 'notUtf8', values: {} });
    return undefined;
  }
  if (source.startsWith('\uFEFF')) {
    report({ ...at, code: 'byteOrderMark', values: {} });
    source = source.slice(1);
  }
  checkCharacters(source, report);
  checkIntruders(source, report);
  return source;
}
