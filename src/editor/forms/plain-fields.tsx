import type { ComponentChildren } from 'preact';

/** Fields of a form that is no record's: what is asked before there is one. Each shows its name, its control, its hint. */

interface PlainField {
  readonly id: string;
  readonly label: string;
  /** What stands below: what is read of the value, or proposed for it. */
  readonly children?: ComponentChildren;
}

export function PlainText({
  id,
  label,
  value,
  onText,
  hint,
  kind = 'line',
  invalid = false,
  autocomplete,
  children,
}: PlainField & {
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly hint?: string;
  readonly kind?: 'line' | 'long' | 'date';
  readonly invalid?: boolean;
  readonly autocomplete?: string;
}) {
  const shared = {
    id,
    value,
    autocomplete,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    'aria-invalid': invalid || undefined,
  };
  return (
    <div class={kind === 'date' ? 'field of-date' : 'field'}>
      <label for={id}>{label}</label>
      {kind === 'long' ? (
        <textarea {...shared} rows={2} onInput={({ currentTarget }) => onText(currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onInput={({ currentTarget }) => onText(currentTarget.value)} />
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
    </div>
  );
}

/** One of a short list; the first of `choices` may be none of them, with an empty value. */
export function PlainChoice<Value extends string>({
  id,
  label,
  value,
  choices,
  onChoose,
  children,
}: PlainField & {
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  readonly onChoose: (value: Value) => void;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((one) => one.value === currentTarget.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.name}
          </option>
        ))}
      </select>
      {children}
    </div>
  );
}
