import { fileOfBytes } from '../content/files.ts';
import type { Problem } from '../content/problems.ts';
import { checkRecord } from '../content/read.ts';
import { indexedEntry, type RecordIndex } from '../content/record-index.ts';
import type { Entries } from '../model/entries.ts';
import type { CollectionName } from '../model/schemas/index.ts';
import {
  isRequired,
  questionsOf,
  recordTypes,
  referenceOf,
  type Question,
  type RecordTypeName,
} from './record-questions.ts';

/**
 * Partners and documents that a new record names and that do not exist yet: they are made with it. Nothing of them is
 * written before the record is whole; until then they stand among the records as if they were.
 */

/** A file that is to be written. */
export interface NewFile {
  /** From the project folder. */
  readonly file: string;
  readonly text: string;
}

/** The records that can be named, and the files of those that were made on the way. */
export interface Known {
  readonly entries: Entries;
  readonly index: RecordIndex;
  readonly made: readonly NewFile[];
}

/** Units, places and occasions are the bulletin's own: nobody makes one in passing. */
const madeOnTheWay: Partial<Record<CollectionName, RecordTypeName>> = {
  partners: 'partner',
  documents: 'document',
};

/** The kinds of question whose answer names records. */
const namesRecords: readonly Question['kind'][] = [
  'reference',
  'participant',
  'source',
  'occasion',
  'section',
];

/** What kind of record may be made while this question is asked; `undefined` where it has to be there, or none is named. */
export function typeToMake(type: RecordTypeName, question: Question): RecordTypeName | undefined {
  if (!namesRecords.includes(question.kind)) return undefined;
  const [only, ...others] = referenceOf(type, question).to;
  return others.length === 0 ? madeOnTheWay[only] : undefined;
}

/** The questions of a record that is made on the way: those without which it cannot be. The rest is asked by its file. */
export function requiredQuestions(type: RecordTypeName): readonly Question[] {
  return questionsOf(type).filter((question) => isRequired(type, question));
}

/**
 * The records with a new one among them, so that it can be named.
 * @param newcomer the whole file of a partner or document
 * @returns its id as well; or why it cannot stand there: its address is taken, or the check objects
 * @throws for a kind of record that is not made on the way
 */
export function withMade(
  known: Known,
  newcomer: NewFile,
):
  | { readonly known: Known; readonly id: string }
  | { readonly taken: string }
  | { readonly problems: readonly Problem[] } {
  const { entries, index, made } = known;
  const bytes = new TextEncoder().encode(newcomer.text);
  const { entry, problems } = checkRecord(new Map([[newcomer.file, fileOfBytes(bytes)]]), index);
  const type = Object.values(recordTypes).find((one) =>
    newcomer.file.startsWith(`content/${one.collection}/`),
  );
  const id = newcomer.file.replace(/^content\/[^/]+\/|\/index\.vi\.mdx$|\.yaml$/g, '');
  // A faulty record has no entry, but its address.
  if (type && index.records[type.collection].some((one) => one.id === id)) return { taken: newcomer.file };
  if (!entry || problems.length > 0) return { problems };
  const records = [...index.records[entry.collection], indexedEntry(entry)].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  return {
    id,
    known: {
      entries: withEntry(entries, entry),
      index: { ...index, records: { ...index.records, [entry.collection]: records } },
      made: [...made, newcomer],
    },
  };
}

function withEntry(entries: Entries, entry: Entries[CollectionName][number]): Entries {
  switch (entry.collection) {
    case 'partners':
      return { ...entries, partners: [...entries.partners, entry] };
    case 'documents':
      return { ...entries, documents: [...entries.documents, entry] };
    default:
      throw new Error(`a record of ${entry.collection} is not made on the way`);
  }
}
