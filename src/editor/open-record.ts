import { fileOfBytes, folderOf, type ContentFiles, type SourceFile } from '../content/files.ts';
import { isArticleName } from '../authoring/record-questions.ts';
import type { Locale } from '../model/locales.ts';
import { originalLocale } from '../model/locales.ts';
import { collectionNames, type CollectionName } from '../model/schemas/collections.ts';
import type { NamedRecord } from './read-record.ts';
import { revisionOf } from './store/revision.ts';
import type { Change, Conflict } from './store/store.ts';

/**
 * A record while it is being edited: its files as they were opened and as they are now, and the way back. Plain data and
 * pure functions; what is on the screen follows from it.
 */

export interface OpenedFile {
  readonly bytes: Uint8Array;
  /** What the store knows the file by; `null` for one that it does not have yet. */
  readonly revision: string | null;
}

type Files = ReadonlyMap<string, Uint8Array>;

export interface OpenRecord {
  readonly collection: CollectionName;
  /** `2023/don-hvpf`, `hue` */
  readonly id: string;
  readonly opened: ReadonlyMap<string, OpenedFile>;
  /** The files as they are now; one that is missing will be deleted. */
  readonly files: Files;
  /** What `files` was before each step, and what was undone, the last at the end. */
  readonly past: readonly Files[];
  readonly future: readonly Files[];
  /** What the last step changed: the next one of the same kind belongs to it, as the letters of a word do. */
  readonly step: string | undefined;
}

/** Steps that can be undone. */
const longestPast = 200;

/** `content/activities/2023/x/`, or the file of a reference record. */
export const folderOfRecord = (collection: CollectionName, id: string): string =>
  isArticleName(collection) ? `content/${collection}/${id}/` : `content/${collection}/${id}.yaml`;

/** The file of a record's facts, or of its text in a language. */
export const fileOfRecord = (
  collection: CollectionName,
  id: string,
  locale: Locale = originalLocale,
): string =>
  isArticleName(collection)
    ? `${folderOfRecord(collection, id)}index.${locale}.mdx`
    : folderOfRecord(collection, id);

export function openRecord(
  collection: CollectionName,
  id: string,
  opened: ReadonlyMap<string, OpenedFile>,
): OpenRecord {
  const files = new Map([...opened].map(([path, { bytes }]) => [path, bytes]));
  return { collection, id, opened, files, past: [], future: [], step: undefined };
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of a file; `undefined` where there is none. */
export function textOf({ files }: OpenRecord, path: string): string | undefined {
  const bytes = files.get(path);
  return bytes && utf8.decode(bytes);
}

/**
 * The record with one file changed.
 * @param bytes `undefined` deletes the file
 * @param step what is being done; further changes of the same kind are one step of “undo”
 */
export function withFile(
  record: OpenRecord,
  path: string,
  bytes: Uint8Array | string | undefined,
  step?: string,
): OpenRecord {
  const files = new Map(record.files);
  if (bytes === undefined) files.delete(path);
  else files.set(path, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
  const goesOn = step !== undefined && step === record.step;
  const past = goesOn ? record.past : [...record.past, record.files].slice(-longestPast);
  return { ...record, files, past, future: [], step };
}

export function undo(record: OpenRecord): OpenRecord {
  const files = record.past.at(-1);
  if (!files) return record;
  const future = [...record.future, record.files];
  return { ...record, files, past: record.past.slice(0, -1), future, step: undefined };
}

export function redo(record: OpenRecord): OpenRecord {
  const files = record.future.at(-1);
  if (!files) return record;
  const past = [...record.past, record.files];
  return { ...record, files, past, future: record.future.slice(0, -1), step: undefined };
}

/**
 * The record after somebody else has changed one of its files: from now on it is compared with theirs.
 * @param mine whether the file stays as it is here; otherwise it becomes theirs, and “undo” brings one's own back
 */
export function withOpened(
  record: OpenRecord,
  { path, theirs, revision }: Conflict,
  mine: boolean,
): OpenRecord {
  const opened = new Map(record.opened);
  if (theirs === null) opened.delete(path);
  else opened.set(path, { bytes: theirs, revision });
  const now = { ...record, opened };
  return mine ? now : withFile(now, path, theirs ?? undefined);
}

/**
 * The record after a save: compared with what was saved from now on, whatever somebody else has done since. What was typed
 * while it was being saved stays.
 * @param saved what was saved
 * @param proposed whether it waits to be accepted: the store has still what it had
 */
export function afterSave(current: OpenRecord, saved: OpenRecord, proposed: boolean): OpenRecord {
  const opened = new Map(
    [...saved.files].map(([path, bytes]) => {
      const revision = proposed ? (saved.opened.get(path)?.revision ?? null) : revisionOf(bytes);
      return [path, { bytes, revision }];
    }),
  );
  return { ...current, opened, step: undefined };
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one === other || (one.length === other.length && one.every((byte, at) => byte === other[at]));

/** What a save of the record has to write: nothing for a file that says what it said. */
export function changesOf({ opened, files }: OpenRecord): Change[] {
  const paths = new Set([...opened.keys(), ...files.keys()]);
  return [...paths].flatMap((path): Change[] => {
    const [before, now] = [opened.get(path), files.get(path)];
    if (before && now && sameBytes(before.bytes, now)) return [];
    return [{ path, bytes: now ?? null, revision: before?.revision ?? null }];
  });
}

/** The record that a file belongs to; `undefined` for a file of none. */
export function recordOfFile(path: string): NamedRecord | undefined {
  const [, name = '', rest = ''] = /^content\/([a-z]+)\/(.+)$/.exec(path) ?? [];
  const collection = collectionNames.find((one) => one === name);
  if (!collection) return undefined;
  const id = isArticleName(collection) ? folderOf(rest) : (/^(.+)\.yaml$/.exec(rest)?.[1] ?? '');
  return id === '' ? undefined : { collection, id };
}

/**
 * The record as its own files make it, and before it those that are made together with it: the document that an article
 * came as. They are saved at once, so that neither is there without the other.
 */
export function recordsIn(record: OpenRecord): OpenRecord[] {
  const own = folderOfRecord(record.collection, record.id);
  const inFolder = new Map([...record.files].filter(([path]) => path.startsWith(own)));
  const beside = [...record.files].flatMap(([path, bytes]): OpenRecord[] => {
    if (inFolder.has(path)) return [];
    const other = recordOfFile(path);
    return other ? [{ ...record, ...other, files: new Map([[path, bytes]]) }] : [];
  });
  return [...beside, { ...record, files: inFolder }];
}

/** The record's files for the check. The same bytes are the same file, so that what was read of them is kept. */
const sources = new WeakMap<Uint8Array, SourceFile>();
export function contentFiles({ files }: OpenRecord): ContentFiles {
  return new Map(
    [...files].map(([path, bytes]) => {
      const source = sources.get(bytes) ?? fileOfBytes(bytes);
      sources.set(bytes, source);
      return [path, source];
    }),
  );
}
