import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareSites, countDifferences } from './compare-sites.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'compare-sites-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function site(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(root, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

test('folders with the same files do not differ', () => {
  const files = { 'index.html': 'one', 'lo/index.html': 'two' };
  const differences = compareSites(site('dist', files), site('clean', files));
  expect(differences).toEqual({ missing: [], extra: [], other: [] });
  expect(countDifferences(differences)).toBe(0);
});

test('a byte, a file too many and a file too few are named', () => {
  const differences = compareSites(
    site('dist', { 'a.html': 'one', 'b/b.html': 'stale', 'c.html': 'longer', 'old.html': '' }),
    site('clean', { 'a.html': 'one', 'b/b.html': 'fresh', 'c.html': 'long', 'n/new.html': '' }),
  );
  expect(differences).toEqual({
    missing: ['n/new.html'],
    extra: ['old.html'],
    other: ['b/b.html', 'c.html'],
  });
  expect(countDifferences(differences)).toBe(4);
});
