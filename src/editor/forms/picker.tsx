import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { useSay } from '../app/words.ts';
import { findChoices, type Choice } from './record-choices.ts';

/** One of many, found by typing a part of its name: the combobox of the ARIA practices, for pointer and keys alike. */

const most = 30;

export function Picker<One extends Choice & { readonly also?: string }>({
  choices,
  label,
  onPick,
  make,
  id,
  labelled = false,
  describedBy,
  invalid = false,
}: {
  readonly choices: readonly One[];
  /** What is chosen, for the placeholder and for screen readers. */
  readonly label: string;
  readonly onPick: (value: string) => void;
  /** Makes what is missing, from its name; what it is called in the list. */
  readonly make?:
    { readonly name: (term: string) => string; readonly run: (term: string) => void } | undefined;
  readonly id?: string;
  /** Whether a label on the page names it already. */
  readonly labelled?: boolean;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}) {
  const say = useSay();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [term, setTerm] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useMemo(() => (open ? findChoices(term, choices) : []), [open, term, choices]);
  const shown = found.slice(0, most);
  const makes = make !== undefined && term.trim() !== '';
  const count = shown.length + (makes ? 1 : 0);

  const show = (next: boolean): void => {
    setOpen(next);
    setActive(0);
  };
  const pick = (at: number): void => {
    const one = shown[at];
    if (one) onPick(one.value);
    else if (makes && at === shown.length) make.run(term.trim());
    else return;
    setTerm('');
    show(false);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return show(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const next = (active + step + count) % Math.max(1, count);
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      pick(active);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      show(false);
    }
  };

  return (
    <div
      class="picker"
      onFocusOut={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node) || !event.currentTarget.contains(to)) show(false);
      }}
    >
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        aria-label={labelled ? undefined : label}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-activedescendant={open && count > 0 ? `${listId}-${active}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        placeholder={say('editor.find')}
        value={term}
        onInput={(event) => {
          setTerm(event.currentTarget.value);
          show(true);
        }}
        onClick={() => show(true)}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={label} hidden={!open}>
        {shown.map((one, at) => (
          <li
            key={one.value}
            id={`${listId}-${at}`}
            role="option"
            aria-selected={at === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(at)}
          >
            {one.name} <small>{one.value}</small>
          </li>
        ))}
        {makes && (
          <li
            id={`${listId}-${shown.length}`}
            role="option"
            aria-selected={active === shown.length}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(shown.length)}
          >
            {make.name(term.trim())}
          </li>
        )}
        {open && count === 0 && (
          <li role="option" aria-disabled="true" aria-selected={false}>
            {say('editor.findNothing')}
          </li>
        )}
        {found.length > most && (
          <li role="option" aria-disabled="true" aria-selected={false}>
            {say('editor.findMore', { count: found.length - most })}
          </li>
        )}
      </ul>
    </div>
  );
}
