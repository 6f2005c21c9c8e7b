import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { element, text, type Markup } from '../model/markup.ts';

/** Trees of running text as HTML, in which tests are easier to read. */

export function markup(html: string): Markup[] {
  const bare = (nodes: Root['children']): Markup[] =>
    nodes.flatMap((node): Markup[] => {
      if (node.type === 'text') return [text(node.value)];
      return node.type === 'element' ? [element(node.tagName, node.properties, bare(node.children))] : [];
    });
  return bare(fromHtml(html, { fragment: true }).children);
}

export const html = (nodes: readonly Markup[]): string => toHtml({ type: 'root', children: [...nodes] });
