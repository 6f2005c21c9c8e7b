import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { apiOf, toBase64, type Credentials, type HostSettings } from './host.ts';
import { StoreError } from './store.ts';

/**
 * Signing in without a server of our own: a token that people paste, or OAuth with PKCE (RFC 7636) at GitLab and Gitea.
 * Tokens stay in the storage of this page, and go nowhere but to the host. They are never in an address: what comes back in
 * one is a code that is worth nothing without the verifier kept here.
 */

/** What signs requests. */
export interface Grant {
  readonly token: string;
  readonly refreshToken?: string;
  /** Milliseconds since 1970. Without it the token says by failing that it has expired. */
  readonly expires?: number;
}

/** The part of `Storage` that is used: `sessionStorage` and `localStorage` of the page. */
export type KeyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface TokenStorage {
  /** Until the tab is closed. */
  readonly session: KeyStorage;
  /** On request, on a computer of one's own. */
  readonly local: KeyStorage;
}

const keyOf = (settings: HostSettings): string => `bien-tap token ${apiOf(settings)} ${settings.project}`;
const pendingKey = 'bien-tap sign-in';

/** @param remember also after the tab is closed */
export function keepGrant(
  settings: HostSettings,
  { session, local }: TokenStorage,
  grant: Grant,
  remember: boolean,
): void {
  forgetGrant(settings, { session, local });
  (remember ? local : session).setItem(keyOf(settings), JSON.stringify(grant));
}

export function keptGrant(settings: HostSettings, { session, local }: TokenStorage): Grant | undefined {
  const key = keyOf(settings);
  const kept = session.getItem(key) ?? local.getItem(key);
  if (kept === null) return undefined;
  try {
    const grant = JSON.parse(kept) as Grant;
    return typeof grant.token === 'string' && grant.token !== '' ? grant : undefined;
  } catch {
    return undefined;
  }
}

/** Signs out: nothing of the token is left in this browser. */
export function forgetGrant(settings: HostSettings, { session, local }: TokenStorage): void {
  for (const storage of [session, local]) storage.removeItem(keyOf(settings));
  session.removeItem(pendingKey);
}

/** Addresses of OAuth: https://docs.gitlab.com/api/oauth2/, https://docs.gitea.com/development/oauth2-provider */
function oauthOf({
  kind,
  url,
}: HostSettings): { authorize: string; token: string; scope: string } | undefined {
  const base = url.replace(/\/+$/, '');
  switch (kind) {
    case 'github':
      // Its token address wants a secret and answers no page: https://github.com/isaacs/github/issues/330
      return undefined;
    case 'gitlab':
      return { authorize: `${base}/oauth/authorize`, token: `${base}/oauth/token`, scope: 'api' };
    case 'gitea':
      return {
        authorize: `${base}/login/oauth/authorize`,
        token: `${base}/login/oauth/access_token`,
        scope: 'write:repository write:issue read:user',
      };
  }
}

/** Can people sign in at the host itself, instead of pasting a token? */
export const canSignIn = (settings: HostSettings): boolean =>
  settings.clientId !== undefined && oauthOf(settings) !== undefined;

/** The page of the host on which people make a token for this editor. */
export function tokenPage({ kind, url }: HostSettings): string {
  const base = url.replace(/\/+$/, '');
  const pages = {
    github: '/settings/personal-access-tokens/new',
    gitlab: '/-/user_settings/personal_access_tokens?name=bien-tap&scopes=api',
    gitea: '/user/settings/applications',
  };
  return base + pages[kind];
}

const inUrl = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

interface Pending {
  readonly state: string;
  readonly verifier: string;
  readonly redirect: string;
  readonly remember: boolean;
}

const random = (): string => inUrl(crypto.getRandomValues(new Uint8Array(32)));

/**
 * Where to send the browser so that the person signs in. What is needed on the way back is kept for this tab.
 * @param redirect the address of the editor, as it was registered at the host
 */
export function signInAddress(
  settings: HostSettings,
  session: KeyStorage,
  redirect: string,
  remember: boolean,
): string {
  const oauth = oauthOf(settings);
  if (!oauth || settings.clientId === undefined) throw new StoreError('host', 'no client id');
  const pending: Pending = { state: random(), verifier: random(), redirect, remember };
  session.setItem(pendingKey, JSON.stringify(pending));
  const query = new URLSearchParams({
    client_id: settings.clientId,
    redirect_uri: redirect,
    response_type: 'code',
    state: pending.state,
    scope: oauth.scope,
    code_challenge: inUrl(sha256(utf8ToBytes(pending.verifier))),
    code_challenge_method: 'S256',
  });
  return `${oauth.authorize}?${query}`;
}

/** The answer of a token address. */
interface TokenAnswer {
  readonly access_token?: string;
  readonly refresh_token?: string;
  readonly expires_in?: number;
  readonly error?: string;
  readonly error_description?: string;
}

async function grantFor(
  settings: HostSettings,
  values: Readonly<Record<string, string>>,
  now: number,
): Promise<Grant> {
  const oauth = oauthOf(settings);
  if (!oauth) throw new StoreError('signedOut');
  let response: Response;
  try {
    response = await fetch(oauth.token, {
      method: 'POST',
      // A form needs no leave to be sent from another place.
      body: new URLSearchParams({ client_id: settings.clientId ?? '', ...values }),
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
  } catch (cause) {
    throw new StoreError('offline', '', { cause });
  }
  const answer = (await response.json().catch(() => ({}))) as TokenAnswer;
  if (!response.ok || answer.access_token === undefined)
    throw new StoreError('signedOut', answer.error_description ?? answer.error ?? String(response.status));
  return {
    token: answer.access_token,
    ...(answer.refresh_token !== undefined && { refreshToken: answer.refresh_token }),
    ...(answer.expires_in !== undefined && { expires: now + answer.expires_in * 1000 }),
  };
}

/**
 * The end of a sign-in, when the host has sent the browser back.
 * @param address of the page, with `code` and `state`; the caller takes them out of the history
 * @returns `false` when the address is no answer to a sign-in that this tab began
 * @throws a `StoreError` `signedOut` when the person or the host refused
 */
export async function completeSignIn(
  settings: HostSettings,
  storage: TokenStorage,
  address: URL,
  now: number,
): Promise<boolean> {
  const kept = storage.session.getItem(pendingKey);
  const [code, state] = [address.searchParams.get('code'), address.searchParams.get('state')];
  if (kept === null || state === null) return false;
  const pending = JSON.parse(kept) as Pending;
  // Somebody else's answer, sent here to make us act in their name.
  if (pending.state !== state) return false;
  storage.session.removeItem(pendingKey);
  if (code === null)
    throw new StoreError(
      'signedOut',
      address.searchParams.get('error_description') ?? address.searchParams.get('error') ?? '',
    );
  const values = {
    grant_type: 'authorization_code',
    code,
    redirect_uri: pending.redirect,
    code_verifier: pending.verifier,
  };
  keepGrant(settings, storage, await grantFor(settings, values, now), pending.remember);
  return true;
}

/** A token is renewed this long before its end. */
const margin = 60_000;

/** The credentials that are kept in the page, renewed where the host gave a token to renew them with. */
export function keptCredentials(
  settings: HostSettings,
  storage: TokenStorage,
  now: () => number = Date.now,
): Credentials {
  const remembered = (): boolean => storage.local.getItem(keyOf(settings)) !== null;
  // A token to renew with is good for one time: requests at the same moment share the new one.
  let renewing: Promise<Grant | undefined> | undefined;
  const renew = (grant: Grant): Promise<Grant | undefined> =>
    (renewing ??= renewed(grant).finally(() => {
      renewing = undefined;
    }));
  async function renewed({ refreshToken }: Grant): Promise<Grant | undefined> {
    if (refreshToken === undefined) return undefined;
    const remember = remembered();
    try {
      const values = { grant_type: 'refresh_token', refresh_token: refreshToken };
      const grant = await grantFor(settings, values, now());
      keepGrant(settings, storage, grant, remember);
      return grant;
    } catch (error) {
      // Without a network nothing has been refused yet.
      if (error instanceof StoreError && error.fault === 'offline') throw error;
      return undefined;
    }
  }
  return {
    async token() {
      const grant = keptGrant(settings, storage);
      if (!grant) return undefined;
      const over = grant.expires !== undefined && grant.expires - margin < now();
      return over ? ((await renew(grant))?.token ?? grant.token) : grant.token;
    },
    async refused(token) {
      const grant = keptGrant(settings, storage);
      if (!grant) return undefined;
      if (grant.token !== token) return grant.token;
      const fresh = await renew(grant);
      if (!fresh) forgetGrant(settings, storage);
      return fresh?.token;
    },
  };
}
