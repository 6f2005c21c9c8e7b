import { StoreError } from './store.ts';

/** Which git host the editor writes to, and how it is spoken to. The three hosts differ in their own files. */

export const hostKinds = ['github', 'gitlab', 'gitea'] as const;
export type HostKind = (typeof hostKinds)[number];

/** What the owner of the site says of the repository, in `src/site.ts`. Public: it stands in the page of the editor. */
export interface HostSettings {
  /** `gitea` is Forgejo and Codeberg too. */
  readonly kind: HostKind;
  /** Where people open it, without the project: `https://github.com`, `https://git.example.vn`. */
  readonly url: string;
  /** `owner/name`; on GitLab also with groups, `a/b/name`. */
  readonly project: string;
  /** The branch that the site is built from. */
  readonly branch: string;
  /** Of the application that the operator has registered at GitLab or Gitea, so that people can sign in. No secret. */
  readonly clientId?: string;
}

/**
 * Where a host answers programs. It is the one address that the token is sent to, and all that the page may reach.
 * @example apiOf({ kind: 'github', url: 'https://github.com', … }) // => 'https://api.github.com'
 */
export function apiOf({ kind, url }: HostSettings): string {
  const base = url.replace(/\/+$/, '');
  switch (kind) {
    case 'github':
      // https://docs.github.com/en/enterprise-server@3.17/rest/using-the-rest-api/getting-started-with-the-rest-api
      return base === 'https://github.com' ? 'https://api.github.com' : `${base}/api/v3`;
    case 'gitlab':
      return `${base}/api/v4`;
    case 'gitea':
      return `${base}/api/v1`;
  }
}

/** The origins that a page has to be allowed to reach for this host: for its `connect-src`. */
export const originsOf = (settings: HostSettings): string[] => [
  ...new Set([apiOf(settings), settings.url].map((url) => new URL(url).origin)),
];

/** Who signs the requests. */
export interface Credentials {
  /** The token, renewed before where it can be; `undefined` when nobody is signed in. */
  token(): Promise<string | undefined>;
  /**
   * The host has refused the token.
   * @returns another one, where the sign-in could be renewed
   */
  refused(token: string): Promise<string | undefined>;
}

export interface HostAnswer {
  readonly status: number;
  /** `undefined` where the host sent none. */
  readonly json: unknown;
  readonly headers: Headers;
}

export interface HostRequest {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly accept?: string;
  /** Answers that the caller wants to see for itself, besides those that say all is well. */
  readonly expect?: readonly number[];
}

/** Asks a host. The path begins with `/`, behind the address of the API. */
export type Ask = (path: string, request?: HostRequest) => Promise<HostAnswer>;

/** Longer than any save takes on a slow line; then it counts as offline, and the draft is still there. */
const patience = 90_000;

/** What the host says of an error, in its own words. */
function detailOf(status: number, json: unknown): string {
  const said = json as { message?: unknown; error?: unknown; error_description?: unknown } | undefined;
  const words = said?.error_description ?? said?.message ?? said?.error ?? '';
  return `${status} ${typeof words === 'string' ? words : JSON.stringify(words)}`.trim().slice(0, 500);
}

function faultOf(answer: HostAnswer): StoreError {
  const { status, headers, json } = answer;
  const detail = detailOf(status, json);
  const wait = Number(headers.get('retry-after'));
  if (status === 401) return new StoreError('signedOut', detail);
  // https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api: 403 or 429
  if (status === 429 || (status === 403 && (wait > 0 || headers.get('x-ratelimit-remaining') === '0')))
    return new StoreError('tooOften', detail, wait > 0 ? { retryAfter: wait } : {});
  if (status === 403) return new StoreError('forbidden', detail);
  if (status === 404) return new StoreError('notFound', detail);
  return new StoreError('host', detail);
}

/**
 * @param scheme the word before the token in the header `Authorization`
 * @returns how this host is asked. Every failure is a `StoreError`
 */
export function asking(settings: HostSettings, credentials: Credentials, scheme: 'Bearer' | 'token'): Ask {
  const api = apiOf(settings);
  const send = async (path: string, request: HostRequest, token: string | undefined): Promise<HostAnswer> => {
    const { method = 'GET', body, accept = 'application/json' } = request;
    let response: Response;
    try {
      response = await fetch(api + path, {
        method,
        headers: {
          accept,
          ...(token !== undefined && { authorization: `${scheme} ${token}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        // What somebody else saved a minute ago must be seen: GitHub lets browsers keep answers for a minute.
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // The token follows no redirect to another place.
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
    } catch (cause) {
      throw new StoreError('offline', cause instanceof Error ? cause.message : '', { cause });
    }
    const json: unknown = await response.json().catch(() => undefined);
    return { status: response.status, json, headers: response.headers };
  };
  return async (path, request = {}) => {
    const token = await credentials.token();
    let answer = await send(path, request, token);
    if (answer.status === 401 && token !== undefined) {
      const renewed = await credentials.refused(token);
      if (renewed !== undefined) answer = await send(path, request, renewed);
    }
    const { status } = answer;
    if ((status >= 200 && status < 300) || request.expect?.includes(status)) return answer;
    throw faultOf(answer);
  };
}

/** A path in an address, its slashes kept: names of content are ASCII, but a stray file's need not be. */
export const inAddress = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

const sliceLength = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += sliceLength)
    binary += String.fromCharCode(...bytes.subarray(from, from + sliceLength));
  return btoa(binary);
}

/** Hosts break the lines of Base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
}

/** The branches of proposals begin with this: the editor shows those and no others. */
const proposalPrefix = 'bien-tap/';

/**
 * A branch that nobody has: what was done, and when. `bien-tap/sua-don-doan-hvpf-mmk3k1q2`
 * @param slug of the message, in lower-case ASCII
 */
export const proposalBranch = (slug: string, now: number): string =>
  `${proposalPrefix}${slug.slice(0, 40).replace(/-+$/, '')}-${now.toString(36)}`;

export const isProposalBranch = (branch: string): boolean => branch.startsWith(proposalPrefix);

/** What below `content/` is listed. */
export const contentFolder = 'content';
