import { useMemo, useState } from 'preact/hooks';
import { isKnownDate, parseDate } from '../../model/dates.ts';
import type { EditorIndex } from '../editor-index.ts';
import { findChoices, nameOf } from '../forms/record-choices.ts';
import { useLanguage, useSay } from '../app/words.ts';
import { ItemText } from './item-row.tsx';
import { itemsOfPeriod, type Item, type Section } from './sections.ts';

/** As many as can be looked over; the others come by typing. */
const most = 25;

/** What there is of the period and does not stand in it yet, to be added by one button each. */
export function ItemsOfPeriod({
  index,
  date,
  sections,
  titleOf,
  add,
}: {
  readonly index: EditorIndex;
  /** The period of the issue, as its field says. */
  readonly date: unknown;
  readonly sections: readonly Section[];
  readonly titleOf: (section: number) => string;
  /** @param then what gets the focus where the added one was */
  readonly add: (item: Item, section: number, then: string) => void;
}) {
  const say = useSay();
  const locale = useLanguage();
  const [term, setTerm] = useState('');
  const [chosen, setChosen] = useState(0);
  const into = Math.min(chosen, Math.max(0, sections.length - 1));
  const period = parseDate(String(date ?? ''));
  const all = useMemo(() => {
    if (!isKnownDate(period)) return [];
    return itemsOfPeriod(index, period, sections).map((one) => ({
      ...one,
      name: one.record ? nameOf(one.record, locale) : one.value,
    }));
  }, [index, date, sections, locale]);
  if (!isKnownDate(period)) return <p class="hint">{say('editor.issue.noPeriod')}</p>;
  const found = term.trim() === '' ? all : findChoices(term, all);
  const buttonId = (at: number): string => `of-period-${at}`;
  return (
    <section class="of-period" aria-labelledby="of-period">
      <h3 id="of-period">{say('editor.issue.ofPeriod', { count: all.length })}</h3>
      <div class="find">
        <label>
          <span>{say('editor.find')}</span>
          <input
            id="of-period-find"
            type="search"
            value={term}
            onInput={({ currentTarget }) => setTerm(currentTarget.value)}
          />
        </label>
        {sections.length > 1 && (
          <label>
            <span>{say('editor.issue.into')}</span>
            <select value={into} onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}>
              {sections.map((_, at) => (
                <option key={at} value={at}>
                  {titleOf(at)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <ul class="items">
        {found.slice(0, most).map((one, at) => (
          <li key={one.value}>
            <ItemText item={one} />
            <button
              type="button"
              id={buttonId(at)}
              aria-label={say('editor.issue.addNamed', { name: one.name, section: titleOf(into) })}
              onClick={() => add(one, into, found.length > at + 1 ? buttonId(at) : 'of-period-find')}
            >
              + {say('editor.add')}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>{say('editor.findNothing')}</p>}
      {found.length > most && <p>{say('editor.findMore', { count: found.length - most })}</p>}
    </section>
  );
}
