import { revisionOf } from '../../editor/store/revision.ts';
import {
  addCommit,
  addRequest,
  commitAt,
  entriesOf,
  filesBelow,
  treeOf,
  type Files,
  type Repository,
  type Request,
} from './repository.ts';
import { answer, notFound, type Answer, type HostKind, type Question } from './server.ts';

/** GitHub as https://docs.github.com/en/rest describes it (version 2022-11-28), at the address of an Enterprise Server. */

/** Above this many entries a tree is cut off. Really at 7 MB too. */
const longestTrees = { real: 100_000, small: 60 };
export const longestTree = longestTrees.small;
/** Above this size contents are left out: https://docs.github.com/en/rest/repos/contents#get-repository-content */
const largestContent = 1024 * 1024;

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('base64')
    .replace(/(.{60})/g, '$1\n');

const commitJson = (repository: Repository, sha: string): unknown => {
  const commit = repository.commits.get(sha);
  return { sha, message: commit?.message, tree: { sha: treeOf(repository, commit?.files ?? new Map()) } };
};

function getTree(repository: Repository, ref: string, recursive: boolean): Answer {
  const files = repository.trees.get(ref) ?? commitAt(repository, ref)?.files;
  if (!files) return notFound;
  const tree = entriesOf(repository, files, recursive).map((one) => ({ ...one, mode: '100644' }));
  const most = longestTrees[repository.realLimits ? 'real' : 'small'];
  return answer({
    sha: treeOf(repository, files),
    tree: tree.slice(0, recursive ? most : undefined),
    truncated: recursive && tree.length > most,
  });
}

function getContent(repository: Repository, path: string, ref: string): Answer {
  const files = commitAt(repository, ref)?.files ?? new Map<string, Uint8Array>();
  const bytes = files.get(path);
  const folder = filesBelow(files, path);
  if (!bytes && folder.size > 0)
    return answer(
      entriesOf(repository, folder, false)
        .slice(0, 1000)
        .map(({ path: name, type, sha }) => ({ name, type: type === 'tree' ? 'dir' : 'file', sha })),
    );
  if (!bytes) return notFound;
  const small = bytes.length <= largestContent;
  return answer({
    type: 'file',
    path,
    sha: revisionOf(bytes),
    size: bytes.length,
    encoding: small ? 'base64' : 'none',
    content: small ? base64(bytes) : '',
  });
}

interface Entry {
  readonly path: string;
  readonly sha: string | null;
}

function makeTree(repository: Repository, base: string, entries: readonly Entry[]): Answer {
  const files = new Map(repository.trees.get(base));
  for (const { path, sha } of entries) {
    const bytes = sha === null ? undefined : repository.blobs.get(sha);
    if (sha === null && !files.delete(path)) return answer({ message: 'GitRPC::BadObjectState' }, 422);
    if (sha !== null && !bytes) return answer({ message: 'tree.sha is not a valid blob' }, 422);
    if (bytes) files.set(path, bytes);
  }
  return answer({ sha: treeOf(repository, files) }, 201);
}

function updateRef(repository: Repository, branch: string, sha: string): Answer {
  const now = repository.branches.get(branch);
  if (now === undefined) return answer({ message: 'Reference does not exist' }, 422);
  if (repository.guarded.has(branch))
    return answer({ message: 'Changes must be made through a pull request.' }, 422);
  if (repository.commits.get(sha)?.parent !== now)
    return answer({ message: 'Update is not a fast forward' }, 422);
  repository.branches.set(branch, sha);
  return answer({ ref: `refs/heads/${branch}`, object: { sha } });
}

const pullJson = ({ branches }: Repository, { number, title, head, base, created }: Request): unknown => ({
  number,
  title,
  html_url: `https://github.test/pull/${number}`,
  created_at: created,
  user: { login: 'tran-an' },
  head: { ref: head, sha: branches.get(head) },
  base: { ref: base },
});

const requestAt = ({ requests, branches }: Repository, sha: string | null): Request | undefined =>
  requests.find(({ head }) => branches.get(head) === sha);

function runsOf(repository: Repository, sha: string | null): unknown {
  const check = requestAt(repository, sha)?.check ?? 'none';
  const run = {
    status: check === 'running' ? 'in_progress' : 'completed',
    conclusion: check === 'running' ? null : check === 'passed' ? 'success' : 'failure',
    html_url: `https://github.test/actions/runs/${sha}`,
  };
  return { total_count: check === 'none' ? 0 : 1, workflow_runs: check === 'none' ? [] : [run] };
}

function get(repository: Repository, path: string, query: URLSearchParams): Answer {
  const [, kind = '', rest = ''] =
    /^\/(git\/ref\/heads|git\/commits|git\/trees|git\/blobs|contents)\/(.+)$/.exec(path) ?? [];
  const named = decodeURIComponent(rest);
  switch (kind) {
    case 'git/ref/heads': {
      const sha = repository.branches.get(named);
      return sha === undefined
        ? notFound
        : answer({ ref: `refs/heads/${named}`, object: { type: 'commit', sha } });
    }
    case 'git/commits':
      return repository.commits.has(named) ? answer(commitJson(repository, named)) : notFound;
    case 'git/trees':
      return getTree(repository, named, query.has('recursive'));
    case 'git/blobs': {
      const bytes = repository.blobs.get(named);
      return bytes ? answer({ sha: named, encoding: 'base64', content: base64(bytes) }) : notFound;
    }
    case 'contents':
      return getContent(repository, named, query.get('ref') ?? 'main');
  }
  if (path === '/pulls') {
    const open = repository.requests.filter(({ base }) => base === (query.get('base') ?? base));
    return answer([...open].reverse().map((one) => pullJson(repository, one)));
  }
  if (path === '/actions/runs') return answer(runsOf(repository, query.get('head_sha')));
  if (path === '/deployments')
    return answer(
      requestAt(repository, query.get('sha'))?.preview
        ? [{ id: requestAt(repository, query.get('sha'))?.number }]
        : [],
    );
  const deployment = /^\/deployments\/(\d+)\/statuses$/.exec(path)?.[1];
  const preview = repository.requests[Number(deployment) - 1]?.preview;
  return preview === undefined ? notFound : answer([{ state: 'success', environment_url: preview }]);
}

function change(repository: Repository, { method, path, body }: Question): Answer {
  const branch = /^\/git\/refs\/heads\/(.+)$/.exec(path)?.[1];
  if (method === 'PATCH' && branch !== undefined)
    return updateRef(repository, decodeURIComponent(branch), String(body['sha']));
  switch (path) {
    case '/git/blobs': {
      if (body['encoding'] !== 'base64') return answer({ message: 'Validation Failed' }, 422);
      const bytes = new Uint8Array(Buffer.from(String(body['content']), 'base64'));
      repository.blobs.set(revisionOf(bytes), bytes);
      return answer({ sha: revisionOf(bytes) }, 201);
    }
    case '/git/trees':
      return makeTree(repository, String(body['base_tree']), body['tree'] as Entry[]);
    case '/git/commits': {
      const files: Files | undefined = repository.trees.get(String(body['tree']));
      const [parent] = body['parents'] as string[];
      if (!files) return answer({ message: 'Tree SHA does not exist' }, 422);
      return answer({ sha: addCommit(repository, files, String(body['message']), parent).sha }, 201);
    }
    case '/git/refs': {
      const name = String(body['ref']).replace('refs/heads/', '');
      if (repository.branches.has(name)) return answer({ message: 'Reference already exists' }, 422);
      repository.branches.set(name, String(body['sha']));
      return answer({ ref: body['ref'], object: { sha: body['sha'] } }, 201);
    }
    case '/pulls': {
      const { title, head, base } = body as Readonly<Record<string, string>>;
      if (!repository.branches.has(head ?? '')) return answer({ message: 'Validation Failed' }, 422);
      return answer(pullJson(repository, addRequest(repository, title ?? '', head ?? '', base ?? '')), 201);
    }
  }
  return notFound;
}

export const github: HostKind = {
  api: '/api/v3',
  scheme: 'Bearer',
  unauthorized: { message: 'Bad credentials', status: '401' },
  answer(repository, question) {
    if (question.path === '/user') return answer({ login: 'tran-an', name: 'Trần An' });
    const start = `/repos/${repository.project}`;
    if (!question.path.startsWith(`${start}/`)) return notFound;
    const path = question.path.slice(start.length);
    return question.method === 'GET'
      ? get(repository, path, question.query)
      : change(repository, { ...question, path });
  },
};
