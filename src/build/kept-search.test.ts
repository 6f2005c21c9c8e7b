import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SearchRecord } from '../outputs/search/record.ts';
import { builtPages } from './built-pages.ts';
import { filesBelow } from './files.ts';
import { countSearchable, makeSearch, searchKeys, type MadeSearch } from './kept-search.ts';
import { keyedStep, runSteps } from './steps.ts';

let root: string;
let dist: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kept-search-'));
  dist = join(root, 'dist');
  write('a/index.html', 'vi', 'Trao học bổng');
  write('b/index.html', 'vi', 'Giao lưu hữu nghị');
  write('en/a/index.html', 'en', 'Scholarships are given');
  write('lo/a/index.html', 'lo', 'ມອບທຶນການສຶກສາ');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, lang: string, text: string): void {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(
    join(dist, path),
    `<!doctype html><html lang="${lang}"><title>Trang</title><main data-pagefind-body><h1>${text}</h1></main></html>`,
  );
}

const recordOf = (name: string): SearchRecord => ({ languages: ['en'], names: [name], facets: {} });

const copiesFolder = (cache: string): string => join(root, cache, 'page-copies');

let build = 0;
/** Builds the index as a build does. */
async function make({ cache = 'cache', name = '', code = 'code' } = {}): Promise<{
  indexed: string[];
  copied: number;
  files: Map<string, string>;
  counted: Record<string, number>;
}> {
  const pages = builtPages(dist);
  const about = (url: string): SearchRecord | undefined =>
    name !== '' && url === 'en/a/' ? recordOf(name) : undefined;
  const indexed: string[] = [];
  let copied = 0;
  const search = keyedStep<MadeSearch, []>(
    'search',
    [],
    () => ({ key: JSON.stringify([code, ...searchKeys(pages, about)]), basis: code }),
    (_, out, __, last) =>
      makeSearch({
        dist,
        out,
        pages,
        about,
        related: () => ({ listed: [], terms: [] }),
        last,
        copies: { folder: copiesFolder(cache), code },
        onIndex(locale, its) {
          indexed.push(locale);
          copied += its;
        },
      }),
  );
  const work = join(root, `work-${(build += 1)}`);
  const [made] = await runSteps([search], { work, cache: join(root, cache), force: false });
  const files = new Map(
    filesBelow(made.folder).map((file) => [file, readFileSync(join(made.folder, file), 'base64')]),
  );
  return { indexed, copied, files, counted: countSearchable(made.result) };
}

/** Nothing may be kept. */
const makeAnew = () => make({ cache: `clean-${build}` });

test('a word in one language costs its index alone, and the whole is as if it had been made anew', async () => {
  expect((await make()).indexed.toSorted()).toEqual(['en', 'lo', 'vi']);
  write('lo/a/index.html', 'lo', 'ມອບທຶນການສຶກສາ ສະຫວັນນະເຂດ');
  const { indexed, files, counted } = await make();
  expect(indexed).toEqual(['lo']);
  expect(counted).toEqual({ vi: 2, en: 1, lo: 1 });
  expect(files).toEqual((await makeAnew()).files);
  expect((await make()).indexed).toEqual([]);
});

test('a word that search passes over costs no index', async () => {
  const counted = (count: number, word = ''): void =>
    write('b/index.html', 'vi', `Giao lưu${word} <b data-pagefind-ignore>${count} bản dịch</b>`);
  counted(465);
  const before = await make();
  counted(466);
  const after = await make();
  expect(after).toMatchObject({ indexed: [], files: before.files, counted: before.counted });
  counted(466, ' hữu nghị');
  const worded = await make();
  expect(worded.indexed).toEqual(['vi']);
  expect(worded.files).toEqual((await makeAnew()).files);
});

test('a page more and a page less cost the index of their language', async () => {
  const before = await make();
  write('c/index.html', 'vi', 'Hội thảo');
  const more = await make();
  expect(more.indexed).toEqual(['vi']);
  expect(more.files).toEqual((await makeAnew()).files);
  rmSync(join(dist, 'c'), { recursive: true });
  const less = await make();
  expect(less.indexed).toEqual(['vi']);
  expect(less.files).toEqual(before.files);
});

test('a language whose last page is gone is gone from the index', async () => {
  await make();
  rmSync(join(dist, 'en'), { recursive: true });
  const { indexed, files } = await make();
  expect(indexed).toEqual([]);
  expect([...files.keys()].filter((file) => /(?:^|\/|\.)en[_.]/.test(file))).toEqual([]);
  expect(files).toEqual((await makeAnew()).files);
});

test('what the site knows of a page counts as its text does', async () => {
  await make();
  expect((await make({ name: 'HVPF' })).indexed).toEqual(['en']);
});

test('files that somebody changed in the cache are made anew', async () => {
  const { files } = await make();
  const [broken = ''] = [...files.keys()].filter((file) => file.startsWith('fragment/vi_'));
  writeFileSync(join(root, 'cache/search/files', broken), 'broken');
  write('lo/a/index.html', 'lo', 'ສະຫວັນນະເຂດ');
  const { indexed, files: after } = await make();
  expect(indexed.toSorted()).toEqual(['lo', 'vi']);
  expect(after).toEqual((await makeAnew()).files);
});

test('of a language that is indexed anew only the pages that changed are copied', async () => {
  expect((await make()).copied).toBe(4);
  write('b/index.html', 'vi', 'Giao lưu nhân dân');
  const { indexed, copied, files } = await make();
  expect(indexed).toEqual(['vi']);
  expect(copied).toBe(1);
  expect(files).toEqual((await makeAnew()).files);
});

test('a copy is made anew when the site knows something else of its page, or other code copies it', async () => {
  await make();
  const named = await make({ name: 'HVPF' });
  expect(named.copied).toBe(1);
  expect(named.files).toEqual((await make({ cache: 'clean', name: 'HVPF' })).files);
  expect((await make({ name: 'HVPF', code: 'other code' })).copied).toBe(4);
});

test('copies into which somebody has written are made anew', async () => {
  await make();
  const path = join(copiesFolder('cache'), 'vi');
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
  writeFileSync(path, bytes);
  write('b/index.html', 'vi', 'Giao lưu nhân dân');
  const { copied, files } = await make();
  expect(copied).toBe(2);
  expect(files).toEqual((await makeAnew()).files);
});
