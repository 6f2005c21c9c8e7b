import { describe, expect, test } from 'vitest';
import { changesOf, openRecord, textOf, withFile, type OpenRecord } from './open-record.ts';
import { settleConflicts } from './settle-conflict.ts';
import type { Conflict } from './store/store.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = 'content/activities/2023/x/index.vi.mdx';
const picture = 'content/activities/2023/x/a.jpg';
const text = '---\ntitle: "Đón đoàn"\ndate: 2023\n---\n\nMột.\n\nHai.\n';

const record = openRecord(
  'activities',
  '2023/x',
  new Map([
    [file, { bytes: bytesOf(text), revision: 'old' }],
    [picture, { bytes: bytesOf('old'), revision: 'old' }],
  ]),
);
const edited = (path: string, now: string | undefined): OpenRecord => withFile(record, path, now);
const conflict = (path: string, theirs: string | null): Conflict => ({
  path,
  theirs: theirs === null ? null : bytesOf(theirs),
  revision: theirs === null ? null : 'theirs',
});

describe('a save that met the changes of somebody else', () => {
  test('goes on with both, when they have changed other parts', () => {
    const mine = edited(file, text.replace('Một.', 'Một!'));
    const { record: both, clashes } = settleConflicts(
      mine,
      [conflict(file, text.replace('2023', '2024'))],
      'mine',
    );
    expect(clashes).toEqual([]);
    expect(textOf(both, file)).toBe(text.replace('Một.', 'Một!').replace('2023', '2024'));
    // The next save replaces what has been seen, and nothing newer.
    expect(changesOf(both)).toEqual([{ path: file, bytes: both.files.get(file), revision: 'theirs' }]);
  });

  test('needs nothing more, when both have done the same', () => {
    const same = text.replace('Một.', 'Một!');
    const { record: both, clashes } = settleConflicts(edited(file, same), [conflict(file, same)], 'mine');
    expect(clashes).toEqual([]);
    expect(changesOf(both)).toEqual([]);
  });

  test('tells what both have changed, and takes the one that is preferred', () => {
    const mine = edited(file, text.replace('Hai.', 'Tôi.'));
    const theirs = [conflict(file, text.replace('Hai.', 'Họ.'))];
    const settled = settleConflicts(mine, theirs, 'mine');
    expect(settled.clashes).toEqual([{ file, path: [], mine: 'Tôi.\n', theirs: 'Họ.\n' }]);
    expect(textOf(settled.record, file)).toContain('Tôi.');
    expect(textOf(settleConflicts(mine, theirs, 'theirs').record, file)).toContain('Họ.');
  });

  test('leaves one’s own within “undo”', () => {
    const mine = edited(file, text.replace('Hai.', 'Tôi.'));
    const { record: taken } = settleConflicts(mine, [conflict(file, text.replace('Hai.', 'Họ.'))], 'theirs');
    expect(taken.past.at(-1)).toBe(mine.files);
  });

  test('asks when one of them has deleted the file, or it is a picture', () => {
    const mine = edited(file, text.replace('Hai.', 'Tôi.'));
    const gone = settleConflicts(mine, [conflict(file, null)], 'mine');
    expect(gone.clashes).toEqual([{ file, path: [], mine: text.replace('Hai.', 'Tôi.'), theirs: undefined }]);
    expect(changesOf(gone.record)).toMatchObject([{ path: file, revision: null }]);
    expect(settleConflicts(mine, [conflict(file, null)], 'theirs').record.files.has(file)).toBe(false);
    const pictures = settleConflicts(edited(picture, 'mine'), [conflict(picture, 'theirs')], 'theirs');
    expect(pictures.clashes).toEqual([{ file: picture, path: [], mine: undefined, theirs: undefined }]);
    expect(pictures.record.files.get(picture)).toEqual(bytesOf('theirs'));
  });
});
