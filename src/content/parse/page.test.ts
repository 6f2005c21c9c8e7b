import { expect, test } from 'vitest';
import type { BodyNode } from '../../model/body.ts';
import { element, text, wordsOf } from '../../model/markup.ts';
import type { Fault } from '../checks/check.ts';
import { fileOfBytes } from '../files.ts';
import { readPage } from './page.ts';

const placed = { Contacts: [{ markup: [element('p', {}, [text('Ở đây.')])] }] };

function read(source: string) {
  const faults: Fault[] = [];
  const page = readPage(fileOfBytes(Buffer.from(source)), 'vi', placed, (fault) => faults.push(fault));
  return { page, faults: faults.map(({ code, line }) => `${code} ${line}`) };
}
const said = (nodes: readonly BodyNode[]) =>
  nodes.map((node) => ('markup' in node ? wordsOf(node.markup).trim() : node.component));

test('what is given stands in place of a component of the site, between the words around it', () => {
  const { page, faults } = read(
    '---\r\ntitle: "Gửi"\r\n---\r\n\r\nTrước.\r\n\r\n<Contacts />\r\n\r\nSau.\r\n',
  );
  expect(faults).toEqual([]);
  expect(page?.title).toBe('Gửi');
  expect(said(page?.body ?? [])).toEqual(['Trước.', 'Ở đây.', 'Sau.']);
});

test('every fault has its line, also behind a component', () => {
  const { faults } = read('---\ntitle: "Gửi"\n---\n\n<Contacts />\n\n<Other />\n\n{1 + 1}\n');
  expect(faults).toEqual(['unknownComponent 7', 'code 9']);
});

test('a page without a title or without front matter is refused', () => {
  expect(read('---\nsummary: "x"\n---\n\nLời.\n')).toEqual({ page: undefined, faults: ['missingField 2'] });
  expect(read('Lời.\n')).toEqual({ page: undefined, faults: ['noFrontMatter 1'] });
});
