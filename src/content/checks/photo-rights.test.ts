import { expect, test } from 'vitest';
import { filesOfCase, textOf, withText } from '../../tests/cases.ts';
import type { ContentFiles } from '../files.ts';
import { holdBack } from '../hold-back.ts';
import { readContent } from '../read.ts';

const unclear = filesOfCase('photo-rights-unclear');
const record = 'content/activities/2023/hoc-bong/index.vi.mdx';
const document = 'content/documents/bao-cao.yaml';

const codes = (files: ContentFiles): string[] => readContent(files).problems.map(({ code }) => code);
const changed = (path: string, from: string, to: string): ContentFiles =>
  withText(unclear, path, textOf(unclear, path).replace(from, to));

test('photos of unclear rights are a problem, and with it their record is not published', () => {
  expect(codes(unclear)).toEqual(['photoRightsUnclear']);
  const { entries, held } = holdBack(readContent(unclear));
  expect(held.map((one) => one.record)).toContain('activities/2023/hoc-bong');
  expect(entries.activities.map(({ id }) => id)).not.toContain('2023/hoc-bong');
});

test.each(['own', 'permitted'])('cleared as “%s” they are none', (rights) => {
  expect(codes(changed(document, 'photos: unclear', `photos: ${rights}`))).toEqual([]);
});

test('a record that waits as a draft may have them', () => {
  expect(codes(changed(record, 'sources:', 'draft: true\nsources:'))).toEqual([]);
});

test('a record without photos may cite such an article', () => {
  const files = new Map(changed(record, '<Figure src="./anh.jpg" alt="Học sinh nhận học bổng" />\n', ''));
  files.delete('content/activities/2023/hoc-bong/anh.jpg');
  expect(codes(files)).toEqual([]);
});
