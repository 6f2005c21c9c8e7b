import { revisionOf } from '../../editor/store/revision.ts';
import {
  addCommit,
  addRequest,
  commitAt,
  entriesOf,
  filesBelow,
  lastCommitOf,
  type Repository,
  type Request,
} from './repository.ts';
import { answer, type Answer, type HostKind, type Question } from './server.ts';

/** GitLab as https://docs.gitlab.com/api/rest/ describes it. */

const notFound = (what: string): Answer => answer({ message: `404 ${what} Not Found` }, 404);

function getTree(repository: Repository, query: URLSearchParams): Answer {
  const commit = commitAt(repository, query.get('ref') ?? 'main');
  const folder = query.get('path') ?? '';
  const files = commit && filesBelow(commit.files, folder);
  if (!files || files.size === 0) return notFound('invalid revision or path');
  const entries = entriesOf(repository, files, query.get('recursive') === 'true');
  // At most 100 a page, whatever is asked for: https://docs.gitlab.com/api/rest/#pagination
  const length = Math.min(100, Number(query.get('per_page') ?? 20));
  const from = (Number(query.get('page') ?? 1) - 1) * length;
  return answer(
    entries.slice(from, from + length).map(({ path, type, sha }) => ({
      id: sha,
      name: path.slice(path.lastIndexOf('/') + 1),
      type,
      path: folder === '' ? path : `${folder}/${path}`,
      mode: type === 'blob' ? '100644' : '040000',
    })),
  );
}

function getFile(repository: Repository, path: string, ref: string): Answer {
  const commit = commitAt(repository, ref);
  const bytes = commit?.files.get(path);
  if (!commit || !bytes) return notFound('File');
  return answer({
    file_path: path,
    encoding: 'base64',
    content: Buffer.from(bytes).toString('base64'),
    blob_id: revisionOf(bytes),
    commit_id: commit.sha,
    last_commit_id: lastCommitOf(repository, commit, path).sha,
  });
}

interface Action {
  readonly action: string;
  readonly file_path: string;
  readonly content?: string;
  readonly encoding?: string;
  readonly last_commit_id?: string;
}

/** https://docs.gitlab.com/api/commits/#create-a-commit-with-multiple-files-and-actions */
function commit(repository: Repository, body: Question['body']): Answer {
  const { branch, start_branch, start_sha, commit_message } = body as Readonly<Record<string, string>>;
  const name = branch ?? '';
  const fresh = !repository.branches.has(name);
  if (!fresh && repository.guarded.has(name))
    return answer({ message: 'You are not allowed to push into this branch' }, 403);
  const start = commitAt(repository, fresh ? (start_sha ?? start_branch ?? '') : name);
  if (!start) return answer({ message: 'You can only create or edit files when you are on a branch' }, 400);
  const files = new Map(start.files);
  for (const one of (body['actions'] ?? []) as Action[]) {
    const there = files.has(one.file_path);
    if (one.action === 'create' && there)
      return answer({ message: 'A file with this name already exists' }, 400);
    if (one.action !== 'create' && !there)
      return answer({ message: "A file with this name doesn't exist" }, 400);
    if (
      there &&
      one.last_commit_id !== undefined &&
      lastCommitOf(repository, start, one.file_path).sha !== one.last_commit_id
    )
      return answer({ message: `The file has changed since you started editing it: ${one.file_path}` }, 400);
    if (one.action === 'delete') files.delete(one.file_path);
    else
      files.set(
        one.file_path,
        new Uint8Array(Buffer.from(one.content ?? '', one.encoding === 'base64' ? 'base64' : 'utf8')),
      );
  }
  const made = addCommit(repository, files, commit_message ?? '', start.sha);
  repository.branches.set(name, made.sha);
  return answer({ id: made.sha, message: made.message }, 201);
}

const pipelineStates = { running: 'running', passed: 'success', failed: 'failed' };

const requestJson = ({ number, title, head, base, created, check }: Request, whole: boolean): unknown => ({
  iid: number,
  title,
  web_url: `https://gitlab.test/-/merge_requests/${number}`,
  created_at: created,
  source_branch: head,
  target_branch: base,
  author: { username: 'tran-an', name: 'Trần An' },
  // Only the single merge request says it: https://docs.gitlab.com/api/merge_requests/#get-single-mr
  ...(whole && {
    head_pipeline:
      check === 'none'
        ? null
        : { status: pipelineStates[check], web_url: `https://gitlab.test/-/pipelines/${number}` },
  }),
});

function answerIn(repository: Repository, { method, path, query, body }: Question): Answer {
  const [, kind = '', rest = ''] =
    /^\/(repository\/files|repository\/branches|merge_requests)\/([^/]+)$/.exec(path) ?? [];
  const named = decodeURIComponent(rest);
  if (kind === 'repository/files') return getFile(repository, named, query.get('ref') ?? 'main');
  if (kind === 'repository/branches') {
    const id = repository.branches.get(named);
    const guarded = repository.guarded.has(named);
    if (id === undefined) return notFound('Branch');
    return answer({ name: named, commit: { id }, protected: guarded, can_push: !guarded });
  }
  if (kind === 'merge_requests') {
    const request = repository.requests[Number(named) - 1];
    return request ? answer(requestJson(request, true)) : notFound('Merge Request');
  }
  switch (`${method} ${path}`) {
    case 'GET /repository/tree':
      return getTree(repository, query);
    case 'POST /repository/commits':
      return commit(repository, body);
    case 'GET /merge_requests':
      return answer([...repository.requests].reverse().map((one) => requestJson(one, false)));
    case 'POST /merge_requests': {
      const { source_branch = '', target_branch = '', title = '' } = body as Readonly<Record<string, string>>;
      if (!repository.branches.has(source_branch))
        return answer({ message: 'source branch does not exist' }, 400);
      return answer(requestJson(addRequest(repository, title, source_branch, target_branch), true), 201);
    }
    case 'GET /environments': {
      const search = query.get('search') ?? '';
      // https://docs.gitlab.com/api/environments/: at least three letters
      if (search.length < 3) return answer({ message: '400 Bad request' }, 400);
      const found = repository.requests.filter(
        ({ head, preview }) => head.startsWith(search) && preview !== undefined,
      );
      return answer(
        found.map(({ number, head, preview }) => ({ id: number, name: head, external_url: preview })),
      );
    }
  }
  return notFound('Route');
}

export const gitlab: HostKind = {
  api: '/api/v4',
  scheme: 'Bearer',
  oauth: { authorize: '/oauth/authorize', token: '/oauth/token' },
  unauthorized: { message: '401 Unauthorized' },
  answer(repository, question) {
    if (question.path === '/user') return answer({ username: 'tran-an', name: 'Trần An' });
    const start = `/projects/${encodeURIComponent(repository.project)}`;
    if (!question.path.startsWith(`${start}/`)) return notFound('Project');
    return answerIn(repository, { ...question, path: question.path.slice(start.length) });
  },
};
