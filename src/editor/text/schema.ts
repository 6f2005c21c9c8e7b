import { Schema, type DOMOutputSpec, type NodeSpec } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

/**
 * What a text can consist of while it is edited: what Markdown has and the bulletin allows, and the components
 * (`model/body.ts`). `parseDOM` is what is understood of a paste; everything else of it falls away.
 */

const block = (tag: string, from: readonly string[] = [tag]): Pick<NodeSpec, 'parseDOM' | 'toDOM'> => ({
  parseDOM: from.map((one) => ({ tag: one })),
  toDOM: (): DOMOutputSpec => [tag, 0],
});

/** A component is shown as what it becomes, with its words for the editor in the style sheet. */
const component =
  (name: string): NodeSpec['toDOM'] =>
  (node) => [
    'div',
    { 'data-component': name, 'data-title': String(node.attrs['title'] ?? node.attrs['by'] ?? '') },
    0,
  ];

const headings = [2, 3, 4] as const;

const tables = tableNodes({ tableGroup: 'block', cellContent: 'paragraph', cellAttributes: {} });

export const textSchema = new Schema({
  nodes: {
    doc: { content: '(block | note | pullQuote | gallery)+' },
    paragraph: { content: 'inline*', group: 'block', ...block('p') },
    heading: {
      content: 'inline*',
      group: 'block',
      attrs: { level: { default: 2 } },
      defining: true,
      // The headline of the page is the only heading of the first level.
      parseDOM: [
        { tag: 'h1', attrs: { level: 2 } },
        ...headings.map((level) => ({ tag: `h${level}`, attrs: { level } })),
        { tag: 'h5', attrs: { level: 4 } },
        { tag: 'h6', attrs: { level: 4 } },
      ],
      toDOM: (node) => [`h${node.attrs['level']}`, 0],
    },
    blockquote: { content: '(paragraph | list)+', group: 'block', defining: true, ...block('blockquote') },
    bulletList: { content: 'listItem+', group: 'block list', ...block('ul') },
    orderedList: {
      content: 'listItem+',
      group: 'block list',
      attrs: { start: { default: 1 } },
      parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ start: Number(dom.getAttribute('start') ?? 1) || 1 }) }],
      toDOM: (node) => ['ol', { start: node.attrs['start'] }, 0],
    },
    listItem: { content: 'paragraph (paragraph | list)*', defining: true, ...block('li') },
    rule: { group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
    figure: {
      group: 'block',
      attrs: {
        src: { default: '' },
        alt: { default: '' },
        caption: { default: '' },
        credit: { default: '' },
        size: { default: '' },
      },
      draggable: true,
      toDOM: (node) => ['figure', { 'data-src': node.attrs['src'] }, ['figcaption', node.attrs['alt']]],
    },
    gallery: {
      content: 'figure+',
      attrs: { caption: { default: '' } },
      defining: true,
      toDOM: component('gallery'),
    },
    pullQuote: {
      content: 'paragraph+',
      attrs: { by: { default: '' } },
      defining: true,
      toDOM: component('pull-quote'),
    },
    note: { content: 'block+', attrs: { title: { default: '' } }, defining: true, toDOM: component('note') },
    ...tables,
    table: { ...tables['table'], isolating: true },
    /** A passage of the file that has no other form here. It stays as it is written. */
    source: {
      content: 'text*',
      group: 'block',
      marks: '',
      code: true,
      defining: true,
      toDOM: () => ['pre', { 'data-source': '' }, ['code', 0]],
    },
    hardBreak: {
      inline: true,
      group: 'inline',
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    text: { group: 'inline' },
  },
  marks: {
    link: {
      attrs: { href: {}, title: { default: null } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (dom) => {
            const href = dom.getAttribute('href') ?? '';
            // What is no address of the bulletin's kind keeps its words and loses its link.
            return /^(?:https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(href) ? { href, title: null } : false;
          },
        },
      ],
      // No address: a click must not leave the editor.
      toDOM: (mark) => ['a', { 'data-href': mark.attrs['href'], title: mark.attrs['href'] }, 0],
    },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        // Google Docs wraps whole documents in a `b` that is not bold.
        { tag: 'b', getAttrs: (dom) => (dom.style.fontWeight === 'normal' ? false : null) },
        { style: 'font-weight', getAttrs: (value) => (/^(?:bold|[6-9]00)$/.test(value) ? null : false) },
      ],
      toDOM: () => ['strong', 0],
    },
    emphasis: {
      parseDOM: [
        { tag: 'em' },
        { tag: 'i', getAttrs: (dom) => (dom.style.fontStyle === 'normal' ? false : null) },
        { style: 'font-style=italic' },
      ],
      toDOM: () => ['em', 0],
    },
    strike: { parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
    code: { parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  },
});
