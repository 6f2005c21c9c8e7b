import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cacheFolder, projectRoot } from '../build/paths.ts';
import { edits } from './edits.ts';
import type { Trial } from './kept-pages-trial.ts';
import { terminalEnvironment } from './other-folder.ts';

/** Random edits of the frozen bulletin, one upon the other: which pages are made again, and whether all are right. */

let root: string;
let trials: readonly Trial[];

beforeAll(async () => {
  mkdirSync(cacheFolder, { recursive: true });
  // Within the project, from where the packages are found.
  root = mkdtempSync(join(cacheFolder, 'kept-pages-'));
  const script = join(import.meta.dirname, 'kept-pages-trial.ts');
  const seed = process.env['EDITS_SEED'] ?? '1';
  const { stdout } = await promisify(execFile)(process.execPath, [script, root, seed], {
    cwd: projectRoot,
    env: terminalEnvironment(),
    maxBuffer: 1 << 26,
  });
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  trials = lines.map((line) => JSON.parse(line) as Trial);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function trialOf(edit: string): Trial {
  const found = trials.find((one) => one.edit === edit);
  if (!found) throw new Error(`${edit} was not tried`);
  return found;
}

test('every kind of edit is tried, and changes something', () => {
  const tried = trials.map((one) => one.edit).filter((edit) => edit in edits);
  expect(tried.toSorted()).toEqual(Object.keys(edits).toSorted());
  const others = ['nothing', 'a new day', 'a day on which nothing passes'];
  for (const { edit, changed } of trials) expect(changed.length > 0, edit).toBe(!others.includes(edit));
});

test('after every edit all pages are as if they had been made anew', () => {
  expect(Object.fromEntries(trials.map(({ edit, wrong }) => [edit, wrong]))).toEqual(
    Object.fromEntries(trials.map(({ edit }) => [edit, []])),
  );
});

test('where nothing has changed no page is made', () => {
  const { rendered, kept } = trialOf('nothing');
  expect(rendered).toEqual([]);
  expect(kept).toBeGreaterThan(400);
});

test('a new day costs the pages that show what has passed, and no others', () => {
  const { rendered, kept } = trialOf('a new day');
  // The day after an anniversary of Fidel Castro’s birth, for which an event was planned.
  const pages = [
    '',
    'countries/cu/',
    'events/',
    'events/2024/',
    'events/2024/dang-huong-98-nam-ngay-sinh-fidel/',
    'occasions/',
    'occasions/sinh-nhat-fidel-castro/',
    'places/cong-vien-fidel/',
    'places/quang-tri/',
    'units/quang-tri/',
  ].flatMap((path) => [`${path}index.html`, `lo/${path}index.html`]);
  expect(rendered.toSorted()).toEqual(pages.toSorted());
  expect(kept).toBeGreaterThan(400);
});

test('a day on which nothing passes costs no page', () => {
  const { rendered, kept } = trialOf('a day on which nothing passes');
  expect(rendered).toEqual([]);
  expect(kept).toBeGreaterThan(400);
});

test('a word in a text costs the pages that show it: the article and its printed form', () => {
  const { changed, rendered } = trialOf('a word more in a text');
  const [, record, locale] = /^content\/(.*)\/index\.([a-z]+)\.mdx$/.exec(changed[0] ?? '') ?? [];
  const page = `${locale === 'vi' ? '' : `${locale}/`}${record}/`;
  expect(rendered).toContain(`${page}index.html`);
  const others = rendered.filter((file) => !file.startsWith(page));
  // An article of an issue stands in its printed form as well.
  expect(others.every((file) => /(?:^|\/)issues\/.*\/print\/index\.html$/.test(file))).toBe(true);
});

test('the new name of a partner costs the pages that name it, and no others', () => {
  const { changed, rendered, kept } = trialOf('a renamed partner');
  const [, partner = ''] = /^content\/(partners\/[^/]+)\//.exec(changed[0] ?? '') ?? [];
  const own = rendered.filter((file) => file.includes(`${partner}/index.html`));
  expect(own.length).toBeGreaterThan(0);
  expect(rendered.length).toBeLessThan(kept / 4);
});
