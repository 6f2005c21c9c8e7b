import { useRef, useState } from 'preact/hooks';
import type { EditorKey } from '../../i18n/editors.ts';
import { useSay } from '../app/words.ts';
import type { ButtonName, TableButtonName } from './commands.ts';
import type { TextTools } from './text-editor.tsx';

/** The buttons above a text: one stop of the Tab key, arrows between them (the toolbar of the ARIA practices). */

/** Drawn on a square of 24: the editor brings no font of icons. */
const drawings: Readonly<Record<string, string>> = {
  bulletList: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01',
  orderedList: 'M10 6h10M10 12h10M10 18h10M4 4.5l1.5-.5v5M4 15h2.5l-2.5 4h2.5',
  quote: 'M5 5v14M9 7h11M9 12h11M9 17h7',
  note: 'M4 5h16v14H4zM8 9h8M8 13h8',
  pullQuote: 'M4 5h16M4 19h16M8 10h8M7 14h10',
  table: 'M4 5h16v14H4zM4 10h16M4 15h16M10 5v14',
  rule: 'M4 12h16',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01',
};
const letters: Readonly<Record<string, string>> = {
  heading: 'H',
  subheading: 'h',
  strong: 'B',
  emphasis: 'I',
};

/** The sign of a button: a letter, a drawing, or its word. */
function Sign({ name }: { readonly name: string }) {
  const path = drawings[name];
  if (path === undefined) return <span aria-hidden="true">{letters[name] ?? name}</span>;
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
    </svg>
  );
}

const names: readonly ButtonName[] = [
  'heading',
  'subheading',
  'strong',
  'emphasis',
  'bulletList',
  'orderedList',
  'quote',
  'note',
  'pullQuote',
  'table',
  'rule',
];

export function Toolbar({
  editing,
  state,
  view,
  label,
  onLink,
  onPicture,
}: TextTools & {
  readonly label: string;
  readonly onLink: () => void;
  readonly onPicture: (() => void) | undefined;
}) {
  const say = useSay();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const pressed = editing.pressed(state);
  const linked = editing.linkAt(state) !== undefined;
  const inTable = pressed.has('table');
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = [...(bar.current?.querySelectorAll('button') ?? [])];
    if (step === undefined || all.length === 0) return;
    event.preventDefault();
    const next = (current + step + all.length) % all.length;
    setCurrent(next);
    all[next]?.focus();
  };
  let at = -1;
  const button = (key: EditorKey, sign: string, run: () => void, isPressed?: boolean) => {
    at += 1;
    const own = at;
    return (
      <button
        key={key}
        type="button"
        tabIndex={own === current ? 0 : -1}
        aria-label={say(key)}
        title={say(key)}
        aria-pressed={isPressed}
        onMouseDown={(event) => event.preventDefault()}
        onFocus={() => setCurrent(own)}
        onClick={run}
      >
        <Sign name={sign} />
      </button>
    );
  };
  return (
    <div
      ref={bar}
      class="toolbar"
      role="toolbar"
      aria-label={say('editor.toolbar', { name: label })}
      onKeyDown={onKeyDown}
    >
      {names.map((name) =>
        button(`editor.text.${name}`, name, () => view.run(editing.buttons[name]), pressed.has(name)),
      )}
      {button('editor.text.link', 'link', onLink, linked)}
      {onPicture && button('editor.text.picture', 'picture', onPicture)}
      {inTable &&
        (Object.keys(editing.tableButtons) as TableButtonName[]).map((name) =>
          button(`editor.text.${name}`, say(`editor.text.${name}.sign`), () =>
            view.run(editing.tableButtons[name]),
          ),
        )}
    </div>
  );
}
