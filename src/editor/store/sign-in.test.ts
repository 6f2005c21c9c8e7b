import { filesBelow } from './listing.ts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gitea } from '../../tests/editor-hosts/gitea.ts';
import { gitlab } from '../../tests/editor-hosts/gitlab.ts';
import { createRepository } from '../../tests/editor-hosts/repository.ts';
import { clientId, startHost, type RunningHost } from '../../tests/editor-hosts/server.ts';
import type { HostSettings } from './host.ts';
import { hostStore } from './host-store.ts';
import {
  canSignIn,
  completeSignIn,
  forgetGrant,
  keepGrant,
  keptCredentials,
  keptGrant,
  signInAddress,
  tokenPage,
  type KeyStorage,
} from './sign-in.ts';
import { StoreError } from './store.ts';

/** The storage of a page. */
function memoryStorage(): KeyStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const redirect = 'https://ban-tin.test/bien-tap/';
const start = Date.UTC(2026, 10, 29);

describe.each([
  ['gitlab', gitlab],
  ['gitea', gitea],
] as const)('signing in at %s', (kind, stand) => {
  let host: RunningHost;
  let settings: HostSettings;
  let storage: { session: ReturnType<typeof memoryStorage>; local: ReturnType<typeof memoryStorage> };

  beforeEach(async () => {
    host = await startHost(
      stand,
      createRepository('lhhn/ban-tin', new Map([['content/a.yaml', new Uint8Array(1)]])),
    );
    settings = { kind, url: host.url, project: 'lhhn/ban-tin', branch: 'main', clientId };
    storage = { session: memoryStorage(), local: memoryStorage() };
  });
  afterEach(() => host.close());

  /** What the browser does: it goes to the host, where the person agrees, and comes back. */
  async function back(remember = false): Promise<URL> {
    const response = await fetch(signInAddress(settings, storage.session, redirect, remember), {
      redirect: 'manual',
    });
    expect(response.status).toBe(302);
    return new URL(response.headers.get('location') ?? '');
  }

  test('gives a token that the host takes, kept for this tab', async () => {
    expect(canSignIn(settings)).toBe(true);
    expect(await completeSignIn(settings, storage, await back(), start)).toBe(true);
    expect(storage.local.kept.size).toBe(0);
    const { token } = keptGrant(settings, storage) ?? {};
    expect(host.tokens).toContain(token);
    const store = hostStore(
      settings,
      keptCredentials(settings, storage, () => start),
    );
    expect((await filesBelow(store)).size).toBe(1);
    // What was sent to the host had the token in no address.
    expect(host.asked.join('\n')).not.toContain(token ?? '-');
  });

  test('on request it is kept for longer, and one button forgets it', async () => {
    await completeSignIn(settings, storage, await back(true), start);
    expect(storage.session.kept.size).toBe(0);
    expect(storage.local.kept.size).toBe(1);
    forgetGrant(settings, storage);
    expect(storage.local.kept.size).toBe(0);
    expect(await keptCredentials(settings, storage).token()).toBeUndefined();
  });

  test('an answer that this tab has not asked for is none', async () => {
    const address = await back();
    address.searchParams.set('state', 'of somebody else');
    expect(await completeSignIn(settings, storage, address, start)).toBe(false);
    expect(await completeSignIn(settings, storage, new URL(redirect), start)).toBe(false);
    expect(keptGrant(settings, storage)).toBeUndefined();
  });

  test('a code without the verifier of this tab is worth nothing', async () => {
    const address = await back();
    const stolen = { session: memoryStorage(), local: memoryStorage() };
    const pending = JSON.parse([...storage.session.kept.values()][0] ?? '{}') as object;
    stolen.session.setItem('bien-tap sign-in', JSON.stringify({ ...pending, verifier: 'guessed' }));
    await expect(completeSignIn(settings, stolen, address, start)).rejects.toThrow('authorization grant');
    expect(host.tokens.size).toBe(0);
  });

  test('a person who refuses is told so', async () => {
    const address = await back();
    address.searchParams.delete('code');
    address.searchParams.set('error', 'access_denied');
    const refusal = await completeSignIn(settings, storage, address, start).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreError);
    expect(refusal).toMatchObject({ fault: 'signedOut', detail: 'access_denied' });
  });

  test('before a token expires it is renewed, once for all that ask, and stays where it was kept', async () => {
    await completeSignIn(settings, storage, await back(true), start);
    const first = keptGrant(settings, storage)?.token;
    let now = start + (7200 - 61) * 1000;
    const credentials = keptCredentials(settings, storage, () => now);
    expect(await credentials.token()).toBe(first);
    now += 2000;
    const [one, two] = await Promise.all([credentials.token(), credentials.token()]);
    expect(one).not.toBe(first);
    expect(two).toBe(one);
    expect(storage.local.kept.size).toBe(1);
    expect(storage.session.kept.size).toBe(0);
  });

  test('a token that the host has taken back is renewed, and the request is made again', async () => {
    await completeSignIn(settings, storage, await back(), start);
    const first = keptGrant(settings, storage)?.token ?? '';
    host.tokens.delete(first);
    const store = hostStore(
      settings,
      keptCredentials(settings, storage, () => start),
    );
    expect((await filesBelow(store)).size).toBe(1);
    expect(keptGrant(settings, storage)?.token).not.toBe(first);
  });

  test('a pasted token that has expired is forgotten, and nothing else', async () => {
    keepGrant(settings, storage, { token: 'pasted' }, true);
    storage.local.setItem('other', 'x');
    const store = hostStore(settings, keptCredentials(settings, storage));
    await expect(filesBelow(store)).rejects.toMatchObject({ fault: 'signedOut' });
    expect([...storage.local.kept.keys()]).toEqual(['other']);
  });

  test('without a network a sign-in is not lost', async () => {
    await completeSignIn(settings, storage, await back(), start);
    const later = keptCredentials(settings, storage, () => start + 7200_000);
    await host.close();
    await expect(later.token()).rejects.toMatchObject({ fault: 'offline' });
    expect(keptGrant(settings, storage)?.token).toMatch(/\w/);
  });

  test('tokens of two repositories are two', () => {
    const other = { ...settings, project: 'lhhn/other' };
    keepGrant(settings, storage, { token: 'one' }, false);
    expect(keptGrant(other, storage)).toBeUndefined();
  });
});

test('at GitHub, and where no application is registered, people paste a token', () => {
  const settings = {
    kind: 'github',
    url: 'https://github.com',
    project: 'a/b',
    branch: 'main',
    clientId: 'x',
  } as const;
  expect(canSignIn(settings)).toBe(false);
  expect(canSignIn({ ...settings, kind: 'gitlab', clientId: undefined })).toBe(false);
  expect(tokenPage(settings)).toBe('https://github.com/settings/personal-access-tokens/new');
  expect(() => signInAddress(settings, memoryStorage(), redirect, false)).toThrow(StoreError);
});
