import { describe, expect, test } from 'vitest';
import { afterSave, changesOf, openRecord, recordOfFile, withFile } from './open-record.ts';
import { revisionOf } from './store/revision.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = 'content/units/hue.yaml';
const opened = openRecord('units', 'hue', new Map([[file, { bytes: bytesOf('old'), revision: 'r' }]]));
const saved = withFile(opened, file, 'saved');

describe('a record that has been saved', () => {
  test('has nothing to save, and can be undone', () => {
    const after = afterSave(saved, saved, false);
    expect(changesOf(after)).toEqual([]);
    expect(after.past).toEqual(saved.past);
  });

  test('keeps what was typed while it was being saved', () => {
    const typed = withFile(saved, file, 'saved, and more');
    expect(changesOf(afterSave(typed, saved, false))).toEqual([
      { path: file, bytes: bytesOf('saved, and more'), revision: revisionOf(bytesOf('saved')) },
    ]);
  });

  test('is compared with what was saved, not with what somebody else has made of it since', () => {
    expect(afterSave(saved, saved, false).opened.get(file)?.revision).toBe(revisionOf(bytesOf('saved')));
  });

  test('as a proposal is compared with what the store still has', () => {
    const typed = withFile(saved, file, 'second');
    expect(changesOf(afterSave(typed, saved, true))).toEqual([
      { path: file, bytes: bytesOf('second'), revision: 'r' },
    ]);
    const fresh = withFile(openRecord('units', 'hue', new Map()), file, 'new');
    expect(afterSave(fresh, fresh, true).opened.get(file)?.revision).toBeNull();
  });
});

describe('a file', () => {
  test.each([
    ['content/units/hue.yaml', { collection: 'units', id: 'hue' }],
    ['content/stories/2023/x/index.vi.mdx', { collection: 'stories', id: '2023/x' }],
    ['content/stories/2023/x/a.jpg', { collection: 'stories', id: '2023/x' }],
  ] as const)('%s belongs to its record', (path, record) => {
    expect(recordOfFile(path)).toEqual(record);
  });

  test.each([
    'content/glossary.yaml',
    'content/units/hue.yaml.bak',
    'content/units/.yaml',
    'content/stories/index.vi.mdx',
    'content/nothing/x.yaml',
    'docs/units/hue.yaml',
  ])('%s belongs to none', (path) => {
    expect(recordOfFile(path)).toBeUndefined();
  });
});
