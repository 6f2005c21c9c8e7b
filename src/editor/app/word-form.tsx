import { useState } from 'preact/hooks';
import { choiceName } from '../../authoring/choice-names.ts';
import type { Proposal } from '../../authoring/word/proposals.ts';
import { readWord, type WordArticle } from '../../authoring/word/read-word.ts';
import {
  articleTypes,
  proposalPlace,
  receivedDay,
  type ArticleType,
  type Sender,
} from '../../authoring/word/word-record.ts';
import type { RecordIndex } from '../../content/record-index.ts';
import type { EditorKey } from '../../i18n/editors.ts';
import { formatDate } from '../../i18n/format.ts';
import { aidStates } from '../../model/aid.ts';
import { isKnownDate, parseDate, todayInVietNam } from '../../model/dates.ts';
import type { EditorLocale } from '../../model/locales.ts';
import { photoRights, type PhotoRights } from '../../model/schemas/document.ts';
import { begin, dateOf } from '../begin.ts';
import { nameOf } from '../forms/record-choices.ts';
import { folderOfRecord, type OpenRecord } from '../open-record.ts';
import { preparePicture } from '../pictures.ts';
import { asks, beginFromWord, type Photos } from '../word-article.ts';
import { useLanguage, useSay } from './words.ts';

/** What was read in a Word file, for an editor to take over or leave: nothing is entered that nobody has chosen. */

export interface ReadFile {
  readonly file: string;
  readonly article: WordArticle;
  readonly photos: Photos;
  /** Photos that this browser cannot read. */
  readonly unreadable: readonly string[];
}

/** Reads the file, and makes its photos ready. */
export async function readFile(
  file: File,
  index: RecordIndex,
): Promise<ReadFile | Extract<Awaited<ReturnType<typeof readWord>>, { refused: unknown }>> {
  const reading = await readWord(new Uint8Array(await file.arrayBuffer()), index);
  if ('refused' in reading) return reading;
  const photos = new Map<string, Uint8Array>();
  const unreadable: string[] = [];
  // One after the other: a phone has not the memory for all at once.
  for (const { name, contentType, bytes } of reading.article.photos) {
    const blob = new Blob([new Uint8Array(bytes)], { type: contentType });
    const made = await preparePicture(blob, name, new Set());
    if (typeof made === 'string') unreadable.push(name);
    else photos.set(name, made.bytes);
  }
  return { file: file.name, article: reading.article, photos, unreadable };
}

/** Proposals that name records, and where these lie. */
const named = { unit: 'units', partner: 'partners', place: 'places' } as const;
type NamedFlag = keyof typeof named;
const namedFlags = Object.keys(named) as NamedFlag[];

const dateText = (spelled: string, locale: EditorLocale): string => {
  const known = parseDate(spelled);
  return isKnownDate(known) ? formatDate(known, locale) : spelled;
};

/** A text or date, with what the article seems to say: one press takes it over. */
function ProposedText({
  id,
  label,
  value,
  onText,
  proposals,
  hint,
  long = false,
  invalid = false,
  nameIn = (text) => `“${text}”`,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly proposals: readonly Proposal[];
  readonly hint?: string;
  readonly long?: boolean;
  readonly invalid?: boolean;
  readonly nameIn?: (text: string) => string;
}) {
  const say = useSay();
  const locale = useLanguage();
  const shared = {
    id,
    value,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    'aria-invalid': invalid || undefined,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {long ? (
        <textarea {...shared} rows={2} onInput={({ currentTarget }) => onText(currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onInput={({ currentTarget }) => onText(currentTarget.value)} />
      )}
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {proposals.map((one) => (
        <div key={one.value} class="proposed">
          <button
            type="button"
            class="proposal"
            aria-pressed={value === one.value}
            onClick={() => onText(one.value)}
          >
            {say('editor.propose', { value: nameIn(one.value) })}
          </button>
          <small>{proposalPlace(one, locale)}</small>
        </div>
      ))}
    </div>
  );
}

export function WordForm({
  read: { file, article, photos, unreadable },
  index,
  onBegin,
}: {
  readonly read: ReadFile;
  readonly index: RecordIndex;
  readonly onBegin: (record: OpenRecord) => void;
}) {
  const say = useSay();
  const locale = useLanguage();
  const [type, setType] = useState<ArticleType>('activity');
  const [texts, setTexts] = useState({ title: '', summary: '', date: '' });
  /** What was ticked, by flag; of an amount also what became of the money. */
  const [taken, setTaken] = useState<ReadonlyMap<string, string>>(new Map());
  const [from, setFrom] = useState('');
  const [person, setPerson] = useState('');
  const [received, setReceived] = useState(todayInVietNam());
  const [rights, setRights] = useState<PhotoRights | ''>('');
  const of = (flag: Proposal['flag']): readonly Proposal[] =>
    asks(type, flag) ? article.proposals.filter((one) => one.flag === flag) : [];
  const isTaken = (one: Proposal): boolean => taken.has(`${one.flag} ${one.value}`);
  const tick = (one: Proposal, as: string | undefined): void => {
    const next = new Map(taken);
    if (as === undefined) next.delete(`${one.flag} ${one.value}`);
    else next.set(`${one.flag} ${one.value}`, as);
    setTaken(next);
  };
  const day = receivedDay(dateOf(received) ?? '');
  const beginning = begin({ type, title: texts.title, date: texts.date }, index, new Date().getFullYear());
  const sender: Sender | undefined = day && {
    file,
    received: day,
    from: from || undefined,
    person: person.trim().normalize('NFC') || undefined,
    photos: rights || undefined,
  };
  const answers = new Map<string, readonly string[]>([
    ...Object.entries(texts).map(([flag, text]) => [flag, [text]] as const),
    ...[...namedFlags, 'aid' as const].map(
      (flag) => [flag, of(flag).flatMap((one) => taken.get(`${one.flag} ${one.value}`) ?? [])] as const,
    ),
  ]);
  const start = (): void => {
    const given = sender && { answers, sender, photos };
    const record = given && beginFromWord(type, article, given, index, new Date().getFullYear());
    if (record) onBegin(record);
  };
  const write = (flag: keyof typeof texts) => (text: string) => setTexts({ ...texts, [flag]: text });
  const nameIn = (flag: NamedFlag, id: string): string => {
    const found = index.records[named[flag]].find((one) => one.id === id);
    return found ? nameOf(found, locale) : id;
  };
  const { compare } = new Intl.Collator(locale);
  const units = index.records.units
    .map((one) => ({ id: one.id, name: nameOf(one, locale) }))
    .sort((a, b) => compare(a.name, b.name));
  return (
    <>
      {(article.remarks.length > 0 || unreadable.length > 0) && (
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
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <div class="field">
          <label for="word-type">{say('editor.collection')}</label>
          <select
            id="word-type"
            value={type}
            onChange={({ currentTarget }) =>
              setType(articleTypes.find((one) => one === currentTarget.value) ?? 'activity')
            }
          >
            {articleTypes.map((one) => (
              <option key={one} value={one}>
                {say(`new.type.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <ProposedText
          id="word-title"
          label={say('editor.field.title')}
          value={texts.title}
          onText={write('title')}
          proposals={of('title')}
        />
        <ProposedText
          id="word-summary"
          label={say('editor.field.summary')}
          value={texts.summary}
          onText={write('summary')}
          proposals={of('summary')}
          long
        />
        <ProposedText
          id="word-date"
          label={say('editor.field.date')}
          value={texts.date}
          onText={write('date')}
          proposals={of('date')}
          hint={say('editor.newDateHint')}
          invalid={texts.date.trim() !== '' && dateOf(texts.date) === undefined}
          nameIn={(spelled) => dateText(spelled, locale)}
        />
        {namedFlags
          .filter((flag) => of(flag).length > 0)
          .map((flag) => (
            <fieldset key={flag} class="field">
              <legend>{say(`editor.field.${named[flag]}`)}</legend>
              {of(flag).map((one) => (
                <div key={one.value} class="proposed">
                  <label>
                    <input
                      type="checkbox"
                      checked={isTaken(one)}
                      onChange={({ currentTarget }) =>
                        tick(one, currentTarget.checked ? one.value : undefined)
                      }
                    />{' '}
                    {nameIn(flag, one.value)}
                  </label>
                  <small>{proposalPlace(one, locale)}</small>
                </div>
              ))}
            </fieldset>
          ))}
        {of('aid').length > 0 && (
          <fieldset class="field">
            <legend>{say('editor.field.aid')}</legend>
            <p class="hint">{say('editor.word.aidHint')}</p>
            {of('aid').map((one) => (
              <div key={one.value} class="proposed">
                <label>
                  <span>{one.value}</span>
                  <select
                    value={taken.get(`aid ${one.value}`) ?? ''}
                    onChange={({ currentTarget }) => tick(one, currentTarget.value || undefined)}
                  >
                    <option value="">{say('editor.none')}</option>
                    {aidStates.map((state) => (
                      <option key={state} value={`${one.value}:${state}`}>
                        {choiceName(['aid', 'state'], state, locale)}
                      </option>
                    ))}
                  </select>
                </label>
                <small>{proposalPlace(one, locale)}</small>
              </div>
            ))}
          </fieldset>
        )}
        <fieldset class="field group">
          <legend>{say('editor.field.received')}</legend>
          <div class="field">
            <label for="word-received">{say('editor.word.received')}</label>
            <input
              id="word-received"
              type="text"
              value={received}
              aria-invalid={day === undefined || undefined}
              onInput={({ currentTarget }) => setReceived(currentTarget.value)}
            />
            {day && <p class="reading">{say('editor.reads', { value: formatDate(day, locale) })}</p>}
          </div>
          <div class="field">
            <label for="word-from">{say('editor.field.from')}</label>
            <select
              id="word-from"
              value={from}
              onChange={({ currentTarget }) => setFrom(currentTarget.value)}
            >
              <option value="">{say('editor.none')}</option>
              {units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="word-person">{say('editor.field.person')}</label>
            <input
              id="word-person"
              type="text"
              value={person}
              aria-describedby="word-person-hint"
              onInput={({ currentTarget }) => setPerson(currentTarget.value)}
            />
            <p class="hint" id="word-person-hint">
              {say('editor.word.personHint')}
            </p>
          </div>
          {article.photos.length > 0 && (
            <div class="field">
              <label for="word-rights">{say('editor.field.photos')}</label>
              <select
                id="word-rights"
                value={rights}
                onChange={({ currentTarget }) =>
                  setRights(photoRights.find((one) => one === currentTarget.value) ?? '')
                }
              >
                <option value="">{say('editor.choose')}</option>
                {photoRights.map((one) => (
                  <option key={one} value={one}>
                    {choiceName(['received', 'photos'], one, locale)}
                  </option>
                ))}
              </select>
              {rights !== 'own' && rights !== 'permitted' && (
                <p class="hint">{say('editor.word.rightsHint')}</p>
              )}
            </div>
          )}
        </fieldset>
        <p class="reading" role="status">
          {beginning &&
            say('editor.newFolder', {
              path: folderOfRecord(beginning.collection, beginning.id).replace(/\/$/, ''),
            })}
        </p>
        <button type="submit" class="primary" disabled={!beginning || !sender}>
          {say('editor.begin')}
        </button>
      </form>
    </>
  );
}
