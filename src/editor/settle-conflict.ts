import { keyOrderOf } from './key-order.ts';
import { mergeVersions, type Clash, type Side } from './merge.ts';
import { withFile, withOpened, type OpenRecord } from './open-record.ts';
import type { Conflict } from './store/store.ts';

/** A save met changes of somebody else: the record with both, and what only a person can decide. */

export interface ClashInFile extends Clash {
  /** Path of the file. */
  readonly file: string;
}

export interface Settled {
  /** Compared with theirs from now on, so that the next save replaces what has been seen. */
  readonly record: OpenRecord;
  /** What both have changed: of these `prefer` has decided. */
  readonly clashes: readonly ClashInFile[];
}

const isText = (path: string): boolean => /\.(?:mdx|ya?ml)$/.test(path);
const utf8 = new TextDecoder();
const textOf = (bytes: Uint8Array | null | undefined): string | undefined =>
  bytes ? utf8.decode(bytes) : undefined;

/** @param prefer whose change stays where both have changed the same */
export function settleConflicts(record: OpenRecord, conflicts: readonly Conflict[], prefer: Side): Settled {
  const clashes: ClashInFile[] = [];
  let now = record;
  for (const conflict of conflicts) {
    const file = conflict.path;
    const [opened, mine, theirs] = [
      textOf(record.opened.get(file)?.bytes),
      textOf(record.files.get(file)),
      textOf(conflict.theirs),
    ];
    if (!isText(file) || opened === undefined || mine === undefined || theirs === undefined) {
      // A picture, and a file that one of the two has deleted or made, are one thing.
      clashes.push({
        file,
        path: [],
        mine: isText(file) ? mine : undefined,
        theirs: isText(file) ? theirs : undefined,
      });
      now = withOpened(now, conflict, prefer === 'mine');
      continue;
    }
    const order = keyOrderOf(record.collection);
    const merged = mergeVersions({ opened, mine, theirs }, prefer, order);
    clashes.push(...merged.clashes.map((clash) => ({ ...clash, file })));
    now = withFile(withOpened(now, conflict, true), file, merged.text);
  }
  return { record: now, clashes };
}
