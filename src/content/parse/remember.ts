import type { Fault } from '../checks/check.ts';
import type { ContentFiles, SourceFile } from '../files.ts';
import type { RecordFiles } from '../folders.ts';
import type { ProblemCode } from '../problems.ts';
import type { ReportIn } from './record.ts';
import type { KnownTexts } from './file-reader.ts';

/** A parser of records of one collection: what is wrong in single files is reported. */
export type RecordParser<One extends RecordFiles, Parsed> = (
  one: One,
  files: ContentFiles,
  reportIn: ReportIn,
  known?: KnownTexts,
) => Parsed;

interface Remembered<Parsed> {
  readonly folder: string;
  readonly names: readonly string[];
  readonly sources: readonly (SourceFile | undefined)[];
  readonly parsed: Parsed;
  readonly faults: readonly { readonly file: string; readonly fault: Fault<ProblemCode> }[];
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/**
 * A parser that knows a record again by its files, so that a save costs the parsing of one record. What it found is kept
 * as long as somebody holds these very files.
 */
export function remembering<One extends RecordFiles, Parsed>(
  parse: RecordParser<One, Parsed>,
): RecordParser<One, Parsed> {
  const records = new WeakMap<SourceFile, Remembered<Parsed>>();

  function remembered(one: One, files: ContentFiles, texts: KnownTexts | undefined): Remembered<Parsed> {
    const { folder, names } = one;
    const sources = names.map((name) => files.get(`${folder}/${name}`));
    const [first] = sources;
    const known = first && records.get(first);
    if (known?.folder === folder && isSameList(known.names, names) && isSameList(known.sources, sources))
      return known;
    const faults: { file: string; fault: Fault<ProblemCode> }[] = [];
    const parsed = parse(one, files, (file) => (fault) => void faults.push({ file, fault }), texts);
    const fresh = { folder, names, sources, parsed, faults };
    if (first) records.set(first, fresh);
    return fresh;
  }

  return (one, files, reportIn, texts) => {
    const { parsed, faults } = remembered(one, files, texts);
    for (const { file, fault } of faults) reportIn(file)(fault);
    return parsed;
  };
}
