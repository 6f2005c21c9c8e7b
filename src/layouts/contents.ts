import type { Element, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { element, text } from '../model/markup.ts';

/**
 * What is on a long page, as a line of links near its title: one rule for all pages, so that none keeps a list of its own
 * sections by hand.
 */

/** A page with less text than this fills hardly two screens of a phone. */
const longText = 1200;
/** As few sections a reader passes by scrolling. */
const fewest = { h2: 2, h3: 3 } as const;

/**
 * Sections that end every page: where to read on, and where it comes from. Nobody looks for them from the title. Within an
 * attribute the quotation marks would be written out.
 */
const closing = /<section class="(?:related|sources)"/;

/** Headings in these are no parts of the page: of records in a list, of what is folded or stands beside the text. */
const apart = new Set(['li', 'nav', 'details', 'aside']);

/**
 * The content of a page with ids at its headings and, below its title, links to them. A short page comes out as it was.
 * @param html what stands in `main`
 * @param label `On this page`
 */
export function withContents(html: string, label: string): string {
  const end = html.search(closing);
  const body = end < 0 ? html : html.slice(0, end);
  const count = (tag: string) => body.split(`<${tag}`).length - 1;
  if (count('h2') < fewest.h2 && count('h3') < fewest.h3) return html;
  // Written out, nothing is shorter: a page that is short even so need not be read.
  if (roomOf(body.replace(/<[^>]*>/g, '')) < longText) return html;
  const { children } = fromHtml(body, { fragment: true });
  if (roomOf(children.map(textOf).join('')) < longText) return html;
  const headings = headingsIn(children);
  const sections = (['h2', 'h3'] as const)
    .map((tag) => headings.filter(({ tagName }) => tagName === tag))
    .find((found, index) => found.length >= fewest[index === 0 ? 'h2' : 'h3']);
  const below = endOfTitle(children);
  if (!sections || below === undefined) return html;
  const known = new Set([...taken, ...idsIn(children)]);
  const named = sections.map((heading) => ({ heading, id: idOf(heading, known) }));
  const additions = [
    { at: below, added: toHtml(listOf(named, label)) },
    ...named
      .filter(({ heading }) => heading.properties['id'] === undefined)
      .map(({ heading, id }) => ({
        at: (heading.position?.start.offset ?? 0) + `<${heading.tagName}`.length,
        added: ` id="${id}"`,
      })),
  ].sort((a, b) => b.at - a.at);
  return additions.reduce((made, { at, added }) => made.slice(0, at) + added + made.slice(at), html);
}

const isHidden = ({ properties: { className, hidden } }: Element): boolean =>
  hidden === true || [className].flat().includes('visually-hidden');

function headingsIn(nodes: readonly RootContent[]): Element[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element' || apart.has(node.tagName) || isHidden(node)) return [];
    return ['h2', 'h3'].includes(node.tagName) ? [node] : headingsIn(node.children);
  });
}

/** Ids of the frame around what stands in `main`, and of the list itself. */
const taken = ['main', 'on-page'];

function idsIn(nodes: readonly RootContent[]): Set<string> {
  const found = nodes.flatMap((node) =>
    node.type === 'element' ? [String(node.properties['id'] ?? ''), ...idsIn(node.children)] : [],
  );
  return new Set(found);
}

/** Where the lines below the title end: its count, its feed, its lead. A title that is not seen has none. */
function endOfTitle(nodes: readonly RootContent[]): number | undefined {
  const elements = nodes.filter((node) => node.type === 'element');
  const title = elements.findIndex(({ tagName }) => tagName === 'h1');
  if (title < 0) {
    for (const { children } of elements) {
      const found = endOfTitle(children);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (isHidden(elements[title] as Element)) return undefined;
  const after = elements.slice(title + 1).findIndex(({ tagName }) => tagName !== 'p');
  return elements.at(after < 0 ? -1 : title + after)?.position?.end.offset;
}

const textOf = (node: RootContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** A Chinese character says as much as three letters. */
function roomOf(text: string): number {
  const words = text.replace(/\s+/g, ' ');
  return words.length + 2 * (words.match(/\p{Script=Han}/gu)?.length ?? 0);
}

/**
 * The words of a heading as an address, in its own script: it stays when other sections come and go.
 * @example idOf(heading of “Hoạt động (20)”, new Set()) // => 'hoạt-động-20'
 */
function idOf(heading: Element, known: Set<string>): string {
  const own = heading.properties['id'];
  if (typeof own === 'string') return own;
  const words =
    textOf(heading)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = words.join('-') || 'section';
  let id = name;
  for (let next = 2; known.has(id); next += 1) id = `${name}-${next}`;
  known.add(id);
  return id;
}

function listOf(sections: readonly { heading: Element; id: string }[], label: string): Element {
  const links = sections.map(({ heading, id }) => {
    const words = textOf(heading).replace(/\s+/g, ' ').trim();
    return element('li', {}, [
      element('a', { href: `#${id}`, lang: heading.properties['lang'] }, [text(words)]),
    ]);
  });
  return element('nav', { className: ['on-page'], ariaLabelledBy: ['on-page'], dataPagefindIgnore: '' }, [
    element('p', { id: 'on-page' }, [text(label)]),
    element('ul', {}, links),
  ]);
}
