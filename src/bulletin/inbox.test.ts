import { describe, expect, test } from 'vitest';
import { filesOfCase, textOf } from '../tests/cases.ts';
import { fixtureBulletin } from '../tests/fixture-bulletin.ts';
import { contributorsOf, inboxOf } from './inbox.ts';

const document = (title: string, received: string): string =>
  `names: { vi: "${title}" }\nfile: bai.docx\nreceived: ${received}\n`;
const activity = 'activities/2023/hoc-bong/index.vi.mdx';
const citing = textOf(filesOfCase('good'), `content/${activity}`).replace(
  'sources: [bao-cao:41]',
  'sources: [bao-cao:41, bai-dang:1]',
);
const bulletin = fixtureBulletin({
  [activity]: citing,
  'documents/bai-cu.yaml': document('Bài cũ', '{ date: 2026-10-01 }'),
  'documents/bai-moi.yaml': document('Bài mới', '{ date: 2026-11-01, photos: unclear }'),
  'documents/bai-dang.yaml': document(
    'Bài đăng',
    '{ date: 2026-11-20, from: quang-tri, person: "Người viết" }',
  ),
  'documents/bai-thoi.yaml': document('Bài thôi', '{ date: 2026-11-10, declined: "Trùng bài khác" }'),
});
const inbox = inboxOf(bulletin);

test('what waits stands first, then the newest; what was not sent in is not there', () => {
  expect(inbox.map(({ document, state }) => [document.id, state])).toEqual([
    ['bai-moi', 'waiting'],
    ['bai-cu', 'waiting'],
    ['bai-dang', 'published'],
    ['bai-thoi', 'declined'],
  ]);
});

test('of what is published it is known in which languages and issues', () => {
  const [record] = inbox.find(({ document }) => document.id === 'bai-dang')?.records ?? [];
  const { entry } = record ?? {};
  expect(entry?.id).toBe('2023/hoc-bong');
  expect(record?.untranslated).toEqual(
    (['en', 'lo', 'km', 'zh', 'fr'] as const).filter((locale) => !entry?.texts[locale]),
  );
  expect(record?.issues).toEqual(bulletin.issuesWith('activities/2023/hoc-bong').map(({ id }) => id));
});

test('an article whose only record is a draft is not published yet', () => {
  const drafted = fixtureBulletin({
    [activity]: citing.replace('sources:', 'draft: true\nsources:'),
    'documents/bai-dang.yaml': document('Bài đăng', '{ date: 2026-11-20 }'),
    'documents/bai-cu.yaml': document('Bài cũ', '{ date: 2026-10-01 }'),
  });
  expect(inboxOf(drafted).map((one) => [one.document.id, one.state])).toEqual([
    ['bai-cu', 'waiting'],
    ['bai-dang', 'drafted'],
  ]);
});

describe('the credit', () => {
  test('names the union and the author of the article that a record was made of', () => {
    const credit = contributorsOf(bulletin, bulletin.get('activities', '2023/hoc-bong'));
    expect(credit.map(({ unit, person }) => [unit?.id, person])).toEqual([['quang-tri', 'Người viết']]);
  });

  test('is empty for a record made of reports', () => {
    expect(contributorsOf(bulletin, bulletin.get('activities', '2023/tham'))).toEqual([]);
  });
});
