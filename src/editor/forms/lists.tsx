import { useState } from 'preact/hooks';
import { labelOf, useLanguage, useSay } from '../app/words.ts';
import { Arrow } from './arrow.tsx';
import { TextControl, useMaking, useNames, type ControlProps } from './controls.tsx';
import { emptyOf, type Kind } from './fields.ts';
import { FieldRow } from './form.tsx';
import { controlId, problemsAt, useForm } from './form-context.ts';
import { Picker } from './picker.tsx';
import { ProblemList } from './problem-list.tsx';
import type { Path } from '../record-file.ts';
import { listAt, moved, typedAt } from './values.ts';

/** Lists: names as chips, sources with their line, groups one below the other. */

/** What can be done with the elements of a list; the last one takes the list with it. */
function useList(path: Path) {
  const { data, change } = useForm();
  const list = listAt(data, path);
  return {
    list,
    add: (value: unknown): void =>
      list.length === 0 ? change(path, [value]) : change([...path, list.length], value),
    remove: (at: number): void =>
      list.length === 1 ? change(path, undefined) : change([...path, at], undefined),
    move: (from: number, to: number): void => change(path, moved(list, from, to)),
  };
}

/** Moves an element before the one above it; the first has none above. */
function UpButton({
  name,
  at,
  move,
}: {
  readonly name: string;
  readonly at: number;
  readonly move: (from: number, to: number) => void;
}) {
  const say = useSay();
  if (at === 0) return null;
  return (
    <button type="button" aria-label={say('editor.up', { name })} onClick={() => move(at, at - 1)}>
      <Arrow to="up" />
    </button>
  );
}

function RemoveButton({ name, remove }: { readonly name: string; readonly remove: () => void }) {
  const say = useSay();
  return (
    <button type="button" aria-label={say('editor.remove', { name })} onClick={remove}>
      ×
    </button>
  );
}

/** The field of a group that names a record, where that is what an element is: a unit with its role. */
function namingField(kind: Kind): { key: string; kind: Kind } | undefined {
  const first = kind.kind === 'group' ? kind.fields[0] : undefined;
  return first?.kind.kind === 'record' ? first : undefined;
}

export function ListControl({ element, ...props }: ControlProps & { readonly element: Kind }) {
  switch (element.kind) {
    case 'group':
      return <Groups {...props} element={element} />;
    case 'record':
      return element.reference.form === 'source' ? (
        <Sources {...props} element={element} />
      ) : (
        <Chips {...props} element={element} />
      );
    case 'country':
      return <Chips {...props} element={element} />;
    default:
      return <Texts {...props} />;
  }
}

function Chips({
  id,
  path,
  label,
  describedBy,
  invalid,
  element,
}: ControlProps & { readonly element: Kind }) {
  const { make } = useForm();
  const say = useSay();
  const { list, add, remove, move } = useList(path);
  const { choices, nameOf } = useNames(element);
  const taken = list.map(String);
  const making = useMaking(
    element,
    make && ((collection, name) => make(collection, name, [...path, list.length])),
  );
  return (
    <>
      {taken.length > 0 && (
        <ul class="chips">
          {taken.map((value, at) => (
            <li class="chip" key={`${value}-${at}`}>
              {nameOf(value)}
              <UpButton name={nameOf(value)} at={at} move={move} />
              <RemoveButton name={nameOf(value)} remove={() => remove(at)} />
            </li>
          ))}
        </ul>
      )}
      <Picker
        id={id}
        label={say('editor.addTo', { name: label })}
        choices={choices().filter(({ value }) => !taken.includes(value))}
        describedBy={describedBy}
        invalid={invalid}
        make={making}
        onPick={add}
      />
    </>
  );
}

/** Documents, each with the line that says it: `quang-tri-2023:38`. One without a line is not written yet. */
function Sources({
  id,
  path,
  label,
  describedBy,
  invalid,
  element,
}: ControlProps & { readonly element: Kind }) {
  const { change, name: form } = useForm();
  const say = useSay();
  const { list, add, remove } = useList(path);
  const { choices, nameOf } = useNames(element);
  const [chosen, setChosen] = useState<string>();
  const rows = [...list.map(String), ...(chosen === undefined ? [] : [`${chosen}:`])];
  const write = (at: number, value: string): void => {
    if (at < list.length) change([...path, at], value);
    else {
      add(value);
      setChosen(undefined);
    }
  };
  return (
    <>
      {rows.length > 0 && (
        <ul class="sources">
          {rows.map((value, at) => (
            <SourceRow
              key={at}
              id={controlId(form, [...path, at])}
              value={value}
              name={nameOf(value)}
              write={(next) => write(at, next)}
              remove={() => (at < list.length ? remove(at) : setChosen(undefined))}
            />
          ))}
        </ul>
      )}
      <Picker
        id={id}
        label={say('editor.addTo', { name: label })}
        choices={choices()}
        describedBy={describedBy}
        invalid={invalid}
        onPick={(document) => {
          setChosen(document);
          const added = controlId(form, [...path, list.length]);
          // Behind the picker, which takes the focus back when it closes.
          setTimeout(() => globalThis.document.getElementById(added)?.focus());
        }}
      />
    </>
  );
}

function SourceRow({
  id,
  value,
  name,
  write,
  remove,
}: {
  readonly id: string;
  readonly value: string;
  readonly name: string;
  readonly write: (value: string) => void;
  readonly remove: () => void;
}) {
  const say = useSay();
  const locale = useLanguage();
  const [document = '', line = ''] = value.split(':');
  return (
    <li>
      <span>{name}</span>
      <label>
        <span>{labelOf('line', locale)}</span>
        <input
          id={id}
          type="text"
          inputmode="numeric"
          aria-label={say('editor.sourceLine', { name })}
          value={line}
          onInput={({ currentTarget }) => write(`${document}:${currentTarget.value.trim()}`)}
        />
      </label>
      <RemoveButton name={`${name} ${line}`} remove={remove} />
    </li>
  );
}

function Texts({ id, path, label, describedBy, invalid }: ControlProps) {
  const { name: form } = useForm();
  const say = useSay();
  const { list, add, remove } = useList(path);
  return (
    <div id={id} tabIndex={-1} role="group" aria-label={label} aria-describedby={describedBy}>
      {list.map((value, at) => (
        <div class="row" key={at}>
          <TextControl
            id={controlId(form, [...path, at])}
            path={[...path, at]}
            label={say('editor.element', { name: label, number: at + 1 })}
            describedBy={describedBy}
            invalid={invalid}
            long={false}
          />
          <RemoveButton name={String(value)} remove={() => remove(at)} />
        </div>
      ))}
      <button type="button" onClick={() => add('')}>
        {say('editor.addTo', { name: label })}
      </button>
    </div>
  );
}

/** Groups of fields. One that names a record is begun by choosing it. */
function Groups({
  id,
  path,
  label,
  describedBy,
  invalid,
  element,
}: ControlProps & { readonly element: Kind }) {
  const { data, make, problems } = useForm();
  const say = useSay();
  const { list, add, remove, move } = useList(path);
  const naming = namingField(element);
  const { choices, nameOf } = useNames(naming?.kind ?? element);
  const making = useMaking(
    naming?.kind ?? element,
    naming && make && ((collection, name) => make(collection, name, [...path, list.length, naming.key])),
  );
  const fields = element.kind === 'group' ? element.fields : [];
  const nameAt = (at: number): string => {
    const value = naming && typedAt(data, [...path, at, naming.key]);
    return value ? nameOf(value) : say('editor.element', { name: label, number: at + 1 });
  };
  return (
    <>
      {list.map((_, at) => (
        <fieldset class={naming ? 'element named' : 'element'} key={at}>
          <legend>{nameAt(at)}</legend>
          <div class="group">
            {fields.map((field) => (
              <FieldRow key={field.key} field={field} path={[...path, at, field.key]} />
            ))}
          </div>
          <ProblemList
            problems={problemsAt(
              problems,
              [...path, at],
              fields.map(({ key }) => key),
            )}
          />
          <div class="element-tools">
            <UpButton name={nameAt(at)} at={at} move={move} />
            {at < list.length - 1 && (
              <button
                type="button"
                aria-label={say('editor.down', { name: nameAt(at) })}
                onClick={() => move(at, at + 1)}
              >
                <Arrow to="down" />
              </button>
            )}
            <RemoveButton name={nameAt(at)} remove={() => remove(at)} />
          </div>
        </fieldset>
      ))}
      {naming ? (
        <Picker
          id={id}
          label={say('editor.addTo', { name: label })}
          choices={choices()}
          describedBy={describedBy}
          invalid={invalid}
          make={making}
          onPick={(value) => add({ [naming.key]: value })}
        />
      ) : (
        <button type="button" id={id} aria-describedby={describedBy} onClick={() => add(emptyOf(element))}>
          {say('editor.addTo', { name: label })}
        </button>
      )}
    </>
  );
}
