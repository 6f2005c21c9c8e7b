import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Repository } from './repository.ts';

/**
 * A git host on this computer, for tests: it answers on the loopback address as the documentation of the real one says, for
 * pages of another origin too. It proves the editor, not the host.
 */

export interface Question {
  readonly method: string;
  /** Behind the address of the API, as it was sent: `/projects/a%2Fb/…`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: IncomingMessage['headers'];
}

export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const answer = (json: unknown, status = 200): Answer => ({ status, json });
export const notFound: Answer = answer({ message: 'Not Found' }, 404);

/** One host: where its API lies, where people sign in, and what it answers. */
export interface HostKind {
  readonly api: string;
  readonly scheme: 'Bearer' | 'token';
  readonly oauth?: { readonly authorize: string; readonly token: string };
  answer(repository: Repository, question: Question): Answer;
  /** What it says to a token that it does not know. */
  readonly unauthorized: unknown;
}

export interface RunningHost {
  /** Where people open it: `http://127.0.0.1:34567`. */
  readonly url: string;
  readonly repository: Repository;
  /** Tokens that are good. */
  readonly tokens: Set<string>;
  /** Everything that was asked, in order: `GET /repos/…`. */
  readonly asked: string[];
  /** What came in the header `Authorization`, for each question. */
  readonly authorizations: (string | undefined)[];
  /** Called before each answer: to change the repository in between, or to answer instead. */
  before: ((question: Question) => Answer | undefined) | undefined;
  /** Whether the network leads to it. */
  reachable: boolean;
  /** Lets no sign-in be renewed any more. */
  endSignIns(): void;
  close(): Promise<void>;
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, accept',
  'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
  // Gitea lets a browser keep the answer for ten minutes, GitLab for two hours, GitHub for a day.
  'access-control-max-age': '600',
  'access-control-expose-headers': 'link, retry-after, x-ratelimit-remaining',
};

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, { status, json, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...cors, ...headers });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

/** Codes and tokens of the sign-in (RFC 6749 with RFC 7636). */
interface SignIns {
  readonly codes: Map<string, { readonly challenge: string; readonly redirect: string }>;
  readonly refreshTokens: Set<string>;
}

export const clientId = 'editor-of-the-bulletin';

function authorize(signIns: SignIns, query: URLSearchParams): Answer {
  const redirect = query.get('redirect_uri') ?? '';
  const challenge = query.get('code_challenge');
  const sound =
    query.get('client_id') === clientId &&
    query.get('response_type') === 'code' &&
    query.get('code_challenge_method') === 'S256' &&
    challenge !== null;
  if (!sound) return answer({ error: 'invalid_request' }, 400);
  const code = randomBytes(8).toString('hex');
  signIns.codes.set(code, { challenge, redirect });
  const back = new URL(redirect);
  back.searchParams.set('code', code);
  back.searchParams.set('state', query.get('state') ?? '');
  return { status: 302, headers: { location: back.href } };
}

function grant(signIns: SignIns, tokens: Set<string>, form: URLSearchParams): Answer {
  if (form.get('client_id') !== clientId) return answer({ error: 'invalid_client' }, 401);
  if (form.get('grant_type') === 'refresh_token') {
    // Good for one time.
    if (!signIns.refreshTokens.delete(form.get('refresh_token') ?? ''))
      return answer({ error: 'invalid_grant' }, 400);
  } else {
    const code = form.get('code') ?? '';
    const begun = signIns.codes.get(code);
    signIns.codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (begun?.challenge !== challenge || begun.redirect !== form.get('redirect_uri'))
      return answer({ error: 'invalid_grant', error_description: 'The authorization grant is invalid' }, 400);
  }
  const [token, refresh] = [randomBytes(8).toString('hex'), randomBytes(8).toString('hex')];
  tokens.add(token);
  signIns.refreshTokens.add(refresh);
  return answer({ access_token: token, token_type: 'bearer', expires_in: 7200, refresh_token: refresh });
}

/** Starts a host with one repository. */
export async function startHost(kind: HostKind, repository: Repository): Promise<RunningHost> {
  const signIns: SignIns = { codes: new Map(), refreshTokens: new Set() };
  const host = {
    url: '',
    repository,
    tokens: new Set<string>(),
    asked: [] as string[],
    authorizations: [] as (string | undefined)[],
    before: undefined as RunningHost['before'],
    reachable: true,
    endSignIns: () => signIns.refreshTokens.clear(),
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  function answerTo(question: Question): Answer {
    const [scheme, token] = (question.headers.authorization ?? '').split(' ');
    if (scheme !== kind.scheme || token === undefined || !host.tokens.has(token))
      return answer(kind.unauthorized, 401);
    return host.before?.(question) ?? kind.answer(repository, question);
  }

  const server = createServer((request, response) => {
    if (!host.reachable) return void request.socket.destroy();
    void (async () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (request.method === 'OPTIONS') return send(response, { status: 204 });
      const text = await textOf(request);
      if (url.pathname === kind.oauth?.authorize) return send(response, authorize(signIns, url.searchParams));
      if (url.pathname === kind.oauth?.token)
        return send(response, grant(signIns, host.tokens, new URLSearchParams(text)));
      host.asked.push(`${request.method} ${url.pathname}${url.search}`);
      host.authorizations.push(request.headers.authorization);
      if (!url.pathname.startsWith(`${kind.api}/`)) return send(response, notFound);
      const question: Question = {
        method: request.method ?? 'GET',
        path: url.pathname.slice(kind.api.length),
        query: url.searchParams,
        body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
        headers: request.headers,
      };
      send(response, answerTo(question));
    })().catch((error: unknown) => send(response, answer({ message: String(error) }, 500)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return host;
}
