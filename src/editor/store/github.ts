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
import { saveOn, type Committing, type CurrentFile, type HeldChange } from './saving.ts';
import { StoreError, type CheckState, type Proposal } from './store.ts';

/**
 * GitHub, and GitHub Enterprise Server. It has no sign-in for a page without a server of its own (its token address answers
 * no browser), so people paste a fine-grained token for this one repository, with the rights Contents and Pull requests to
 * write, Actions and Deployments to read: https://docs.github.com/en/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
 */

const accept = 'application/vnd.github+json';

/** https://docs.github.com/en/rest/git/trees#get-a-tree; not more than 100,000 entries, which no folder has */
interface TreeAnswer {
  readonly tree: readonly { readonly path: string; readonly type: string; readonly sha: string }[];
}

/** https://docs.github.com/en/rest/repos/contents#get-repository-content: of a folder not more than 1,000 files */
type FolderAnswer = readonly { readonly name: string; readonly type: string; readonly sha: string }[];

/** https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-repository */
interface Run {
  readonly status: string;
  readonly conclusion: string | null;
  readonly html_url: string;
}

function stateOfRuns(runs: readonly Run[]): { check: CheckState; checkUrl?: string } {
  const [first] = runs;
  if (!first) return { check: 'none' };
  const failed = runs.find(
    ({ conclusion }) => conclusion !== null && !['success', 'neutral', 'skipped'].includes(conclusion),
  );
  if (failed) return { check: 'failed', checkUrl: failed.html_url };
  const running = runs.find(({ status }) => status !== 'completed');
  return { check: running ? 'running' : 'passed', checkUrl: (running ?? first).html_url };
}

interface PullRequest {
  readonly title: string;
  readonly html_url: string;
  readonly created_at: string;
  readonly user: { readonly login: string } | null;
  readonly head: { readonly ref: string; readonly sha: string };
}

const deploymentStates: Readonly<Record<string, CheckState>> = {
  success: 'passed',
  failure: 'failed',
  error: 'failed',
  inactive: 'none',
};

export function githubStore(
  settings: HostSettings,
  credentials: Credentials,
  now: () => number = Date.now,
): HostStore {
  const ask = asking(settings, credentials, 'Bearer');
  const repository = `/repos/${inAddress(settings.project)}`;
  const branch = inAddress(settings.branch);
  const get = async (path: string): Promise<unknown> => (await ask(path, { accept })).json;

  async function fileAt(path: string, ref: string): Promise<CurrentFile | undefined> {
    // https://docs.github.com/en/rest/repos/contents#get-repository-content
    const answer = await ask(`${repository}/contents/${inAddress(path)}?ref=${encodeURIComponent(ref)}`, {
      accept: 'application/vnd.github.object+json',
      expect: [404],
    });
    if (answer.status === 404) return undefined;
    const { sha, content, encoding } = answer.json as { sha: string; content: string; encoding: string };
    if (encoding === 'base64') return { bytes: fromBase64(content), revision: sha };
    // Above 1 MB the content is left out, and the blob has it.
    const blob = (await get(`${repository}/git/blobs/${sha}`)) as { content: string };
    return { bytes: fromBase64(blob.content), revision: sha };
  }

  const commitOf = async (): Promise<string> => {
    const ref = (await get(`${repository}/git/ref/heads/${branch}`)) as { object: { sha: string } };
    return ref.object.sha;
  };

  /** Puts a commit into the repository, which no branch has yet: https://docs.github.com/en/rest/git/trees#create-a-tree */
  async function commitObject(
    changes: readonly HeldChange[],
    message: string,
    parent: string,
  ): Promise<string> {
    const post = async (path: string, body: unknown): Promise<{ sha: string }> =>
      (await ask(repository + path, { method: 'POST', accept, body })).json as { sha: string };
    const { tree } = (await get(`${repository}/git/commits/${parent}`)) as { tree: { sha: string } };
    const entries = await Promise.all(
      changes.map(async ({ path, bytes }) => {
        // A tree takes text only; a blob takes any bytes. `null` deletes.
        const blob = bytes && (await post('/git/blobs', { content: toBase64(bytes), encoding: 'base64' }));
        return { path, mode: '100644', type: 'blob', sha: blob?.sha ?? null };
      }),
    );
    const made = await post('/git/trees', { base_tree: tree.sha, tree: entries });
    return (await post('/git/commits', { message, tree: made.sha, parents: [parent] })).sha;
  }

  const host: Committing = {
    // Whether this person may push is known only when it is tried: rules have exceptions.
    head: async () => ({ commit: await commitOf(), canPush: true }),
    fileAt,
    async commit(changes, message, head) {
      const sha = await commitObject(changes, message, head.commit);
      // https://docs.github.com/en/rest/git/refs#update-a-reference
      const answer = await ask(`${repository}/git/refs/heads/${branch}`, {
        method: 'PATCH',
        accept,
        body: { sha, force: false },
        expect: [403, 409, 422],
      });
      if (answer.status < 300) return 'done';
      // It refuses for two reasons with the same number: somebody was faster, or the branch is protected.
      return (await commitOf()) === head.commit ? 'protected' : 'moved';
    },
    async propose(changes, message, head, name) {
      const sha = await commitObject(changes, message, head.commit);
      await ask(`${repository}/git/refs`, {
        method: 'POST',
        accept,
        body: { ref: `refs/heads/${name}`, sha },
      });
      // https://docs.github.com/en/rest/pulls/pulls#create-a-pull-request
      const body = { title: message, head: name, base: settings.branch };
      const answer = await ask(`${repository}/pulls`, { method: 'POST', accept, body });
      return (answer.json as { html_url: string }).html_url;
    },
  };

  /** A right that the token does not have only means that less is known of a proposal. */
  async function ifAllowed<Value>(
    path: string,
    read: (json: unknown) => Value,
    otherwise: Value,
  ): Promise<Value> {
    const answer = await ask(path, { accept, expect: [403, 404] });
    return answer.status < 300 ? read(answer.json) : otherwise;
  }

  /** https://docs.github.com/en/rest/deployments/statuses#list-deployment-statuses */
  async function previewOf(sha: string): Promise<Proposal['preview']> {
    const deployments = await ifAllowed(
      `${repository}/deployments?sha=${sha}&per_page=1`,
      (json) => json as readonly { id: number }[],
      [],
    );
    const [deployment] = deployments;
    if (!deployment) return undefined;
    const [latest] = await ifAllowed(
      `${repository}/deployments/${deployment.id}/statuses?per_page=1`,
      (json) => json as readonly { state: string; environment_url?: string }[],
      [],
    );
    if (!latest) return { state: 'running' };
    const url = latest.environment_url;
    return { state: deploymentStates[latest.state] ?? 'running', ...(url ? { url } : {}) };
  }

  async function proposalOf(pull: PullRequest): Promise<Proposal> {
    const { sha, ref } = pull.head;
    const runs = await ifAllowed(
      `${repository}/actions/runs?head_sha=${sha}&per_page=20`,
      (json) => (json as { workflow_runs: readonly Run[] }).workflow_runs,
      [],
    );
    const preview = await previewOf(sha);
    return {
      title: pull.title,
      url: pull.html_url,
      branch: ref,
      author: pull.user?.login ?? '',
      created: pull.created_at,
      ...stateOfRuns(runs),
      ...(preview && { preview }),
    };
  }

  return {
    name: `${settings.project} (${settings.branch})`,
    canPropose: true,
    async author() {
      const { name, login } = (await get('/user')) as { name: string | null; login: string };
      return name ?? login;
    },
    async folder(path, hash) {
      if (hash !== undefined) {
        const { tree } = (await get(`${repository}/git/trees/${hash}`)) as TreeAnswer;
        return tree.flatMap(({ path: name, type, sha }) =>
          type === 'tree' || type === 'blob'
            ? [{ name, kind: type === 'tree' ? 'folder' : 'file', hash: sha } as const]
            : [],
        );
      }
      const address = `${repository}/contents/${inAddress(path)}?ref=${encodeURIComponent(settings.branch)}`;
      const answer = await ask(address, { accept, expect: [404] });
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
      const query = `state=open&base=${encodeURIComponent(settings.branch)}&sort=created&direction=desc&per_page=50`;
      const pulls = (await get(`${repository}/pulls?${query}`)) as readonly PullRequest[];
      return Promise.all(pulls.filter(({ head }) => isProposalBranch(head.ref)).map(proposalOf));
    },
  };
}
