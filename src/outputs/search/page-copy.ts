/** The copy of a page that Pagefind is given, in the spelling of `transform.ts`: see `indexer.ts`. */
import {
  defaultTreeAdapter as tree,
  html as spec,
  parse,
  serialize,
  type DefaultTreeAdapterTypes,
} from 'parse5';
import { flagOf } from '../../flags/flags.ts';
import { memoize } from '../../model/memoize.ts';
import { resultCardOf, type SearchRecord } from './record.ts';
import { BREAK, encode, EVERY, indexLanguage, NAMES } from './transform.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Text = DefaultTreeAdapterTypes.TextNode;

const isElement = tree.isElementNode;
const isText = tree.isTextNode;

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
  // parse5 itself: the trees of hast, with the place of each node, took twice as long to make.
  const page = parse(html, { scriptingEnabled: false });
  const root = page.childNodes.find(isElement);
  const body = root && elementWith(root, ({ tagName }) => tagName === 'body');
  const found = body && elementWith(body, (element) => valueOf(element, 'data-pagefind-body') !== undefined);
  if (!body || !found) return undefined;

  if (valueOf(found, 'data-pagefind-body') === 'title') found.childNodes = titleOf(root, found);
  const lang = (valueOf(root, 'lang') ?? '').split('-', 1).join('').toLowerCase();
  if (!lang) {
    throw new Error(`"${path}" does not say its language. Give it one: <html lang="vi">.`);
  }
  const part = partOf(lang);
  setValue(root, 'lang', indexLanguage(lang, part));
  if (record) {
    const card = JSON.stringify(resultCardOf(record, (code) => flagOf(code)?.path.slice(1)));
    found.childNodes.unshift(
      elementOf('span', { 'data-pagefind-filter': 'card[data-card]', 'data-card': card }),
    );
  }
  dropUnread(root, found);
  drop(body, (element) => isFlag(element) || unreadElements.has(element.tagName));
  drop(found, isIgnored);
  const text = [textOf(found), ...(record?.names ?? [])].join(' ');
  encodeTexts(root, lang);
  if (record && record.names.length > 0) found.childNodes.push(namesOf(record, lang));
  found.childNodes.push(paragraph(EVERY));
  return { html: serialize(page), lang, part, text };
}

const valueOf = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((attribute) => attribute.name === name)?.value;

function setValue(element: Element, name: string, value: string): void {
  const known = element.attrs.find((attribute) => attribute.name === name);
  if (known) known.value = value;
  else element.attrs.push({ name, value });
}

function elementOf(name: string, values: Readonly<Record<string, string>>): Element {
  const attrs = Object.entries(values).map(([name, value]) => ({ name, value }));
  return tree.createElement(name, spec.NS.HTML, attrs);
}

/** Pagefind takes the title and the picture of a page from the whole of it. */
const ofWholePage = new Set(['title', 'h1', 'img']);
const isForPagefind = ({ attrs }: Element): boolean =>
  attrs.some(({ name }) => name.startsWith('data-pagefind'));
/** Whether Pagefind reads something of an element though it lies outside of what is to be found. */
const isRead = (element: Element): boolean => ofWholePage.has(element.tagName) || isForPagefind(element);

/** Takes out what Pagefind passes over: it would be encoded, written, sent and read for nothing. */
function dropUnread(parent: Element, found: Element): void {
  parent.childNodes = parent.childNodes.filter((child) => {
    if (child === found) return true;
    if (!isElement(child)) return false;
    if (isRead(child)) return true;
    dropUnread(child, found);
    return child.childNodes.length > 0;
  });
}

/**
 * What is indexed of a page that lists records: its title and description. What it lists has pages of its own, which a
 * list with all their words would hide.
 */
function titleOf(root: Element, found: Element): Element[] {
  const heading = elementWith(found, ({ tagName }) => tagName === 'h1');
  if (heading) setValue(heading, 'data-pagefind-meta', 'title');
  const description = elementWith(root, (element) => valueOf(element, 'name') === 'description');
  return [...(heading ? [heading] : []), paragraph((description && valueOf(description, 'content')) ?? '')];
}

/** Pagefind takes the first picture for the page's own: the small flags beside names of countries are not. */
const isFlag = (element: Element): boolean =>
  element.tagName === 'img' && (valueOf(element, 'class') ?? '').split(/\s+/).includes('flag');

/**
 * Whether Pagefind is to pass over the element and reads nothing of what is in it: counts and tools on a page change
 * without its text.
 */
const isIgnored = (element: Element): boolean =>
  valueOf(element, 'data-pagefind-ignore') !== undefined && !element.childNodes.some(hasRead);
const hasRead = (child: Node): boolean =>
  isElement(child) && (isRead(child) || child.childNodes.some(hasRead));

function drop(parent: Element, isUnwanted: (element: Element) => boolean): void {
  parent.childNodes = parent.childNodes.filter((child) => !isElement(child) || !isUnwanted(child));
  for (const child of parent.childNodes) if (isElement(child)) drop(child, isUnwanted);
}

/** The names by which the page is to be found, and which it does not show, behind all that it does. */
function namesOf({ names }: SearchRecord, locale: string): Element {
  const value = [NAMES, ...names.map((name) => `${encode(name, locale)} ${BREAK}`)].join(' ');
  return paragraph(value);
}

function paragraph(value: string): Element {
  const made = elementOf('p', {});
  tree.appendChild(made, tree.createTextNode(` ${value}`));
  return made;
}

function elementWith(parent: Element, matches: (element: Element) => boolean): Element | undefined {
  if (matches(parent)) return parent;
  for (const child of parent.childNodes) {
    const found = isElement(child) ? elementWith(child, matches) : undefined;
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
/** What is in them is not for reading. */
const unreadElements = new Set(['iframe', 'noscript', 'script', 'style', 'svg', 'template']);

/** What Pagefind reads of an element that has none of its own attributes, which may point to any other. */
const readAttributes = new Set(['alt', 'id', 'lang', 'src']);

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
    keepValues(element);
    if (!isForPagefind(element)) element.attrs = element.attrs.filter(({ name }) => readAttributes.has(name));
    const block = !inlineElements.has(element.tagName);
    // Inside a line, but treated by Pagefind in its own way: its text must not move out of it, nor other text in.
    const apart =
      !block &&
      (isTitle(element) ||
        element.attrs.some(({ name }) => name === 'data-pagefind-ignore' || name === 'data-pagefind-weight'));
    const end = block ? ` ${BREAK} ` : ' ';
    if (block || apart) endRun(end);
    for (const child of element.childNodes) {
      if (isText(child)) run.push(child);
      else if (isElement(child)) walk(child);
    }
    if (block || apart) endRun(end);
  }

  walk(root);
}

/** The parts of `data-pagefind-meta` and the like: "kind, date[datetime]" → "kind" and "date[datetime]". */
function declarations(text: string): string[] {
  const literal = text.indexOf(':');
  // As Pagefind reads it: everything behind the first colon is one value, commas and all.
  const names = (literal < 0 ? text : text.slice(0, literal)).split(',').map((name) => name.trim());
  return literal < 0 ? names : [...names.slice(0, -1), `${names.at(-1)}${text.slice(literal)}`];
}

const isTitle = (element: Element) =>
  declarations(valueOf(element, 'data-pagefind-meta') ?? '').includes('title');

/** Filters, sort keys and metadata that are an element's text are shown and compared, not searched: they keep it. */
function keepValues(element: Element): void {
  for (const name of ['data-pagefind-filter', 'data-pagefind-meta', 'data-pagefind-sort']) {
    const value = valueOf(element, name);
    if (value === undefined) continue;
    const kept = declarations(value).map((declaration) => {
      if (/[:[]/.test(declaration) || declaration === 'title') return declaration;
      setValue(element, 'data-kept-text', textOf(element).replace(/\s+/g, ' ').trim());
      return `${declaration}[data-kept-text]`;
    });
    setValue(element, name, kept.join(', '));
  }
}

function textOf(element: Element): string {
  return element.childNodes
    .map((child) => (isText(child) ? child.value : isElement(child) ? textOf(child) : ''))
    .join('');
}
