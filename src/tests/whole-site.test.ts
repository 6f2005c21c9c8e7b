import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareSites } from '../build/compare-sites.ts';
import { filesBelow } from '../build/files.ts';
import { projectRoot } from '../build/paths.ts';
import { edits, randomFrom, shuffled, type Random } from './edits.ts';
import { terminalEnvironment } from './other-folder.ts';
import type { Work } from './whole-site-build.ts';

/**
 * A copy of the project over the frozen bulletin is built, edited at random and built again: what each build does, and
 * whether the site is, byte for byte, what a build with nothing kept makes. `EDITS_SEED=7` tries other edits.
 */

const random = randomFrom(Number(process.env['EDITS_SEED'] ?? '1'));
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'whole-site-'));
  for (const name of [
    'src',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(projectRoot, name), join(root, name), {
      recursive: true,
      filter: (path) => !path.startsWith(join(projectRoot, 'src/tests/fixtures')),
    });
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  cpSync(join(projectRoot, 'src/tests/fixtures/bulletin/content'), join(root, 'content'), {
    recursive: true,
  });
  // The browser of the PDFs, which lies packed in its package.
  for (const name of filesBelow(join(projectRoot, '.cache')).filter((file) => file.startsWith('chromium-'))) {
    mkdirSync(dirname(join(root, '.cache', name)), { recursive: true });
    cpSync(join(projectRoot, '.cache', name), join(root, '.cache', name));
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** All builds are of one day, also those of a night. */
const day = String(Date.parse('2026-11-29T05:00:00Z') / 1000);

async function build(folder: string, ...args: readonly string[]): Promise<Work> {
  const script = join(root, 'src/tests/whole-site-build.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, folder, ...args], {
    cwd: root,
    env: { ...terminalEnvironment(), SOURCE_DATE_EPOCH: day },
    maxBuffer: 1 << 26,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Work;
}

/** The texts that edits may change. */
const texts = (): Map<string, Uint8Array> =>
  new Map(
    filesBelow(join(root, 'content')).map((file) => [
      `content/${file}`,
      readFileSync(join(root, 'content', file)),
    ]),
  );

/** Writes what an edit makes of the texts. @returns the paths that it changed, added or took away */
function apply(name: string, choose: Random): string[] {
  const before = texts();
  const after = edits[name]?.(before, choose) ?? before;
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  for (const path of changed) {
    const bytes = after.get(path);
    if (!bytes) rmSync(join(root, path));
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), bytes);
    }
  }
  expect(changed.length, name).toBeGreaterThan(0);
  return changed;
}

/** A photo of one colour in the text of an activity, which an edit may have taken away. */
async function showPhoto(background: string): Promise<void> {
  const texts = filesBelow(join(root, 'content/activities')).filter((file) => file.endsWith('/index.vi.mdx'));
  const shown = texts.find((file) => file.startsWith('2023/don-hvpf/')) ?? texts[0] ?? '';
  const folder = join('content/activities', dirname(shown));
  const photo = await sharp({ create: { width: 1400, height: 900, channels: 3, background } })
    .jpeg()
    .toBuffer();
  writeFileSync(join(root, folder, 'photo.jpg'), photo);
  const text = join(root, folder, 'index.vi.mdx');
  const source = readFileSync(text, 'utf8');
  if (!source.includes('photo.jpg'))
    writeFileSync(text, `${source.trimEnd()}\n\n![Các em học sinh nhận quà](./photo.jpg)\n`);
}

/** The site is what a build with nothing kept makes of the same files. */
async function expectWholeSite(): Promise<void> {
  await build('clean', 'clean');
  expect(compareSites(join(root, 'dist'), join(root, 'clean'))).toEqual({
    missing: [],
    extra: [],
    other: [],
  });
  expect(filesBelow(join(root, 'clean')).length).toBeGreaterThan(500);
}

test('after any edits the site is what a build with nothing kept makes', async () => {
  const first = await build('dist');
  expect(first.bundled).toBe(true);
  expect(first.records).toBeGreaterThan(50);
  expect(first.cardsDrawn).toBeGreaterThan(100);
  expect(first.indexed).toEqual(['en', 'fr', 'km', 'lo', 'vi', 'zh']);
  expect(first.copied).toBeGreaterThan(200);

  // Nothing has changed.
  const nothing = await build('dist');
  expect(nothing).toEqual({
    ...first,
    rendered: 0,
    kept: 0,
    bundled: false,
    cardsDrawn: 0,
    indexed: [],
    copied: 0,
    printed: 0,
  });

  // A word: the pages that show it, its language in the search, the PDFs that print it; no bundle, no card.
  const [changed = ''] = apply('a word more in a text', random);
  const [, locale = ''] = /\/index\.([a-z]+)\.mdx$/.exec(changed) ?? [];
  const word = await build('dist');
  expect(word.bundled).toBe(false);
  expect(word.rendered).toBeGreaterThan(0);
  expect(word.rendered).toBeLessThanOrEqual(first.rendered / 50);
  expect(word.rendered + word.kept).toBe(first.rendered);
  expect(word.cardsDrawn).toBe(0);
  expect(word.indexed).toContain(locale);
  // A translation says that its original has changed since.
  const languages = filesBelow(dirname(join(root, changed))).filter((file) => file.endsWith('.mdx'));
  expect(word.indexed.length).toBeLessThanOrEqual(languages.length);
  // A language is indexed anew of the copies of its pages that are there.
  expect(word.copied).toBeGreaterThan(0);
  expect(word.copied).toBeLessThanOrEqual(word.rendered);
  expect(word.printed + word.printFailed).toBeLessThanOrEqual(first.printFailed + 2);

  const [some, others] = [0, 1].map((half) =>
    shuffled(Object.keys(edits), random).filter((_, position) => position % 2 === half),
  );
  for (const name of some ?? []) apply(name, random);
  await build('dist');
  await showPhoto('#a33');
  expect((await build('dist')).bundled).toBe(true);
  for (const name of others ?? []) apply(name, random);
  const records = await build('dist');
  expect(records.bundled).toBe(false);
  expect(records.kept).toBeGreaterThan(0);
  await expectWholeSite();

  // Other bytes of a picture, and another word of the site.
  await showPhoto('#3a3');
  const messages = join(root, 'src/i18n/messages/vi.json');
  const source = readFileSync(messages, 'utf8');
  const other = source.replace(/("nav\.stories": ")/, '$1Những ');
  expect(other).not.toBe(source);
  writeFileSync(messages, other);
  const words = await build('dist');
  expect(words.bundled).toBe(true);
  await expectWholeSite();
});
