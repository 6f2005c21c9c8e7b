import { baseKeymap, chainCommands, exitCode } from 'prosemirror-commands';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { splitListItem } from 'prosemirror-schema-list';
import { EditorState, Plugin, PluginKey, type Command, type Transaction } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import { cleanPaste } from './clean-paste.ts';
import { buttons, raise, sink } from './commands.ts';
import { readText, type ReadText } from './read-text.ts';
import { textSchema } from './schema.ts';
import { linesOf, writeBlocks, writeText } from './write-text.ts';

/** The text of a record on the screen, by ProseMirror: what is loaded when a text is opened. */

const { nodes } = textSchema;

export interface TextViewOptions {
  readonly text: string;
  /** Attributes of the element that is typed into: its label, its language. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  /** Where the picture of a figure can be loaded from. */
  readonly pictureUrl: (src: string) => string | undefined;
  /** Asks for an address, for the key of the link button. */
  readonly askLink: () => void;
  /** The text as it is to be written; only when it has changed. */
  readonly onText: (text: string) => void;
  /** After every change of text or selection. */
  readonly onState: (state: EditorState) => void;
}

export interface TextView {
  readonly state: () => EditorState;
  readonly run: (command: Command) => boolean;
  readonly dispatch: (tr: Transaction) => void;
  /** Takes another text in: one that came from elsewhere than this view. */
  readonly setText: (text: string) => void;
  /** Marks the blocks on these lines of the text. */
  readonly mark: (lines: readonly number[]) => void;
  readonly focus: () => void;
  readonly destroy: () => void;
}

const faultyKey = new PluginKey<DecorationSet>('faulty');

/** Blocks in which the check has found something. */
const faulty = new Plugin<DecorationSet>({
  key: faultyKey,
  state: {
    init: () => DecorationSet.empty,
    apply: (tr, set) => (tr.getMeta(faultyKey) as DecorationSet | undefined) ?? set.map(tr.mapping, tr.doc),
  },
  props: { decorations: (state) => faultyKey.getState(state) },
});

/** A figure as its picture with its words below. */
function figureView(node: Node, pictureUrl: TextViewOptions['pictureUrl']) {
  const dom = document.createElement('figure');
  const url = pictureUrl(String(node.attrs['src']));
  if (url !== undefined) {
    const picture = document.createElement('img');
    picture.src = url;
    picture.alt = String(node.attrs['alt']);
    dom.append(picture);
  }
  const words = document.createElement('figcaption');
  words.textContent =
    [node.attrs['caption'], node.attrs['credit']].filter(Boolean).join(' · ') || String(node.attrs['alt']);
  dom.append(words);
  return { dom };
}

const lineBreak: Command = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hardBreak.create()).scrollIntoView());
  return true;
};

export function mountTextView(place: HTMLElement, options: TextViewOptions): TextView {
  let read: ReadText = readText(options.text);
  let written = options.text;
  /** What has been handed on and has not come back yet: whoever types is ahead of the page. */
  let handed: string[] = [];
  const askLink: Command = () => {
    options.askLink();
    return true;
  };
  const plugins = [
    keymap({
      'Mod-b': buttons.strong,
      'Mod-i': buttons.emphasis,
      'Mod-k': askLink,
      'Mod-Alt-2': buttons.heading,
      'Mod-Alt-3': buttons.subheading,
      'Mod-Shift-8': buttons.bulletList,
      'Mod-Shift-7': buttons.orderedList,
      'Mod-]': sink,
      'Mod-[': raise,
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      Enter: splitListItem(nodes.listItem),
      'Shift-Enter': chainCommands(exitCode, lineBreak),
      // Out of the last cell it leads on to what follows the text, as everywhere.
      Tab: goToNextCell(1),
      'Shift-Tab': goToNextCell(-1),
    }),
    keymap(baseKeymap),
    history(),
    dropCursor(),
    gapCursor(),
    tableEditing(),
    faulty,
  ];
  const stateOf = (doc: Node): EditorState => EditorState.create({ doc, plugins });
  const view = new EditorView(place, {
    state: stateOf(read.doc),
    attributes: { ...options.attributes, role: 'textbox', 'aria-multiline': 'true' },
    editable: () => !options.readOnly,
    transformPastedHTML: cleanPaste,
    nodeViews: { figure: (node) => figureView(node, options.pictureUrl) },
    dispatchTransaction(tr) {
      const state = view.state.apply(tr);
      view.updateState(state);
      if (tr.docChanged) {
        const text = writeText(state.doc, read);
        if (text !== written) {
          written = text;
          handed.push(text);
          options.onText(text);
        }
      }
      options.onState(state);
    },
  });
  return {
    state: () => view.state,
    dispatch: (tr) => view.dispatch(tr),
    run(command) {
      const done = command(view.state, view.dispatch, view);
      view.focus();
      return done;
    },
    setText(text) {
      const own = handed.lastIndexOf(text);
      if (own >= 0) handed = handed.slice(own + 1);
      if (own >= 0 || text === written) return;
      handed = [];
      read = readText(text);
      written = text;
      view.updateState(stateOf(read.doc));
      options.onState(view.state);
    },
    mark(lines) {
      const { doc } = view.state;
      const blocks = writeBlocks(doc, read);
      const starts = linesOf(blocks);
      const found = lines.map(
        (line) =>
          blocks[
            Math.max(
              0,
              starts.findLastIndex((start) => start <= line),
            )
          ]?.node,
      );
      const marked: Decoration[] = [];
      doc.forEach((node, pos) => {
        if (found.includes(node)) marked.push(Decoration.node(pos, pos + node.nodeSize, { class: 'faulty' }));
      });
      view.dispatch(view.state.tr.setMeta(faultyKey, DecorationSet.create(doc, marked)));
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
