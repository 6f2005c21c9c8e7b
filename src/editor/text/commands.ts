import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { Node, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, wrapInList } from 'prosemirror-schema-list';
import { NodeSelection, TextSelection, type Command, type EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables';
import { textSchema } from './schema.ts';

/** What the buttons of the text do, and whether what they make is there already. */

const { nodes, marks } = textSchema;

/** The nearest node of a type around the selection, or the one that is selected. */
export function around(state: EditorState, type: NodeType): { node: Node; pos: number } | undefined {
  const { selection } = state;
  if (selection instanceof NodeSelection && selection.node.type === type)
    return { node: selection.node, pos: selection.from };
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type === type) return { node, pos: $from.before(depth) };
  }
  return undefined;
}

/** The link at the cursor. */
export function linkAt(state: EditorState): { href: string; from: number; to: number } | undefined {
  const { $from } = state.selection;
  const mark = marks.link.isInSet($from.marks()) ?? marks.link.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark) return undefined;
  const parent = $from.parent;
  let from = $from.index();
  const hasMark = (at: number): boolean =>
    at >= 0 && at < parent.childCount && mark.isInSet(parent.child(at).marks);
  if (!hasMark(from) && hasMark(from - 1)) from -= 1;
  let to = from + 1;
  while (hasMark(from - 1)) from -= 1;
  while (hasMark(to)) to += 1;
  const start = $from.start();
  const at = (index: number): number =>
    start + parent.children.slice(0, index).reduce((sum, one) => sum + one.nodeSize, 0);
  return { href: String(mark.attrs['href']), from: at(from), to: at(to) };
}

const paragraphOf = (text: string): Node =>
  nodes.paragraph.create(null, text === '' ? null : textSchema.text(text));

/** Puts a block behind the one of the cursor, in its place where that is an empty paragraph, and the cursor into it. */
export function insertBlock(node: Node): Command {
  return (state, dispatch) => {
    const { $from, to } = state.selection;
    const within = $from.depth > 0;
    const replaces = within && $from.node(1).type === nodes.paragraph && $from.node(1).content.size === 0;
    const end = within ? $from.after(1) : to;
    const at = replaces ? $from.before(1) : end;
    const tr = state.tr.replaceWith(at, end, node);
    const isAtom = node.type === nodes.figure || node.type === nodes.rule;
    tr.setSelection(isAtom ? NodeSelection.create(tr.doc, at) : TextSelection.near(tr.doc.resolve(at + 1)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** A heading, or a paragraph again. */
const heading =
  (level: number): Command =>
  (state, dispatch) => {
    const now = around(state, nodes.heading);
    return now?.node.attrs['level'] === level
      ? setBlockType(nodes.paragraph)(state, dispatch)
      : setBlockType(nodes.heading, { level })(state, dispatch);
  };

const list =
  (type: NodeType): Command =>
  (state, dispatch) => {
    if (around(state, type)) return liftListItem(nodes.listItem)(state, dispatch);
    return wrapInList(type)(state, dispatch);
  };

/** Wraps what is selected, or takes it out again. */
const wrapping =
  (type: NodeType): Command =>
  (state, dispatch) => {
    const now = around(state, type);
    if (!now) return wrapIn(type)(state, dispatch);
    if (type.name === 'blockquote') return lift(state, dispatch);
    dispatch?.(state.tr.replaceWith(now.pos, now.pos + now.node.nodeSize, now.node.content));
    return true;
  };

function newTable(): Node {
  const row = (type: NodeType): Node =>
    nodes.table_row.create(
      null,
      [1, 2, 3].map(() => type.create(null, paragraphOf(''))),
    );
  return nodes.table.create(null, [row(nodes.table_header), row(nodes.table_cell), row(nodes.table_cell)]);
}

/** The buttons, in their order. */
export const buttons = {
  heading: heading(2),
  subheading: heading(3),
  strong: toggleMark(marks.strong),
  emphasis: toggleMark(marks.emphasis),
  bulletList: list(nodes.bulletList),
  orderedList: list(nodes.orderedList),
  quote: wrapping(nodes.blockquote),
  note: wrapping(nodes.note),
  pullQuote: wrapping(nodes.pullQuote),
  table: (state, dispatch) => !isInTable(state) && insertBlock(newTable())(state, dispatch),
  rule: insertBlock(nodes.rule.create()),
} as const satisfies Record<string, Command>;
export type ButtonName = keyof typeof buttons;

/** What can be done with the table around the cursor. */
export const tableButtons = {
  addRow: addRowAfter,
  addColumn: addColumnAfter,
  removeRow: deleteRow,
  removeColumn: deleteColumn,
  removeTable: deleteTable,
} as const satisfies Record<string, Command>;
export type TableButtonName = keyof typeof tableButtons;

const hasMark = (state: EditorState, name: 'strong' | 'emphasis'): boolean => {
  const { from, to, empty, $from } = state.selection;
  const type = marks[name];
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
};

/** The buttons that are pressed where the cursor stands. */
export function pressed(state: EditorState): ReadonlySet<ButtonName> {
  const level: unknown = around(state, nodes.heading)?.node.attrs['level'];
  const is: Readonly<Record<ButtonName, boolean>> = {
    heading: level === 2,
    subheading: level === 3,
    strong: hasMark(state, 'strong'),
    emphasis: hasMark(state, 'emphasis'),
    bulletList: around(state, nodes.bulletList) !== undefined,
    orderedList: around(state, nodes.orderedList) !== undefined,
    quote: around(state, nodes.blockquote) !== undefined,
    note: around(state, nodes.note) !== undefined,
    pullQuote: around(state, nodes.pullQuote) !== undefined,
    table: isInTable(state),
    rule: false,
  };
  return new Set((Object.keys(is) as ButtonName[]).filter((name) => is[name]));
}

/** Links what is selected; where nothing is, `words` are put there. */
export function linkTo(href: string, words: string): Command {
  return (state, dispatch) => {
    const mark = marks.link.create({ href });
    const now = linkAt(state);
    const { from, to, empty } = state.selection;
    if (now && empty) {
      dispatch?.(state.tr.removeMark(now.from, now.to, marks.link).addMark(now.from, now.to, mark));
      return true;
    }
    const tr = empty
      ? state.tr.replaceSelectionWith(
          textSchema.text(words, mark.addToSet(state.storedMarks ?? state.selection.$from.marks())),
          false,
        )
      : state.tr.removeMark(from, to, marks.link).addMark(from, to, mark);
    dispatch?.(tr.removeStoredMark(marks.link).scrollIntoView());
    return true;
  };
}

export const unlink: Command = (state, dispatch) => {
  const now = linkAt(state);
  if (!now) return false;
  dispatch?.(state.tr.removeMark(now.from, now.to, marks.link));
  return true;
};

/** Deeper into a list, and out again. */
export const sink = sinkListItem(nodes.listItem);
export const raise = liftListItem(nodes.listItem);

/** Changes an attribute of the node at `pos`. */
export const setAttribute =
  (pos: number, name: string, value: string): Command =>
  (state, dispatch) => {
    dispatch?.(state.tr.setNodeAttribute(pos, name, value));
    return true;
  };
