import { describe, expect, test } from 'vitest';
import { fileOfBytes, type ContentFiles } from '../content/files.ts';
import { sortIntoFolders } from '../content/folders.ts';
import { parseRecords } from '../content/parse/record.ts';
import { checkRecord, readContent } from '../content/read.ts';
import { withRecord } from '../content/record-index.ts';
import { collectionNames } from '../model/schemas/collections.ts';
import { filesOfCase, textOf, withText as withWholeText } from '../tests/cases.ts';
import {
  changesSince,
  editorIndex,
  namedBy,
  refreshIndex,
  withListed,
  type EditorIndex,
} from './editor-index.ts';
import { memoryStore } from './store/memory.ts';
import type { Store } from './store/store.ts';

/** `files` with the text at `path` changed. */
const withText = (files: ContentFiles, path: string, change: (text: string) => string): ContentFiles =>
  withWholeText(files, path, change(textOf(files, path)));

const files = filesOfCase('good');
const bytes = (of: ContentFiles): [string, Uint8Array][] =>
  [...of].map(([path, file]) => [path, file.read()]);
/** As it arrives in the browser. */
const indexOf = (of: ContentFiles): EditorIndex =>
  JSON.parse(JSON.stringify(editorIndex(readContent(of), of))) as EditorIndex;
const index = indexOf(files);
const article = [...files.keys()].find((path) => /activities\/.*index\.vi\.mdx$/.test(path)) ?? '';
const record = article.slice('content/'.length, -'/index.vi.mdx'.length);
const [, id = ''] = /^activities\/(.*)$/.exec(record) ?? [];

describe('the index of the editor', () => {
  test('has every record, with its title, its languages and what it names', () => {
    const all = collectionNames.flatMap((name) => index.records[name]);
    expect(all.length).toBe(collectionNames.flatMap((name) => readContent(files).index.records[name]).length);
    const one = index.records.activities.find((entry) => entry.id === id);
    expect(one?.title).toMatch(/\S/);
    expect(one?.states?.vi).toBe('original');
    expect(one?.names.some((name) => name.startsWith('units/'))).toBe(true);
    expect(one?.names.some((name) => name.startsWith('documents/'))).toBe(true);
    expect(all.every(({ problems }) => problems === 0)).toBe(true);
  });

  test('is what the check of one record asks for', () => {
    const own = new Map([...files].filter(([path]) => path.startsWith(`content/${record}/`)));
    expect(own.size).toBeGreaterThan(0);
    const broken = withText(own, article, (text) => text.replace(/unit: [a-z-]+/, 'unit: nobody'));
    expect(checkRecord(own, index).problems).toEqual([]);
    expect(checkRecord(broken, index).problems.map(({ code }) => code)).toContain('unknownReference');
  });

  test('stays the same for the check as long as the record says the same', () => {
    const parsedIn = (of: ContentFiles) =>
      parseRecords(sortIntoFolders(of), () => () => undefined).activities.find((one) => one.id === id);
    const [same, other] = [
      parsedIn(withText(files, article, (text) => `${text}\nThêm.\n`)),
      parsedIn(withText(files, article, (text) => text.replace(/^title: .*$/m, 'title: "Tên khác"'))),
    ];
    if (!same || !other) throw new Error('no record');
    expect(withRecord(index, same)).toBe(index);
    expect(withRecord(index, other)).not.toBe(index);
  });

  test('counts the problems of a faulty record', () => {
    const broken = withText(files, article, (text) => text.replace(/^title: .*$/m, 'title: ""'));
    const one = indexOf(broken).records.activities.find((entry) => entry.id === id);
    expect(one?.problems).toBeGreaterThan(0);
    expect(one?.facts).toBeUndefined();
  });

  test('knows who names a record, in fields and in texts', () => {
    const [unit = ''] =
      index.records.activities
        .find((one) => one.id === id)
        ?.names.filter((name) => name.startsWith('units/')) ?? [];
    expect(namedBy(index, unit)).toContainEqual({ collection: 'activities', id });
    const linked = withText(files, article, (text) => `${text}\n\n[x](/issues/2099-9/#y)\n`);
    const now = withListed(
      index,
      { collection: 'activities', id },
      new Map([...linked].filter(([path]) => path.startsWith(`content/${record}/`))),
    );
    expect(namedBy(now, 'issues/2099-9')).toEqual([{ collection: 'activities', id }]);
    expect(namedBy(now, 'issues/2099-8')).toEqual([]);
  });
});

describe('what has changed since the index was written', () => {
  const none = { changed: [], gone: [] };

  test('is nothing when no file has', async () => {
    expect(await changesSince(index, memoryStore(bytes(files)))).toMatchObject(none);
  });

  test('is a record of which one byte is another', async () => {
    const now = withText(files, article, (text) => `${text} `);
    expect((await changesSince(index, memoryStore(bytes(now)))).changed).toEqual([
      { collection: 'activities', id },
    ]);
  });

  test('is a record that has one file more, one that is new, and one that is gone', async () => {
    const now = new Map(files);
    now.set(`content/${record}/a.jpg`, fileOfBytes(new Uint8Array(1)));
    now.set('content/units/new.yaml', fileOfBytes(new Uint8Array(1)));
    const gone = index.records.places[0]?.id ?? '';
    expect(now.delete(`content/places/${gone}.yaml`)).toBe(true);
    const changes = await changesSince(index, memoryStore(bytes(now)));
    expect(changes.changed.map((one) => `${one.collection}/${one.id}`).sort()).toEqual([
      `activities/${id}`,
      'units/new',
    ]);
    expect(changes.gone).toEqual([{ collection: 'places', id: gone }]);
  });

  test('is looked for in folders that have changed, and in no others', async () => {
    const asked: string[] = [];
    /** A store that keeps hashes of folders, as git does. */
    const kept = (of: ContentFiles): Store => {
      const store = memoryStore(bytes(of));
      const { folders, records } = indexOf(of);
      const hashes = new Map<string, string>(Object.entries(folders));
      for (const one of records.activities) hashes.set(`content/activities/${one.id}`, one.hash);
      return {
        ...store,
        folder: async (path) => {
          asked.push(path);
          const entries = await store.folder(path);
          return entries.map((one) => {
            const hash = one.hash ?? hashes.get(`${path}/${one.name}`);
            return hash === undefined ? one : { ...one, hash };
          });
        },
      };
    };
    expect(await changesSince(index, kept(files))).toMatchObject(none);
    expect(asked).toEqual(['content']);
    const now = withText(files, article, (text) => `${text} `);
    const store = kept(now);
    expect((await changesSince(index, store)).changed).toEqual([{ collection: 'activities', id }]);
    const year = `content/activities/${id.slice(0, 4)}`;
    expect(asked).toEqual(['content', 'content', 'content/activities', year]);
    // Once it is known, nothing has changed any more.
    const refreshed = await refreshIndex(index, store);
    expect(refreshed.folders).toEqual(indexOf(now).folders);
  });

  test('is the glossary, which is read again unless it has a mistake', async () => {
    const terms = (lo: string): string => `terms:\n  - { vi: [Liên hiệp], lo: [${lo}] }\n`;
    const glossary = 'content/glossary.yaml';
    const before = indexOf(withWholeText(files, glossary, terms('ສະຫະພັນ')));
    const after = withWholeText(files, glossary, terms('ສະຫະພາບ'));
    expect(before.glossary.terms).toMatchObject([{ lo: ['ສະຫະພັນ'] }]);
    const store = memoryStore(bytes(after));
    const refreshed = await refreshIndex(before, store);
    expect(refreshed.glossary.terms).toMatchObject([{ lo: ['ສະຫະພາບ'] }]);
    expect((await changesSince(before, store)).glossary).toBe(true);
    expect((await changesSince(refreshed, store)).glossary).toBe(false);
    const broken = memoryStore(bytes(withWholeText(files, glossary, 'terms: [')));
    expect((await refreshIndex(before, broken)).glossary).toEqual(before.glossary);
  });

  test('is read, and nothing else is', async () => {
    const now = new Map(
      withText(files, article, (text) => text.replace(/^title: .*$/m, 'title: "Tên khác hẳn"')),
    );
    const gone = index.records.places[0]?.id ?? '';
    now.delete(`content/places/${gone}.yaml`);
    now.set(
      'content/places/new.yaml',
      fileOfBytes(
        new TextEncoder().encode(textOf(files, `content/places/${index.records.places[1]?.id}.yaml`)),
      ),
    );
    const store = memoryStore(bytes(now));
    const read: string[] = [];
    const counting = { ...store, read: (path: string) => (read.push(path), store.read(path)) };
    const refreshed = await refreshIndex(index, counting);
    expect(read.every((path) => path.includes(id) || path.endsWith('new.yaml'))).toBe(true);
    expect(read.length).toBeGreaterThan(1);
    expect(refreshed.records.activities.find((one) => one.id === id)?.title).toBe('Tên khác hẳn');
    expect(refreshed.records.places.map((one) => one.id)).toContain('new');
    expect(refreshed.records.places.map((one) => one.id)).not.toContain(gone);
    expect(await changesSince(refreshed, memoryStore(bytes(now)))).toMatchObject(none);
    // As if the build had read it.
    expect(refreshed.records.activities).toEqual(indexOf(now).records.activities);
  });
});
