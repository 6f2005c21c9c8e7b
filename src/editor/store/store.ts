/**
 * Where the editor's files live: a folder on the PC, or a project on a git host. The rest of the editor knows only this;
 * a path is as content names it, with forward slashes from the project folder: `content/activities/2023/x/index.vi.mdx`.
 */

/** One file as a save leaves it. */
export interface Change {
  readonly path: string;
  /** `null` deletes the file. */
  readonly bytes: Uint8Array | null;
  /** What the file was when it was opened; `null` for one that did not exist. Another one there now is a conflict. */
  readonly revision: string | null;
}

/** One file or folder within another. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
  /** Of a file its revision; of a folder the hash of all that is in it, where the place keeps one. */
  readonly hash?: string;
}

/** A file that somebody else changed since it was opened. Nothing of the save has been written then. */
export interface Conflict {
  readonly path: string;
  /** What is there now; `null` when it has been deleted. */
  readonly theirs: Uint8Array | null;
  /** The revision of `theirs`: with it in the change, the next save replaces what is there. */
  readonly revision: string | null;
}

/** How a save ended. */
export type Saved =
  | { readonly kind: 'saved' }
  /** The branch is protected: the change waits at this address until somebody accepts it. */
  | { readonly kind: 'proposed'; readonly url: string }
  | { readonly kind: 'conflict'; readonly paths: readonly Conflict[] };

/** How the check of a proposal stands; `none` where the host runs none. */
export type CheckState = 'none' | 'running' | 'passed' | 'failed';

/** A change that waits to be accepted into a protected branch. */
export interface Proposal {
  readonly title: string;
  /** The host's page of it, for people. */
  readonly url: string;
  readonly branch: string;
  /** The name by which the host knows who made it. */
  readonly author: string;
  /** ISO 8601. */
  readonly created: string;
  readonly check: CheckState;
  /** Where to read what the check said. */
  readonly checkUrl?: string;
  /** The site as it would be, where the host's machinery makes one. */
  readonly preview?: { readonly state: CheckState; readonly url?: string };
}

/** One save, with what its files were before. */
export interface Version {
  /** ISO 8601. */
  readonly saved: string;
  readonly message: string;
  /** `null` for a file that did not exist. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array | null }[];
}

/**
 * Every method rejects with a `StoreError` when the place cannot be reached or refuses, and then has written nothing.
 */
export interface Store {
  /** The place in its own words: `lhhn/ban-tin (main)`, or the name of the folder. */
  readonly name: string;
  /** Whether a save may end as a proposal. */
  readonly canPropose: boolean;
  /**
   * What lies in a folder itself, with the hashes of git, so that it can be compared with what the build has read
   * (`revision.ts`). Empty when there is no such folder.
   * @param hash of the folder, where the list of the one above has said it
   */
  folder(path: string, hash?: string): Promise<readonly FolderEntry[]>;
  /** @throws a `StoreError` `notFound` when there is no such file */
  read(path: string): Promise<{ readonly bytes: Uint8Array; readonly revision: string }>;
  /**
   * Writes all changes at once, or none: on a git host as one commit, or one proposal.
   * @param message what was done, in one line
   */
  save(changes: readonly Change[], message: string): Promise<Saved>;
  /** What waits to be accepted, newest first. Not there where nothing can be proposed. */
  proposals?(): Promise<readonly Proposal[]>;
  /** The last saves, newest first. Not there where git keeps them all. */
  versions?(): Promise<readonly Version[]>;
}

/**
 * Why a store could not do what it was asked for. The interface words it.
 *
 * - `offline`: the place cannot be reached; the same again later may do
 * - `signedOut`: there is no token, or it has expired
 * - `forbidden`: the host knows who it is and does not allow it, or the folder may not be written
 * - `notFound`: no such file, project or branch
 * - `tooOften`: the host asks to wait, `retryAfter` seconds where it says so
 * - `changed`: the branch moved on again and again while saving; the same again may do
 * - `host`: anything else, with the host's own words in `detail`
 */
export type StoreFault = 'offline' | 'signedOut' | 'forbidden' | 'notFound' | 'tooOften' | 'changed' | 'host';

export class StoreError extends Error {
  readonly fault: StoreFault;
  /** What the place said itself, for whoever has to find the cause. Never contains a token. */
  readonly detail: string;
  readonly retryAfter: number | undefined;

  constructor(
    fault: StoreFault,
    detail = '',
    { retryAfter, cause }: { retryAfter?: number; cause?: unknown } = {},
  ) {
    super(detail === '' ? fault : `${fault}: ${detail}`, { cause });
    this.name = 'StoreError';
    this.fault = fault;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}
