import { useState } from 'preact/hooks';
import type { RecordTypeName } from '../../authoring/record-questions.ts';
import type { RecordIndex } from '../../content/record-index.ts';
import { begin, dateOf } from '../begin.ts';
import type { OpenRecord } from '../open-record.ts';
import { useSay } from './words.ts';
import { Main } from './main.tsx';

/** A new record begins with its name and its date; the form asks for the rest. */

const dated: readonly RecordTypeName[] = ['activity', 'story', 'event', 'issue'];

export function NewRecord({
  type,
  index,
  onBegin,
}: {
  readonly type: RecordTypeName;
  readonly index: RecordIndex;
  readonly onBegin: (record: OpenRecord) => void;
}) {
  const say = useSay();
  const [title, setTitle] = useState('');
  const [date, setDate] = useState('');
  const asksDate = dated.includes(type);
  const record = begin({ type, title, date: asksDate ? date : '' }, index, new Date().getFullYear());
  return (
    <>
      <header class="bar">
        <a href="#/">{say('editor.back')}</a>
      </header>
      <Main>
        <h1>{say('editor.newOf', { type: say(`new.type.${type}`) })}</h1>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (record) onBegin(record);
          }}
        >
          <div class="field">
            <label for="new-title">{say(isTitled(type) ? 'editor.field.title' : 'editor.field.names')}</label>
            <input
              id="new-title"
              type="text"
              value={title}
              onInput={({ currentTarget }) => setTitle(currentTarget.value)}
            />
          </div>
          {asksDate && (
            <div class="field of-date">
              <label for="new-date">{say('editor.field.date')}</label>
              <input
                id="new-date"
                type="text"
                value={date}
                aria-describedby="new-date-hint"
                aria-invalid={(date.trim() !== '' && dateOf(date) === undefined) || undefined}
                onInput={({ currentTarget }) => setDate(currentTarget.value)}
              />
              <p class="hint" id="new-date-hint">
                {say('editor.newDateHint')}
              </p>
            </div>
          )}
          <p class="reading" role="status">
            {record && say('editor.newFolder', { path: `content/${record.collection}/${record.id}` })}
          </p>
          <button type="submit" class="primary" disabled={!record}>
            {say('editor.begin')}
          </button>
        </form>
      </Main>
    </>
  );
}

const isTitled = (type: RecordTypeName): boolean => ['activity', 'story', 'event', 'issue'].includes(type);
