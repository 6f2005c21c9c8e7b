import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** What a page, a feed or data is made of, without the words in it: words may not change it. */

export function elementsIn(node: Root | Element): Element[] {
  const within = node.type === 'element' && node.content ? node.content.children : [];
  return [...node.children, ...within].flatMap((child) =>
    child.type === 'element' ? [child, ...elementsIn(child)] : [],
  );
}

/** Where lines may end depends on the words: `i18n/line-ends.ts` wraps some of them. */
const keepsWhole = ({ tagName, properties }: Element): boolean =>
  tagName === 'span' && String(properties['className']) === 'whole' && Object.keys(properties).length === 1;

/** Whether a page has a list of what is on it depends on its length (`layouts/contents.ts`), and so do the ids of headings. */
const isContents = ({ tagName, properties }: Element): boolean =>
  tagName === 'nav' && String(properties['className']) === 'on-page';
const attributesOf = ({ tagName, properties }: Element): string[] =>
  Object.keys(properties).filter((name) => !(['h2', 'h3'].includes(tagName) && name === 'id'));

/** The elements of a page with the names of their attributes, in order. */
export function shapeOfHtml(html: string, fragment = false): string[] {
  const elements = elementsIn(fromHtml(html, { fragment }));
  const apart = new Set(elements.filter(isContents).flatMap((one) => [one, ...elementsIn(one)]));
  return elements
    .filter((one) => !keepsWhole(one) && !apart.has(one))
    .map((one) => [one.tagName, ...attributesOf(one).sort()].join(' '));
}

/** The keys of JSON, at every depth. */
export function shapeOfJson(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => shapeOfJson(one, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([key, one]) => shapeOfJson(one, `${path}.${key}`));
}

/** The chunks of a PNG file in their order, with the picture's size; nothing may stand behind the last. */
export function chunksOfPng(file: Buffer): string[] {
  const chunks: string[] = [];
  let at = 8;
  while (at < file.length) {
    const type = file.toString('latin1', at + 4, at + 8);
    chunks.push(type === 'IHDR' ? `IHDR ${file.toString('hex', at + 8, at + 21)}` : type);
    at += file.readUInt32BE(at) + 12;
  }
  return chunks;
}

const addresses = [
  'href',
  'src',
  'srcSet',
  'action',
  'formAction',
  'poster',
  'data',
  'xLinkHref',
  'ping',
  'cite',
];
const schemes = ['https:', 'http:', 'mailto:', 'tel:'];
/** The scripts of the site, each in a file of its own. */
const ownScript = /^\/(?:_astro\/[\w.-]+|enhance\.[0-9a-f]+)\.js$/;

/** What in a page could run, load, send or lead away. Empty for a page that only says something. */
export function activeIn(html: string, fragment = false): string[] {
  return elementsIn(fromHtml(html, { fragment })).flatMap(({ tagName, properties, children }) => {
    const found = Object.entries(properties).flatMap(([name, value]) => {
      if (/^on/i.test(name) || name === 'srcDoc') return [`${name} of ${tagName}`];
      if (!addresses.includes(name)) return [];
      const urls = name === 'srcSet' ? String(value).split(/\s+[\d.]+[wx],?\s*/) : [String(value)];
      const strange = urls.filter((url) => !schemes.includes(new URL(url, 'https://own.example/').protocol));
      return strange.map((url) => `${name} of ${tagName}: ${url}`);
    });
    if (['iframe', 'frame', 'object', 'embed', 'base', 'applet', 'portal'].includes(tagName))
      found.push(tagName);
    if (tagName === 'meta' && properties['httpEquiv'] !== undefined) {
      if (String(properties['httpEquiv']) !== 'Content-Security-Policy')
        found.push(`meta ${String(properties['httpEquiv'])}`);
    }
    if (tagName === 'script' && properties['type'] !== 'application/ld+json') {
      const src = String(properties['src']);
      if (!ownScript.test(src) || children.length > 0) found.push(`script ${src}`);
    }
    return found;
  });
}
