import { expect, test } from 'vitest';
import { readContent } from '../content/read.ts';
import { filesOfCase } from '../tests/cases.ts';
import { asOpened, checkedRecord } from './checked-record.ts';
import { editorIndex } from './editor-index.ts';
import { openRecord, withFile } from './open-record.ts';
import { revisionOf } from './store/revision.ts';

const files = filesOfCase('good');
const content = readContent(files);
const index = editorIndex(content, files);
const folder = 'content/activities/2023/hoc-bong/';
const opened = new Map(
  [...files]
    .filter(([path]) => path.startsWith(folder))
    .map(([path, file]) => [path, { bytes: file.read(), revision: revisionOf(file.read()) }] as const),
);
const record = openRecord('activities', '2023/hoc-bong', opened);

test('a state of a record is checked once, and again when it or the bulletin is another one', () => {
  const first = checkedRecord(record, index);
  expect(first.problems).toEqual([]);
  expect(checkedRecord({ ...record, past: [record.files] }, index)).toBe(first);
  const broken = withFile(record, `${folder}index.vi.mdx`, '---\n---\n');
  expect(checkedRecord(broken, index).problems.length).toBeGreaterThan(0);
  const without = { ...index, records: { ...index.records, documents: [] } };
  expect(checkedRecord(record, without).problems.map(({ code }) => code)).toContain('unknownReference');
  expect(checkedRecord(asOpened(broken), index).problems).toEqual([]);
  expect(asOpened(broken)).toBe(asOpened(record));
});
