import { describe, expect, test } from 'vitest';
import { canRestore, concerns, differingIn, restorings } from './kept-versions.ts';
import { changesOf, textOf, undo } from './open-record.ts';
import { memoryStore } from './store/memory.ts';
import type { Version } from './store/store.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const story = 'content/stories/2023/x/index.vi.mdx';
const before = '---\ntitle: "Cũ"\nnotes: "giữ"\n---\n\nMột.\n\nHai.\n';
const after = '---\ntitle: "Mới"\nnotes: "giữ"\n---\n\nMột.\n\nBa.\n';
const version = (files: Readonly<Record<string, string | null>>): Version => ({
  saved: '2026-01-01T00:00:00.000Z',
  message: 'Sửa',
  files: Object.entries(files).map(([path, text]) => ({ path, bytes: text === null ? null : bytes(text) })),
});

describe('what differs from a kept version', () => {
  test('is told field by field, and of a text the passages', () => {
    expect(differingIn(story, bytes(after), bytes(before))).toEqual([
      { file: story, field: 'title', now: 'Mới', kept: 'Cũ' },
      { file: story, field: 'body', now: 'Ba.', kept: 'Hai.' },
    ]);
    expect(differingIn(story, bytes(before), bytes(before))).toEqual([]);
    expect(differingIn(story, undefined, undefined)).toEqual([]);
  });

  test('is told of a file that has no fields to show, and of one that cannot be read', () => {
    const file = 'content/stories/2023/x/a.jpg';
    expect(differingIn(file, bytes('a'), undefined)).toEqual([
      { file, field: undefined, now: true, kept: false },
    ]);
    const stamped = before.replace('---\n', '---\nfingerprint: abc\n');
    expect(differingIn(story, bytes(stamped), bytes(before))).toEqual([
      { file: story, field: undefined, now: true, kept: true },
    ]);
    const broken = '---\ntitle: [\n---\n';
    expect(differingIn(story, bytes(broken), bytes(before))).toEqual([
      { file: story, field: 'body', now: broken, kept: before },
    ]);
  });
});

describe('a record is put back', () => {
  const unit = 'content/units/hue.yaml';
  const store = memoryStore([
    [story, bytes(after)],
    ['content/stories/2023/x/index.en.mdx', bytes('en')],
    [unit, bytes('names: 1\n')],
  ]);

  test('as one step that can be undone, with the files that the save did not touch as they are', async () => {
    const [one] = await restorings(
      store,
      version({ [story]: before, 'content/stories/2023/x/new.jpg': null }),
    );
    if (!one) throw new Error('nothing');
    expect(canRestore(one)).toBe(true);
    expect(textOf(one.record, story)).toBe(before);
    expect(changesOf(one.record).map(({ path }) => path)).toEqual([story]);
    expect(changesOf(undo(one.record))).toEqual([]);
  });

  test('also when it has been deleted meanwhile; but not when it was not there', async () => {
    const gone = 'content/stories/2022/y/index.vi.mdx';
    const [deleted] = await restorings(store, version({ [gone]: before }));
    expect(deleted?.record.opened.size).toBe(0);
    expect(deleted && canRestore(deleted)).toBe(true);
    const [made] = await restorings(
      store,
      version({ [story]: null, 'content/stories/2023/x/index.en.mdx': null }),
    );
    expect(made && canRestore(made)).toBe(false);
    const [same] = await restorings(store, version({ [story]: after }));
    expect(same && canRestore(same)).toBe(false);
  });

  test('each by itself, where one save changed several', async () => {
    const found = await restorings(
      store,
      version({ [story]: before, [unit]: 'names: 2\n', 'content/glossary.yaml': '' }),
    );
    expect(found.map(({ record }) => `${record.collection}/${record.id}`)).toEqual([
      'stories/2023/x',
      'units/hue',
    ]);
  });

  test('found by its own name only', () => {
    const one = version({ [story]: before });
    expect(concerns(one, { collection: 'stories', id: '2023/x' })).toBe(true);
    expect(concerns(one, { collection: 'stories', id: '2023/xy' })).toBe(false);
    expect(concerns(one, { collection: 'stories', id: '2023' })).toBe(false);
  });
});
