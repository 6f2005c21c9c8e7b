import {
  asking,
  fromBase64,
  inAddress,
  isProposalBranch,
  toBase64,
  type Credentials,
  type HostSettings,
} from './host.ts';
import type { HostStore } from './host-store.ts';
import { inParallel } from './listing.ts';
import { saveOn, type Committing, type CurrentFile, type HeldChange } from './saving.ts';
import { StoreError, type CheckState, type Proposal } from './store.ts';

/** Gitea and Forgejo (Codeberg): https://docs.gitea.com/api/, since 1.20, which changes several files in one commit. */

interface TreeAnswer {
  readonly tree: readonly { readonly path: string; readonly type: string; readonly sha: string }[];
  readonly page: number;
  readonly total_count: number;
  readonly truncated: boolean;
}

/** `GET /repos/{owner}/{repo}/contents/{path}` of a folder */
type FolderAnswer = readonly { readonly name: string; readonly type: string; readonly sha: string }[];

/** `GET /repos/{owner}/{repo}/commits/{ref}/status` */
interface CombinedStatus {
  readonly state: string;
  readonly statuses:
    readonly { readonly context: string; readonly status: string; readonly target_url: string }[] | null;
}

const states: Readonly<Record<string, CheckState>> = {
  success: 'passed',
  warning: 'passed',
  failure: 'failed',
  error: 'failed',
  pending: 'running',
};

interface PullRequest {
  readonly title: string;
  readonly html_url: string;
  readonly created_at: string;
  readonly user: { readonly login: string; readonly full_name: string } | null;
  readonly head: { readonly ref: string; readonly sha: string };
  readonly base: { readonly ref: string };
}

export function giteaStore(
  settings: HostSettings,
  credentials: Credentials,
  now: () => number = Date.now,
): HostStore {
  // Both kinds of token come with this word: those that people make themselves, and those of the sign-in.
  const ask = asking(settings, credentials, 'token');
  const repository = `/repos/${inAddress(settings.project)}`;
  const get = async (path: string): Promise<unknown> => (await ask(path)).json;

  async function head() {
    const branch = (await get(`${repository}/branches/${inAddress(settings.branch)}`)) as {
      commit: { id: string };
      user_can_push: boolean;
    };
    return { commit: branch.commit.id, canPush: branch.user_can_push };
  }

  /** A tree comes in pages, of a length that the operator chooses: the first says how many there are. */
  async function treeOf(sha: string): Promise<TreeAnswer['tree']> {
    const pageOf = async (page: number): Promise<TreeAnswer> =>
      (await get(`${repository}/git/trees/${sha}?recursive=false&page=${page}`)) as TreeAnswer;
    const first = await pageOf(1);
    if (!first.truncated || first.tree.length === 0) return first.tree;
    const pages = Math.ceil(first.total_count / first.tree.length);
    const others = await inParallel(
      Array.from({ length: pages - 1 }, (_, at) => at + 2),
      pageOf,
    );
    return [first, ...others].flatMap(({ tree }) => tree);
  }

  async function fileAt(path: string, ref: string): Promise<CurrentFile | undefined> {
    const address = `${repository}/contents/${inAddress(path)}?ref=${encodeURIComponent(ref)}`;
    const answer = await ask(address, { expect: [404] });
    if (answer.status === 404) return undefined;
    const { sha, content } = answer.json as { sha: string; content: string | null };
    // Above the size that the operator allows there is no content.
    if (content === null) throw new StoreError('host', path);
    return { bytes: fromBase64(content), revision: sha };
  }

  const filesOf = (changes: readonly HeldChange[]) =>
    changes.map(({ path, bytes, current }) => ({
      operation: bytes === null ? 'delete' : current ? 'update' : 'create',
      path,
      // Gitea compares it, and refuses when the file is another one now.
      ...(current && { sha: current.revision }),
      ...(bytes !== null && { content: toBase64(bytes) }),
    }));

  const host: Committing = {
    head,
    fileAt,
    async commit(changes, message, before) {
      const body = { branch: settings.branch, message, files: filesOf(changes) };
      const answer = await ask(`${repository}/contents`, {
        method: 'POST',
        body,
        expect: [403, 404, 409, 422],
      });
      if (answer.status < 300) return 'done';
      const after = await head();
      if (after.commit !== before.commit) return 'moved';
      if (answer.status === 403) return 'protected';
      throw new StoreError(
        'host',
        `${answer.status} ${(answer.json as { message?: string })?.message ?? ''}`,
      );
    },
    async propose(changes, message, _, branch) {
      const body = { branch: settings.branch, new_branch: branch, message, files: filesOf(changes) };
      await ask(`${repository}/contents`, { method: 'POST', body });
      const request = { head: branch, base: settings.branch, title: message };
      const answer = await ask(`${repository}/pulls`, { method: 'POST', body: request });
      return (answer.json as { html_url: string }).html_url;
    },
  };

  async function proposalOf(pull: PullRequest): Promise<Proposal> {
    const { sha, ref } = pull.head;
    const { state, statuses } = (await get(`${repository}/commits/${sha}/status`)) as CombinedStatus;
    const all = statuses ?? [];
    const preview = all.find(({ context }) => /preview|deploy/i.test(context));
    const checkUrl = (all.find(({ status }) => states[status] !== 'passed') ?? all[0])?.target_url;
    return {
      title: pull.title,
      url: pull.html_url,
      branch: ref,
      author: pull.user?.full_name || (pull.user?.login ?? ''),
      created: pull.created_at,
      check: all.length === 0 ? 'none' : (states[state] ?? 'running'),
      ...(checkUrl && { checkUrl }),
      ...(preview && {
        preview: {
          state: states[preview.status] ?? 'running',
          ...(preview.target_url && { url: preview.target_url }),
        },
      }),
    };
  }

  return {
    name: `${settings.project} (${settings.branch})`,
    canPropose: true,
    async author() {
      const { full_name, login } = (await get('/user')) as { full_name: string; login: string };
      return full_name || login;
    },
    async folder(path, hash) {
      if (hash !== undefined)
        return (await treeOf(hash)).flatMap(({ path: name, type, sha }) =>
          type === 'tree' || type === 'blob'
            ? [{ name, kind: type === 'tree' ? 'folder' : 'file', hash: sha } as const]
            : [],
        );
      const address = `${repository}/contents/${inAddress(path)}?ref=${encodeURIComponent(settings.branch)}`;
      const answer = await ask(address, { expect: [404] });
      if (answer.status === 404) return [];
      return (answer.json as FolderAnswer).flatMap(({ name, type, sha }) =>
        type === 'dir' || type === 'file'
          ? [{ name, kind: type === 'dir' ? 'folder' : 'file', hash: sha } as const]
          : [],
      );
    },
    async read(path) {
      const file = await fileAt(path, settings.branch);
      if (!file) throw new StoreError('notFound', path);
      return file;
    },
    save: (changes, message) => saveOn(host, changes, message, now),
    async proposals() {
      const pulls = (await get(
        `${repository}/pulls?state=open&sort=recentupdate&limit=50`,
      )) as readonly PullRequest[];
      const own = pulls.filter(
        ({ head, base }) => isProposalBranch(head.ref) && base.ref === settings.branch,
      );
      const found = await Promise.all(own.map(proposalOf));
      return found.sort((a, b) => (a.created < b.created ? 1 : -1));
    },
  };
}
