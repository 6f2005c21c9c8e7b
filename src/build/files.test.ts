import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  filesBelow,
  isOlderThan,
  linkFile,
  moveInto,
  writeTogether,
  writeWhole,
  writeWholeSync,
} from './files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a file is written whole, and its folders with it', async () => {
  await writeWhole(join(folder, 'a/b/c.txt'), 'Trao quà');
  expect(filesBelow(folder)).toEqual(['a/b/c.txt']);
  expect(readFileSync(join(folder, 'a/b/c.txt'), 'utf8')).toBe('Trao quà');
});

test('what cannot be written leaves nothing: no half of a file, no folder, and the old file as it was', async () => {
  // No system has names of three hundred letters; a full disk says no at the same place.
  await expect(writeWhole(join(folder, 'a/b', 'c'.repeat(300)), 'x')).rejects.toThrow(/ENAMETOOLONG|ENOENT/);
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(join(folder, 'old'), 'x');
  await expect(writeWhole(join(folder, 'old', 'new'), 'y')).rejects.toThrow();
  expect(filesBelow(folder)).toEqual(['old']);
});

test('a file written at once is whole too, and what cannot be written leaves the old one and no draft', () => {
  const path = join(folder, 'a.txt');
  writeWholeSync(path, 'Trao quà');
  expect(readFileSync(path, 'utf8')).toBe('Trao quà');
  mkdirSync(join(folder, 'full'));
  expect(() => writeWholeSync(join(folder, 'full'), 'x')).toThrow();
  expect(readdirSync(folder)).toEqual(['a.txt', 'full']);
});

test('of several new files all are written, or none', async () => {
  const file = (name: string) => ({ path: join(folder, name), content: name });
  await expect(writeTogether([file('a/1'), file('b/2'), file('c'.repeat(300))])).rejects.toThrow();
  expect(readdirSync(folder)).toEqual([]);
  await writeTogether([file('a/1'), file('b/2')]);
  expect(filesBelow(folder)).toEqual(['a/1', 'b/2']);
});

test('files are moved to their places, beside those that lie there, and take those of the same path over', async () => {
  for (const [path, text] of Object.entries({
    'from/a/new.txt': 'new',
    'from/a/same.txt': 'new',
    'from/b/c/d.txt': 'new',
    'from/e.txt': 'new',
    'to/a/old.txt': 'old',
    'to/a/same.txt': 'old',
  }))
    await writeWhole(join(folder, path), text);
  moveInto(join(folder, 'from'), join(folder, 'to'));
  moveInto(join(folder, 'nothing'), join(folder, 'to'));
  const files = filesBelow(join(folder, 'to'));
  expect(files.map((file) => [file, readFileSync(join(folder, 'to', file), 'utf8')])).toEqual([
    ['a/new.txt', 'new'],
    ['a/old.txt', 'old'],
    ['a/same.txt', 'new'],
    ['b/c/d.txt', 'new'],
    ['e.txt', 'new'],
  ]);
  expect(filesBelow(join(folder, 'from'))).toEqual([]);
});

test('files are named by their path from the folder, whether or not its name ends with a slash', async () => {
  await writeWhole(join(folder, 'a/b.txt'), '');
  expect(filesBelow(folder)).toEqual(['a/b.txt']);
  expect(filesBelow(`${folder}/`)).toEqual(['a/b.txt']);
});

test('a second path takes the place of what is there, and is left alone when the first is written anew', async () => {
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  await writeWhole(first, 'kept');
  writeFileSync(second, 'old');
  linkFile(first, second);
  expect(statSync(second).ino).toBe(statSync(first).ino);
  linkFile(first, second);
  await writeWhole(second, 'published');
  expect([first, second].map((path) => readFileSync(path, 'utf8'))).toEqual(['kept', 'published']);
});

test('a file that was written into after its record is no longer older than that', async () => {
  const [file, record] = [join(folder, 'file'), join(folder, 'record')];
  writeFileSync(file, 'a');
  writeFileSync(record, '{}');
  utimesSync(file, 10, 10);
  utimesSync(record, 10, 10);
  expect(isOlderThan(file, record)).toBe(true);
  utimesSync(file, 11, 11);
  expect(isOlderThan(file, record)).toBe(false);
  rmSync(record);
  expect(isOlderThan(file, record)).toBe(false);
});
