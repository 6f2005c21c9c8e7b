import { useEffect, useMemo, useState } from 'preact/hooks';
import { questionsOf, recordTypes, type RecordTypeName } from '../../authoring/record-questions.ts';
import { standingOf } from '../../bulletin/programme.ts';
import { sortKey, todayInVietNam } from '../../model/dates.ts';
import { translationLocales, type Locale } from '../../model/locales.ts';
import { weakMemoize } from '../../model/memoize.ts';
import { todayIs } from '../../model/today.ts';
import { collectionNames, type CollectionName } from '../../model/schemas/collections.ts';
import type { EditorIndex, ListedRecord } from '../editor-index.ts';
import { findChoices, nameOf } from '../forms/record-choices.ts';
import { States } from './states.tsx';
import { useLanguage, useSay } from './words.ts';

/** Every record there is: found by its name, by its problems, by how its translations stand. */

interface Row {
  readonly value: string;
  readonly name: string;
  readonly also: string;
  readonly collection: CollectionName;
  readonly record: ListedRecord;
  /** Newest first; records that have no time come last, by name. */
  readonly age: string;
}

/** After the last letter, in milliseconds. */
const pause = 100;

/** As many as can be looked over; the others come by typing. */
const most = 60;

const types = Object.keys(recordTypes) as RecordTypeName[];
/** Kinds that are begun by their name; a report is compiled (`npm run report`). */
const begun = types.filter((name) => questionsOf(name).some(({ flag }) => flag === 'title'));
const typeOf = (collection: CollectionName): RecordTypeName =>
  types.find((name) => recordTypes[name].collection === collection) ?? 'activity';

/** What is shown of all: `old-lo`, `missing-en`, `problems`; `overdue` are events that passed without a report. */
type Filter = '' | 'problems' | 'held' | 'overdue' | `old-${Locale}` | `missing-${Locale}`;

function fits({ collection, record }: Row, filter: Filter): boolean {
  const { id, facts, problems, states, draft } = record;
  if (filter === '') return true;
  if (filter === 'problems') return problems > 0;
  if (filter === 'held') return draft === true;
  if (filter === 'overdue')
    return (
      collection === 'events' &&
      standingOf(
        { id, facts: { date: facts?.date, activity: facts?.activity } },
        todayIs(todayInVietNam()),
      ) === 'unreported'
    );
  const [kind, code] = filter.split('-') as ['old' | 'missing', Locale];
  if (!states) return false;
  return kind === 'missing' ? !states[code] : states[code] === 'old' || states[code] === 'unstamped';
}

/** Worked out once for each index, however often the list is opened again. */
const rowsOf = weakMemoize(({ records }: EditorIndex): Row[] => {
  const rows = collectionNames.flatMap((collection) =>
    records[collection].map((record): Row => {
      const year = Number(/^\d{4}/.exec(record.id)?.[0] ?? 0);
      const { facts } = record;
      return {
        value: `${collection}/${record.id}`,
        name: nameOf(record),
        also: [...(facts?.aliases ?? []), facts?.abbreviation ?? ''].join(' '),
        collection,
        record,
        age: year === 0 ? '' : sortKey(facts?.date, year),
      };
    }),
  );
  const { compare } = new Intl.Collator('vi');
  return rows.sort((a, b) => (a.age === b.age ? compare(a.name, b.name) : a.age < b.age ? 1 : -1));
});

export function RecordList({ index }: { readonly index: EditorIndex }) {
  const say = useSay();
  const locale = useLanguage();
  const [typed, setTyped] = useState('');
  const [term, setTerm] = useState('');
  // Letters appear at once; the list follows when they pause.
  useEffect(() => {
    const timer = setTimeout(() => setTerm(typed), pause);
    return () => clearTimeout(timer);
  }, [typed]);
  const [collection, setCollection] = useState<CollectionName | ''>('');
  const [filter, setFilter] = useState<Filter>('');
  const found = useMemo(() => {
    const some = rowsOf(index).filter(
      (one) => (collection === '' || one.collection === collection) && fits(one, filter),
    );
    return findChoices(term, some);
  }, [index, term, collection, filter]);
  const names = useMemo(() => new Intl.DisplayNames(locale, { type: 'language' }), [locale]);
  const languageName = (code: Locale): string => names.of(code) ?? code;
  const list = useMemo(
    () => (
      <ul class="records">
        {found.slice(0, most).map((one) => (
          <ListRow key={one.value} row={one} />
        ))}
      </ul>
    ),
    [found, locale],
  );
  return (
    <>
      <nav class="new" aria-label={say('editor.new')}>
        {begun.map((type) => (
          <a key={type} class="button" href={`#/new/${type}`}>
            + {say(`new.type.${type}`)}
          </a>
        ))}
        <a class="button" href="#/new/word">
          {say('editor.word.new')}
        </a>
      </nav>
      <div class="find">
        <label>
          <span>{say('editor.find')}</span>
          <input type="search" value={typed} onInput={({ currentTarget }) => setTyped(currentTarget.value)} />
        </label>
        <label>
          <span>{say('editor.collection')}</span>
          <select
            value={collection}
            onChange={({ currentTarget }) => setCollection(currentTarget.value as CollectionName | '')}
          >
            <option value="">{say('editor.allCollections')}</option>
            {collectionNames.map((one) => (
              <option key={one} value={one}>
                {say(`new.type.${typeOf(one)}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say('editor.show')}</span>
          <select value={filter} onChange={({ currentTarget }) => setFilter(currentTarget.value as Filter)}>
            <option value="">{say('editor.showAll')}</option>
            <option value="problems">{say('editor.showProblems')}</option>
            <option value="held">{say('editor.showHeld')}</option>
            <option value="overdue">{say('editor.showOverdue')}</option>
            {translationLocales.map((code) => (
              <option key={code} value={`old-${code}`}>
                {say('editor.showOld', { language: languageName(code) })}
              </option>
            ))}
            {translationLocales.map((code) => (
              <option key={code} value={`missing-${code}`}>
                {say('editor.showMissing', { language: languageName(code) })}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p role="status">{say('editor.findCount', { count: found.length })}</p>
      {list}
      {found.length > most && <p>{say('editor.findMore', { count: found.length - most })}</p>}
    </>
  );
}

function ListRow({ row: { value, name, collection, record } }: { readonly row: Row }) {
  const say = useSay();
  return (
    <li>
      <a href={`#/${value}`}>{name}</a>
      <small>
        {say(`new.type.${typeOf(collection)}`)} · {record.id}
      </small>
      {record.problems > 0 && <span class="count">{say('editor.problems', { count: record.problems })}</span>}
      {record.draft && <span class="held">{say('editor.hold.badge')}</span>}
      {record.states && <States states={record.states} />}
    </li>
  );
}
