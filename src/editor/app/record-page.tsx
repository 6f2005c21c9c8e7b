import { useEffect, useRef, useState } from 'preact/hooks';
import { choiceName } from '../../authoring/choice-names.ts';
import { isArticleName } from '../../authoring/record-questions.ts';
import { sortProblems, type Problem } from '../../content/problems.ts';
import { formatDate } from '../../i18n/format.ts';
import { isKnownDate, parseDate } from '../../model/dates.ts';
import { originalLocale, type EditorLocale, type Locale } from '../../model/locales.ts';
import { controlId } from '../forms/form-context.ts';
import { ProblemList } from '../forms/problem-list.tsx';
import { changesOf, folderOfRecord, redo, textOf, undo, withFile, type OpenRecord } from '../open-record.ts';
import type { PictureFault } from '../pictures.ts';
import { Preview } from '../preview/preview.tsx';
import { keyOrderOf } from '../key-order.ts';
import { withField, type Path } from '../record-file.ts';
import type { Session } from '../session.ts';
import { DeleteRecord } from './delete-record.tsx';
import { FileForm, formName, useFile, withoutField, type FileView } from './file-form.tsx';
import { MakeDialog, made } from './make-dialog.tsx';
import type { CollectionName } from '../../model/schemas/index.ts';
import { HoldingBack } from './holding-back.tsx';
import { Languages } from './languages.tsx';
import { TranslationForm } from './translation-form.tsx';
import { useCheck } from './use-check.ts';
import { usePictures } from './use-pictures.ts';
import { useSaving } from './use-saving.tsx';
import { useLanguage, useSay } from './words.ts';
import { Main } from './main.tsx';

/** A record: its form, what is wrong with it, the page as readers see it, and the way to save it. */

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What the record is called, by what stands in its form. */
function titleOf({ data }: FileView, id: string): string {
  const names = data?.['names'];
  const name = typeof names === 'object' && names !== null && 'vi' in names ? names.vi : undefined;
  return asText(data?.['title']) || asText(name) || id;
}

/** What stands above the headline: categories and date. */
function kickerOf({ data }: FileView, locale: EditorLocale): string {
  const categories = Array.isArray(data?.['categories']) ? data['categories'].map(String) : [];
  const date = parseDate(String(data?.['date'] ?? ''));
  return [
    ...categories.map((one) => choiceName(['categories'], one, locale)),
    ...(isKnownDate(date) ? [formatDate(date, locale)] : []),
  ].join(' · ');
}

/** Puts the focus on the control of the first problem that has one; whether there was one. */
function focusFirst({ placed, locale }: FileView): boolean {
  for (const { path } of placed) {
    if (path === undefined) continue;
    const keys: Path = path === 'body' ? [] : path;
    for (let length = keys.length; length > 0; length--) {
      const control = document.getElementById(controlId(formName(locale), keys.slice(0, length)));
      if (!control) continue;
      control.focus();
      control.scrollIntoView({ block: 'center' });
      return true;
    }
  }
  const faulty = document.querySelector('.faulty, .elsewhere');
  faulty?.scrollIntoView({ block: 'center' });
  return faulty !== null;
}

export interface RecordPageProps {
  readonly session: Session;
  readonly record: OpenRecord;
  /** The name of whoever edits; empty where it is not known. */
  readonly editor: string;
  /** Whether what has been typed is kept as a draft. */
  readonly kept: boolean;
  readonly change: (record: OpenRecord) => void;
  /** The bulletin has another record now than the one at hand. */
  readonly onSession: (session: Session) => void;
  readonly onSaved: (session: Session, record: OpenRecord) => void;
  readonly onDeleted: (session: Session) => void;
}

export function RecordPage({
  session,
  record,
  editor,
  kept,
  change,
  onSession,
  onSaved,
  onDeleted,
}: RecordPageProps) {
  const say = useSay();
  const locale = useLanguage();
  const { index } = session;
  const { collection, id } = record;
  const hasText = isArticleName(collection);
  const [language, setLanguage] = useState<Locale>(originalLocale);
  const [showsPreview, setShowsPreview] = useState(() => matchMedia('(min-width: 75rem)').matches);
  const check = useCheck(record, index);
  const problems: readonly Problem[] = check.state === 'done' ? check.problems : [];
  const original = useFile(record, originalLocale, problems);
  const shown = useFile(record, language, problems);
  /** A translation stands beside its original; the preview is there when it is asked for. */
  const choose = (code: Locale): void => {
    setLanguage(code);
    if (code !== originalLocale) setShowsPreview(false);
  };
  const pictureUrl = usePictures(record);
  const latest = useRef(record);
  latest.current = record;
  const update = (next: OpenRecord): void => {
    latest.current = next;
    change(next);
  };
  const title = titleOf(original, id);
  const saving = useSaving({ session, record, title, editor, onSaved, onChange: update });
  const changed = changesOf(record).length > 0;
  const checked = check.state === 'done' && check.of.files === record.files;
  const maySave = changed && checked && problems.length === 0 && !saving.busy;

  /** Whoever saves in the middle of a check need not press again: it is done when the check is content. */
  const [wantsSave, setWantsSave] = useState(false);
  const save = (): void => {
    if (maySave) void saving.save();
    else setWantsSave(changed && !checked && !saving.busy);
  };
  useEffect(() => {
    if (!wantsSave || !checked) return;
    setWantsSave(false);
    if (maySave) void saving.save();
  }, [wantsSave, checked]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        save();
      } else if (key === 'z' || key === 'y') {
        // The text has an “undo” of its own.
        if (event.defaultPrevented || (event.target as Element).closest('[contenteditable], dialog')) return;
        event.preventDefault();
        update((key === 'y' || event.shiftKey ? redo : undo)(latest.current));
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
  useEffect(() => {
    document.title = `${title} · ${say('editor.title')}`;
  }, [title]);

  const elsewhere = sortProblems([
    ...withoutField(shown),
    ...problems.filter(({ file }) => file !== shown.file),
  ]);
  const [pictureFault, setPictureFault] = useState<PictureFault>();
  const addPicture = async (file: File): Promise<string | undefined> => {
    const { preparePicture } = await import('../pictures.ts');
    const folder = folderOfRecord(collection, id);
    const taken = new Set([...latest.current.files.keys()].map((path) => path.slice(folder.length)));
    const made = await preparePicture(file, file.name.replace(/\.\w+$/, ''), taken);
    setPictureFault(typeof made === 'string' ? made : undefined);
    if (typeof made === 'string') return undefined;
    update(withFile(latest.current, folder + made.name, made.bytes));
    return made.name;
  };
  /** What a field wants to name and is not there yet, and where its name goes. */
  const [making, setMaking] = useState<{ record: OpenRecord; name: string; path: Path }>();
  const make = (wanted: CollectionName, name: string, path: Path): void => {
    const begun = made({ collection: wanted, name }, session);
    if (begun) setMaking({ record: begun, name, path });
  };
  const order = keyOrderOf(collection);
  const onMade = (now: Session, newId: string): void => {
    const text = withField(textOf(latest.current, original.file) ?? '', making?.path ?? [], newId, order);
    update(withFile(latest.current, original.file, text));
    setMaking(undefined);
    onSession(now);
  };
  const props = { record: () => latest.current, index, change: update, pictureUrl, addPicture };
  return (
    <>
      <header class="bar">
        <a href="#/">{say('editor.back')}</a>
        <p class="check-state" role="status">
          {check.state === 'loading' && say('editor.checkLoading')}
          {check.state === 'failed' && say('editor.checkFailed', { reason: check.reason })}
          {check.state === 'done' && problems.length === 0 && say('editor.noProblems')}
        </p>
        {kept && <p class="kept">{say('editor.draftKept')}</p>}
        {problems.length > 0 && (
          <button type="button" class="count" onClick={() => focusFirst(shown)}>
            {say('editor.problems', { count: problems.length })}
          </button>
        )}
        {hasText && (
          <button type="button" aria-pressed={showsPreview} onClick={() => setShowsPreview((now) => !now)}>
            {say('editor.preview')}
          </button>
        )}
        <button type="button" aria-disabled={record.past.length === 0} onClick={() => update(undo(record))}>
          {say('editor.undo')}
        </button>
        <button type="button" aria-disabled={record.future.length === 0} onClick={() => update(redo(record))}>
          {say('editor.redo')}
        </button>
        {/* Not `disabled`: a key that has just been pressed would lose the focus with it. */}
        <button type="button" class="primary" aria-disabled={!maySave} onClick={save}>
          {say(saving.busy ? 'editor.saving' : 'editor.save')}
        </button>
      </header>
      {saving.view}
      {making && (
        <MakeDialog
          record={making.record}
          name={making.name}
          session={session}
          editor={editor}
          onMade={onMade}
          onClose={() => setMaking(undefined)}
        />
      )}
      <div
        class={
          hasText && (showsPreview || language !== originalLocale) ? 'workspace with-preview' : 'workspace'
        }
      >
        <Main>
          <h1>{title}</h1>
          {hasText && (
            <Languages record={record} index={index} chosen={language} choose={choose} change={update} />
          )}
          {elsewhere.length > 0 && (
            <section class="elsewhere">
              <h2>{say('editor.elsewhere')}</h2>
              <ProblemList problems={elsewhere} withFile />
            </section>
          )}
          {pictureFault && (
            <p class="fault" role="alert">
              {say(`editor.picture.${pictureFault}`)}
            </p>
          )}
          {language === originalLocale ? (
            <FileForm {...props} view={original} make={make} />
          ) : (
            <TranslationForm {...props} view={shown} original={original} check={check} language={language} />
          )}
          {language === originalLocale && original.data && hasText && (
            <HoldingBack record={record} index={index} title={title} change={update} />
          )}
          {session.store.versions && record.opened.size > 0 && (
            <p>
              <a href={`#/versions/${collection}/${id}`}>{say('editor.versions.ofRecord')}</a>
            </p>
          )}
          {language === originalLocale && record.opened.size > 0 && (
            <DeleteRecord
              session={session}
              record={record}
              title={title}
              editor={editor}
              onDeleted={onDeleted}
            />
          )}
        </Main>
        {hasText && language !== originalLocale && !showsPreview && (
          <Preview
            label={say('editor.original')}
            locale={originalLocale}
            title={title}
            summary={asText(original.data?.['summary'])}
            kicker={kickerOf(original, locale)}
            body={original.body}
            pictureUrl={pictureUrl}
          />
        )}
        {hasText && showsPreview && (
          <Preview
            label={say('editor.preview')}
            locale={language}
            title={asText(shown.data?.['title']) || title}
            summary={asText(shown.data?.['summary'])}
            kicker={kickerOf(original, locale)}
            body={shown.body}
            pictureUrl={pictureUrl}
          />
        )}
      </div>
    </>
  );
}
