import type { Root, RootContent } from 'hast';
import { bindClosing, keepWhole } from '../i18n/line-ends.ts';
import { isLocale, type Locale } from '../model/locales.ts';

/**
 * Lets the lines of the pages in `content/pages` end where those of the records do. A plugin for rehype; the language is
 * that of the file's name: `about/index.lo.mdx`.
 */
export function lineEnds(): (tree: Root, file: { readonly path?: string }) => void {
  return (tree, { path = '' }) => {
    const language = path.split('.').at(-2) ?? '';
    if (isLocale(language)) tree.children = typeset(tree.children, language);
  };
}

/** Components among the elements keep their place, and what they hold is set as well. */
function typeset<Node extends RootContent>(nodes: readonly Node[], locale: Locale): Node[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return bindClosing(keepWhole([node], locale, [])) as Node[];
    return 'children' in node ? [{ ...node, children: typeset(node.children, locale) }] : [node];
  });
}
