import type { ContentFiles } from '../files.ts';
import type { Folders } from '../folders.ts';
import type { ParsedGlossary } from '../parse/glossary.ts';
import type { TextPosition } from '../parse/yaml-facts.ts';
import type { RecordIndex } from '../record-index.ts';
import type { ParsedFile, ParsedRecord } from '../records.ts';

/** What a check is. Each stands in a file of its own; `index.ts` is the list of all. */

/** Something wrong in a file, with its place in it and the data for its wording. */
export interface Fault<Code extends string = string> extends TextPosition {
  /** Names the wording in `src/i18n/editors/<locale>.json`. */
  readonly code: Code;
  /** Values for the placeholders of the wording. */
  readonly values: Readonly<Record<string, string | number>>;
  /** The line as it should read, where that can be known. */
  readonly corrected?: string;
}

export type Report<Code extends string = string> = (fault: Fault<Code>) => void;

/** A record with everything that a check may ask about it. */
export interface RecordSubject {
  readonly record: ParsedRecord;
  /** The records of all the content, this one included. */
  readonly index: RecordIndex;
  /** The same without this one, where one record is checked alone: it stays what it is while somebody types. */
  readonly others: RecordIndex;
  /** Where the bytes of its pictures are. */
  readonly files: ContentFiles;
  /** The day of the check in Viet Nam, `YYYY-MM-DD`: what was held was held before it. */
  readonly today: string;
}

/** What a check can look at. */
export interface Subjects {
  /** Where files lie, all of them. */
  folders: Folders;
  /** The text of any file, YAML and MDX alike. */
  source: string;
  /** One file of a record, read. */
  file: ParsedFile;
  /** A whole record against the others. */
  record: RecordSubject;
  /** The glossary against the records. */
  glossary: ParsedGlossary & { readonly index: RecordIndex };
}

/** Subjects that are one file: its faults need not say in which file they are. */
type OfOneFile = 'source' | 'file' | 'glossary';

/** Where several files are looked at, each fault says in which it is. */
export type ReportInFile<Code extends string = string> = (
  fault: Fault<Code> & { readonly file: string },
) => void;

/** A check of one kind of subject: a pure function with the list of what it can find. */
export interface Check<Subject extends keyof Subjects, Code extends string> {
  readonly looksAt: Subject;
  /** Every problem that it can report. */
  readonly codes: readonly Code[];
  run(
    subject: Subjects[Subject],
    report: Subject extends OfOneFile ? Report<Code> : ReportInFile<Code>,
  ): void;
}

/** What a reader can find while it makes data of bytes: it reports as it goes, so there is nothing else to run. */
export interface Reader<Code extends string> {
  readonly reads: 'bytes' | 'front matter' | 'YAML' | 'fields' | 'body';
  readonly codes: readonly Code[];
}
