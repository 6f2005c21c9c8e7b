import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBulletin, languagesOf } from '../bulletin/bulletin.ts';
import { articleCollections } from '../model/schemas/collections.ts';
import { filesOfCase, textOf, withText } from '../tests/cases.ts';
import type { ContentFiles } from './files.ts';
import { heldBackReason, holdBack, missingPages, type HeldBack, type Publishable } from './hold-back.ts';
import { readContent } from './read.ts';
import { html, markup } from '../tests/markup.ts';
import { resolveLinks } from '../bulletin/links.ts';
import { readContentFolder } from './disk.ts';
import type { Problem } from './problems.ts';
import { namingFields } from '../tests/references.ts';

const cases = join(import.meta.dirname, '../tests/cases');
const names = readdirSync(cases, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map((one) => one.name);
let work: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'ban-tin-'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

function publish(...overlays: string[]): Publishable {
  const folder = mkdtempSync(join(work, 'content-'));
  for (const name of ['good', ...overlays]) cpSync(join(cases, name), folder, { recursive: true });
  return holdBack(readContentFolder(folder));
}

/** What stands at a path of fields, in all positions of the lists on the way. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path));
  const [field, ...rest] = path;
  if (field === undefined || value === undefined) return value === undefined ? [] : [value];
  return valuesAt((value as Readonly<Record<string, unknown>>)[field], rest);
}

/** Every name in the entries that leads nowhere, as `collection/id field: value`. */
function dangling({ entries }: Publishable): string[] {
  const there = new Set(
    Object.entries(entries).flatMap(([name, list]) => list.map(({ id }) => `${name}/${id}`)),
  );
  return namingFields.flatMap(({ collection, path, to }) =>
    entries[collection].flatMap(({ id, facts }) =>
      valuesAt(facts, path.split('.'))
        .map((value) => (typeof value === 'string' ? value : (value as { document: string }).document))
        .filter((name) => !there.has(to.length > 1 ? name : `${to[0]}/${name}`))
        .map((name) => `${collection}/${id} ${path}: ${name}`),
    ),
  );
}

test('names that lead nowhere are seen', () => {
  const entries = readContentFolder(join(cases, 'good')).entries;
  expect(dangling({ entries, held: [] })).toEqual([]);
  expect(dangling({ entries: { ...entries, documents: [], stories: [] }, held: [] })).toEqual(
    expect.arrayContaining([
      'units/quang-tri sources: bao-cao',
      'issues/2023-2 sections.items: stories/2023/nguoi-ban',
    ]),
  );
});

test('of a good folder nothing is held back', () => {
  expect(publish().held).toEqual([]);
});

describe('whatever is wrong, what is published refers to nothing that is missing', () => {
  test.each(names.filter((name) => name !== 'good'))('%s', (name) => {
    const published = publish(name);
    expect(published.held.length).toBeGreaterThan(0);
    expect(dangling(published)).toEqual([]);
    // Every page's questions can be answered.
    const bulletin = createBulletin(published.entries);
    for (const issue of bulletin.issues) {
      for (const path of issue.facts.sections.flatMap((section) => section.items)) bulletin.item(path);
    }
  });
});

test('a record with a bad date is held back, and the issue that names it goes on without it', () => {
  const { entries, held } = publish('date-impossible');
  expect(held.map(({ record, locale }) => [record, locale])).toEqual([
    ['activities/2023/hoc-bong', undefined],
  ]);
  expect(held[0]?.problems.map((one) => one.code)).toEqual(['impossibleDate']);
  expect(entries.issues[0]?.facts.sections).toEqual([{ id: 'aid', items: ['stories/2023/nguoi-ban'] }]);
  expect(entries.stories[0]?.facts.about.activities).toEqual([]);
});

test('of a record with a bad translation only that translation is held back', () => {
  const { entries, held } = publish('translation-with-fact');
  expect(held.map(({ record, locale }) => [record, locale])).toEqual([['activities/2023/hoc-bong', 'lo']]);
  const record = entries.activities.find((one) => one.id === '2023/hoc-bong');
  expect(record && languagesOf(record)).toEqual(['vi']);
});

const badIn = (file: string): Problem => ({ file, line: 1, column: 1, code: 'glossary', values: {} });

test('a translation that can be read is held back all the same when something in it is wrong', () => {
  const { entries } = readContentFolder(join(cases, 'good'));
  const file = 'content/activities/2023/hoc-bong/index.lo.mdx';
  const before = entries.activities.find((one) => one.id === '2023/hoc-bong');
  const after = holdBack({ entries, problems: [badIn(file)] }).entries.activities.find(
    (one) => one.id === '2023/hoc-bong',
  );
  expect(before && languagesOf(before)).toEqual(['vi', 'lo']);
  expect(after).toEqual({ ...before, texts: { vi: before?.texts.vi } });
});

test('an issue of which all items are held back is held back for want of them', () => {
  const { entries } = readContentFolder(join(cases, 'good'));
  const files = ['activities/2023/hoc-bong', 'stories/2023/nguoi-ban'].map(
    (name) => `content/${name}/index.vi.mdx`,
  );
  const one = holdBack({ entries, problems: files.slice(0, 1).map(badIn) });
  expect(one.entries.issues.map(({ id }) => id)).toEqual(['2023-2']);
  const both = holdBack({ entries, problems: files.map(badIn) });
  expect(both.entries.issues).toEqual([]);
  expect(both.held.map(({ record, problems }) => [record, problems.length])).toEqual([
    ['activities/2023/hoc-bong', 1],
    ['issues/2023-2', 0],
    ['stories/2023/nguoi-ban', 1],
  ]);
  expect(both.held.map(({ reason }) => reason)).toEqual(['problems', 'needs', 'problems']);
});

/** The content of `cases/good` in which these records are not to be published yet. */
function withDrafts(...records: readonly string[]): ContentFiles {
  let files = filesOfCase('good');
  for (const record of records) {
    const path = `content/${record}/index.vi.mdx`;
    files = withText(files, path, textOf(files, path).replace('---\n', '---\ndraft: true\n'));
  }
  return files;
}

test('a record that is not to be published yet is held back without a problem, and so is what cannot do without it', () => {
  const one = readContent(withDrafts('activities/2023/hoc-bong'));
  expect(one.problems).toEqual([]);
  const published = holdBack(one);
  expect(published.held).toEqual([
    { record: 'activities/2023/hoc-bong', locale: undefined, reason: 'draft', problems: [] },
  ]);
  expect(published.entries.activities.map(({ id }) => id)).not.toContain('2023/hoc-bong');
  expect(dangling(published)).toEqual([]);
  const both = holdBack(readContent(withDrafts('activities/2023/hoc-bong', 'stories/2023/nguoi-ban')));
  expect(both.held.map(({ record, reason }) => [record, reason])).toEqual([
    ['activities/2023/hoc-bong', 'draft'],
    ['issues/2023-2', 'needs'],
    ['stories/2023/nguoi-ban', 'draft'],
  ]);
});

test('every kind of article can wait, and says so with true alone', () => {
  const files = filesOfCase('good');
  const articles = [...files.keys()].filter((path) => path.endsWith('/index.vi.mdx'));
  expect(new Set(articles.map((path) => path.split('/')[1])).size).toBe(articleCollections.length);
  for (const path of articles) {
    const record = path.slice('content/'.length, -'/index.vi.mdx'.length);
    const drafted = withDrafts(record);
    expect(readContent(drafted).problems, path).toEqual([]);
    const no = withText(drafted, path, textOf(drafted, path).replace('draft: true', 'draft: false'));
    expect(readContent(no).problems.length, path).toBeGreaterThan(0);
  }
});

test('a record that waits and has a problem tells of the problem', () => {
  const path = 'content/activities/2023/hoc-bong/index.vi.mdx';
  const files = withDrafts('activities/2023/hoc-bong');
  const faulty = withText(files, path, textOf(files, path).replace(/^title: .*$/m, 'title: ""'));
  expect(holdBack(readContent(faulty)).held.map(({ reason }) => reason)).toEqual(['problems']);
});

test('why something is held back is said in words, but where its problems say it', () => {
  const of = (reason: HeldBack['reason']): HeldBack => ({
    record: 'x',
    locale: undefined,
    reason,
    problems: [],
  });
  expect(heldBackReason(of('problems'), 'vi')).toBe('');
  const words = (['draft', 'needs'] as const).map((reason) => heldBackReason(of(reason), 'vi'));
  expect(new Set(words).size).toBe(2);
  expect(words.every((one) => one.length > 5)).toBe(true);
});

test('a link to a record that is held back leaves its words', () => {
  const { entries } = publish('date-impossible');
  const body = markup(
    '<p>Xem <a href="/activities/2023/hoc-bong/">học bổng</a> và <a href="/partners/hvpf/">HVPF</a>.</p>',
  );
  expect(html(resolveLinks(body, createBulletin(entries), 'lo'))).toBe(
    '<p>Xem học bổng và <a href="/lo/partners/hvpf/">HVPF</a>.</p>',
  );
});

test('a stray file is listed and takes nothing with it', () => {
  const { entries, held } = publish('language-unknown');
  expect(held.map((one) => one.record)).toEqual(['activities/2023/hoc-bong/index.de.mdx']);
  expect(entries.activities.map((one) => one.id)).toContain('2023/hoc-bong');
});

test('a faulty original takes its page in every language, a faulty translation its own', () => {
  const original = missingPages([
    { record: 'activities/2023/x', locale: undefined, reason: 'problems', problems: [] },
  ]);
  expect([...original.keys()].sort()).toEqual(
    ['', '/en', '/fr', '/km', '/lo', '/zh'].map((prefix) => `${prefix}/activities/2023/x/`),
  );
  const both = [undefined, 'lo' as const].map((locale) => ({
    record: 'stories/2023/y',
    locale,
    reason: 'problems' as const,
    problems: [],
  }));
  expect(missingPages(both).get('/lo/stories/2023/y/')).toEqual(both);
  expect(missingPages(both.slice(1)).has('/stories/2023/y/')).toBe(false);
});
