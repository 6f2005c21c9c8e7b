import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Mark, Node } from 'prosemirror-model';
import { mdxToMdast } from 'satteri';
import { components, type ComponentName } from '../../model/body.ts';
import { textSchema } from './schema.ts';

/** From the text of a file to a document that can be edited, block by block. */

const { nodes, marks } = textSchema;

/** A block as it stands in the file, so that it can be written back letter by letter. */
export interface WrittenBlock {
  readonly node: Node;
  readonly source: string;
  /** What stands between it and the block before. */
  readonly before: string;
}

export interface ReadText {
  readonly doc: Node;
  readonly blocks: readonly WrittenBlock[];
  /** What stands behind the last block. */
  readonly after: string;
}

/** A passage that has no form here but its source. */
class NoForm extends Error {}

function inline(content: readonly PhrasingContent[], around: readonly Mark[]): Node[] {
  return content.flatMap((one): Node[] => {
    const within = (mark: Mark, children: readonly PhrasingContent[]): Node[] =>
      inline(children, mark.addToSet(around));
    switch (one.type) {
      case 'text': {
        // Where the file breaks a line within a paragraph a reader sees a space.
        const text = one.value.replace(/\s*\n\s*/g, ' ');
        return text === '' ? [] : [textSchema.text(text, around)];
      }
      case 'strong':
        return within(marks.strong.create(), one.children);
      case 'emphasis':
        return within(marks.emphasis.create(), one.children);
      case 'delete':
        return within(marks.strike.create(), one.children);
      case 'link':
        return within(marks.link.create({ href: one.url, title: one.title ?? null }), one.children);
      case 'inlineCode':
        return [textSchema.text(one.value, marks.code.create().addToSet(around))];
      case 'break':
        return [nodes.hardBreak.create(null, null, around)];
      default:
        throw new NoForm(one.type);
    }
  });
}

/** Attributes of a component, when all of them are known and plain. */
function attributesOf(
  name: ComponentName,
  written: Extract<Nodes, { type: 'mdxJsxFlowElement' }>,
): Record<string, string> {
  const known: readonly string[] = [...components[name].required, ...components[name].optional];
  const found: Record<string, string> = {};
  for (const one of written.attributes) {
    if (one.type !== 'mdxJsxAttribute' || typeof one.value !== 'string' || !known.includes(one.name))
      throw new NoForm(name);
    found[one.name] = one.value;
  }
  return found;
}

function blocks(content: readonly RootContent[]): Node[] {
  return content.map(block);
}

function block(one: RootContent): Node {
  switch (one.type) {
    case 'paragraph': {
      const [first] = one.children;
      if (first?.type === 'image' && one.children.length === 1)
        return nodes.figure.create({ src: first.url, alt: first.alt ?? '', caption: first.title ?? '' });
      return nodes.paragraph.createChecked(null, inline(one.children, []));
    }
    case 'heading':
      if (one.depth < 2 || one.depth > 4) throw new NoForm('heading');
      return nodes.heading.createChecked({ level: one.depth }, inline(one.children, []));
    case 'blockquote':
      return nodes.blockquote.createChecked(null, blocks(one.children));
    case 'list': {
      const items = one.children.map((item) => {
        if (typeof item.checked === 'boolean') throw new NoForm('checked');
        return nodes.listItem.createChecked(null, blocks(item.children));
      });
      return one.ordered
        ? nodes.orderedList.createChecked({ start: one.start ?? 1 }, items)
        : nodes.bulletList.createChecked(null, items);
    }
    case 'thematicBreak':
      return nodes.rule.create();
    case 'table': {
      if (one.align?.some((align) => align !== null)) throw new NoForm('align');
      const rows = one.children.map((row, at) => {
        const cell = at === 0 ? nodes.table_header : nodes.table_cell;
        const cells = row.children.map((content) =>
          cell.createChecked(null, nodes.paragraph.createChecked(null, inline(content.children, []))),
        );
        return nodes.table_row.createChecked(null, cells);
      });
      return nodes.table.createChecked(null, rows);
    }
    case 'mdxJsxFlowElement':
      return componentNode(one);
    default:
      throw new NoForm(one.type);
  }
}

function componentNode(one: Extract<Nodes, { type: 'mdxJsxFlowElement' }>): Node {
  const children = (): Node[] => blocks(one.children as RootContent[]);
  switch (one.name) {
    case 'Figure':
      if (one.children.length > 0) throw new NoForm('children');
      return nodes.figure.create(attributesOf('Figure', one));
    case 'Gallery':
      return nodes.gallery.createChecked(attributesOf('Gallery', one), children());
    case 'PullQuote':
      return nodes.pullQuote.createChecked(attributesOf('PullQuote', one), children());
    case 'Note':
      return nodes.note.createChecked(attributesOf('Note', one), children());
    default:
      throw new NoForm(String(one.name));
  }
}

const sourceNode = (source: string): Node =>
  nodes.source.create(null, source === '' ? null : textSchema.text(source));

/** A block, or its source where it has no form, or one that the schema does not allow in its place. */
function blockOrSource(one: RootContent, source: string): Node {
  try {
    const node = block(one);
    node.check();
    return nodes.doc.validContent(textSchema.nodes.doc.create(null, node).content)
      ? node
      : sourceNode(source);
  } catch (error) {
    if (error instanceof NoForm || error instanceof RangeError) return sourceNode(source);
    throw error;
  }
}

/**
 * Reads the text of a file.
 * @returns the whole text as one passage of source, where it cannot be parsed
 */
export function readText(text: string): ReadText {
  let content: readonly RootContent[];
  try {
    const tree = mdxToMdast(text, { features: { frontmatter: false, gfm: { footnotes: false } } });
    content = 'children' in tree ? (tree.children as RootContent[]) : [];
  } catch {
    const node = sourceNode(text.trim());
    return {
      doc: nodes.doc.create(null, node),
      blocks: [{ node, source: text.trim(), before: '' }],
      after: '\n',
    };
  }
  let end = 0;
  const written = content.map((one): WrittenBlock => {
    const from = one.position?.start.offset ?? end;
    const to = one.position?.end.offset ?? from;
    const source = text.slice(from, to);
    const before = text.slice(end, from);
    end = to;
    return { node: blockOrSource(one, source), source, before };
  });
  const found = written.map(({ node }) => node);
  const doc = nodes.doc.create(null, found.length > 0 ? found : nodes.paragraph.create());
  return { doc, blocks: written, after: text.slice(end) };
}
