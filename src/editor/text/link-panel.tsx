import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RecordIndex } from '../../content/record-index.ts';
import { entryPath } from '../../model/entries.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import { useLanguage, useSay } from '../app/words.ts';
import { Picker } from '../forms/picker.tsx';
import { recordChoices } from '../forms/record-choices.ts';
import type { TextTools } from './text-editor.tsx';

/** Asks where a link leads: to a record, chosen by its name, or to an address elsewhere. */

/** Records that have a page. */
const linked: [CollectionName, ...CollectionName[]] = [
  'activities',
  'stories',
  'events',
  'partners',
  'units',
  'places',
  'occasions',
  'issues',
];

/** An address as it is typed: `www.vufo.org.vn` lacks only its beginning. */
function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  if (/^(?:https?:\/\/|mailto:|tel:)\S+$/i.test(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[a-z]{2,}$/i.test(text)) return `mailto:${text}`;
  return /^(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i.test(text) ? `https://${text}` : undefined;
}

export function LinkPanel({
  editing,
  state,
  view,
  index,
  onDone,
}: TextTools & { readonly index: RecordIndex; readonly onDone: () => void }) {
  const say = useSay();
  const locale = useLanguage();
  const panel = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const now = editing.linkAt(state);
  const choices = useMemo(() => recordChoices({ to: linked, form: 'path' }, index, locale), [index, locale]);
  useEffect(() => panel.current?.querySelector('input')?.focus(), []);
  const link = (href: string, words: string): void => {
    view.run(editing.linkTo(href, words));
    onDone();
  };
  const address = addressOf(typed);
  return (
    <div
      ref={panel}
      class="panel"
      role="group"
      aria-label={say('editor.text.link')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        onDone();
        view.focus();
      }}
    >
      {now && <p class="reading">{say('editor.linkNow', { address: now.href })}</p>}
      <Picker
        label={say('editor.linkRecord')}
        choices={choices}
        onPick={(value) => {
          const chosen = choices.find((one) => one.value === value);
          if (chosen) link(entryPath(chosen.collection, chosen.id), chosen.name);
        }}
      />
      <div class="row">
        <input
          type="text"
          inputmode="url"
          aria-label={say('editor.linkAddress')}
          placeholder={say('editor.linkAddress')}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || address === undefined) return;
            event.preventDefault();
            link(address, typed.trim());
          }}
        />
        <button
          type="button"
          disabled={address === undefined}
          onClick={() => address && link(address, typed.trim())}
        >
          {say('editor.linkSet')}
        </button>
      </div>
      {now && (
        <button
          type="button"
          onClick={() => {
            view.run(editing.unlink);
            onDone();
          }}
        >
          {say('editor.linkRemove')}
        </button>
      )}
    </div>
  );
}
