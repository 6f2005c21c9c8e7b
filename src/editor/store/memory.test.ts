import { describe, expect, test } from 'vitest';
import { filesBelow } from './listing.ts';
import { memoryStore } from './memory.ts';
import { revisionOf } from './revision.ts';
import { StoreError } from './store.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const path = 'content/units/hue.yaml';

describe('a revision', () => {
  test('is the hash that git gives to a file of these bytes', () => {
    // git hash-object --stdin: of nothing, and of “hello” with a line end.
    expect(revisionOf(bytesOf(''))).toBe('e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
    expect(revisionOf(bytesOf('hello\n'))).toBe('ce013625030ba8dba906f756967f9e9ca394464a');
  });
});

describe('files in memory', () => {
  test('a file that was saved is read back, with the revision that list gives', async () => {
    const store = memoryStore([]);
    expect(await store.save([{ path, bytes: bytesOf('a'), revision: null }], 'x')).toEqual({ kind: 'saved' });
    const { bytes, revision } = await store.read(path);
    expect(bytes).toEqual(bytesOf('a'));
    expect([...(await filesBelow(store))]).toEqual([[path, revision]]);
  });

  test('reading what is not there says so', async () => {
    const error = await memoryStore([])
      .read(path)
      .catch((one: unknown) => one);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ fault: 'notFound' });
  });

  test('a file that another changed is a conflict with both texts, and nothing is written', async () => {
    const store = memoryStore([[path, bytesOf('a')]]);
    const { revision } = await store.read(path);
    await store.save([{ path, bytes: bytesOf('theirs'), revision }], 'x');
    const other = 'content/units/other.yaml';
    const mine = [
      { path: other, bytes: bytesOf('new'), revision: null },
      { path, bytes: bytesOf('mine'), revision },
    ];
    const saved = await store.save(mine, 'x');
    const theirs = { theirs: bytesOf('theirs'), revision: revisionOf(bytesOf('theirs')) };
    expect(saved).toEqual({ kind: 'conflict', paths: [{ path, ...theirs }] });
    expect((await filesBelow(store)).has(other)).toBe(false);
  });

  test('a file that another deleted is a conflict with nothing', async () => {
    const store = memoryStore([[path, bytesOf('a')]]);
    const { revision } = await store.read(path);
    await store.save([{ path, bytes: null, revision }], 'x');
    const saved = await store.save([{ path, bytes: bytesOf('mine'), revision }], 'x');
    expect(saved).toEqual({ kind: 'conflict', paths: [{ path, theirs: null, revision: null }] });
  });

  test('two who did the same are in no conflict', async () => {
    const store = memoryStore([[path, bytesOf('a')]]);
    const { revision } = await store.read(path);
    const same = [{ path, bytes: bytesOf('b'), revision }];
    await store.save(same, 'x');
    expect(await store.save(same, 'x')).toEqual({ kind: 'saved' });
    const gone = [{ path, bytes: null, revision: revisionOf(bytesOf('b')) }];
    await store.save(gone, 'x');
    expect(await store.save(gone, 'x')).toEqual({ kind: 'saved' });
  });
});
