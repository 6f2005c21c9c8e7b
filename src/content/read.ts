import type { Entries } from '../model/entries.ts';
import { contained } from './checks/containment.ts';
import { contentChecks, folderChecks, glossaryChecks, recordChecks } from './checks/index.ts';
import type { Fault, RecordSubject } from './checks/check.ts';
import { todayInVietNam } from '../model/dates.ts';
import type { ContentFiles } from './files.ts';
import { sortIntoFolders } from './folders.ts';
import { emptyGlossary, glossaryFile, parseGlossary } from './parse/glossary.ts';
import { parseRecords } from './parse/record.ts';
import type { KnownTexts } from './parse/file-reader.ts';
import { sortProblems, type Problem, type ProblemCode } from './problems.ts';
import { collectionNames } from '../model/schemas/collections.ts';
import { indexRecords, othersIn, withRecord, type RecordIndex } from './record-index.ts';
import type { ParsedRecord, ParsedRecords } from './records.ts';

/** From files to entries and problems: all of the content, or one record against the index of the others. */

/** What content says, and everything that is wrong in it. */
export interface Content {
  readonly entries: Entries;
  /** Sorted by file and line. Empty when all is well. */
  readonly problems: readonly Problem[];
  /** Number of text files in the records. */
  readonly files: number;
  /** What the check of one record has to know of the others. */
  readonly index: RecordIndex;
  /** The day for which it was read, `YYYY-MM-DD`. */
  readonly today: string;
}

type FileFault = Fault<ProblemCode> & { readonly file: string };

/** A list of problems, and who adds to it. */
function collector() {
  const problems: Problem[] = [];
  return {
    problems,
    report: (fault: FileFault): void => void problems.push(fault),
    reportIn:
      (file: string) =>
      (fault: Fault<ProblemCode>): void =>
        void problems.push({ file, ...fault }),
  };
}

/** Every check of one record that has been read; its files were checked by themselves when they were. */
function checkParsed(
  record: ParsedRecord,
  { index, others, files, today }: Omit<RecordSubject, 'record'>,
): Problem[] {
  const { problems, report, reportIn } = collector();
  for (const check of recordChecks)
    contained(reportIn(record.file), () => check.run({ record, index, others, files, today }, report));
  return problems;
}

/** The sound records of one collection. */
const soundOf = <Entry>(records: readonly { readonly entry: Entry | undefined }[]): Entry[] =>
  records.flatMap(({ entry }) => (entry ? [entry] : []));

function entriesOf(records: ParsedRecords): Entries {
  return {
    activities: soundOf(records.activities),
    stories: soundOf(records.stories),
    events: soundOf(records.events),
    projects: soundOf(records.projects),
    partners: soundOf(records.partners),
    issues: soundOf(records.issues),
    units: soundOf(records.units),
    places: soundOf(records.places),
    occasions: soundOf(records.occasions),
    documents: soundOf(records.documents),
    reports: soundOf(records.reports),
  };
}

const allOf = (records: ParsedRecords): ParsedRecord[] =>
  collectionNames.flatMap((name) => [...records[name]]);

/**
 * Reads content, all of it.
 * @returns typed entries and one list of all problems. A record with a problem in its original is not among the
 *   entries; a translation with a problem is missing from its record.
 * @param today the day, `YYYY-MM-DD`: what was held was held before it
 * @param known texts that need not be parsed again
 */
export function readContent(files: ContentFiles, today = todayInVietNam(), known?: KnownTexts): Content {
  const { problems, report, reportIn } = collector();
  const folders = sortIntoFolders(files);
  for (const check of [...folderChecks, ...contentChecks]) check.run(folders, report);
  const records = parseRecords(folders, reportIn, known);
  const glossary = parseGlossary(files, reportIn(glossaryFile));
  const index = indexRecords(records, glossary?.glossary ?? emptyGlossary);
  const all = allOf(records);
  for (const record of all) problems.push(...checkParsed(record, { index, others: index, files, today }));
  if (glossary) {
    const report = reportIn(glossaryFile);
    for (const check of glossaryChecks) contained(report, () => check.run({ ...glossary, index }, report));
  }
  const count = all.reduce((sum, record) => sum + record.files.length, 0);
  return { entries: entriesOf(records), problems: sortProblems(problems), files: count, index, today };
}

/** A record that was checked by itself. */
export interface CheckedRecord {
  /** `undefined` when its original has a fault, and when `files` are those of no record. */
  readonly entry: Entries[keyof Entries][number] | undefined;
  /** What `readContent` would find in its files, in the same words. Sorted by file and line. */
  readonly problems: readonly Problem[];
}

/**
 * Checks one record against the index of the others: what an editor runs on every keystroke.
 * @param files the files of the record, and of those that are written together with it: an article that was sent in, and
 *   the document that it came as. The entry is that of the first, in the order of the collections
 * @param others `index` of `readContent`; the record may stand in it as it was before, or not at all
 */
export function checkRecord(
  files: ContentFiles,
  others: RecordIndex,
  today = todayInVietNam(),
): CheckedRecord {
  const { problems, report, reportIn } = collector();
  const folders = sortIntoFolders(files);
  for (const check of folderChecks) check.run(folders, report);
  const records = allOf(parseRecords(folders, reportIn));
  for (const record of records) {
    const around = records.filter((one) => one !== record).reduce(withRecord, others);
    const subject = { index: withRecord(around, record), others: othersIn(around, record), files, today };
    problems.push(...checkParsed(record, subject));
  }
  return { entry: records[0]?.entry, problems: sortProblems(problems) };
}
