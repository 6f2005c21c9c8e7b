import {
  asking,
  fromBase64,
  isProposalBranch,
  toBase64,
  type Credentials,
  type HostSettings,
} from './host.ts';
import type { HostStore } from './host-store.ts';
import { saveOn, type Committing, type CurrentFile, type HeldChange } from './saving.ts';
import { StoreError, type CheckState, type Proposal } from './store.ts';

/** GitLab, on gitlab.com or one's own server: https://docs.gitlab.com/api/rest/ */

/** https://docs.gitlab.com/api/repositories/#list-repository-tree */
interface TreeEntry {
  readonly id: string;
  readonly name: string;
  readonly type: 'blob' | 'tree' | 'commit';
}

/** Entries a page; more than 100 GitLab does not give. */
const pageLength = 100;
/** Pages that are asked for at once. */
const atOnce = 6;

/** https://docs.gitlab.com/api/pipelines/: the states of a pipeline */
function stateOf(status: string | undefined): CheckState {
  if (status === undefined) return 'none';
  if (status === 'success') return 'passed';
  if (status === 'failed' || status === 'canceled') return 'failed';
  return status === 'skipped' ? 'none' : 'running';
}

interface MergeRequest {
  readonly iid: number;
  readonly title: string;
  readonly web_url: string;
  readonly created_at: string;
  readonly source_branch: string;
  readonly author: { readonly name: string } | null;
  readonly head_pipeline?: { readonly status: string; readonly web_url: string } | null;
}

export function gitlabStore(
  settings: HostSettings,
  credentials: Credentials,
  now: () => number = Date.now,
): HostStore {
  const ask = asking(settings, credentials, 'Bearer');
  const project = `/projects/${encodeURIComponent(settings.project)}`;
  const get = async (path: string): Promise<unknown> => (await ask(path)).json;

  /** What is in a folder: one page, and where that is full the next ones, some at once. */
  async function entriesIn(folder: string): Promise<TreeEntry[]> {
    const pageOf = async (page: number): Promise<TreeEntry[]> => {
      const query = new URLSearchParams({
        path: folder,
        ref: settings.branch,
        per_page: String(pageLength),
        page: String(page),
      });
      const answer = await ask(`${project}/repository/tree?${query}`, { expect: [404] });
      return answer.status === 404 ? [] : (answer.json as TreeEntry[]);
    };
    const entries = await pageOf(1);
    let full = entries.length === pageLength;
    for (let from = 2; full; from += atOnce) {
      const pages = await Promise.all(Array.from({ length: atOnce }, (_, index) => pageOf(from + index)));
      entries.push(...pages.flat());
      full = pages.every((page) => page.length === pageLength);
    }
    return entries;
  }

  async function fileAt(path: string, ref: string): Promise<CurrentFile | undefined> {
    // https://docs.gitlab.com/api/repository_files/#retrieve-a-file-from-a-repository
    const address = `${project}/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(ref)}`;
    const answer = await ask(address, { expect: [404] });
    if (answer.status === 404) return undefined;
    const file = answer.json as { content: string; blob_id: string; last_commit_id: string };
    return { bytes: fromBase64(file.content), revision: file.blob_id, lastCommit: file.last_commit_id };
  }

  async function head() {
    // https://docs.gitlab.com/api/branches/#retrieve-a-repository-branch
    const branch = (await get(`${project}/repository/branches/${encodeURIComponent(settings.branch)}`)) as {
      commit: { id: string };
      can_push: boolean;
    };
    return { commit: branch.commit.id, canPush: branch.can_push };
  }

  /** https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions */
  const actionsOf = (changes: readonly HeldChange[]) =>
    changes.map(({ path, bytes, current }) => ({
      action: bytes === null ? 'delete' : current ? 'update' : 'create',
      file_path: path,
      // GitLab refuses when another commit has touched the file since.
      ...(current?.lastCommit !== undefined && { last_commit_id: current.lastCommit }),
      ...(bytes !== null && { content: toBase64(bytes), encoding: 'base64' }),
    }));

  const host: Committing = {
    head,
    fileAt,
    async commit(changes, message, before) {
      const body = { branch: settings.branch, commit_message: message, actions: actionsOf(changes) };
      const answer = await ask(`${project}/repository/commits`, { method: 'POST', body, expect: [400, 403] });
      if (answer.status < 300) return 'done';
      const after = await head();
      if (after.commit !== before.commit) return 'moved';
      if (answer.status === 403 || !after.canPush) return 'protected';
      throw new StoreError('host', `400 ${JSON.stringify((answer.json as { message?: unknown })?.message)}`);
    },
    async propose(changes, message, before, branch) {
      const body = {
        branch,
        start_sha: before.commit,
        commit_message: message,
        actions: actionsOf(changes),
      };
      await ask(`${project}/repository/commits`, { method: 'POST', body });
      // https://docs.gitlab.com/api/merge_requests/#create-mr
      const request = {
        source_branch: branch,
        target_branch: settings.branch,
        title: message,
        remove_source_branch: true,
      };
      const answer = await ask(`${project}/merge_requests`, { method: 'POST', body: request });
      return (answer.json as { web_url: string }).web_url;
    },
  };

  async function proposalOf({ iid }: MergeRequest): Promise<Proposal> {
    // The list does not say how the pipeline stands, the single one does.
    const one = (await get(`${project}/merge_requests/${iid}`)) as MergeRequest;
    const pipeline = one.head_pipeline ?? undefined;
    return {
      title: one.title,
      url: one.web_url,
      branch: one.source_branch,
      author: one.author?.name ?? '',
      created: one.created_at,
      check: stateOf(pipeline?.status),
      ...(pipeline && { checkUrl: pipeline.web_url }),
      ...(await previewOf(one.source_branch)),
    };
  }

  /** The review app of the branch, where the pipeline makes one: https://docs.gitlab.com/api/environments/#list-environments */
  async function previewOf(branch: string): Promise<Pick<Proposal, 'preview'>> {
    const query = new URLSearchParams({ search: branch.slice(0, 60), states: 'available', per_page: '1' });
    const answer = await ask(`${project}/environments?${query}`, { expect: [400, 403, 404] });
    const [found] = answer.status < 300 ? (answer.json as { external_url: string | null }[]) : [];
    return found?.external_url ? { preview: { state: 'passed', url: found.external_url } } : {};
  }

  return {
    name: `${settings.project} (${settings.branch})`,
    canPropose: true,
    author: async () => ((await get('/user')) as { name: string }).name,
    async folder(path) {
      return (await entriesIn(path)).flatMap(({ name, type, id }) =>
        type === 'commit' ? [] : [{ name, kind: type === 'tree' ? 'folder' : 'file', hash: id } as const],
      );
    },
    async read(path) {
      const file = await fileAt(path, settings.branch);
      if (!file) throw new StoreError('notFound', path);
      return { bytes: file.bytes, revision: file.revision };
    },
    save: (changes, message) => saveOn(host, changes, message, now),
    async proposals() {
      const query = new URLSearchParams({
        state: 'opened',
        target_branch: settings.branch,
        order_by: 'created_at',
        sort: 'desc',
        per_page: '50',
      });
      const requests = (await get(`${project}/merge_requests?${query}`)) as readonly MergeRequest[];
      return Promise.all(requests.filter((one) => isProposalBranch(one.source_branch)).map(proposalOf));
    },
  };
}
