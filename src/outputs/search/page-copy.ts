/** The copy of a page that Pagefind is given, in the spelling of `transform.ts`: see `indexer.ts`. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { flagOf } from '../../flags/flags.ts';
import { memoize } from '../../model/memoize.ts';
import { resultCardOf, type SearchRecord } from './record.ts';
import { BREAK, encode, EVERY, indexLanguage, NAMES } from './transform.ts';

/** The copy of a page that Pagefind reads. */
export interface PageCopy {
  readonly html: string;
  /** The language that the page says it has, and which of its indexes the copy goes to. */
  readonly lang: string;
  readonly part: number;
  /** What is to be found of the page, as readers see it. */
  readonly text: string;
}

/**
 * The copy of a page; nothing if the page does not take part.
 * `path` is for the messages, `partOf` tells which of the language's indexes the page goes to.
 */
export function pageCopy(
  html: string,
  path: string,
  record?: SearchRecord,
  partOf: (lang: string) => number = () => 0,
): PageCopy | undefined {
  const tree = fromHtml(html);
  const root = elementNamed(tree, 'html');
  const body = root && elementNamed(root, 'body');
  const found = body && elementWith(body, (element) => 'dataPagefindBody' in element.properties);
  if (!body || !found) return undefined;

  if (found.properties['dataPagefindBody'] === 'title') found.children = titleOf(tree, found);
  const lang = String(root.properties['lang'] ?? '')
    .split('-', 1)
    .join('')
    .toLowerCase();
  if (!lang) {
    throw new Error(`"${path}" does not say its language. Give it one: <html lang="vi">.`);
  }
  const part = partOf(lang);
  root.properties['lang'] = indexLanguage(lang, part);
  if (record) {
    found.children.unshift({
      type: 'element',
      tagName: 'span',
      properties: {
        dataPagefindFilter: 'card[data-card]',
        dataCard: JSON.stringify(resultCardOf(record, (code) => flagOf(code)?.path.slice(1))),
      },
      children: [],
    });
  }
  dropUnread(root, found);
  dropFlags(body);
  dropIgnored(found);
  const text = [textOf(found), ...(record?.names ?? [])].join(' ');
  encodeTexts(root, lang);
  if (record && record.names.length > 0) found.children.push(namesOf(record, lang));
  found.children.push(paragraph(EVERY));
  return { html: toHtml(tree), lang, part, text };
}

/** Pagefind takes the title and the picture of a page from the whole of it. */
const ofWholePage = new Set(['title', 'h1', 'img']);
/** Whether Pagefind reads something of an element though it lies outside of what is to be found. */
const isRead = (element: Element): boolean =>
  ofWholePage.has(element.tagName) ||
  Object.keys(element.properties).some((name) => name.startsWith('dataPagefind'));

/** Whether Pagefind is to pass over the element and reads nothing of what is in it. */
const isIgnored = (element: Element): boolean =>
  'dataPagefindIgnore' in element.properties && !element.children.some(hasRead);
const hasRead = (child: ElementContent): boolean =>
  child.type === 'element' && (isRead(child) || child.children.some(hasRead));

/** Takes out what is not to be found, as Pagefind would: counts and tools on a page change without its text. */
function dropIgnored(parent: Element): void {
  parent.children = parent.children.filter((child) => child.type !== 'element' || !isIgnored(child));
  for (const child of parent.children) if (child.type === 'element') dropIgnored(child);
}

/** Takes out what Pagefind passes over: it would be encoded, written, sent and read for nothing. */
function dropUnread(parent: Element, found: Element): void {
  parent.children = parent.children.filter((child) => {
    if (child === found) return true;
    if (child.type !== 'element') return false;
    if (isRead(child)) return true;
    dropUnread(child, found);
    return child.children.length > 0;
  });
}

/**
 * What is indexed of a page that lists records: its title and description. What it lists has pages of its own, which a
 * list with all their words would hide.
 */
function titleOf(tree: Root, found: Element): Element[] {
  const heading = elementWith(found, ({ tagName }) => tagName === 'h1');
  if (heading) heading.properties['dataPagefindMeta'] = 'title';
  const head = tree.children.find((child) => child.type === 'element');
  const description =
    head &&
    elementWith(head, ({ properties }) => properties['name'] === 'description')?.properties['content'];
  return [...(heading ? [heading] : []), paragraph(String(description ?? ''))];
}

/** Pagefind takes the first picture for the page's own: the small flags beside names of countries are not. */
function dropFlags(parent: Element): void {
  parent.children = parent.children.filter(
    (child) =>
      child.type !== 'element' ||
      child.tagName !== 'img' ||
      ![child.properties['className']].flat().includes('flag'),
  );
  for (const child of parent.children) if (child.type === 'element') dropFlags(child);
}

/** The names by which the page is to be found, and which it does not show, behind all that it does. */
function namesOf({ names }: SearchRecord, locale: string): Element {
  const value = [NAMES, ...names.map((name) => `${encode(name, locale)} ${BREAK}`)].join(' ');
  return paragraph(value);
}

function paragraph(value: string): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: ` ${value}` }] };
}

function elementNamed(parent: Root | Element, name: string): Element | undefined {
  for (const child of parent.children) {
    if (child.type === 'element' && child.tagName === name) return child;
  }
  return undefined;
}

function elementWith(parent: Element, matches: (element: Element) => boolean): Element | undefined {
  if (matches(parent)) return parent;
  for (const child of parent.children) {
    const found = child.type === 'element' ? elementWith(child, matches) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Elements inside a line of text. At the edge of any other one a run of text ends. */
const inlineElements = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark picture q s samp small source ' +
    'span strike strong sub sup time tt u var wbr'
  ).split(' '),
);
/** Their content is not for reading; Pagefind passes over most of them too. */
const unreadElements = new Set(['iframe', 'noscript', 'script', 'style', 'svg', 'template']);

/** Labels, menus and names stand on every page of a language. As many are remembered as a few hundred pages have. */
const encoderOf = memoize((locale: string) => memoize((text: string) => encode(text, locale), 10_000));

/**
 * Encodes all texts of the page, a run at a time: "<b>ກ</b>າ" is one cluster, though two text nodes. The run goes into
 * its first text node, the others are emptied; this copy needs no bold type.
 */
function encodeTexts(root: Element, locale: string): void {
  let run: Text[] = [];

  function endRun(end: string): void {
    const [first, ...others] = run;
    const text = run.map(({ value }) => value).join('');
    if (first && text.trim()) {
      first.value = ` ${encoderOf(locale)(text)}${end}`;
      for (const other of others) other.value = '';
    }
    run = [];
  }

  function walk(element: Element): void {
    if (unreadElements.has(element.tagName)) return;
    keepValues(element);
    const block = !inlineElements.has(element.tagName);
    // Inside a line, but treated by Pagefind in its own way: its text must not move out of it, nor other text in.
    const apart =
      !block &&
      (isTitle(element) ||
        ['dataPagefindIgnore', 'dataPagefindWeight'].some((name) => name in element.properties));
    const end = block ? ` ${BREAK} ` : ' ';
    if (block || apart) endRun(end);
    for (const child of element.children) {
      if (child.type === 'text') run.push(child);
      else if (child.type === 'element') walk(child);
    }
    if (block || apart) endRun(end);
  }

  walk(root);
}

/** The parts of `data-pagefind-meta` and the like: "kind, date[datetime]" → "kind" and "date[datetime]". */
function declarations(value: unknown): string[] {
  const text = String(value ?? '');
  const literal = text.indexOf(':');
  // As Pagefind reads it: everything behind the first colon is one value, commas and all.
  const names = (literal < 0 ? text : text.slice(0, literal)).split(',').map((name) => name.trim());
  return literal < 0 ? names : [...names.slice(0, -1), `${names.at(-1)}${text.slice(literal)}`];
}

const isTitle = (element: Element) => declarations(element.properties['dataPagefindMeta']).includes('title');

/** Filters, sort keys and metadata that are an element's text are shown and compared, not searched: they keep it. */
function keepValues(element: Element): void {
  for (const property of ['dataPagefindFilter', 'dataPagefindMeta', 'dataPagefindSort']) {
    if (!(property in element.properties)) continue;
    element.properties[property] = declarations(element.properties[property])
      .map((declaration) => {
        if (/[:[]/.test(declaration) || declaration === 'title') return declaration;
        element.properties['dataKeptText'] = textOf(element).replace(/\s+/g, ' ').trim();
        return `${declaration}[data-kept-text]`;
      })
      .join(', ');
  }
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}
