import type { ComponentChildren } from 'preact';
import { choiceName } from '../../authoring/choice-names.ts';
import type { Proposal } from '../../authoring/word/proposals.ts';
import { proposalPlace } from '../../authoring/word/word-record.ts';
import { aidStates } from '../../model/aid.ts';
import { PlainText } from '../forms/plain-fields.tsx';
import { useLanguage, useSay } from './words.ts';

/** What an article seems to say, each with the words that it was read in: an editor takes it over or leaves it. */

/** One proposal, and how it is answered. */
function Proposed({ of, children }: { readonly of: Proposal; readonly children: ComponentChildren }) {
  return (
    <div class="proposed">
      {children}
      <small>{proposalPlace(of, useLanguage())}</small>
    </div>
  );
}

/** A text or date: one press takes a proposal over. */
export function ProposedText({
  proposals,
  nameOf = (text) => `“${text}”`,
  ...field
}: Omit<Parameters<typeof PlainText>[0], 'children'> & {
  readonly proposals: readonly Proposal[];
  readonly nameOf?: (text: string) => string;
}) {
  const say = useSay();
  return (
    <PlainText {...field}>
      {proposals.map((one) => (
        <Proposed key={one.value} of={one}>
          <button
            type="button"
            class="proposal"
            aria-pressed={field.value === one.value}
            onClick={() => field.onText(one.value)}
          >
            {say('editor.propose', { value: nameOf(one.value) })}
          </button>
        </Proposed>
      ))}
    </PlainText>
  );
}

/** What is answered of proposals that are ticked or given a state: as the flag would be spelled. */
export type Taken = ReadonlyMap<Proposal, string>;

interface Several {
  readonly label: string;
  /** There is no such field without any. */
  readonly proposals: readonly Proposal[];
  readonly taken: Taken;
  /** @param as `undefined` for one that is left */
  readonly take: (one: Proposal, as: string | undefined) => void;
}

/** Records: each is ticked that belongs to the article. */
export function ProposedRecords({
  label,
  proposals,
  taken,
  take,
  nameOf,
}: Several & { readonly nameOf: (id: string) => string }) {
  if (proposals.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      {proposals.map((one) => (
        <Proposed key={one.value} of={one}>
          <label>
            <input
              type="checkbox"
              checked={taken.has(one)}
              onChange={({ currentTarget }) => take(one, currentTarget.checked ? one.value : undefined)}
            />{' '}
            {nameOf(one.value)}
          </label>
        </Proposed>
      ))}
    </fieldset>
  );
}

/** Amounts of aid: of each that is one an editor says what became of it. */
export function ProposedAid({ label, proposals, taken, take }: Several) {
  const say = useSay();
  const locale = useLanguage();
  if (proposals.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{label}</legend>
      <p class="hint">{say('editor.word.aidHint')}</p>
      {proposals.map((one) => (
        <Proposed key={one.value} of={one}>
          <label>
            <span>{one.value}</span>
            <select
              value={taken.get(one) ?? ''}
              onChange={({ currentTarget }) => take(one, currentTarget.value || undefined)}
            >
              <option value="">{say('editor.none')}</option>
              {aidStates.map((state) => (
                <option key={state} value={`${one.value}:${state}`}>
                  {choiceName(['aid', 'state'], state, locale)}
                </option>
              ))}
            </select>
          </label>
        </Proposed>
      ))}
    </fieldset>
  );
}
