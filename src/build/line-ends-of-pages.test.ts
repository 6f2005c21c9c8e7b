import type { Root } from 'hast';
import { expect, test } from 'vitest';
import { html } from '../tests/markup.ts';
import { element, text } from '../model/markup.ts';
import { lineEnds } from './line-ends-of-pages.ts';

function setAs(path: string): string {
  const root: Root = {
    type: 'root',
    children: [element('p', {}, [text('ຮ່ວມ'), element('a', { href: '/x/' }, [text('ມິດຕະພາບ')])])],
  };
  lineEnds()(root, { path });
  return html(root.children.filter((node) => node.type === 'element'));
}

test('frequent words of a page stay whole in the language of its file', () => {
  expect(setAs('content/pages/about/index.lo.mdx')).toBe(
    '<p>ຮ່ວມ<a href="/x/"><span class="whole">ມິດຕະພາບ</span></a></p>',
  );
});

test('a page in a language with spaces, and a file in none, stay as they are', () => {
  for (const path of ['content/pages/about/index.vi.mdx', 'content/pages/about.mdx'])
    expect(setAs(path)).toBe('<p>ຮ່ວມ<a href="/x/">ມິດຕະພາບ</a></p>');
});
