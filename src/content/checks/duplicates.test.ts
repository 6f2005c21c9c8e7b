import { expect, test } from 'vitest';
import { filesOfCase, textOf, withText } from '../../tests/cases.ts';
import { readContent } from '../read.ts';

const good = filesOfCase('good');
const first = 'content/activities/2023/hoc-bong/index.vi.mdx';

/** What is found where two activities of one day and one unit have these titles. */
function found(title: string, other: string, change = (text: string) => text): string[] {
  const titled = (words: string) => textOf(good, first).replace(/^title: .*$/m, `title: "${words}"`);
  const second = 'content/activities/2023/trao-qua/index.vi.mdx';
  const files = withText(withText(good, first, titled(title)), second, change(titled(other)));
  return readContent(files)
    .problems.filter(({ code }) => code === 'duplicateRecord')
    .map(({ file, values }) => `${file} ${String(values['other'])}`);
}

const twice = ['content/activities/2023/trao-qua/index.vi.mdx activities/2023/hoc-bong'];
const title = 'Thăm trường tiểu học';

test('of twenty letters four may differ in two titles that say the same, and not five', () => {
  expect(title).toHaveLength(20);
  expect(found(title, 'Thăm trường tiểu sinh')).toEqual(twice);
  expect(found(title, 'Thăm trường mẫu học')).toEqual(twice);
  expect(found(title, 'Thăm trường trẻ học')).toEqual(twice);
  expect(found(title, 'Thăm trường xxxx học')).toEqual(twice);
  expect(found(title, 'Thăm trườnx xxxx học')).toEqual([]);
});

test('a title may be longer by a fifth, and not by more', () => {
  expect(found(title, 'Thăm trường tiểu')).toEqual(twice);
  expect(found(title, 'Thăm trường tiể')).toEqual([]);
});

test('one other figure makes it another gift, one other day another event', () => {
  expect(found('Trao 60 suất học bổng', 'Trao 60 suất học bổng')).toEqual(twice);
  expect(found('Trao 60 suất học bổng', 'Trao 50 suất học bổng')).toEqual([]);
  const nextDay = (text: string) => text.replace('date: 2023-11-02', 'date: 2023-11-03');
  expect(found(title, title, nextDay)).toEqual([]);
});

test('titles that differ in capitals, dashes and the place of a tone are one', () => {
  expect(found('Hội Hòa bình – Quảng Trị', 'hội hoà bình - quảng trị')).toEqual(twice);
});
