import type { EditorState } from 'prosemirror-state';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../content/problems.ts';
import type { RecordIndex } from '../../content/record-index.ts';
import { locales, type Locale } from '../../model/locales.ts';
import { useSay } from '../app/words.ts';
import { ProblemList } from '../forms/problem-list.tsx';
import type * as EditingModule from './editing.ts';
import { LinkPanel } from './link-panel.tsx';
import { NodePanel } from './node-panel.tsx';
import type { TextView } from './text-view.ts';
import { Toolbar } from './toolbar.tsx';

/** The text of a record, written without a sign of Markdown. */

/** The module that is loaded when a text is opened. */
type Editing = typeof EditingModule;

export interface TextEditorProps {
  readonly text: string;
  readonly locale: Locale;
  readonly label: string;
  readonly readOnly?: boolean;
  readonly index: RecordIndex;
  /** Problems of the text, with the line of the text that each is on. */
  readonly problems: readonly { readonly problem: Problem; readonly line: number }[];
  readonly pictureUrl: (src: string) => string | undefined;
  /** Puts a picture into the record's folder: its name there. Not given where there can be no new one. */
  readonly addPicture?: ((file: File) => Promise<string | undefined>) | undefined;
  readonly onText: (text: string) => void;
}

export function TextEditor({
  text,
  locale,
  label,
  readOnly = false,
  index,
  problems,
  pictureUrl,
  addPicture,
  onText,
}: TextEditorProps) {
  const say = useSay();
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<TextView | undefined>(undefined);
  const [editing, setEditing] = useState<Editing>();
  const [state, setState] = useState<EditorState>();
  const [asking, setAsking] = useState(false);
  // The view outlives a render; what it calls is always the newest.
  const newest = useRef({ onText, pictureUrl });
  newest.current = { onText, pictureUrl };

  useEffect(() => {
    let gone = false;
    void import('./editing.ts').then((loaded) => {
      if (gone || !place.current) return;
      view.current = loaded.mountTextView(place.current, {
        text,
        readOnly,
        attributes: {
          id: `${id}-text`,
          lang: locale,
          class: 'prose',
          'aria-label': `${label} (${locales[locale].name})`,
          'aria-describedby': `${id}-problems`,
        },
        pictureUrl: (src) => newest.current.pictureUrl(src),
        askLink: () => setAsking(true),
        onText: (next) => newest.current.onText(next),
        onState: setState,
      });
      setEditing(loaded);
      setState(view.current.state());
    });
    return () => {
      gone = true;
      view.current?.destroy();
      view.current = undefined;
    };
  }, []);
  useEffect(() => view.current?.setText(text), [text, editing]);
  const lines = problems.map(({ line }) => line).join();
  useEffect(() => view.current?.mark(problems.map(({ line }) => line)), [lines, editing]);

  const file = useRef<HTMLInputElement>(null);
  const insertPicture = async (chosen: File | undefined): Promise<void> => {
    const name = chosen && (await addPicture?.(chosen));
    if (name === undefined || !editing || !view.current) return;
    view.current.run(editing.insertBlock(editing.textSchema.nodes.figure.create({ src: `./${name}` })));
    // What it shows is asked at once: without these words it cannot be saved.
    requestAnimationFrame(() => document.getElementById(`${id}-panel`)?.querySelector('input')?.focus());
  };
  const tools = editing && state && view.current && !readOnly && { editing, state, view: view.current };
  return (
    <div class="text">
      {tools && (
        <Toolbar
          {...tools}
          label={label}
          onLink={() => setAsking((now) => !now)}
          onPicture={addPicture && (() => file.current?.click())}
        />
      )}
      {addPicture && (
        <input
          ref={file}
          type="file"
          accept="image/*,.heic,.heif"
          hidden
          onChange={({ currentTarget }) => {
            void insertPicture(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
      )}
      {tools && asking && <LinkPanel {...tools} index={index} onDone={() => setAsking(false)} />}
      <div id={`${id}-panel`}>{tools && <NodePanel {...tools} />}</div>
      {!editing && <p role="status">{say('editor.loading')}</p>}
      <div ref={place} />
      <ProblemList problems={problems.map(({ problem }) => problem)} id={`${id}-problems`} />
    </div>
  );
}

/** What the tools around a text work with. */
export interface TextTools {
  readonly editing: Editing;
  readonly state: EditorState;
  readonly view: TextView;
}
