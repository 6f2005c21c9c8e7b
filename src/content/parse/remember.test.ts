import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOnDisk } from '../disk.ts';
import { fileOfBytes, type ContentFiles, type SourceFile } from '../files.ts';
import { readContent } from '../read.ts';

const article = 'content/activities/2023/hoc-bong/index.vi.mdx';
const cases = join(import.meta.dirname, '../../tests/cases');

/** Files that write down which of them was read. */
function watched(read: string[]): Map<string, SourceFile> {
  const good = [...filesOnDisk(join(cases, 'good'))].map(([path, { size, read: bytes }]) => {
    const file: SourceFile = {
      size,
      read(...part) {
        read.push(path);
        return bytes(...part);
      },
    };
    return [path, file] as const;
  });
  return new Map(good);
}

const encoded = (text: string): SourceFile => fileOfBytes(new TextEncoder().encode(text));
const found = (files: ContentFiles): unknown => {
  const { entries, problems } = readContent(files);
  return { entries, problems };
};

test('what was read is not read again, and says the same, faults too', () => {
  const read: string[] = [];
  const files = watched(read);
  files.set(article, encoded('---\ntitle: ""\n---\n\n<b>x</b>\n'));
  const first = found(files);
  expect(first).toMatchObject({
    problems: expect.arrayContaining([expect.objectContaining({ file: article })]),
  });
  expect(read.length).toBeGreaterThan(10);
  read.length = 0;
  expect(found(new Map(files))).toEqual(first);
  expect(read.filter((path) => /\.(mdx|yaml)$/.test(path) && !path.endsWith('glossary.yaml'))).toEqual([]);
});

test('of a record with a changed, a new or a missing file all is as if it was read for the first time', () => {
  const files = watched([]);
  readContent(files);
  const text = new TextDecoder().decode(files.get(article)?.read());
  const lao = article.replace('.vi.', '.lo.');
  const changes: [string, SourceFile | undefined][] = [
    [article, encoded(text.replace('Trao 60', 'Trao 61'))],
    [article, encoded(text.replace('date:', 'dat:'))],
    [lao, undefined],
    [article.replace('index.vi.mdx', 'index.kh.mdx'), encoded(text)],
  ];
  const seen = new Set<string>();
  for (const [path, file] of changes) {
    const changed = new Map(files);
    if (file) changed.set(path, file);
    else changed.delete(path);
    const fresh = new Map([...changed].map(([key, one]) => [key, fileOfBytes(one.read())]));
    expect(found(changed)).toEqual(found(fresh));
    seen.add(JSON.stringify(found(changed)));
  }
  expect(seen.size).toBe(changes.length);
});

test('a folder under a new name is another record', () => {
  const files = watched([]);
  readContent(files);
  const moved = new Map(
    [...files].map(([path, file]) => [path.replace('/hoc-bong/', '/hoc-bong-moi/'), file]),
  );
  const { entries } = readContent(moved);
  expect(entries.activities.map(({ id }) => id)).toContain('2023/hoc-bong-moi');
  expect(entries.activities.map(({ id }) => id)).not.toContain('2023/hoc-bong');
});
