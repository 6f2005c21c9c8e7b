import { revisionOf } from './revision.ts';
import type { Change, Conflict } from './store.ts';

/** What a file is now, where the changes are to be written. */
interface Now {
  readonly bytes: Uint8Array;
  readonly revision: string;
}

/** What is at a path now; `undefined` for nothing. */
export type Current = (path: string) => Promise<Now | undefined>;

/** Is the file as the change wants it already? */
export function isDone({ bytes }: Change, now: Now | undefined): boolean {
  return bytes === null ? now === undefined : now?.revision === revisionOf(bytes);
}

/** What of `changes` somebody else has changed meanwhile. */
export async function conflictsIn(changes: readonly Change[], current: Current): Promise<Conflict[]> {
  const found: Conflict[] = [];
  for (const change of changes) {
    const now = await current(change.path);
    if ((now?.revision ?? null) === change.revision) continue;
    // Two people who did the same are no conflict: a save that is sent again after a lost answer ends well.
    if (isDone(change, now)) continue;
    found.push({ path: change.path, theirs: now?.bytes ?? null, revision: now?.revision ?? null });
  }
  return found;
}
