import { useState } from 'preact/hooks';
import { choiceName } from '../../authoring/choice-names.ts';
import { readWrittenDate } from '../../authoring/written-dates.ts';
import { readVietnameseAmount } from '../../content/parse/amounts.ts';
import { formatDate, formatNumber } from '../../i18n/format.ts';
import { countriesIn } from '../../model/countries.ts';
import { isKnownDate, parseDate } from '../../model/dates.ts';
import { useLanguage, useSay } from '../app/words.ts';
import type { Kind } from './fields.ts';
import { useForm } from './form-context.ts';
import { Picker } from './picker.tsx';
import type { Path } from '../record-file.ts';
import { namedBy, recordChoices } from './record-choices.ts';
import { typedAt, valueAt } from './values.ts';

/** The controls of single values. Each writes what is typed as it is typed, so that the check can speak at once. */

export interface ControlProps {
  readonly id: string;
  readonly path: Path;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

/** What is being typed, while the field has the focus: `182,4 triệu` stands in the record as 182400000. */
function useTyped(written: string): {
  readonly shown: string;
  readonly type: (text: string) => void;
  readonly leave: () => void;
} {
  const [typed, setTyped] = useState<string>();
  return { shown: typed ?? written, type: setTyped, leave: () => setTyped(undefined) };
}

export function TextControl({
  id,
  path,
  describedBy,
  invalid,
  long,
}: ControlProps & { readonly long: boolean }) {
  const { data, change } = useForm();
  const { shown, type, leave } = useTyped(typedAt(data, path));
  const onInput = (text: string): void => {
    // A sentence of a record is one line; what is pasted may have several.
    const line = text.normalize('NFC').replace(/\s*\n\s*/g, ' ');
    type(line);
    // An element of a list stays while it is empty, and the check says so.
    const nothing = typeof path.at(-1) === 'number' ? '' : undefined;
    change(path, line.trim() === '' ? nothing : line.trim());
  };
  const shared = {
    id,
    value: shown,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    onBlur: leave,
  };
  return long ? (
    <textarea {...shared} rows={2} onInput={(event) => onInput(event.currentTarget.value)} />
  ) : (
    <input {...shared} type="text" onInput={(event) => onInput(event.currentTarget.value)} />
  );
}

/** A whole number. An amount may be written as it is said; what that says of currency and exactness is written too. */
export function NumberControl({ id, path, describedBy, invalid }: ControlProps) {
  const { data, change, changeAll } = useForm();
  const locale = useLanguage();
  const say = useSay();
  const written = valueAt(data, path);
  const { shown, type, leave } = useTyped(typedAt(data, path));
  const isAmount = path.at(-1) === 'amount';
  const onInput = (text: string): void => {
    type(text);
    if (text.trim() === '') return change(path, undefined);
    const read = /^\d+$/.test(text.trim()) ? { amount: Number(text) } : readVietnameseAmount(text);
    const around = path.slice(0, -1);
    const said = isAmount && read ? read : {};
    changeAll([
      [path, read?.amount ?? text.trim()],
      ...('currency' in said && said.currency ? [[[...around, 'currency'], said.currency] as const] : []),
      ...('qualifier' in said && said.qualifier ? [[[...around, 'qualifier'], said.qualifier] as const] : []),
    ]);
  };
  const grouped =
    typeof written === 'number' && written >= 10_000 ? formatNumber(written, locale) : undefined;
  return (
    <>
      <input
        id={id}
        type="text"
        inputmode={isAmount ? 'text' : 'numeric'}
        value={shown}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={leave}
      />
      {grouped !== undefined && grouped !== shown && (
        <p class="reading">{say('editor.reads', { value: grouped })}</p>
      )}
    </>
  );
}

/** A date as it is written in documents, with the record's spelling proposed. */
export function DateControl({ id, path, describedBy, invalid }: ControlProps) {
  const { data, changeAll } = useForm();
  const locale = useLanguage();
  const say = useSay();
  const { shown, type, leave } = useTyped(typedAt(data, path));
  const known = parseDate(shown);
  const proposal = isKnownDate(known) ? undefined : readWrittenDate(shown);
  const proposed = proposal === undefined ? undefined : parseDate(proposal);
  /** Without the quotation marks that what stood there before may have needed; a year is a number to YAML. */
  const write = (text: string): void => {
    const value = /^\d{4}$/.test(text) ? Number(text) : text;
    changeAll([[path, undefined], ...(text === '' ? [] : [[path, value] as const])]);
  };
  const accept = (): void => {
    if (proposal === undefined) return;
    write(proposal);
    type(proposal);
  };
  return (
    <>
      <input
        id={id}
        type="text"
        value={shown}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onInput={(event) => {
          const text = event.currentTarget.value;
          type(text);
          write(text.trim());
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || proposal === undefined) return;
          event.preventDefault();
          accept();
        }}
        onBlur={leave}
      />
      {isKnownDate(known) && shown !== '' && (
        <p class="reading">{say('editor.reads', { value: formatDate(known, locale) })}</p>
      )}
      {proposed && isKnownDate(proposed) && (
        <button
          type="button"
          class="proposal"
          onMouseDown={(event) => event.preventDefault()}
          onClick={accept}
        >
          {say('editor.propose', { value: formatDate(proposed, locale) })}
        </button>
      )}
    </>
  );
}

export function YesControl({
  id,
  path,
  describedBy,
  fallback,
}: ControlProps & { readonly fallback: unknown }) {
  const { data, change } = useForm();
  const value = valueAt(data, path) ?? fallback;
  return (
    <input
      id={id}
      type="checkbox"
      checked={value === true}
      aria-describedby={describedBy}
      // What the schema says anyhow is not written.
      onChange={({ currentTarget: { checked } }) =>
        change(path, checked === (fallback === true) ? undefined : checked)
      }
    />
  );
}

/** Keys alone: `['units', 0, 'role']` → `['units', 'role']`. */
const keysOf = (path: Path): string[] => path.filter((one): one is string => typeof one === 'string');

export function ChoiceControl({
  id,
  path,
  describedBy,
  invalid,
  choices,
  required,
  fallback,
}: ControlProps & {
  readonly choices: readonly string[];
  readonly required: boolean;
  readonly fallback: unknown;
}) {
  const { data, change } = useForm();
  const locale = useLanguage();
  const say = useSay();
  const written = typedAt(data, path);
  const value = written === '' && typeof fallback === 'string' ? fallback : written;
  return (
    <select
      id={id}
      value={value}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={({ currentTarget: { value: chosen } }) =>
        change(path, chosen === '' || chosen === fallback ? undefined : chosen)
      }
    >
      {typeof fallback !== 'string' && (
        <option value="">{say(required ? 'editor.choose' : 'editor.none')}</option>
      )}
      {value !== '' && !choices.includes(value) && <option value={value}>{value}</option>}
      {choices.map((one) => (
        <option key={one} value={one}>
          {choiceName(keysOf(path), one, locale)}
        </option>
      ))}
    </select>
  );
}

/** Several of a short list, in the order in which they were chosen: of categories the first one is the main one. */
export function ChoicesControl({
  id,
  path,
  label,
  describedBy,
  choices,
}: ControlProps & { readonly choices: readonly string[] }) {
  const { data, change } = useForm();
  const locale = useLanguage();
  const say = useSay();
  const written = valueAt(data, path);
  const chosen = Array.isArray(written) ? written.map(String) : [];
  const toggle = (one: string, on: boolean): void => {
    const next = on ? [...chosen, one] : chosen.filter((other) => other !== one);
    change(path, next.length > 0 ? next : undefined);
  };
  return (
    <div class="choices" role="group" id={id} tabIndex={-1} aria-label={label} aria-describedby={describedBy}>
      {choices.map((one) => (
        <label key={one}>
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={({ currentTarget: { checked } }) => toggle(one, checked)}
          />
          {choiceName(keysOf(path), one, locale)}
          {path[0] === 'categories' && chosen.length > 1 && chosen[0] === one && (
            <small> ({say('editor.main')})</small>
          )}
        </label>
      ))}
    </div>
  );
}

/** What a picker of single values offers, and how a chosen value is called. */
export function useNames(kind: Kind): {
  readonly choices: () => { readonly value: string; readonly name: string; readonly also?: string }[];
  readonly nameOf: (value: string) => string;
} {
  const { index } = useForm();
  const locale = useLanguage();
  if (kind.kind === 'country') {
    const all = countriesIn(locale);
    return {
      choices: () => all.map(({ code, name }) => ({ value: code, name })),
      nameOf: (value) => all.find((one) => one.code === value)?.name ?? value,
    };
  }
  if (kind.kind !== 'record') return { choices: () => [], nameOf: (value) => value };
  return {
    choices: () => recordChoices(kind.reference, index, locale),
    nameOf: (value) => namedBy(value, kind.reference, index, locale),
  };
}

/** A record or a country, chosen by name. */
export function NameControl({
  id,
  path,
  label,
  describedBy,
  invalid,
  kind,
}: ControlProps & { readonly kind: Kind }) {
  const { data, change, make } = useForm();
  const say = useSay();
  const { choices, nameOf } = useNames(kind);
  const value = typedAt(data, path);
  const making = useMaking(kind, make && ((collection, name) => make(collection, name, path)));
  if (value !== '')
    return (
      <span class="chip" id={id} tabIndex={-1} aria-describedby={describedBy}>
        {nameOf(value)}
        <button
          type="button"
          aria-label={say('editor.remove', { name: nameOf(value) })}
          onClick={() => change(path, undefined)}
        >
          ×
        </button>
      </span>
    );
  return (
    <Picker
      id={id}
      label={label}
      labelled
      choices={choices()}
      describedBy={describedBy}
      invalid={invalid}
      make={making}
      onPick={(one) => change(path, one)}
    />
  );
}

/** The entry of a picker that makes what is missing: where records of one collection can be named. */
export function useMaking(
  kind: Kind,
  make: ((collection: 'partners' | 'units' | 'places' | 'occasions', name: string) => void) | undefined,
) {
  const say = useSay();
  const collection =
    kind.kind === 'record' && kind.reference.to.length === 1 ? kind.reference.to[0] : undefined;
  if (!make) return undefined;
  switch (collection) {
    case 'partners':
    case 'units':
    case 'places':
    case 'occasions':
      return {
        name: (term: string) => say('editor.makeNamed', { name: term }),
        run: (term: string) => make(collection, term),
      };
    default:
      return undefined;
  }
}
