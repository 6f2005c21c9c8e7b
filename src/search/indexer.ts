/**
 * The search index, made from the built site after its pages are written.
 *
 * Pagefind is given a copy of each page in the spelling of `transform.ts`; the published pages stay untouched. A page
 * takes part if one of its elements has `data-pagefind-body`. Pagefind's other attributes mean what they always do
 * (https://pagefind.app/docs/indexing/), with two additions: a filter or a piece of metadata that is the text of an
 * element keeps the letters of the page, only the title is encoded with the rest; and every page gets the filter
 * `lang`.
 */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { Element, Root, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import * as pagefind from 'pagefind';
import { BREAK, encode } from './transform.ts';

export interface SearchIndexOptions {
  /** The folder with the built site. The index goes to `pagefind` inside it. */
  readonly dist: string;
  /** Called after each page with its address and how many were indexed so far, for a line of progress. */
  readonly onPage?: (url: string, count: number) => void;
}

export interface SearchIndexSummary {
  /** How many pages can be found, by language. */
  readonly pages: Record<string, number>;
}

/** Pagefind's own search boxes, which would show encoded text. */
const stockInterface = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Indexes the built site. Any failure is an error: a site whose search misses pages must not be published. */
export async function buildSearchIndex({ dist, onPage }: SearchIndexOptions): Promise<SearchIndexSummary> {
  const folder = resolve(dist);
  const outputPath = join(folder, 'pagefind');
  // Pagefind adds to what lies there; names carry a hash, so files of earlier builds would stay for good.
  await rm(outputPath, { recursive: true, force: true });
  await mkdir(outputPath, { recursive: true });

  const { index, errors } = await pagefind.createIndex();
  if (!index)
    throw new Error(`The search index cannot be started: ${errors.join('; ') || 'no reason given'}.`);
  try {
    const pages: Record<string, number> = {};
    let count = 0;
    for (const path of await htmlFiles(folder)) {
      const html = await readFile(join(folder, path), 'utf8');
      // Most of the time is parsing: not for pages that cannot take part.
      if (!html.includes('data-pagefind-body')) continue;
      const copy = searchCopy(html, path);
      if (!copy) continue;
      const url = pageUrl(path);
      const added = await index.addHTMLFile({ url, content: copy.html });
      failOn(added.errors, `"${path}" cannot be added to the search index`);
      pages[copy.lang] = (pages[copy.lang] ?? 0) + 1;
      count += 1;
      onPage?.(url, count);
    }
    if (count === 0) {
      throw new Error(
        `The search index would be empty: no page in "${dist}" has an element with data-pagefind-body. ` +
          `Put the attribute on the <main> or <article> of the pages that search is to find.`,
      );
    }
    const written = await index.writeFiles({ outputPath });
    failOn(written.errors, `The search index cannot be written to "${outputPath}"`);
    for (const file of await readdir(outputPath)) {
      if (stockInterface.test(file)) await rm(join(outputPath, file));
    }
    return { pages };
  } finally {
    await pagefind.close();
  }
}

function failOn(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new Error(`${what}: ${errors.join('; ')}.`);
}

/** Paths relative to `folder` with forward slashes, sorted by code unit so that every machine indexes alike. */
async function htmlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** The address of a file relative to where the site begins: `pageUrl('lo/about/index.html') // => 'lo/about/'` */
export function pageUrl(path: string): string {
  return encodeURI(path.replace(/(^|\/)index\.html$/, '$1'));
}

/**
 * The copy of a page that Pagefind reads, and its language; nothing if the page does not take part.
 * `path` is for the messages.
 */
export function searchCopy(html: string, path: string): { html: string; lang: string } | undefined {
  const tree = fromHtml(html);
  const root = elementNamed(tree, 'html');
  const body = root && elementNamed(root, 'body');
  if (!body || !hasElement(body, (element) => 'dataPagefindBody' in element.properties)) return undefined;

  const lang = String(root.properties['lang'] ?? '')
    .split('-', 1)
    .join('')
    .toLowerCase();
  if (!lang) {
    throw new Error(`"${path}" does not say its language. Give it one: <html lang="vi">.`);
  }
  root.properties['lang'] = lang;
  encodeTexts(root);
  // A literal value must be an element's last: hence an element of its own.
  body.children.unshift({
    type: 'element',
    tagName: 'span',
    properties: { dataPagefindFilter: `lang:${lang}` },
    children: [],
  });
  return { html: toHtml(tree), lang };
}

function elementNamed(parent: Root | Element, name: string): Element | undefined {
  for (const child of parent.children) {
    if (child.type === 'element' && child.tagName === name) return child;
  }
  return undefined;
}

function hasElement(parent: Element, matches: (element: Element) => boolean): boolean {
  return (
    matches(parent) || parent.children.some((child) => child.type === 'element' && hasElement(child, matches))
  );
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

/**
 * Encodes all texts of the page, a run at a time: "<b>ກ</b>າ" is one cluster, though two text nodes. The run goes into
 * its first text node, the others are emptied; this copy needs no bold type.
 */
function encodeTexts(root: Element): void {
  let run: Text[] = [];

  function endRun(end: string): void {
    const [first, ...others] = run;
    const text = run.map(({ value }) => value).join('');
    if (first && text.trim()) {
      first.value = ` ${encode(text)}${end}`;
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
