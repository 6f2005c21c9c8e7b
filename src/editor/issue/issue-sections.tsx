import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../model/locales.ts';
import type { EditorIndex } from '../editor-index.ts';
import { Arrow } from '../forms/arrow.tsx';
import { controlId, problemsAt, useForm } from '../forms/form-context.ts';
import { ProblemList } from '../forms/problem-list.tsx';
import { nameOf } from '../forms/record-choices.ts';
import { moved, typedAt, valueAt } from '../forms/values.ts';
import { labelOf, useLanguage, useSay } from '../app/words.ts';
import { Editions } from './editions.tsx';
import { ItemText, RankChoice, SignButton } from './item-row.tsx';
import { ItemsOfPeriod } from './items-of-period.tsx';
import {
  editionsOf,
  itemAt,
  moveItem,
  ranksIn,
  sectionId,
  sectionsIn,
  withRank,
  type Item,
  type Place,
} from './sections.ts';

/**
 * An issue is put together: its sections with their titles, the items of each in order, what else there is of its period, and
 * the languages that it will have. In the place of the fields `sections`, `sectionTitles` and `ranks`.
 */
export function IssueSections({
  index,
  letters,
  minimumItems,
}: {
  readonly index: EditorIndex;
  /** The languages in which the issue has a text of its own. */
  readonly letters: ReadonlySet<Locale>;
  /** What the schema says where the record does not. */
  readonly minimumItems: number;
}) {
  const { data, problems, name: form, change, changeAll } = useForm();
  const say = useSay();
  const locale = useLanguage();
  const sections = useMemo(() => sectionsIn(data), [data]);
  const items = sections.flatMap((one) => one.items.map((value) => itemAt(value, index)));
  const written = valueAt(data, ['minimumItems']);
  const minimum = typeof written === 'number' ? written : minimumItems;
  const [newTitle, setNewTitle] = useState('');
  const [done, setDone] = useState('');

  /** What gets the focus when the form shows what has been done. */
  const next = useRef<readonly string[]>([]);
  useEffect(() => {
    const controls = next.current.map((id) => document.getElementById(id));
    next.current = [];
    controls.find((one) => one && !(one instanceof HTMLButtonElement && one.disabled))?.focus();
  });

  const titleOf = (at: number): string =>
    typedAt(data, ['sectionTitles', sections[at]?.id ?? '']) ||
    say('editor.issue.section', { number: at + 1 });
  const itemName = ({ value, record }: Item): string => (record ? nameOf(record, locale) : value);
  const idOf = (section: number, item: number): string =>
    controlId(form, ['sections', section, 'items', item]);
  const sectionIdOf = (at: number): string => controlId(form, ['sectionTitles', sections[at]?.id ?? '']);

  const move = (place: Place, step: -1 | 1, by: 'key' | 'button'): void => {
    const value = sections[place.section]?.items[place.item];
    const after = moveItem(sections, place, step);
    if (!after || value === undefined) return;
    const id = idOf(after.place.section, after.place.item);
    const [own, other] = step < 0 ? ['up', 'down'] : ['down', 'up'];
    next.current = by === 'key' ? [id] : [`${id}-${own}`, `${id}-${other}`];
    change(['sections'], after.sections);
    setDone(
      say('editor.issue.moved', {
        name: itemName(itemAt(value, index)),
        number: after.place.item + 1,
        section: titleOf(after.place.section),
      }),
    );
  };
  const remove = ({ section, item }: Place, name: string): void => {
    const left = (sections[section]?.items.length ?? 0) - 1;
    next.current = left > 0 ? [`${idOf(section, Math.min(item, left - 1))}-remove`] : [sectionIdOf(section)];
    const value = sections[section]?.items[item] ?? '';
    changeAll([
      [['sections', section, 'items', item], undefined],
      [['ranks'], withRank(data, value, '')],
    ]);
    setDone(say('editor.issue.removed', { name }));
  };
  const add = (item: Item, section: number, then: string): void => {
    next.current = [then, 'of-period-find'];
    const own = sections[section];
    if (own) change(['sections', section, 'items', own.items.length], item.value);
    else {
      const title = say('editor.issue.firstSection');
      const id = sectionId(title, sections);
      changeAll([
        [['sections'], [{ id, items: [item.value] }]],
        [['sectionTitles', id], title],
      ]);
    }
    setDone(say('editor.issue.added', { name: itemName(item), section: titleOf(section) }));
  };
  const addSection = (): void => {
    const title = newTitle.trim();
    const id = sectionId(title, sections);
    next.current = ['of-period-find', controlId(form, ['sectionTitles', id])];
    changeAll([
      [['sections', sections.length], { id, items: [] }],
      [['sectionTitles', id], title],
    ]);
    setNewTitle('');
  };
  const moveSection = (at: number, step: -1 | 1): void => {
    const to = at + step;
    const id = sectionIdOf(at);
    next.current = step < 0 ? [`${id}-up`, `${id}-down`] : [`${id}-down`, `${id}-up`];
    change(['sections'], moved(sections, at, to));
  };
  const removeSection = (at: number): void => {
    next.current = ['new-section'];
    setDone(say('editor.issue.removed', { name: titleOf(at) }));
    changeAll([
      [['sections', at], undefined],
      [['sectionTitles', sections[at]?.id ?? ''], undefined],
    ]);
  };

  return (
    <section class="field issue" id={controlId(form, ['sections'])} tabIndex={-1} aria-labelledby="issue">
      <h2 class="label" id="issue">
        {labelOf('sections', locale)}
      </h2>
      <ProblemList
        problems={[
          ...problemsAt(problems, ['sections'], [...sections.keys()]),
          ...problemsAt(problems, ['ranks']),
          ...problemsAt(
            problems,
            ['sectionTitles'],
            sections.map(({ id }) => id),
          ),
        ]}
      />
      <Editions editions={editionsOf(items, letters, minimum)} all={items.length} minimumItems={minimum} />
      <p class="hint">{say('editor.issue.keys')}</p>
      <p class="unseen" role="status">
        {done}
      </p>
      {sections.map(({ id, items: own }, section) => (
        <section class="element" key={id} aria-labelledby={`${sectionIdOf(section)}-label`}>
          <div class="section-title">
            <label id={`${sectionIdOf(section)}-label`} for={sectionIdOf(section)}>
              {say('editor.issue.section', { number: section + 1 })}
            </label>
            <input
              id={sectionIdOf(section)}
              type="text"
              value={typedAt(data, ['sectionTitles', id])}
              onInput={({ currentTarget }) => change(['sectionTitles', id], currentTarget.value)}
            />
            <span class="item-tools">
              <SignButton
                id={`${sectionIdOf(section)}-up`}
                name={say('editor.up', { name: titleOf(section) })}
                disabled={section === 0}
                onClick={() => moveSection(section, -1)}
              >
                <Arrow to="up" />
              </SignButton>
              <SignButton
                id={`${sectionIdOf(section)}-down`}
                name={say('editor.down', { name: titleOf(section) })}
                disabled={section === sections.length - 1}
                onClick={() => moveSection(section, 1)}
              >
                <Arrow to="down" />
              </SignButton>
              <SignButton
                name={say('editor.remove', { name: titleOf(section) })}
                onClick={() => removeSection(section)}
              >
                ×
              </SignButton>
            </span>
          </div>
          <ProblemList
            problems={[
              ...problemsAt(problems, ['sectionTitles', id]),
              ...problemsAt(problems, ['sections', section], ['items']),
              ...problemsAt(problems, ['sections', section, 'items'], [...own.keys()]),
            ]}
          />
          {own.length === 0 && <p class="hint">{say('editor.issue.empty')}</p>}
          <ol class="items">
            {own.map((value, item) => {
              const place = { section, item };
              const one = itemAt(value, index);
              const rowId = idOf(section, item);
              const isFirst = section === 0 && item === 0;
              const isLast = section === sections.length - 1 && item === own.length - 1;
              return (
                <li
                  key={`${value}-${item}`}
                  id={rowId}
                  tabIndex={-1}
                  onKeyDown={(event) => {
                    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                    // There the same keys open its list.
                    if (event.target instanceof HTMLSelectElement) return;
                    event.preventDefault();
                    move(place, event.key === 'ArrowUp' ? -1 : 1, 'key');
                  }}
                >
                  <ItemText item={one} />
                  <span class="item-tools">
                    <RankChoice
                      name={itemName(one)}
                      rank={ranksIn(data).find((other) => other.item === value)?.rank ?? ''}
                      onChoose={(rank) => change(['ranks'], withRank(data, value, rank))}
                    />
                    <SignButton
                      id={`${rowId}-up`}
                      name={say('editor.up', { name: itemName(one) })}
                      disabled={isFirst}
                      onClick={() => move(place, -1, 'button')}
                    >
                      <Arrow to="up" />
                    </SignButton>
                    <SignButton
                      id={`${rowId}-down`}
                      name={say('editor.down', { name: itemName(one) })}
                      disabled={isLast}
                      onClick={() => move(place, 1, 'button')}
                    >
                      <Arrow to="down" />
                    </SignButton>
                    <SignButton
                      id={`${rowId}-remove`}
                      name={say('editor.remove', { name: itemName(one) })}
                      onClick={() => remove(place, itemName(one))}
                    >
                      ×
                    </SignButton>
                  </span>
                  <ProblemList problems={problemsAt(problems, ['sections', section, 'items', item])} />
                </li>
              );
            })}
          </ol>
        </section>
      ))}
      <div class="new-section">
        <label for="new-section">{say('editor.issue.newSection')}</label>
        <input
          id="new-section"
          type="text"
          value={newTitle}
          onInput={({ currentTarget }) => setNewTitle(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing || newTitle.trim() === '') return;
            event.preventDefault();
            addSection();
          }}
        />
        <button type="button" disabled={newTitle.trim() === ''} onClick={addSection}>
          {say('editor.add')}
        </button>
      </div>
      <ItemsOfPeriod
        index={index}
        date={valueAt(data, ['date'])}
        sections={sections}
        titleOf={titleOf}
        add={add}
      />
    </section>
  );
}
