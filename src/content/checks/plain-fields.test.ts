import { expect, test } from 'vitest';
import { filesOfCase, textOf, withText } from '../../tests/cases.ts';
import { readContent } from '../read.ts';
import { withoutMarks } from './plain-fields.ts';

const good = filesOfCase('good');
const file = 'content/activities/2023/tham/index.vi.mdx';

/** What is said of a headline. */
function codesOf(title: string): string[] {
  const text = textOf(good, file).replace(/^title: .*$/m, `title: ${JSON.stringify(title)}`);
  return readContent(withText(good, file, text)).problems.map(({ code }) => code);
}

test.each([
  'AT&T và R&D; trao quà',
  'Lớp 5 < lớp 6 > lớp 4',
  'Quà [đợt 2] (50 suất)',
  'Số #5, 2 * 3',
  'Tết - Trung thu',
])('words with signs of their own are no Markdown: %s', (title) => {
  expect(codesOf(title)).toEqual([]);
});

test.each([
  ['**Trao** quà', 'Trao quà'],
  ['__Trao__ quà', 'Trao quà'],
  ['[Trao](/partners/hvpf/) quà', 'Trao quà'],
  ['<b>Trao</b> quà', 'Trao quà'],
  ['Trao &amp; qu&#224;', 'Trao & quà'],
  ['## Trao quà', 'Trao quà'],
])('%s would be shown as it is', (title, plain) => {
  expect(codesOf(title)).toContain('markInField');
  expect(withoutMarks(title)).toBe(plain);
});
