import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { digestOfCode } from './code-digest.ts';

const folder = mkdtempSync(join(tmpdir(), 'code-digest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
const digest = (libraries: string[] = [], also: string[] = []) => digestOfCode(folder, { libraries, also });

test('code that changes is other code, and so is what it uses; a test is none of it', () => {
  write('draw.ts', '1');
  const before = digest();
  write('draw.test.ts', '1');
  expect(digest()).toBe(before);
  const elsewhere = join(folder, 'draw.test.ts');
  const withOther = digest([], [elsewhere]);
  expect(withOther).not.toBe(before);
  write('draw.test.ts', '2');
  expect(digest([], [elsewhere])).not.toBe(withOther);
  expect(digest(['sharp'])).not.toBe(before);
  write('draw.ts', '2');
  expect(digest()).not.toBe(before);
});

test('a library that is not pinned is named', () => {
  expect(() => digest(['no-such-library'])).toThrow('no-such-library');
});
