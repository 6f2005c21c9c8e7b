import type { Locale } from '../../model/locales.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import type { Fault, Report } from '../checks/check.ts';
import { contained } from '../checks/containment.ts';
import { fileChecks } from '../checks/index.ts';
import { fileOfBytes, type SourceFile } from '../files.ts';
import type { ProblemCode } from '../problems.ts';
import type { ParsedFile } from '../records.ts';
import { maxBytes } from './bounds.ts';
import type { PlainYaml } from './yaml-facts.ts';
import { recallYaml } from './yaml.ts';

/** Files of records, each read once: as long as somebody holds it, and where it was read in an earlier run. */

/** A file of a record, before it is read. */
export interface FileOfRecord<Name extends CollectionName> {
  readonly collection: Name;
  readonly file: string;
  readonly locale: Locale | undefined;
}

/** What is known of a file that cannot be read. */
export const unread = (of: FileOfRecord<CollectionName>): ParsedFile => ({
  ...of,
  yaml: undefined,
  body: undefined,
  bodySource: '',
  images: [],
  bodyLine: 1,
  bodyIsEmpty: false,
});

/** What is read of a file: where it is not sound, nothing else. */
export interface FileFacts {
  readonly parsed: ParsedFile;
}

/** A text as it was read: everything that its bytes and its path say. Plain data but for the places in its YAML. */
export interface ReadText<One extends FileFacts = FileFacts> {
  readonly file: string;
  readonly text: One;
  readonly faults: readonly Fault<ProblemCode>[];
}

/** A text as it was read, as plain data that can be kept. */
export interface PlainText {
  readonly read: ReadText;
  readonly yaml: PlainYaml | undefined;
}

/** A text as it was read, as data that can be kept. */
export function plainText(read: ReadText): PlainText {
  const { parsed } = read.text;
  return {
    read: { ...read, text: { ...read.text, parsed: { ...parsed, yaml: undefined } } },
    yaml: parsed.yaml?.plain,
  };
}

/** The text of which `plainText` made data. */
export function recalledText({ read, yaml }: PlainText): ReadText {
  const parsed = { ...read.text.parsed, yaml: yaml && recallYaml(yaml) };
  return { ...read, text: { ...read.text, parsed } };
}

/** Texts that have been read before, in an earlier run of the program for instance, by their path and their bytes. */
export interface KnownTexts {
  recall(file: string, bytes: Uint8Array): ReadText | undefined;
  keep(bytes: Uint8Array, read: ReadText): void;
}

/** The bytes of a text; `undefined` where they cannot be read, or are too many to be a text. */
function bytesOf(source: SourceFile | undefined): Uint8Array | undefined {
  try {
    return source && source.fault === undefined && source.size <= maxBytes ? source.read() : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads a file of a record; what is wrong in it is reported, each time.
 * @param texts those that need not be read again
 */
export type FileReader<Of extends FileOfRecord<CollectionName>, One extends FileFacts> = (
  of: Of,
  source: SourceFile | undefined,
  report: Report<ProblemCode>,
  texts: KnownTexts | undefined,
) => One;

/**
 * Reads each file once as long as somebody holds it: while one language is typed, the others stay as they are.
 * @param read what the bytes and the path of a file say, and nothing else
 */
export function fileReader<Of extends FileOfRecord<CollectionName>, One extends FileFacts>(
  read: (of: Of, source: SourceFile | undefined, report: Report<ProblemCode>) => One,
): FileReader<Of, One> {
  type Read = ReadText<One>;
  const known = new WeakMap<SourceFile, Read>();
  const readAnew = (of: Of, source: SourceFile | undefined): Read => {
    const faults: Fault<ProblemCode>[] = [];
    const report = (fault: Fault<ProblemCode>): void => void faults.push(fault);
    const text = contained(report, () => read(of, source, report)) ?? ({ parsed: unread(of) } as One);
    for (const check of fileChecks) contained(report, () => check.run(text.parsed, report));
    return { file: of.file, text, faults };
  };
  const readOrRecall = (of: Of, source: SourceFile | undefined, texts: KnownTexts | undefined): Read => {
    const bytes = texts && bytesOf(source);
    if (!texts || !bytes) return readAnew(of, source);
    const kept = texts.recall(of.file, bytes);
    // The path says which collection it is of.
    if (kept?.file === of.file) return kept as Read;
    // What is kept under these bytes was read of them, whatever has become of the file meanwhile.
    const fresh = readAnew(of, fileOfBytes(bytes));
    texts.keep(bytes, fresh);
    return fresh;
  };
  return (of, source, report, texts) => {
    const before = source && known.get(source);
    const fresh = before?.file === of.file ? before : readOrRecall(of, source, texts);
    if (source) known.set(source, fresh);
    fresh.faults.forEach(report);
    return fresh.text;
  };
}
