import { useState } from 'preact/hooks';
import { isArticleName, recordTypes, type RecordTypeName } from '../../authoring/record-questions.ts';
import { slugOf } from '../../authoring/new-record.ts';
import { readWrittenDate } from '../../authoring/written-dates.ts';
import type { RecordIndex } from '../../content/record-index.ts';
import { firstDay, isKnownDate, parseDate } from '../../model/dates.ts';
import { yearlyCollections } from '../../model/schemas/index.ts';
import { keyOrderOf } from '../key-order.ts';
import { fileOfRecord, openRecord, withFile, type OpenRecord } from '../open-record.ts';
import { withField } from '../record-file.ts';
import { useSay } from './words.ts';
import { Main } from './main.tsx';

/** A new record: what it is called and when it was, from which its folder follows. The form asks for the rest. */

export interface Beginning {
  readonly type: RecordTypeName;
  readonly title: string;
  /** As it was typed. */
  readonly date: string;
}

/** The spelling of a record for a date as it was typed. */
const dateOf = (typed: string): string | undefined => {
  const text = typed.trim();
  const spelled = readWrittenDate(text) ?? text;
  return isKnownDate(parseDate(spelled)) ? spelled : undefined;
};

const yearOf = (spelled: string): string => {
  const known = parseDate(spelled);
  return isKnownDate(known) ? firstDay(known).slice(0, 4) : '';
};

/** An id that no record of the collection has yet: of two with one title the second gets a number. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let number = 2; ; number++) if (!taken.has(`${id}-${number}`)) return `${id}-${number}`;
}

/**
 * A record that is not in the store yet, with what is known of it.
 * @param thisYear the folder of a story without a date
 * @returns `undefined` while something is missing that its folder is made of
 */
export function begin(
  { type, title, date }: Beginning,
  index: RecordIndex,
  thisYear: number,
): OpenRecord | undefined {
  const { collection } = recordTypes[type];
  const name = title.trim().normalize('NFC');
  const spelled = dateOf(date);
  if (date.trim() !== '' && spelled === undefined) return undefined;
  const year = spelled === undefined ? String(thisYear) : yearOf(spelled);
  const records = index.records[collection];
  const number = records.filter(({ id }) => id.startsWith(`${year}-`)).length + 1;
  const own = type === 'issue' ? `${year}-${number}` : slugOf(name);
  if (own === '' || name === '') return undefined;
  const wanted = yearlyCollections.includes(collection) ? `${year}/${own}` : own;
  const id = freeId(wanted, new Set(records.map((one) => one.id)));
  const isArticle = isArticleName(collection);
  const order = keyOrderOf(collection);
  const fields: readonly (readonly [readonly string[], unknown])[] = [
    isArticle && collection !== 'partners' ? [['title'], name] : [['names', 'vi'], name],
    ...(spelled === undefined || collection === 'occasions' ? [] : [[['date'], spelled] as const]),
    ...(type === 'issue' ? [[['number'], number] as const] : []),
    ...(type === 'unit'
      ? [[['order'], records.length + 1] as const, [['shortNames', 'vi'], name] as const]
      : []),
  ];
  const empty = isArticle ? '---\n---\n' : '';
  const text = fields.reduce((file, [path, value]) => withField(file, path, value, order), empty);
  const record = openRecord(collection, id, new Map());
  return { ...withFile(record, fileOfRecord(collection, id), text), past: [] };
}

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
