import { same } from './difference.ts';
import {
  openRecord,
  recordOfFile,
  sameBytes,
  withFile,
  type OpenedFile,
  type OpenRecord,
} from './open-record.ts';
import { placeOf, readFiles, type NamedRecord } from './read-record.ts';
import { bodyOf, fieldsOf } from './record-file.ts';
import type { Store, Version } from './store/store.ts';

/** What a save has replaced, and how it comes back: as a draft of the record, which is looked at and then saved. */

/** A field, or the text below the fields, that is another one now. */
export interface Differing {
  /** Path of the file. */
  readonly file: string;
  /** The key of the field, `body` for the text; `undefined` for a file that is one thing: a picture. */
  readonly field: string | undefined;
  /** What it says now, and what it said: `undefined` where there is or was nothing. Of a picture only whether it is there. */
  readonly now: unknown;
  readonly kept: unknown;
}

/** One of the records that a save changed. */
export interface Restoring {
  /** The record as the store has it, with its files as they were before that save: one step of “undo”. */
  readonly record: OpenRecord;
  readonly differing: readonly Differing[];
}

/** A save may be undone as long as the record is there afterwards. */
export const canRestore = ({ record, differing }: Restoring): boolean =>
  differing.length > 0 && record.files.size > 0;

/** Stamps of a translation, which no form shows. */
const machineFields: readonly string[] = ['fingerprint', 'translated'];

const utf8 = new TextDecoder();
const isText = (path: string): boolean => /\.(?:mdx|ya?ml)$/.test(path);

/** Passages of one text that the other one has not. */
function passagesOnlyIn(one: string, other: string): string | undefined {
  const passages = (text: string): string[] =>
    text
      .replaceAll('\r\n', '\n')
      .trim()
      .split(/\n{2,}/);
  const known = new Set(passages(other));
  const own = passages(one).filter((passage) => !known.has(passage));
  return own.length > 0 ? own.join('\n\n') : undefined;
}

/** What differs in one file. */
export function differingIn(
  file: string,
  now: Uint8Array | undefined,
  kept: Uint8Array | undefined,
): readonly Differing[] {
  if (now === kept || (now && kept && sameBytes(now, kept))) return [];
  if (!isText(file)) return [{ file, field: undefined, now: Boolean(now), kept: Boolean(kept) }];
  const [textNow = '', textKept = ''] = [now, kept].map((bytes) => bytes && utf8.decode(bytes));
  try {
    const [fieldsNow, fieldsKept] = [fieldsOf(textNow), fieldsOf(textKept)];
    const keys = new Set([...Object.keys(fieldsNow), ...Object.keys(fieldsKept)]);
    const fields = [...keys]
      .filter((key) => !machineFields.includes(key) && !same(fieldsNow[key], fieldsKept[key]))
      .map((field) => ({ file, field, now: fieldsNow[field], kept: fieldsKept[field] }));
    const [bodyNow, bodyKept] = [bodyOf(textNow), bodyOf(textKept)];
    const body = {
      file,
      field: 'body',
      now: passagesOnlyIn(bodyNow, bodyKept),
      kept: passagesOnlyIn(bodyKept, bodyNow),
    };
    const found = body.now === undefined && body.kept === undefined ? fields : [...fields, body];
    // Only a stamp, a comment or the order of passages.
    return found.length > 0 ? found : [{ file, field: undefined, now: Boolean(now), kept: Boolean(kept) }];
  } catch {
    // YAML with mistakes has no fields: the file is one passage.
    return [{ file, field: 'body', now: textNow, kept: textKept }];
  }
}

/** Whether a save changed this record. */
export const concerns = ({ files }: Version, record: NamedRecord): boolean =>
  files.some(({ path }) => {
    const other = recordOfFile(path);
    return other?.collection === record.collection && other.id === record.id;
  });

/**
 * The records that a save changed, each as it was before it.
 * @throws a `StoreError` when the store cannot be read
 */
export async function restorings(store: Store, { files }: Version): Promise<Restoring[]> {
  const named = new Map<string, NamedRecord>();
  for (const { path } of files) {
    const record = recordOfFile(path);
    if (record) named.set(placeOf(record), record);
  }
  return Promise.all(
    [...named].map(async ([place, { collection, id }]): Promise<Restoring> => {
      const opened: ReadonlyMap<string, OpenedFile> = await readFiles(store, { collection, id });
      const own = files.filter(({ path }) => path === place || path.startsWith(`${place}/`));
      const record = own.reduce(
        (before, { path, bytes }) => withFile(before, path, bytes ?? undefined, 'restore'),
        openRecord(collection, id, opened),
      );
      const differing = own.flatMap(({ path, bytes }) =>
        differingIn(path, opened.get(path)?.bytes, bytes ?? undefined),
      );
      return { record, differing };
    }),
  );
}
