import { revisionOf } from './revision.ts';
import type { Change, Conflict } from './store.ts';

/** What of `changes` somebody else has changed meanwhile. @param current what is at a path now; `undefined` for nothing */
export async function conflictsIn(
  changes: readonly Change[],
  current: (path: string) => Promise<{ readonly bytes: Uint8Array; readonly revision: string } | undefined>,
): Promise<Conflict[]> {
  const found: Conflict[] = [];
  for (const { path, bytes, revision } of changes) {
    const now = await current(path);
    if ((now?.revision ?? null) === revision) continue;
    // Two people who did the same are no conflict: a save that is sent again after a lost answer ends well.
    if (bytes === null ? now === undefined : now?.revision === revisionOf(bytes)) continue;
    found.push({ path, theirs: now?.bytes ?? null, revision: now?.revision ?? null });
  }
  return found;
}
