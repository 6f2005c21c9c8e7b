import { mdxToHast, type HastNode } from 'satteri';
import { isLocale, originalLocale, type Locale } from '../../model/locales.ts';
import {
  componentNames,
  components,
  type Body,
  type BodyNode,
  type ComponentName,
  type ComponentSpec,
} from '../../model/body.ts';
import type { Markup } from '../../model/markup.ts';
import { allowedMarkup } from './allowed-markup.ts';
import { maxDepth, tooDeepIn } from './bounds.ts';
import { reportHalfParsed, type HalfParsedCode } from './half-parsed.ts';
import { reportLostCells, reportWideTables, type TableWidthCode } from './table-widths.ts';
import { joinedLines, setSpaces, withFrenchSpaces } from './spaces.ts';
import { meantAddress } from './shown-address.ts';
import type { TextPosition } from './yaml-facts.ts';
import { nearest } from '../nearest.ts';
import type { Reader, Report as ReportOf } from '../checks/check.ts';

/**
 * Editors' MDX as data. The text is parsed, never executed: what comes out is a tree made from Markdown, and uses
 * of a short list of components. Imports, expressions, raw tags and unsafe links are problems with a place.
 * The parser is the one inside Astro (`satteri`), so a text reads the same as in `content/pages`.
 */

/** Something in a text that points outside the text, for the checks that need to know the other records. */
export interface Pointer extends TextPosition {
  readonly target: string;
}

/** A picture in a text. */
export interface ImagePointer extends Pointer {
  /** The words for those who cannot see it; empty when they are missing (a problem of its own). */
  readonly alt: string;
}

export interface CompiledBody extends Body {
  /** Internal links (`/partners/hvpf/`) and picture files (`./x.jpg`). */
  readonly links: readonly Pointer[];
  readonly images: readonly ImagePointer[];
}

const codes = [
  'attributeWord',
  'code',
  'deadAnchor',
  'deceivingLink',
  'emptyLink',
  'headingOne',
  'inlineComponent',
  'inlineImage',
  'languageLink',
  'linkWithoutScheme',
  'markup',
  'missingAlt',
  'missingAttribute',
  'rawHtml',
  'relativeLink',
  'tooDeep',
  'unclosedTag',
  'unknownAttribute',
  'unknownComponent',
  'unsafeLink',
] as const;

/** Is the body Markdown with the few components that it may have, and no code? */
export const markup: Reader<(typeof codes)[number]> = { reads: 'body', codes };

type Report = ReportOf<(typeof codes)[number] | HalfParsedCode | TableWidthCode>;
type Element = Extract<HastNode, { type: 'element' }>;
type Component = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/**
 * An address that leads out of the site, as anybody may follow it: a host of the public web with nobody named before it
 * (`https://vufo.org.vn@evil.example` leads to the last), and no letter that is written and addressed beforehand.
 */
const outside =
  /^(?:https?:\/\/(?!(?:localhost|127|10|192\.168)[.:/])[^/?#@\s]*[^/?#@\s.]\.[^/?#@\s]+(?:[/?#]|$)|mailto:[^?]+$|tel:.)/i;

const allowedList = componentNames.map((name) => `<${name}>`).join(', ');

/**
 * Compiles the body of one text.
 * @param firstLine the line of the file on which the body begins
 * @param language sets the spaces of French
 * @param placed what stands in place of further components, by their name
 * @returns `undefined` when it cannot be parsed at all; otherwise what could be made of it, every fault reported
 */
export function compileBody(
  source: string,
  firstLine: number,
  report: Report,
  language: Locale = originalLocale,
  placed: Readonly<Record<string, readonly BodyNode[]>> = {},
): CompiledBody | undefined {
  let tree: HastNode;
  try {
    tree = mdxToHast(source, { features: { frontmatter: false, gfm: { footnotes: false } } });
  } catch (error) {
    reportSyntax(error instanceof Error ? error.message : String(error), source, firstLine, report);
    return undefined;
  }
  const links: Pointer[] = [];
  const images: ImagePointer[] = [];
  const anchors: Pointer[] = [];

  const place = (node: HastNode): TextPosition => ({
    line: (node.position?.start.line ?? 1) + firstLine - 1,
    column: node.position?.start.column ?? 1,
  });

  const deep = tooDeepIn(tree);
  if (deep) {
    report({ ...place(deep), code: 'tooDeep', values: { allowed: maxDepth } });
    return undefined;
  }

  function checkLink(node: Element): void {
    const target = String(node.properties['href'] ?? '');
    const words = plainText(node).trim();
    if (words === '') report({ ...place(node), code: 'emptyLink', values: { value: target } });
    const meant = meantAddress(words, target);
    if (meant !== undefined) {
      const values = { value: words, target };
      const typed = source.split('\n')[place(node).line - firstLine] ?? '';
      const corrected = typed.replace(`](${target}`, () => `](${meant}`);
      report({
        ...place(node),
        code: 'deceivingLink',
        values,
        ...(corrected !== typed && { corrected }),
      });
    }
    if (target.startsWith('/') && !target.startsWith('//')) {
      const first = target.split('/')[1] ?? '';
      if (isLocale(first)) {
        report({
          ...place(node),
          code: 'languageLink',
          values: { value: target },
          corrected: target.slice(first.length + 1),
        });
      } else links.push({ ...place(node), target });
    } else if (target.startsWith('#')) anchors.push({ ...place(node), target });
    else if (!outside.test(target)) reportLink(node, target);
  }

  /** A link without an address that a browser understands, and the address that was meant. */
  function reportLink(node: Element, target: string): void {
    const host = /^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#].*)?$/i.test(target) && !/\.(mdx?|html?)$/i.test(target);
    const mail = /^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i.test(target);
    const meant = mail ? `mailto:${target}` : host ? `https://${target}` : undefined;
    if (meant !== undefined)
      return report({
        ...place(node),
        code: 'linkWithoutScheme',
        values: { value: target },
        corrected: meant,
      });
    const relative = /^\.{1,2}\/|^[\w-]+(?:\/|\.(?:mdx?|html?)$)/.test(target) && !target.includes(':');
    report({ ...place(node), code: relative ? 'relativeLink' : 'unsafeLink', values: { value: target } });
  }

  /** Reports what must not stand inside running text, and returns nothing else. */
  function checkInline(node: HastNode): void {
    switch (node.type) {
      case 'mdxJsxTextElement':
      case 'mdxJsxFlowElement':
        return reportTag(node, 'inlineComponent');
      case 'mdxTextExpression':
      case 'mdxFlowExpression':
        return report({ ...place(node), code: 'code', values: { detail: `{${node.value.trim()}}` } });
      case 'mdxjsEsm':
        return report({ ...place(node), code: 'code', values: { detail: node.value.trim() } });
      case 'element':
        if (node.tagName === 'a') checkLink(node);
        if (node.tagName === 'h1') report({ ...place(node), code: 'headingOne', values: {} });
        if (node.tagName === 'img') report({ ...place(node), code: 'inlineImage', values: {} });
        node.children.forEach(checkInline);
    }
  }

  function reportTag(node: Component, otherwise: 'inlineComponent'): void {
    const name = node.name ?? '';
    if (/^[a-z]/.test(name) || name === '') {
      report({ ...place(node), code: 'rawHtml', values: { name, allowed: allowedList } });
    } else if (!componentNames.includes(name as ComponentName)) reportUnknown(name, place(node), report);
    else report({ ...place(node), code: otherwise, values: { name } });
  }

  function readAttributes(node: Component, spec: ComponentSpec): Record<string, string> {
    const attributes: Record<string, string> = {};
    const name = node.name ?? '';
    const known = [...spec.required, ...spec.optional];
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
        const detail = attribute.type === 'mdxJsxAttribute' ? attribute.name : '{…}';
        report({ ...place(node), code: 'code', values: { detail: `<${name} ${detail}={…}>` } });
      } else if (!known.includes(attribute.name)) {
        const values = { name, attribute: attribute.name, allowed: known.join(', ') || '–' };
        report({ ...place(node), code: 'unknownAttribute', values });
      } else {
        const words = joinedLines(attribute.value);
        const allowed = spec.words?.[attribute.name];
        if (!allowed) attributes[attribute.name] = language === 'fr' ? withFrenchSpaces(words) : words;
        else if (allowed.includes(words)) attributes[attribute.name] = words;
        else {
          const near = nearest(words.toLowerCase(), allowed);
          report({
            ...place(node),
            code: 'attributeWord',
            values: { name, attribute: attribute.name, value: words, allowed: allowed.join(', ') },
            ...(near !== undefined && { corrected: `${attribute.name}="${near}"` }),
          });
        }
      }
    }
    for (const attribute of spec.required) {
      if (!attributes[attribute]?.trim()) {
        if (attribute === 'alt') report({ ...place(node), code: 'missingAlt', values: {} });
        else report({ ...place(node), code: 'missingAttribute', values: { name, attribute } });
      }
    }
    return attributes;
  }

  function readComponent(node: Component): BodyNode | undefined {
    const name = node.name as ComponentName;
    if (!componentNames.includes(name)) {
      reportTag(node, 'inlineComponent');
      return undefined;
    }
    const attributes = readAttributes(node, components[name]);
    if (attributes['src'] !== undefined)
      images.push({ ...place(node), target: attributes['src'], alt: attributes['alt'] ?? '' });
    const inline = node.children.every(
      (child) => child.type === 'text' || (child.type === 'element' && isPhrasing(child)),
    );
    const children: HastNode[] =
      inline && node.children.some((child) => child.type !== 'text' || child.value.trim() !== '')
        ? [{ type: 'element', tagName: 'p', properties: {}, children: node.children } as Element]
        : node.children;
    return { component: name, attributes, children: readNodes(children) };
  }

  /** `![alt](./x.jpg)` by itself in a paragraph is a Figure. */
  function loneImage(node: HastNode): BodyNode | undefined {
    if (node.type !== 'element' || node.tagName !== 'p' || node.children.length !== 1) return undefined;
    const [image] = node.children;
    if (image?.type !== 'element' || image.tagName !== 'img') return undefined;
    const { src: address = '', alt = '', title } = image.properties as Record<string, string | undefined>;
    // The parser writes `./ảnh-đoàn.jpg` as an address; in the folder the file has its name.
    const src = asTyped(address);
    images.push({ ...place(image), target: src, alt });
    if (!alt.trim()) report({ ...place(image), code: 'missingAlt', values: {} });
    return { component: 'Figure', attributes: { src, alt, ...(title && { caption: title }) }, children: [] };
  }

  function readNodes(nodes: readonly HastNode[]): BodyNode[] {
    const result: BodyNode[] = [];
    let plain: HastNode[] = [];
    const flush = (): void => {
      const markup = trimmed(allowedMarkup(plain));
      if (markup.length > 0) result.push({ markup });
      plain = [];
    };
    for (const node of nodes) {
      const name = node.type === 'mdxJsxFlowElement' ? (node.name ?? '') : '';
      if (Object.hasOwn(placed, name)) {
        flush();
        result.push(...(placed[name] ?? []));
        continue;
      }
      const component =
        node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
          ? readComponent(node)
          : loneImage(node);
      if (component) {
        flush();
        result.push(component);
      } else if (node.type === 'element' || node.type === 'text') {
        checkInline(node);
        plain.push(node);
      } else if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') checkInline(node);
    }
    flush();
    return result;
  }

  reportHalfParsed(tree, source, firstLine, report);
  reportWideTables(tree, firstLine, report);
  reportLostCells(tree, source, firstLine, report);
  setSpaces(tree, language === 'fr');
  const nodes = 'children' in tree ? readNodes(tree.children) : [];
  // Headings of a text get no ids of their own, so there is nothing inside a page that a link could lead to.
  for (const { target, ...at } of anchors) report({ ...at, code: 'deadAnchor', values: { value: target } });
  return {
    nodes,
    text: plainText(tree)
      .replace(/\n{2,}/g, '\n')
      .trim(),
    links,
    images,
  };
}

/** A name of which the parser made `%E1%BA%A3nh`. */
function asTyped(address: string): string {
  try {
    return decodeURIComponent(address).normalize('NFC');
  } catch {
    return address;
  }
}

const phrasing = new Set(['a', 'em', 'strong', 'code', 'del', 'br', 'sub', 'sup']);
const isPhrasing = (node: Element): boolean => phrasing.has(node.tagName);

/** Without the line breaks of the file before the first paragraph and after the last. */
function trimmed(nodes: readonly Markup[]): Markup[] {
  const isSpace = (node: Markup): boolean => node.type === 'text' && node.value.trim() === '';
  const first = nodes.findIndex((node) => !isSpace(node));
  return first === -1 ? [] : nodes.slice(first, nodes.findLastIndex((node) => !isSpace(node)) + 1);
}

function plainText(node: HastNode): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inner = node.children.map(plainText).join('');
  const block = node.type === 'element' && !isPhrasing(node);
  return block ? `${inner}\n` : inner;
}

function reportUnknown(name: string, place: TextPosition, report: Report): void {
  const near = nearest(name, componentNames);
  const suggestion = near ? `→ <${near}>` : '';
  report({ ...place, code: 'unknownComponent', values: { name, allowed: allowedList, suggestion } });
}

/** The parser's message is `3:1: Expected a closing tag for <Note> (3:1) (mdx-jsx:…)`: place first. */
function reportSyntax(message: string, source: string, firstLine: number, report: Report): void {
  const [, line, column, detail] =
    /^(\d+):(\d+): (.*?)(?: \([\d:]+\))?(?: \([\w-]+:[\w-]+\))?$/s.exec(message) ?? [];
  const place = { line: Number(line ?? 1) + firstLine - 1, column: Number(column ?? 1) };
  const unclosed = /closing tag for `<(\w+)>`/.exec(message);
  const name = unclosed?.[1] ?? '';
  if (/^[a-z]/.test(name)) {
    const typed = source.split('\n')[place.line - firstLine] ?? '';
    // A line break in the middle of a sentence came with the text from the web.
    const corrected = name === 'br' ? typed.replace(/\s*<br\s*\/?>\s*/g, ' ').trimEnd() : undefined;
    const values = { name, allowed: allowedList };
    report({ ...place, code: 'rawHtml', values, ...(corrected !== undefined && { corrected }) });
  } else if (name !== '' && !componentNames.includes(name as ComponentName))
    reportUnknown(name, place, report);
  else if (unclosed) report({ ...place, code: 'unclosedTag', values: { name } });
  else {
    const excerpt = source.split('\n')[Number(line ?? 1) - 1]?.trim() ?? '';
    report({ ...place, code: 'markup', values: { detail: excerpt || (detail ?? message) } });
  }
}
