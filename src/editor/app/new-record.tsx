import { useState } from 'preact/hooks';
import type { RecordTypeName } from '../../authoring/record-questions.ts';
import type { RecordIndex } from '../../content/record-index.ts';
import { begin, dateOf } from '../begin.ts';
import { PlainText } from '../forms/plain-fields.tsx';
import type { OpenRecord } from '../open-record.ts';
import { PageBehindList } from './main.tsx';
import { useSay } from './words.ts';

/** A new record begins with its name and its date; the form asks for the rest. */

/** Those that have a title and a day; others have a name. */
const articles: readonly RecordTypeName[] = ['activity', 'story', 'event', 'issue'];

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
  const isArticle = articles.includes(type);
  const record = begin({ type, title, date: isArticle ? date : '' }, index, new Date().getFullYear());
  return (
    <PageBehindList title={say('editor.newOf', { type: say(`new.type.${type}`) })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (record) onBegin(record);
        }}
      >
        <PlainText
          id="new-title"
          label={say(isArticle ? 'editor.field.title' : 'editor.field.names')}
          value={title}
          onText={setTitle}
        />
        {isArticle && (
          <PlainText
            id="new-date"
            label={say('editor.field.date')}
            value={date}
            onText={setDate}
            kind="date"
            hint={say('editor.newDateHint')}
            invalid={date.trim() !== '' && dateOf(date) === undefined}
          />
        )}
        <p class="reading" role="status">
          {record && say('editor.newFolder', { path: `content/${record.collection}/${record.id}` })}
        </p>
        <button type="submit" class="primary" disabled={!record}>
          {say('editor.begin')}
        </button>
      </form>
    </PageBehindList>
  );
}
