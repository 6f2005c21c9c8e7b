import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftTranslation, findArticle } from './new-translation.ts';
import { readContentFolder } from '../content/disk.ts';

let root: string;
const words = { how: 'Bản dịch mới.', original: 'Bản gốc', body: 'Bản gốc của phần bài:' };

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ban-tin-translation-'));
  cpSync(join(import.meta.dirname, '../tests/cases/good'), root, { recursive: true });
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function draft(path: string): string {
  const found = findArticle(path, readContentFolder(root).entries);
  if (!('entry' in found)) throw new Error(path);
  return draftTranslation(readFileSync(join(root, found.entry.file), 'utf8'), found.entry, words);
}

describe('a new translation', () => {
  test('has every text field empty under its original, the fingerprint, and the original text as comments', () => {
    const { entries } = readContentFolder(root);
    const scholarship = entries.activities.find((one) => one.id === '2023/hoc-bong');
    expect(draft('activities/2023/hoc-bong').split('\n')).toEqual(
      expect.arrayContaining([
        '# Bản gốc: Trao 60 suất học bổng',
        'title: ""',
        '# Bản gốc: Liên hiệp Quảng Trị và HVPF trao 60 suất học bổng.',
        'summary: ""',
        `fingerprint: "${scholarship?.texts.vi.ownFingerprint ?? ''}"`,
        '# Ngày 2/11/2023, [HVPF](/partners/hvpf/) trao 60 suất học bổng.',
      ]),
    );
  });

  test('lays out headings and components in their order, without a word of the original', () => {
    const body = draft('stories/2023/nguoi-ban').split('\n---\n')[1];
    expect(body).toBe('\n##\n\n<PullQuote>\n\n</PullQuote>\n');
  });

  test('keeps the file of a picture and empties what is said of it', () => {
    const file = join(root, 'content/activities/2023/tham/index.vi.mdx');
    const figure = '<Figure src="./x.jpg" alt="Đoàn khách" caption="Đón đoàn" />';
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n<Gallery>\n\n${figure}\n\n</Gallery>\n`);
    expect(draft('tham')).toContain(
      '\n<Gallery>\n\n<Figure src="./x.jpg" alt="" caption="" />\n\n</Gallery>\n',
    );
  });

  test('of an issue has the titles of its sections', () => {
    expect(draft('issues/2023-2')).toContain('\nsectionTitles:\n  # Bản gốc: Hợp tác\n  aid: ""\n');
  });

  test('is reported by the check until it is written', () => {
    const file = 'content/stories/2023/nguoi-ban/index.en.mdx';
    const text = draft('stories/2023/nguoi-ban');
    writeFileSync(join(root, file), text);
    const open = readContentFolder(root).problems;
    expect(new Set(open.map((one) => one.file))).toEqual(new Set([file]));
    expect(open.filter((one) => one.code === 'emptyText').map((one) => one.values['key'])).toEqual([
      'title',
      'summary',
    ]);
    const written = text
      .replace('title: ""', 'title: "The friend"')
      .replace('summary: ""', 'summary: "One year of friendship."')
      .replace('\n##\n', '\n## In the autumn\n\nIt was one year.\n')
      .replace('<PullQuote>\n', '<PullQuote>\n\nIt was one year.\n');
    writeFileSync(join(root, file), written);
    expect(readContentFolder(root).problems).toEqual([]);
  });
});

describe('a record is found', () => {
  test.each([
    'activities/2023/hoc-bong',
    'content/activities/2023/hoc-bong/index.vi.mdx',
    './content/activities/2023/hoc-bong/',
    'content\\activities\\2023\\hoc-bong',
    '/activities/2023/hoc-bong/',
    '2023/hoc-bong',
    'hoc-bong',
  ])('as %s', (spelled) => {
    expect(findArticle(spelled, readContentFolder(root).entries)).toMatchObject({
      entry: { id: '2023/hoc-bong' },
    });
  });

  test.each([
    ['activities/2023/hoc-bog', 'activities/2023/hoc-bong'],
    ['hoc-bog', 'activities/2023/hoc-bong'],
    ['nothing-like-it', undefined],
  ])('%s is not, and %s is offered', (spelled, near) => {
    expect(findArticle(spelled, readContentFolder(root).entries)).toEqual(near === undefined ? {} : { near });
  });
});
