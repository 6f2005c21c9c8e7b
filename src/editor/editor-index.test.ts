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
import { revisionOf } from './store/revision.ts';

/** `files` with the text at `path` changed. */
const withText = (files: ContentFiles, path: string, change: (text: string) => string): ContentFiles =>
  withWholeText(files, path, change(textOf(files, path)));

const files = filesOfCase('good');
const bytes = (of: ContentFiles): [string, Uint8Array][] =>
  [...of].map(([path, file]) => [path, file.read()]);
const revisions = (of: ContentFiles) => new Map(bytes(of).map(([path, one]) => [path, revisionOf(one)]));
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
  test('is nothing when no file has', () => {
    expect(changesSince(index, revisions(files))).toEqual({ changed: [], gone: [] });
  });

  test('is a record of which one byte is another', () => {
    const now = withText(files, article, (text) => `${text} `);
    expect(changesSince(index, revisions(now)).changed.map((one) => one.id)).toEqual([id]);
  });

  test('is a record that has one file more, one that is new, and one that is gone', () => {
    const list = revisions(files);
    list.set(`content/${record}/a.jpg`, 'x');
    list.set('content/units/new.yaml', 'x');
    const gone = index.records.places[0]?.id ?? '';
    expect(list.delete(`content/places/${gone}.yaml`)).toBe(true);
    const changes = changesSince(index, list);
    expect(changes.changed.map((one) => `${one.collection}/${one.id}`).sort()).toEqual([
      `activities/${id}`,
      'units/new',
    ]);
    expect(changes.gone).toEqual([`places/${gone}`]);
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
    expect(changesSince(refreshed, revisions(now))).toEqual({ changed: [], gone: [] });
    // As if the build had read it.
    expect(refreshed.records.activities).toEqual(indexOf(now).records.activities);
  });
});
