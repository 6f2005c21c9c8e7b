import type { Element, Text } from 'hast';

/**
 * Running text as a tree (hast): elements with their attributes, and words. Plain data, so that it can be stored.
 *
 * A text is changed on this tree and nowhere else, and is serialised once, where a page is written: a search in HTML
 * text cannot tell a tag from a `>` within an attribute.
 */
export type Markup = Element | Text;

export const text = (value: string): Text => ({ type: 'text', value });

export const element = (
  tagName: string,
  properties: Element['properties'],
  children: Element['children'],
): Element => ({ type: 'element', tagName, properties, children });

/**
 * Gives every run of words to `change` and puts what comes back in its place. Attributes are never words.
 * @param stays elements that are left as they are, with all that is in them
 */
export function mapText(
  nodes: readonly Markup[],
  change: (words: string) => readonly Markup[],
  stays: (one: Element) => boolean = () => false,
): Markup[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return change(node.value);
    if (stays(node)) return [node];
    return [{ ...node, children: mapText(markupIn(node), change, stays) }];
  });
}

/** The children of an element that are elements or text: in a body, all of them. */
export const markupIn = (one: Element): Markup[] =>
  one.children.filter((child): child is Markup => child.type === 'element' || child.type === 'text');

/** All elements of a text, each before those in it. */
export function elementsOf(nodes: readonly Markup[]): Element[] {
  return nodes.flatMap((node) => (node.type === 'element' ? [node, ...elementsOf(markupIn(node))] : []));
}

/** What is read of a text. */
export const wordsOf = (nodes: readonly Markup[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.value : wordsOf(markupIn(node)))).join('');

/** The same with its headings lowered by so many levels, the lowest no further than there are levels. */
export function lowerHeadings(nodes: readonly Markup[], by: number): Markup[] {
  return nodes.map((node) => {
    if (node.type === 'text') return node;
    const level = /^h([2-6])$/.exec(node.tagName)?.[1];
    const tagName = level === undefined ? node.tagName : `h${Math.min(6, Number(level) + by)}`;
    return { ...node, tagName, children: lowerHeadings(markupIn(node), by) };
  });
}
