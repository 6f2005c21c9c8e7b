import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { gitea } from '../../tests/editor-hosts/gitea.ts';
import { github, longestTree } from '../../tests/editor-hosts/github.ts';
import { gitlab } from '../../tests/editor-hosts/gitlab.ts';
import { commitAt, createRepository, push, type Files } from '../../tests/editor-hosts/repository.ts';
import { answer, startHost, type HostKind, type RunningHost } from '../../tests/editor-hosts/server.ts';
import { giteaStore } from './gitea.ts';
import { githubStore } from './github.ts';
import { gitlabStore } from './gitlab.ts';
import type { HostStore } from './host-store.ts';
import { apiOf, originsOf, type Credentials, type HostKind as Kind, type HostSettings } from './host.ts';
import { filesBelow } from './listing.ts';
import { revisionOf } from './revision.ts';
import { StoreError, type Change } from './store.ts';

/** The three hosts do the same for an editor; each answers here as its documentation says, on the loopback address. */

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null | undefined): string | undefined =>
  bytes ? new TextDecoder().decode(bytes) : undefined;

const hosts: readonly [Kind, HostKind, typeof githubStore][] = [
  ['github', github, githubStore],
  ['gitlab', gitlab, gitlabStore],
  ['gitea', gitea, giteaStore],
];

const hue = 'content/units/hue.yaml';
const article = 'content/activities/2023/don-hvpf/index.vi.mdx';
const picture = 'content/activities/2023/don-hvpf/a.jpg';
const token = 'a-token-that-nobody-may-see';

/** More files than one answer of any of the stand-ins holds. */
function manyFiles(count: number): Files {
  const files = new Map<string, Uint8Array>([
    ['README.md', bytesOf('not content')],
    [hue, bytesOf('names:\n  vi: "Huế"\n')],
    [article, bytesOf('---\ntitle: "Đón HVPF"\n---\n')],
  ]);
  for (let number = 0; number < count; number++)
    files.set(`content/activities/2024/a-${number}/index.vi.mdx`, bytesOf(`text ${number}`));
  return files;
}

async function refusal(doing: Promise<unknown>): Promise<StoreError> {
  const error = await doing.then(
    () => undefined,
    (one: unknown) => one,
  );
  if (!(error instanceof StoreError)) throw new Error(`not refused, but ${String(error)}`);
  return error;
}

describe.each(hosts)('%s', (kind, stand, createStore) => {
  let host: RunningHost;
  let store: HostStore;
  let signedIn: string | undefined;
  let settings: HostSettings;

  beforeEach(async () => {
    host = await startHost(stand, createRepository('lhhn/ban-tin', manyFiles(130)));
    host.tokens.add(token);
    signedIn = token;
    const credentials: Credentials = { token: async () => signedIn, refused: async () => undefined };
    settings = { kind, url: host.url, project: 'lhhn/ban-tin', branch: 'main' };
    store = createStore(settings, credentials, () => Date.UTC(2026, 10, 29));
  });
  afterEach(() => host.close());

  const onMain = (path: string): string | undefined =>
    textOf(commitAt(host.repository, 'main')?.files.get(path));
  const change = async (path: string, text: string | null): Promise<Change> => {
    const { revision } = await store.read(path);
    return { path, bytes: text === null ? null : bytesOf(text), revision };
  };

  test('lists all files of the content, however many, with the hashes of git', async () => {
    const files = [...manyFiles(130)].filter(([path]) => path.startsWith('content/'));
    expect(files.length).toBeGreaterThan(longestTree);
    const expected = files.map(([path, bytes]) => [path, revisionOf(bytes)]);
    expect([...(await filesBelow(store))].sort()).toEqual(expected.sort());
  });

  test('lists what somebody else has added since, and not what is gone', async () => {
    await filesBelow(store);
    push(host.repository, 'main', { 'content/units/new.yaml': 'x', [hue]: null });
    const list = await filesBelow(store);
    expect(list.get('content/units/new.yaml')).toBe(revisionOf(bytesOf('x')));
    expect(list.has(hue)).toBe(false);
  });

  test('reads a file, whatever bytes it has', async () => {
    const bytes = Uint8Array.from({ length: 1500 }, (_, at) => at % 256);
    const files = new Map(commitAt(host.repository, 'main')?.files).set(picture, bytes);
    host.repository.commits.set(host.repository.branches.get('main') ?? '', {
      sha: host.repository.branches.get('main') ?? '',
      parent: undefined,
      files,
      message: '',
    });
    expect(await store.read(picture)).toMatchObject({ bytes, revision: revisionOf(bytes) });
    expect((await refusal(store.read('content/units/nobody.yaml'))).fault).toBe('notFound');
  });

  test('saves several files as one commit with its message', async () => {
    const before = host.repository.commits.size;
    const bytes = Uint8Array.from({ length: 300 }, (_, at) => 255 - (at % 256));
    const changes: Change[] = [
      await change(article, 'changed'),
      await change(hue, null),
      { path: picture, bytes, revision: null },
    ];
    expect(await store.save(changes, 'Sửa “Đón HVPF” – Trần An')).toEqual({ kind: 'saved' });
    expect(host.repository.commits.size).toBe(before + 1);
    expect(commitAt(host.repository, 'main')?.message).toBe('Sửa “Đón HVPF” – Trần An');
    expect(onMain(article)).toBe('changed');
    expect(onMain(hue)).toBeUndefined();
    expect(commitAt(host.repository, 'main')?.files.get(picture)).toEqual(bytes);
    expect(onMain('README.md')).toBe('not content');
    // And once more: the same again writes nothing.
    expect(await store.save(changes, 'again')).toEqual({ kind: 'saved' });
    expect(host.repository.commits.size).toBe(before + 1);
  });

  test('a file that another changed meanwhile is a conflict with both texts, and nothing is written', async () => {
    const changes = [await change(article, 'mine'), await change(hue, 'mine too')];
    push(host.repository, 'main', { [article]: 'theirs' });
    const now = host.repository.branches.get('main');
    expect(await store.save(changes, 'x')).toEqual({
      kind: 'conflict',
      paths: [{ path: article, theirs: bytesOf('theirs'), revision: revisionOf(bytesOf('theirs')) }],
    });
    expect(host.repository.branches.get('main')).toBe(now);
    // Whoever has seen both texts replaces theirs by naming its revision.
    const [, other] = changes as [Change, Change];
    const decided = { path: article, bytes: bytesOf('both'), revision: revisionOf(bytesOf('theirs')) };
    expect(await store.save([decided, other], 'x')).toEqual({ kind: 'saved' });
    expect(onMain(article)).toBe('both');
  });

  test('a file that another deleted or made meanwhile is a conflict', async () => {
    const changes = [
      await change(article, 'mine'),
      { path: 'content/units/new.yaml', bytes: bytesOf('mine'), revision: null },
    ];
    push(host.repository, 'main', { [article]: null, 'content/units/new.yaml': 'theirs' });
    const saved = await store.save(changes, 'x');
    expect(saved).toMatchObject({
      kind: 'conflict',
      paths: [{ path: article, theirs: null, revision: null }, { path: 'content/units/new.yaml' }],
    });
  });

  test('another file that was pushed in the middle of a save is kept', async () => {
    const changes = [await change(article, 'mine')];
    let pushed = false;
    host.before = ({ method }) => {
      if (method !== 'GET' && !pushed) {
        pushed = true;
        push(host.repository, 'main', { [hue]: 'theirs' });
      }
      return undefined;
    };
    expect(await store.save(changes, 'x')).toEqual({ kind: 'saved' });
    expect(pushed).toBe(true);
    expect(onMain(article)).toBe('mine');
    expect(onMain(hue)).toBe('theirs');
  });

  test('the same file that was pushed in the middle of a save is not overwritten', async () => {
    const changes = [await change(article, 'mine')];
    host.before = ({ method }) => {
      host.before = method === 'GET' ? host.before : undefined;
      if (method !== 'GET') push(host.repository, 'main', { [article]: 'theirs' });
      return undefined;
    };
    expect(await store.save(changes, 'x')).toMatchObject({ kind: 'conflict', paths: [{ path: article }] });
    expect(onMain(article)).toBe('theirs');
  });

  test('on a protected branch a save is a proposal, of which check and preview are told', async () => {
    host.repository.guarded.add('main');
    expect(await store.proposals?.()).toEqual([]);
    const saved = await store.save(
      [await change(article, 'mine'), await change(hue, null)],
      'Sửa “Đón HVPF” – Trần An',
    );
    if (saved.kind !== 'proposed') throw new Error(saved.kind);
    expect(onMain(article)).not.toBe('mine');
    const [request] = host.repository.requests;
    expect(request).toMatchObject({ title: 'Sửa “Đón HVPF” – Trần An', base: 'main' });
    expect(request?.head).toMatch(/^bien-tap\/sua-don-hvpf-[a-z0-9]+$/);
    const files = commitAt(host.repository, request?.head ?? '')?.files;
    expect(textOf(files?.get(article))).toBe('mine');
    expect(files?.has(hue)).toBe(false);
    // Somebody else's branch is none of the editor's business.
    push(host.repository, 'other', { [hue]: 'x' });
    host.repository.requests.push({
      number: 2,
      title: 'x',
      head: 'other',
      base: 'main',
      created: '2026-11-30T00:00:00Z',
      check: 'none',
      preview: undefined,
    });

    const states = ['none', 'running', 'failed', 'passed'] as const;
    for (const check of states) {
      if (request) request.check = check;
      const [proposal, ...rest] = (await store.proposals?.()) ?? [];
      expect(rest).toEqual([]);
      expect(proposal).toMatchObject({
        title: 'Sửa “Đón HVPF” – Trần An',
        url: saved.url,
        branch: request?.head,
        check,
      });
      expect(proposal?.checkUrl === undefined).toBe(check === 'none');
      expect(proposal?.author).toMatch(/An|tran-an/);
      expect(proposal?.preview).toBeUndefined();
    }
    if (request) request.preview = 'https://preview.test/1/';
    const [proposal] = (await store.proposals?.()) ?? [];
    expect(proposal?.preview).toEqual({ state: 'passed', url: 'https://preview.test/1/' });
  });

  test('a conflict is a conflict on a protected branch too', async () => {
    host.repository.guarded.add('main');
    const changes = [await change(article, 'mine')];
    push(host.repository, 'main', { [article]: 'theirs' });
    expect((await store.save(changes, 'x')).kind).toBe('conflict');
    expect(host.repository.requests).toEqual([]);
  });

  test('says who is signed in', async () => {
    expect(await store.author()).toBe('Trần An');
  });

  test('without a good token nothing is read or written', async () => {
    const changes = [await change(article, 'mine')];
    for (const bad of [undefined, 'expired']) {
      signedIn = bad;
      expect((await refusal(filesBelow(store))).fault).toBe('signedOut');
      expect((await refusal(store.save(changes, 'x'))).fault).toBe('signedOut');
    }
    expect(onMain(article)).not.toBe('mine');
  });

  test.each([
    ['forbidden', { ...answer({ message: 'no' }, 403) }, undefined],
    ['tooOften', { ...answer({ message: 'slow' }, 429), headers: { 'retry-after': '7' } }, 7],
    ['host', answer({ message: 'out of order' }, 500), undefined],
  ] as const)(
    'an answer that means %s says so, in the words of the host',
    async (fault, said, retryAfter) => {
      host.before = () => said;
      const error = await refusal(store.read(hue));
      expect(error).toMatchObject({ fault, retryAfter });
      expect(error.detail).toMatch(/no|slow|out of order/);
    },
  );

  test('a host that cannot be reached is offline', async () => {
    await host.close();
    expect((await refusal(filesBelow(store))).fault).toBe('offline');
  });

  test('the token follows no redirect to another address', async () => {
    const other = await startHost(stand, createRepository('lhhn/ban-tin', manyFiles(1)));
    host.before = ({ path }) => ({ status: 307, headers: { location: `${other.url}${stand.api}${path}` } });
    expect((await refusal(store.read(hue))).fault).toBe('offline');
    expect(other.asked).toEqual([]);
    await other.close();
  });

  test('the token is in the header alone: in no address and in no error', async () => {
    await filesBelow(store);
    await store.save([await change(article, 'mine')], 'x');
    await store.proposals?.();
    host.before = () => answer({ message: 'no' }, 500);
    const error = await refusal(store.read(hue));
    expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toContain(token);
    expect(host.asked.length).toBeGreaterThan(5);
    expect(host.asked.join('\n')).not.toContain(token);
    expect(host.authorizations.every((one) => one === `${stand.scheme} ${token}`)).toBe(true);
  });
});

test('the address of the API follows from the host', () => {
  const at = (kind: Kind, url: string) => apiOf({ kind, url, project: 'a/b', branch: 'main' });
  expect(at('github', 'https://github.com')).toBe('https://api.github.com');
  expect(at('github', 'https://git.example.vn/')).toBe('https://git.example.vn/api/v3');
  expect(at('gitlab', 'https://gitlab.com')).toBe('https://gitlab.com/api/v4');
  expect(at('gitea', 'https://example.vn/git/')).toBe('https://example.vn/git/api/v1');
  expect(originsOf({ kind: 'github', url: 'https://github.com', project: 'a/b', branch: 'main' })).toEqual([
    'https://api.github.com',
    'https://github.com',
  ]);
  expect(
    originsOf({ kind: 'gitea', url: 'https://example.vn/git/', project: 'a/b', branch: 'main' }),
  ).toEqual(['https://example.vn']);
});
