import { createHash } from 'node:crypto';
import { revisionOf } from '../../editor/store/revision.ts';

/** A repository in memory, as far as the three hosts show one: commits of whole folders, and branches. */

export type Files = ReadonlyMap<string, Uint8Array>;

export interface Commit {
  readonly sha: string;
  readonly parent: string | undefined;
  readonly files: Files;
  readonly message: string;
}

export interface TreeEntry {
  /** Within the tree. */
  readonly path: string;
  readonly type: 'blob' | 'tree';
  readonly sha: string;
}

/** A proposal, as each host calls it by another name. */
export interface Request {
  readonly number: number;
  readonly title: string;
  readonly head: string;
  readonly base: string;
  readonly created: string;
  /** What the machinery of the host says of it. */
  check: 'none' | 'running' | 'passed' | 'failed';
  preview: string | undefined;
}

export interface Repository {
  /** `owner/name` */
  readonly project: string;
  readonly branches: Map<string, string>;
  readonly commits: Map<string, Commit>;
  readonly requests: Request[];
  /** Branches that take no pushes. */
  readonly guarded: Set<string>;
  /** Bytes by hash, those of no commit among them. */
  readonly blobs: Map<string, Uint8Array>;
  /** Files by the hash of their folder. */
  readonly trees: Map<string, Files>;
  /** Whether lists are cut where the real hosts cut them; otherwise much earlier, so that small ones are cut too. */
  readonly realLimits: boolean;
}

const hash = (text: string): string => createHash('sha1').update(text).digest('hex');

/** Something made of a set of files when it is first asked for: a large repository is asked again and again. */
function once<Key, Made>(make: (files: Files, key: Key) => Made): (files: Files, key: Key) => Made {
  const made = new WeakMap<Files, Map<Key, Made>>();
  return (files, key) => {
    const known = made.get(files) ?? new Map<Key, Made>();
    made.set(files, known);
    const value = known.get(key) ?? make(files, key);
    known.set(key, value);
    return value;
  };
}

/** The files below a folder, by their path in it. */
export const filesBelow = once((files: Files, folder: string): Files => {
  const start = folder === '' ? '' : `${folder}/`;
  return new Map(
    [...files].flatMap(([path, bytes]) =>
      path.startsWith(start) ? [[path.slice(start.length), bytes] as const] : [],
    ),
  );
});

const revisions = new WeakMap<Uint8Array, string>();
function hashOf(bytes: Uint8Array): string {
  const known = revisions.get(bytes) ?? revisionOf(bytes);
  revisions.set(bytes, known);
  return known;
}

const foldersIn = once((files, recursive: boolean): ReadonlyMap<string, Files> => {
  const folders = new Map<string, Map<string, Uint8Array>>();
  for (const [path, bytes] of files) {
    const parts = path.split('/');
    for (let depth = 1; depth < (recursive ? parts.length : Math.min(2, parts.length)); depth++) {
      const here = parts.slice(0, depth).join('/');
      const inner = folders.get(here) ?? new Map<string, Uint8Array>();
      folders.set(here, inner.set(path.slice(here.length + 1), bytes));
    }
  }
  return folders;
});

/** As git does it: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_tree_objects */
const hashOfTree = once((files): string => {
  const entries = [
    ...[...files].flatMap(([path, bytes]) =>
      path.includes('/') ? [] : [{ key: path, head: `100644 ${path}`, sha: hashOf(bytes) }],
    ),
    ...[...foldersIn(files, false)].map(([path, inner]) => ({
      key: `${path}/`,
      head: `40000 ${path}`,
      sha: treeHash(inner),
    })),
  ].sort((a, b) => (a.key < b.key ? -1 : 1));
  const parts = entries.flatMap(({ head, sha }) => [Buffer.from(`${head}\0`), Buffer.from(sha, 'hex')]);
  const body = Buffer.concat(parts);
  return createHash('sha1').update(`tree ${body.length}\0`).update(body).digest('hex');
});
const treeHash = (files: Files): string => hashOfTree(files, undefined);

/** The hash of a folder, which is known from now on. */
export function treeOf({ trees, blobs }: Repository, files: Files): string {
  const sha = treeHash(files);
  const known = trees.has(sha);
  trees.set(sha, files);
  if (known) return sha;
  for (const bytes of files.values()) blobs.set(hashOf(bytes), bytes);
  return sha;
}

const listOf = once((files, recursive: boolean) => {
  const blobs = [...files].filter(([path]) => recursive || !path.includes('/'));
  const entries = [
    ...blobs.map(([path, bytes]): TreeEntry => ({ path, type: 'blob', sha: hashOf(bytes) })),
    ...[...foldersIn(files, recursive)].map(([path, inner]): TreeEntry => ({
      path,
      type: 'tree',
      sha: treeHash(inner),
    })),
  ];
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
});

/** What is in a folder; with `recursive`, in those below it too. */
export function entriesOf(repository: Repository, files: Files, recursive: boolean): TreeEntry[] {
  for (const inner of foldersIn(files, recursive).values()) treeOf(repository, inner);
  return listOf(files, recursive);
}

/** Adds a commit that no branch has yet. */
export function addCommit(
  repository: Repository,
  files: Files,
  message: string,
  parent: string | undefined,
): Commit {
  treeOf(repository, files);
  const sha = hash(`commit ${treeHash(files)} ${parent} ${message} ${repository.commits.size}`);
  const commit: Commit = { sha, parent, files, message };
  repository.commits.set(sha, commit);
  return commit;
}

/** @param files what the branch `main` begins with */
export function createRepository(
  project: string,
  files: Files,
  { realLimits = false }: { readonly realLimits?: boolean } = {},
): Repository {
  const repository: Repository = {
    project,
    branches: new Map(),
    commits: new Map(),
    requests: [],
    guarded: new Set(),
    blobs: new Map(),
    trees: new Map(),
    realLimits,
  };
  repository.branches.set('main', addCommit(repository, files, 'first', undefined).sha);
  return repository;
}

/** The commit of a branch, or a commit by its hash. */
export function commitAt({ branches, commits }: Repository, ref: string): Commit | undefined {
  return commits.get(branches.get(ref) ?? ref);
}

/** Changes files on a branch, as somebody else does while an editor is open. */
export function push(
  repository: Repository,
  branch: string,
  changes: Readonly<Record<string, string | null>>,
  message = 'somebody else',
): Commit {
  const before = commitAt(repository, branch);
  const files = new Map(before?.files);
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, new TextEncoder().encode(text));
  }
  const commit = addCommit(repository, files, message, before?.sha);
  repository.branches.set(branch, commit.sha);
  return commit;
}

/** The commit that last touched a file, seen from `commit`. */
export function lastCommitOf(repository: Repository, commit: Commit, path: string): Commit {
  const parent = commit.parent === undefined ? undefined : repository.commits.get(commit.parent);
  const [now, before] = [commit.files.get(path), parent?.files.get(path)];
  const same = now !== undefined && before !== undefined && revisionOf(now) === revisionOf(before);
  return parent && same ? lastCommitOf(repository, parent, path) : commit;
}

/** Opens a proposal. */
export function addRequest(repository: Repository, title: string, head: string, base: string): Request {
  const number = repository.requests.length + 1;
  const created = new Date(Date.UTC(2026, 10, 29, 0, number)).toISOString();
  const request: Request = { number, title, head, base, created, check: 'none', preview: undefined };
  repository.requests.push(request);
  return request;
}
