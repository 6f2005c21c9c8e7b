import { toSlug } from '../../model/letters.ts';
import { conflictsIn, isDone, type Current } from './conflicts.ts';
import { proposalBranch } from './host.ts';
import { StoreError, type Change, type Saved } from './store.ts';

/** How a save on a git host goes, whichever it is: nothing is overwritten, and what may not be pushed is proposed. */

/** The branch at one moment. */
export interface Head {
  /** Its commit. */
  readonly commit: string;
  /** `false` when the host says beforehand that this person may not push to it. */
  readonly canPush: boolean;
}

/** What a host has to be able to do for `saveOn`. */
export interface Committing {
  head(): Promise<Head>;
  /** The file as it is in that commit; `undefined` when it is not there. */
  fileAt(path: string, commit: string): Promise<CurrentFile | undefined>;
  /**
   * Commits to the branch.
   * @returns `moved` when somebody was faster, `protected` when the branch takes no pushes
   */
  commit(
    changes: readonly HeldChange[],
    message: string,
    head: Head,
  ): Promise<'done' | 'moved' | 'protected'>;
  /** Commits to a new branch and asks for it to be accepted. @returns the address of the proposal, for people */
  propose(changes: readonly HeldChange[], message: string, head: Head, branch: string): Promise<string>;
}

export interface CurrentFile {
  readonly bytes: Uint8Array;
  readonly revision: string;
  /** The commit that last touched it, where the host wants to be told (GitLab). */
  readonly lastCommit?: string;
}

/** A change with the file that it was compared with. */
export interface HeldChange extends Change {
  readonly current: CurrentFile | undefined;
}

/** Somebody who saves every second is not to be expected. */
const mostAttempts = 4;

export async function saveOn(
  host: Committing,
  changes: readonly Change[],
  message: string,
  now: () => number,
): Promise<Saved> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const head = await host.head();
    const files = new Map(
      await Promise.all(
        changes.map(async ({ path }) => [path, await host.fileAt(path, head.commit)] as const),
      ),
    );
    const current: Current = async (path) => files.get(path);
    const paths = await conflictsIn(changes, current);
    if (paths.length > 0) return { kind: 'conflict', paths };
    const needed = changes
      .map((change) => ({ ...change, current: files.get(change.path) }))
      .filter((change) => !isDone(change, change.current));
    // An answer got lost, and this is the same save again.
    if (needed.length === 0) return { kind: 'saved' };
    const outcome = head.canPush ? await host.commit(needed, message, head) : 'protected';
    if (outcome === 'done') return { kind: 'saved' };
    if (outcome === 'protected') {
      const branch = proposalBranch(toSlug(message.replace(/ – .*$/, '')), now());
      return { kind: 'proposed', url: await host.propose(needed, message, head, branch) };
    }
  }
  throw new StoreError('changed');
}
