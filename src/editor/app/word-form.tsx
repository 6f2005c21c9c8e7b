import { useState } from 'preact/hooks';
import type { Proposal } from '../../authoring/word/proposals.ts';
import { articleTypes, type ArticleType } from '../../authoring/word/word-record.ts';
import type { RecordIndex } from '../../content/record-index.ts';
import type { EditorKey } from '../../i18n/editors.ts';
import { formatDate } from '../../i18n/format.ts';
import { isKnownDate, parseDate, todayInVietNam } from '../../model/dates.ts';
import type { EditorLocale } from '../../model/locales.ts';
import { begin, dateOf } from '../begin.ts';
import { PlainChoice } from '../forms/plain-fields.tsx';
import { namedBy } from '../forms/record-choices.ts';
import type { OpenRecord } from '../open-record.ts';
import { placeOf } from '../read-record.ts';
import type { ReadWordFile } from '../read-word-file.ts';
import { asks, beginFromWord } from '../word-article.ts';
import { ProposedAid, ProposedRecords, ProposedText, type Taken } from './proposed.tsx';
import { senderOf, SenderFields, type TypedSender } from './sender-fields.tsx';
import { useLanguage, useSay } from './words.ts';

/** What was read in a Word file, for an editor to take over or leave: nothing is entered that nobody has chosen. */

// With the form comes the reader: both are fetched when a file is chosen.
export { readWordFile } from '../read-word-file.ts';

/** Proposals that name records, and where these lie. */
const named = { unit: 'units', partner: 'partners', place: 'places' } as const;
const namedFlags = Object.keys(named) as (keyof typeof named)[];

const dateText = (spelled: string, locale: EditorLocale): string => {
  const known = parseDate(spelled);
  return isKnownDate(known) ? formatDate(known, locale) : spelled;
};

/** What the reader of Word left out or was not sure of. */
function Remarks({ read: { article, unreadable } }: { readonly read: ReadWordFile }) {
  const say = useSay();
  if (article.remarks.length === 0 && unreadable.length === 0) return null;
  return (
    <section class="elsewhere">
      <h2>{say('editor.word.remarks')}</h2>
      <ul>
        {article.remarks.map(({ code, values }, at) => (
          <li key={at}>{say(`word.remark.${code}` as EditorKey, values)}</li>
        ))}
        {unreadable.map((name) => (
          <li key={name}>{say('editor.word.photoUnreadable', { file: name })}</li>
        ))}
      </ul>
    </section>
  );
}

export function WordForm({
  read,
  index,
  onBegin,
}: {
  readonly read: ReadWordFile;
  readonly index: RecordIndex;
  readonly onBegin: (record: OpenRecord) => void;
}) {
  const { file, article, photos } = read;
  const say = useSay();
  const locale = useLanguage();
  const [type, setType] = useState<ArticleType>('activity');
  const [texts, setTexts] = useState({ title: '', summary: '', date: '' });
  const [taken, setTaken] = useState<Taken>(new Map());
  const [typedSender, setTypedSender] = useState<TypedSender>({
    received: todayInVietNam(),
    from: '',
    person: '',
    photos: '',
  });
  const of = (flag: Proposal['flag']): readonly Proposal[] =>
    asks(type, flag) ? article.proposals.filter((one) => one.flag === flag) : [];
  const take = (one: Proposal, as: string | undefined): void => {
    const next = new Map(taken);
    if (as === undefined) next.delete(one);
    else next.set(one, as);
    setTaken(next);
  };
  const beginning = begin({ type, title: texts.title, date: texts.date }, index, new Date().getFullYear());
  const sender = senderOf(file, typedSender);
  const start = (): void => {
    if (!sender) return;
    const answers = new Map<string, readonly string[]>([
      ...Object.entries(texts).map(([flag, text]) => [flag, [text]] as const),
      ...[...namedFlags, 'aid' as const].map(
        (flag) => [flag, of(flag).flatMap((one) => taken.get(one) ?? [])] as const,
      ),
    ]);
    const given = { answers, sender, photos };
    const record = beginFromWord(type, article, given, index, new Date().getFullYear());
    if (record) onBegin(record);
  };
  /** What all texts have: their name in the record is their flag. */
  const textField = (flag: keyof typeof texts) => ({
    id: `word-${flag}`,
    label: say(`editor.field.${flag}`),
    value: texts[flag],
    onText: (text: string) => setTexts({ ...texts, [flag]: text }),
    proposals: of(flag),
  });
  return (
    <>
      <Remarks read={read} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <PlainChoice
          id="word-type"
          label={say('editor.collection')}
          value={type}
          choices={articleTypes.map((one) => ({ value: one, name: say(`new.type.${one}`) }))}
          onChoose={setType}
        />
        <ProposedText {...textField('title')} />
        <ProposedText {...textField('summary')} kind="long" />
        <ProposedText
          {...textField('date')}
          kind="date"
          hint={say('editor.newDateHint')}
          invalid={texts.date.trim() !== '' && dateOf(texts.date) === undefined}
          nameOf={(spelled) => dateText(spelled, locale)}
        />
        {namedFlags.map((flag) => (
          <ProposedRecords
            key={flag}
            label={say(`editor.field.${named[flag]}`)}
            proposals={of(flag)}
            taken={taken}
            take={take}
            nameOf={(id) => namedBy(id, { to: [named[flag]], form: 'id' }, index, locale)}
          />
        ))}
        <ProposedAid label={say('editor.field.aid')} proposals={of('aid')} taken={taken} take={take} />
        <SenderFields
          typed={typedSender}
          onTyped={setTypedSender}
          index={index}
          hasPhotos={article.photos.length > 0}
        />
        <p class="reading" role="status">
          {beginning && say('editor.newFolder', { path: placeOf(beginning) })}
        </p>
        <button type="submit" class="primary" disabled={!beginning || !sender}>
          {say('editor.begin')}
        </button>
      </form>
    </>
  );
}
