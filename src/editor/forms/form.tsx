import type { ComponentChildren } from 'preact';
import { isLocale, locales, type EditorLocale } from '../../model/locales.ts';
import { labelOf, useLanguage, useSay } from '../app/words.ts';
import {
  ChoiceControl,
  ChoicesControl,
  DateControl,
  NameControl,
  NumberControl,
  TextControl,
  YesControl,
  type ControlProps,
} from './controls.tsx';
import { folded, type Field, type Kind } from './fields.ts';
import { controlId, problemsAt, useForm } from './form-context.ts';
import { ListControl } from './lists.tsx';
import { ProblemList } from './problem-list.tsx';
import type { Path } from '../record-file.ts';
import { valueAt } from './values.ts';

/** A form made from the fields of a schema: each with its short label, its control, its problems and its hint. */

/** The control of one value. */
export function Control({
  kind,
  required,
  fallback,
  ...props
}: ControlProps & Pick<Field, 'kind' | 'required' | 'fallback'>) {
  switch (kind.kind) {
    case 'text':
      return <TextControl {...props} long={kind.long} />;
    case 'number':
      return <NumberControl {...props} />;
    case 'date':
      return <DateControl {...props} />;
    case 'yes':
      return <YesControl {...props} fallback={fallback} />;
    case 'choice':
      return <ChoiceControl {...props} choices={kind.choices} required={required} fallback={fallback} />;
    case 'country':
    case 'record':
      return <NameControl {...props} kind={kind} />;
    case 'list':
      return kind.element.kind === 'choice' ? (
        <ChoicesControl {...props} choices={kind.element.choices} />
      ) : (
        <ListControl {...props} element={kind.element} />
      );
    case 'texts':
      return <TextsControl {...props} />;
    case 'group':
      return <Fields fields={kind.fields} path={props.path} />;
  }
}

/** A text for each key that stands there, and for each that the original has. */
function TextsControl({ path }: ControlProps) {
  const { data, name, sectionTitles = new Map<string, string>() } = useForm();
  const texts = valueAt(data, path);
  const own = typeof texts === 'object' && texts !== null ? Object.keys(texts) : [];
  const keys = [...new Set([...sectionTitles.keys(), ...own])];
  return (
    <div class="group">
      {keys.map((key) => {
        const id = controlId(name, [...path, key]);
        return (
          <div class="field" key={key}>
            <label for={id}>{sectionTitles.get(key) ?? key}</label>
            <TextControl
              id={id}
              path={[...path, key]}
              label={sectionTitles.get(key) ?? key}
              describedBy={undefined}
              invalid={false}
              long={false}
            />
          </div>
        );
      })}
    </div>
  );
}

/** The keys of the fields within one that show their own problems. */
function innerKeys(kind: Kind, value: unknown): (string | number)[] {
  if (kind.kind === 'group') return kind.fields.map(({ key }) => key);
  if (kind.kind === 'list' && kind.element.kind === 'group' && Array.isArray(value)) return [...value.keys()];
  return [];
}

/** Controls that are several: their label names a group. */
const isGroup = ({ kind }: Field): boolean =>
  kind.kind === 'group' || kind.kind === 'list' || kind.kind === 'texts';

/** What the label does not say already. The hint of a choice explains its codes, and the form shows their names. */
function hintOf({ kind, hint }: Field, label: string, locale: EditorLocale): string | undefined {
  const text = hint?.[locale];
  if (text === undefined || kind.kind === 'choice') return undefined;
  return text.toLowerCase() === label.toLowerCase() ? undefined : text;
}

export function FieldRow({ field, path }: { readonly field: Field; readonly path: Path }) {
  const { data, problems, name } = useForm();
  const locale = useLanguage();
  const say = useSay();
  const { key, kind, required } = field;
  const id = controlId(name, path);
  const own = problemsAt(problems, path, innerKeys(kind, valueAt(data, path)));
  const label = isLocale(key) ? locales[key].name : labelOf(key, locale);
  const hint = hintOf(field, label, locale);
  const described = [hint && `${id}-hint`, own.length > 0 && `${id}-problems`].filter(Boolean).join(' ');
  const props: ControlProps = {
    id,
    path,
    label,
    describedBy: described === '' ? undefined : described,
    invalid: own.length > 0,
  };
  const heading = (
    <>
      {label}
      {required && <small class="required"> ({say('editor.required')})</small>}
    </>
  );
  const rest: ComponentChildren = (
    <>
      <Control {...props} kind={kind} required={required} fallback={field.fallback} />
      <ProblemList problems={own} id={`${id}-problems`} />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
  return isGroup(field) ? (
    <fieldset class={`field of-${kind.kind}`}>
      <legend>{heading}</legend>
      {rest}
    </fieldset>
  ) : (
    <div class={`field of-${kind.kind}`}>
      <label for={id}>{heading}</label>
      {rest}
    </div>
  );
}

export function Fields({ fields, path = [] }: { readonly fields: readonly Field[]; readonly path?: Path }) {
  return (
    <div class="group">
      {fields.map((field) => (
        <FieldRow key={field.key} field={field} path={[...path, field.key]} />
      ))}
    </div>
  );
}

/**
 * The fields that matter first, then `children` (the text), then the rest, folded. What is folded opens by itself when
 * something in it has to be mended.
 */
export function Form({
  fields,
  children,
}: {
  readonly fields: readonly Field[];
  readonly children?: ComponentChildren;
}) {
  const { data, problems } = useForm();
  const locale = useLanguage();
  const say = useSay();
  const { shown, rest } = folded(fields);
  const filled = rest.filter(({ key }) => valueAt(data, [key]) !== undefined);
  const faulty = rest.some(({ key }) => problemsAt(problems, [key]).length > 0);
  const names = filled.map(({ key }) => labelOf(key, locale)).join(', ');
  return (
    <>
      <Fields fields={shown} />
      {children}
      {rest.length > 0 && (
        <details class="more" open={faulty || undefined}>
          <summary>{filled.length > 0 ? say('editor.moreFilled', { names }) : say('editor.more')}</summary>
          <Fields fields={rest} />
        </details>
      )}
    </>
  );
}
