import { characters } from '../checks/characters.ts';
import type { Reader, Report } from '../checks/check.ts';
import { intruders } from '../checks/intruders.ts';
import type { SourceFile } from '../files.ts';

const codes = ['unreadable', 'notUtf8', 'byteOrderMark'] as const;
type Code = (typeof codes)[number];

/** Can the bytes be read, and are they a text? */
export const bytes: Reader<Code> = { reads: 'bytes', codes };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file, with every line end as `\n`; what no text may contain is reported.
 * @returns `undefined` when the file cannot be read or is no text
 */
export function readSource(
  file: SourceFile | undefined,
  report: Report<Code | 'controlCharacter' | 'notNfc' | 'intrudingLetter'>,
): string | undefined {
  const at = { line: 1, column: 1 };
  let raw: Uint8Array;
  try {
    if (!file) return undefined;
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
  characters.run(source, report);
  intruders.run(source, report);
  return source;
}
