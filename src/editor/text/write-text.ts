import type { BlockContent, PhrasingContent, RootContent, Table } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { mdxToMarkdown } from 'mdast-util-mdx';
import { toMarkdown, type Unsafe } from 'mdast-util-to-markdown';
import type { Mark, Node } from 'prosemirror-model';
import type { ReadText, WrittenBlock } from './read-text.ts';

/** From an edited document to the text of its file. Blocks that nobody touched are written as they stood there. */

/** A run of letters with the same marks. */
interface Run {
  readonly content: PhrasingContent;
  readonly marks: readonly Mark[];
}

const has = (run: Run | undefined, mark: Mark): boolean => run?.marks.some((one) => one.eq(mark)) ?? false;

/** Marks do not begin or end with a space: Markdown would not know them there. */
function withoutOuterSpaces(runs: readonly Run[]): Run[] {
  const split = runs.flatMap((run): Run[] => {
    if (run.content.type !== 'text') return [run];
    const [, lead = '', core = '', trail = ''] = /^(\s*)([^]*?)(\s*)$/.exec(run.content.value) ?? [];
    return [lead, core, trail]
      .filter((value) => value !== '')
      .map((value) => ({ content: { type: 'text', value }, marks: run.marks }));
  });
  const isSpace = ({ content }: Run): boolean => content.type === 'text' && content.value.trim() === '';
  return split.map((run, at) =>
    isSpace(run)
      ? { ...run, marks: run.marks.filter((mark) => has(split[at - 1], mark) && has(split[at + 1], mark)) }
      : run,
  );
}

function wrapped(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  switch (mark.type.name) {
    case 'link':
      return {
        type: 'link',
        url: String(mark.attrs['href']),
        title: mark.attrs['title'] === null ? null : String(mark.attrs['title']),
        children: children as [],
      };
    case 'strong':
      return { type: 'strong', children };
    case 'emphasis':
      return { type: 'emphasis', children };
    default:
      return { type: 'delete', children };
  }
}

/** Runs as a tree: each mark around as many runs as have it. */
function nested(runs: readonly Run[]): PhrasingContent[] {
  const found: PhrasingContent[] = [];
  for (let at = 0; at < runs.length;) {
    const run = runs[at] as Run;
    const [mark] = run.marks;
    if (!mark) {
      const before = found.at(-1);
      // Two texts side by side are one: what must be escaped depends on what stands beside it.
      if (run.content.type === 'text' && before?.type === 'text') before.value += run.content.value;
      else found.push(structuredClone(run.content));
      at += 1;
      continue;
    }
    let end = at;
    while (end < runs.length && has(runs[end], mark)) end += 1;
    const inner = runs
      .slice(at, end)
      .map((one) => ({ ...one, marks: one.marks.filter((other) => !other.eq(mark)) }));
    found.push(wrapped(mark, nested(inner)));
    at = end;
  }
  return found;
}

function inline(node: Node): PhrasingContent[] {
  const runs: Run[] = [];
  node.forEach((child) => {
    if (child.type.name === 'hardBreak') return runs.push({ content: { type: 'break' }, marks: child.marks });
    const value = (child.text ?? '').normalize('NFC');
    const isCode = child.marks.some((mark) => mark.type.name === 'code');
    return runs.push({
      content: isCode ? { type: 'inlineCode', value } : { type: 'text', value },
      marks: child.marks.filter((mark) => mark.type.name !== 'code'),
    });
  });
  const trimmed = withoutOuterSpaces(runs);
  const isNothing = ({ content }: Run): boolean =>
    content.type === 'break' || (content.type === 'text' && content.value.trim() === '');
  const first = trimmed.findIndex((run) => !isNothing(run));
  return first < 0 ? [] : nested(trimmed.slice(first, trimmed.findLastIndex((run) => !isNothing(run)) + 1));
}

const isEmpty = (node: Node): boolean =>
  (node.type.name === 'paragraph' || node.type.name === 'heading') && inline(node).length === 0;

const childrenOf = (node: Node): readonly Node[] => node.children;

/** A component with its attributes in the order of the schema. */
function component(name: string, node: Node, children: RootContent[]): RootContent {
  const attributes = Object.entries(node.attrs)
    .filter(([key, value]) => String(value).trim() !== '' || key === 'alt')
    .map(([key, value]) => ({
      type: 'mdxJsxAttribute' as const,
      name: key,
      value: String(value).trim().normalize('NFC'),
    }));
  return { type: 'mdxJsxFlowElement', name, attributes, children: children as BlockContent[] };
}

function blocks(content: readonly Node[]): RootContent[] {
  return content.filter((node) => !isEmpty(node)).map(block);
}

function list(node: Node, ordered: boolean): RootContent {
  const items = childrenOf(node);
  return {
    type: 'list',
    ordered,
    start: ordered ? Number(node.attrs['start']) : null,
    spread: false,
    children: items.map((item) => {
      const paragraphs = childrenOf(item).filter((one) => one.type.name === 'paragraph' && !isEmpty(one));
      return {
        type: 'listItem',
        spread: paragraphs.length > 1,
        children: blocks(childrenOf(item)) as BlockContent[],
      };
    }),
  };
}

function table(node: Node): Table {
  return {
    type: 'table',
    children: childrenOf(node).map((row) => ({
      type: 'tableRow',
      children: childrenOf(row).map((cell) => ({
        type: 'tableCell',
        children: childrenOf(cell).flatMap(inline),
      })),
    })),
  };
}

function block(node: Node): RootContent {
  switch (node.type.name) {
    case 'heading':
      return { type: 'heading', depth: node.attrs['level'] as 2 | 3 | 4, children: inline(node) };
    case 'blockquote':
      return { type: 'blockquote', children: blocks(childrenOf(node)) as BlockContent[] };
    case 'bulletList':
      return list(node, false);
    case 'orderedList':
      return list(node, true);
    case 'rule':
      return { type: 'thematicBreak' };
    case 'figure':
      return component('Figure', node, []);
    case 'gallery':
      return component('Gallery', node, blocks(childrenOf(node)));
    case 'pullQuote':
      return component('PullQuote', node, blocks(childrenOf(node)));
    case 'note':
      return component('Note', node, blocks(childrenOf(node)));
    case 'table':
      return table(node);
    default:
      return { type: 'paragraph', children: inline(node) };
  }
}

/** At the beginning of a line MDX takes these words for a program. */
const unsafe: Unsafe[] = [
  { atBreak: true, character: 'i', after: 'mport\\b' },
  { atBreak: true, character: 'e', after: 'xport\\b' },
];

/** One block as Markdown, without the line end. */
export function writeBlock(node: Node): string {
  if (node.type.name === 'source') return node.textContent;
  const text = toMarkdown(
    { type: 'root', children: [block(node)] },
    {
      bullet: '-',
      rule: '-',
      listItemIndent: 'one',
      unsafe,
      extensions: [
        gfmTableToMarkdown({ tablePipeAlign: false }),
        gfmStrikethroughToMarkdown(),
        mdxToMarkdown({ printWidth: Infinity }),
      ],
    },
  );
  return text.trimEnd();
}

/** A block with what stands before it in the file, and how it is written there. */
export interface WritingBlock {
  readonly node: Node;
  readonly before: string;
  readonly source: string;
}

/**
 * How each block of an edited document stands in the file; empty paragraphs stand nowhere.
 * @param read what the document was made from: blocks that are the same are written as they stood there, with what stood
 *   before them
 */
export function writeBlocks(doc: Node, read: ReadText): readonly WritingBlock[] {
  const left = new Set(read.blocks);
  const origin = (node: Node): WrittenBlock | undefined => {
    const found = [...left].find((one) => one.node === node) ?? [...left].find((one) => one.node.eq(node));
    if (found) left.delete(found);
    return found;
  };
  const [first] = read.blocks;
  let previous: WrittenBlock | undefined;
  return childrenOf(doc)
    .filter((node) => !isEmpty(node))
    .map((node, at) => {
      const written = origin(node);
      const followed = previous && read.blocks[read.blocks.indexOf(previous) + 1];
      const follows = written !== undefined && written === (at === 0 ? first : followed);
      previous = written;
      const before = follows ? written.before : at === 0 ? (first?.before ?? '\n') : '\n\n';
      return { node, before, source: written?.source ?? writeBlock(node) };
    });
}

/** The text of an edited document: the very bytes that were read when nothing was changed. */
export function writeText(doc: Node, read: ReadText): string {
  const blocks = writeBlocks(doc, read);
  const text = blocks.map(({ before, source }) => before + source).join('');
  const whole = blocks.length === read.blocks.length;
  if (blocks.length === 0) return whole ? read.after : '';
  return text + (read.after.trim() === '' && read.after !== '' ? read.after : '\n');
}

/** The line of the text on which each block begins, counted from 1. */
export function linesOf(blocks: readonly WritingBlock[]): number[] {
  let line = 1;
  const breaks = (text: string): number => text.split('\n').length - 1;
  return blocks.map(({ before, source }) => {
    line += breaks(before);
    const own = line;
    line += breaks(source);
    return own;
  });
}
