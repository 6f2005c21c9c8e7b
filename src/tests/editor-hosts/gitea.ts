import { revisionOf } from '../../editor/store/revision.ts';
import {
  addCommit,
  addRequest,
  commitAt,
  entriesOf,
  filesBelow,
  type Repository,
  type Request,
} from './repository.ts';
import { answer, notFound, type Answer, type HostKind, type Question } from './server.ts';

/**
 * Gitea 1.20 and later, and Forgejo, as https://docs.gitea.com/api/ describes it, with the numbers of its answers from
 * `handleChangeRepoFilesError` (go-gitea/gitea, routers/api/v1/repo/file.go at 000762f8db280ae45ec1b8134ee9418aa7e1d421).
 */

/** `DEFAULT_GIT_TREES_PER_PAGE` */
const treePages = { real: 1000, small: 25 };

function getTree(repository: Repository, ref: string, query: URLSearchParams): Answer {
  const files = repository.trees.get(ref) ?? commitAt(repository, ref)?.files;
  if (!files) return notFound;
  const all = entriesOf(repository, files, query.get('recursive') === 'true');
  const page = Number(query.get('page') ?? 1);
  const treePage = treePages[repository.realLimits ? 'real' : 'small'];
  const tree = all.slice((page - 1) * treePage, page * treePage);
  return answer({ sha: ref, tree, page, total_count: all.length, truncated: page * treePage < all.length });
}

interface Operation {
  readonly operation: string;
  readonly path: string;
  readonly content?: string;
  readonly sha?: string;
}

function changeFiles(repository: Repository, body: Question['body']): Answer {
  const { branch = 'main', new_branch = branch, message = '' } = body as Readonly<Record<string, string>>;
  if (repository.guarded.has(new_branch))
    return answer({ message: 'user should have a permission to write to the target branch' }, 403);
  if (new_branch !== branch && repository.branches.has(new_branch))
    return answer({ message: `branch already exists [name: ${new_branch}]` }, 422);
  const start = commitAt(repository, branch);
  if (!start) return answer({ message: `branch does not exist [name: ${branch}]` }, 404);
  const files = new Map(start.files);
  for (const { operation, path, content, sha } of (body['files'] ?? []) as Operation[]) {
    const now = files.get(path);
    if (operation === 'create' && now)
      return answer({ message: `repository file already exists [path: ${path}]` }, 422);
    if (operation !== 'create') {
      if (!now) return answer({ message: `repository file does not exist [path: ${path}]` }, 404);
      if (sha === undefined) return answer({ message: 'a SHA or commit ID must be proved' }, 422);
      if (sha !== revisionOf(now))
        return answer({ message: `sha does not match [given: ${sha}, expected: ${revisionOf(now)}]` }, 422);
    }
    if (operation === 'delete') files.delete(path);
    else files.set(path, new Uint8Array(Buffer.from(content ?? '', 'base64')));
  }
  const made = addCommit(repository, files, message, start.sha);
  repository.branches.set(new_branch, made.sha);
  return answer({ commit: { sha: made.sha }, files: [] }, 201);
}

const pullJson = ({ branches }: Repository, { number, title, head, base, created }: Request): unknown => ({
  number,
  title,
  html_url: `https://gitea.test/pulls/${number}`,
  created_at: created,
  user: { login: 'tran-an', full_name: 'Trần An' },
  head: { ref: head, sha: branches.get(head) },
  base: { ref: base },
});

const commitStates = { running: 'pending', passed: 'success', failed: 'failure' };

function statusOf({ requests, branches }: Repository, sha: string): unknown {
  const request = requests.find(({ head }) => branches.get(head) === sha);
  if (!request || request.check === 'none') return { state: '', statuses: null };
  const state = commitStates[request.check];
  const target_url = `https://gitea.test/actions/runs/${request.number}`;
  return {
    state,
    statuses: [
      { context: 'Site / check (pull_request)', status: state, target_url },
      ...(request.preview === undefined
        ? []
        : [{ context: 'preview', status: 'success', target_url: request.preview }]),
    ],
  };
}

function answerIn(repository: Repository, { method, path, query, body }: Question): Answer {
  const [, kind = '', rest = ''] = /^\/(branches|git\/trees|contents|commits)\/(.+)$/.exec(path) ?? [];
  const named = decodeURIComponent(rest);
  if (method === 'GET') {
    switch (kind) {
      case 'branches': {
        const id = repository.branches.get(named);
        const guarded = repository.guarded.has(named);
        return id === undefined
          ? notFound
          : answer({ name: named, commit: { id }, protected: guarded, user_can_push: !guarded });
      }
      case 'git/trees':
        return getTree(repository, named, query);
      case 'contents': {
        const files = commitAt(repository, query.get('ref') ?? 'main')?.files ?? new Map();
        const bytes = files.get(named);
        const folder = filesBelow(files, named);
        if (!bytes && folder.size > 0)
          return answer(
            entriesOf(repository, folder, false).map(({ path: name, type, sha }) => ({
              name,
              type: type === 'tree' ? 'dir' : 'file',
              sha,
            })),
          );
        if (!bytes) return notFound;
        const content = Buffer.from(bytes).toString('base64');
        return answer({ path: named, sha: revisionOf(bytes), type: 'file', encoding: 'base64', content });
      }
      case 'commits':
        return answer(statusOf(repository, named.replace(/\/status$/, '')));
    }
    if (path === '/pulls') return answer(repository.requests.map((one) => pullJson(repository, one)));
  }
  if (method === 'POST' && path === '/contents') return changeFiles(repository, body);
  if (method === 'POST' && path === '/pulls') {
    const { title = '', head = '', base = '' } = body as Readonly<Record<string, string>>;
    if (!repository.branches.has(head)) return notFound;
    return answer(pullJson(repository, addRequest(repository, title, head, base)), 201);
  }
  return notFound;
}

export const gitea: HostKind = {
  api: '/api/v1',
  scheme: 'token',
  oauth: { authorize: '/login/oauth/authorize', token: '/login/oauth/access_token' },
  unauthorized: { message: 'invalid username, password or token' },
  answer(repository, question) {
    if (question.path === '/user') return answer({ login: 'tran-an', full_name: 'Trần An' });
    const start = `/repos/${repository.project}`;
    if (!question.path.startsWith(`${start}/`)) return notFound;
    return answerIn(repository, { ...question, path: question.path.slice(start.length) });
  },
};
