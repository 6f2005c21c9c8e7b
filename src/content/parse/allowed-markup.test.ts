import { mdxToHast, type HastNode } from 'satteri';
import { expect, test } from 'vitest';
import { html } from '../../tests/markup.ts';
import { allowedMarkup } from './allowed-markup.ts';

const allowed = (...nodes: readonly unknown[]): string => html(allowedMarkup(nodes as HastNode[]));
const one = (tagName: string, properties: Record<string, unknown> = {}, ...children: unknown[]) => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const words = { type: 'text', value: '<b>x</b>' };

test('what Markdown makes stays as it is', () => {
  const source = [
    '## A\n\n1. a\n2. b\n\n3) c',
    '- [ ] d\n- [x] e',
    '| f | g |\n|:--|--:|\n| 1 | 2 |',
    '```js\nh\n```',
    '> ~~i~~ **j** *k* `l`  \n> [m](/x/ "n > o")',
    '---',
  ].join('\n\n');
  const tree = mdxToHast(source, { features: { frontmatter: false } });
  const made = 'children' in tree ? allowedMarkup(tree.children) : [];
  expect(html(made)).toBe(
    [
      '<h2>A</h2>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<ol start="3">\n<li>c</li>\n</ol>',
      '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" disabled> d</li>',
      '<li class="task-list-item"><input type="checkbox" checked disabled> e</li>\n</ul>',
      '<table>\n<thead>\n<tr>\n<th style="text-align: left">f</th>\n<th style="text-align: right">g</th>\n</tr>\n</thead>',
      '<tbody>\n<tr>\n<td style="text-align: left">1</td>\n<td style="text-align: right">2</td>\n</tr>\n</tbody>\n</table>',
      '<pre><code class="language-js">h\n</code></pre>',
      '<blockquote>\n<p><del>i</del> <strong>j</strong> <em>k</em> <code>l</code><br>',
      '<a href="/x/" title="n > o">m</a></p>\n</blockquote>\n<hr>',
    ].join('\n'),
  );
});

test.each([
  ['script', one('script', {}, words)],
  ['frame', one('iframe', { src: 'https://a.example' }, words)],
  ['picture', one('img', { src: 'x', onError: 'alert(1)' }), words],
  ['refresh', one('meta', { httpEquiv: 'refresh', content: '0' }), words],
  ['field to write in', one('input', { type: 'text' }), words],
  ['name of every object', one('constructor', {}, words)],
  ['drawing', one('svg', { onLoad: 'alert(1)' }, words)],
])('of a %s the words stay', (_, ...nodes) => {
  expect(allowed(...nodes)).toBe('&#x3C;b>x&#x3C;/b>');
});

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//a.example',
  '/\\a.example',
  'x.html',
])('of a link to %j the words stay', (href) => {
  expect(allowed(one('a', { href }, words))).toBe('&#x3C;b>x&#x3C;/b>');
});

test.each(['/x/', '#x', 'https://a.example/', 'HTTP://a.example/', 'mailto:a@a.example', 'tel:+84'])(
  'a link to %s leads there',
  (href) => {
    expect(allowed(one('a', { href }, words))).toBe(`<a href="${href}">&#x3C;b>x&#x3C;/b></a>`);
  },
);

test.each([
  ['a handler', { onClick: 'alert(1)' }],
  ['a style', { style: 'position: fixed' }],
  ['another style behind an alignment', { style: 'text-align: left; position: fixed' }],
  ['a class of the site', { className: ['skip'] }],
  ['an id', { id: 'main' }],
  ['a name of every object', { constructor: 'x' }],
])('%s goes', (_, properties) => {
  for (const tagName of ['p', 'td', 'li', 'code', 'ul']) {
    expect(allowed(one(tagName, properties, words))).toBe(`<${tagName}>&#x3C;b>x&#x3C;/b></${tagName}>`);
  }
});
