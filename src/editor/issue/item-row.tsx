import type { ComponentChildren } from 'preact';
import { formatDate } from '../../i18n/format.ts';
import { ranks } from '../../model/ranks.ts';
import { States } from '../app/states.tsx';
import { useLanguage, useSay } from '../app/words.ts';
import { nameOf } from '../forms/record-choices.ts';
import type { Item } from './sections.ts';

/** What is told of an item: its name, what it is, when it was, in which languages it can be read. */
export function ItemText({ item: { value, record } }: { readonly item: Item }) {
  const locale = useLanguage();
  const say = useSay();
  const kind = say(value.startsWith('stories/') ? 'new.type.story' : 'new.type.activity');
  const date = record?.facts?.date;
  return (
    <div class="item-text">
      <a href={`#/${value}`}>{record ? nameOf(record, locale) : value}</a>
      <small>
        {kind}
        {date && ` · ${formatDate(date, locale)}`}
        {record?.draft && <span class="held">{say('editor.hold.badge')}</span>}
        {record?.states && <States states={record.states} />}
      </small>
    </div>
  );
}

/** A button of an item: its sign, and its name for those who do not see where it stands. */
export function SignButton({
  id,
  name,
  disabled = false,
  onClick,
  children,
}: {
  readonly id?: string;
  readonly name: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <button type="button" id={id} aria-label={name} title={name} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}

/** How much room an item takes in its issue. */
export function RankChoice({
  name,
  rank,
  onChoose,
}: {
  /** Of the item. */
  readonly name: string;
  /** Empty where the item itself decides. */
  readonly rank: string;
  readonly onChoose: (rank: string) => void;
}) {
  const say = useSay();
  return (
    <select
      aria-label={say('editor.issue.rank', { name })}
      value={rank}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    >
      {(['', ...ranks] as const).map((one) => (
        <option key={one} value={one}>
          {say(`editor.issue.rank.${one || 'auto'}`)}
        </option>
      ))}
    </select>
  );
}
