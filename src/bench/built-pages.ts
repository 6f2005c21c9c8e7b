/** The pages of the built site that search is to find, with what a reader sees on them: to cut queries from and to judge answers. */
import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../build/files.ts';
import { localeOfPath } from '../i18n/urls.ts';
import type { Locale } from '../model/locales.ts';

export interface BuiltPage {
  readonly locale: Locale;
  /** Without slashes around it: `lo/activities/2023/x`. */
  readonly path: string;
  /** Everything that can be found of the page, a block at a time. */
  readonly blocks: readonly string[];
  /** Of those the paragraphs in the language of the page: what queries are cut from. */
  readonly prose: readonly string[];
}

/**
 * @param dist the folder with the built site
 * @param namesOf by which a page is found though it does not show them, by its address (`lo/partners/hvpf/`)
 */
export function builtPages(dist: string, namesOf: (url: string) => readonly string[]): BuiltPage[] {
  return filesBelow(dist)
    .filter((path) => path.endsWith('index.html') && !path.startsWith('pagefind/'))
    .flatMap((path) => {
      const html = readFileSync(join(dist, path), 'utf8');
      if (!html.includes('data-pagefind-body')) return [];
      const page = readBuiltPage(html, path.replace(/\/?index\.html$/, ''));
      return page
        ? [{ ...page, blocks: [...page.blocks, ...namesOf(path.replace(/index\.html$/, ''))] }]
        : [];
    });
}

/** @returns nothing for a page that does not take part */
export function readBuiltPage(html: string, path: string): BuiltPage | undefined {
  const tree = fromHtml(html);
  const body = elementsOf(tree).find(({ properties }) => 'dataPagefindBody' in properties);
  if (!body) return undefined;
  const locale = localeOfPath(`/${path}`);
  if (body.properties['dataPagefindBody'] !== 'title') {
    const all = elementsOf(body);
    const prose = all.filter((one) => one.tagName === 'p' && !elementsOf(one).some(hasOtherLanguage(locale)));
    return { locale, path, blocks: blocksOf(body), prose: prose.map((one) => blocksOf(one).join(' ')) };
  }
  const heading = elementsOf(body).filter(({ tagName }) => tagName === 'h1');
  const description = elementsOf(tree).flatMap(({ properties }) =>
    properties['name'] === 'description' ? [String(properties['content'])] : [],
  );
  return { locale, path, blocks: [...heading.flatMap(blocksOf), ...description], prose: [] };
}

const hasOtherLanguage =
  (locale: Locale) =>
  ({ properties }: Element): boolean =>
    properties['lang'] !== undefined && properties['lang'] !== locale;

/** Notes on every page are kept out of the index. */
const isIndexed = ({ tagName, properties }: Element): boolean =>
  !unread.has(tagName) && !('dataPagefindIgnore' in properties);

/** The element itself, where it is one, and all below it that can be found. */
function elementsOf(parent: Root | Element): Element[] {
  const below = parent.children.flatMap((child) =>
    child.type === 'element' && isIndexed(child) ? elementsOf(child) : [],
  );
  return parent.type === 'element' ? [parent, ...below] : below;
}

const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'cite',
  'em',
  'i',
  'mark',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
]);
const unread = new Set(['script', 'style', 'svg', 'template', 'noscript']);

function blocksOf(element: Element): string[] {
  let text = '';
  const walk = (node: Nodes): void => {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element' || !isIndexed(node)) return;
    const isBlock = !inline.has(node.tagName);
    if (isBlock) text += '\u0000';
    for (const child of node.children) walk(child);
    if (isBlock) text += '\u0000';
  };
  walk(element);
  return text
    .split('\u0000')
    .map((block) => block.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}
