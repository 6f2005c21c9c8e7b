import { useEffect, useState } from 'preact/hooks';
import type { CollectionName } from '../../model/schemas/index.ts';
import type { Draft } from '../drafts.ts';
import { afterSave, changesOf, openRecord, type OpenRecord } from '../open-record.ts';
import { readRecord, type Session } from '../session.ts';
import { ownDrafts, timeOf } from './draft-list.tsx';
import { RecordPage } from './record-page.tsx';
import { faultText } from './use-saving.tsx';
import { useLanguage, useSay } from './words.ts';
import { Main } from './main.tsx';

/** Opens a record: as the store has it, or as the draft of it that was not saved. What is typed is kept as a draft. */

/** After the last keystroke, in milliseconds. */
const draftPause = 300;

export function OpenPage({
  session,
  place: { collection, id },
  editor,
  begun,
  onOpened,
  onSession,
  onSaved,
}: {
  readonly session: Session;
  readonly place: { readonly collection: CollectionName; readonly id: string };
  readonly editor: string;
  readonly begun: OpenRecord | undefined;
  /** `begun` is at hand now: whoever comes back finds the draft of it. */
  readonly onOpened: () => void;
  /** The bulletin as it is after a save. */
  readonly onSession: (session: Session) => void;
  readonly onSaved: (session: Session) => void;
}) {
  const say = useSay();
  const isBegun = begun?.collection === collection && begun.id === id;
  const [record, setRecord] = useState<OpenRecord | undefined>(isBegun ? begun : undefined);
  const [fault, setFault] = useState<string>();
  const [draft, setDraft] = useState<Draft>();
  const [kept, setKept] = useState(false);
  const locale = useLanguage();
  const place = session.store.name;
  const path = `${collection}/${id}`;
  const read = (): Promise<void> =>
    readRecord(session, collection, id).then(
      (found) => (found ? setRecord(found) : setFault(say('editor.notFound'))),
      (error: unknown) => setFault(faultText(error, say)),
    );
  useEffect(() => {
    if (record) return onOpened();
    void (async () => {
      const found = await (await ownDrafts()).get(place, path).catch(() => undefined);
      if (!found) return read();
      setDraft(found);
      setRecord({ ...openRecord(collection, id, found.opened), files: found.files });
    })();
  }, []);
  // What has been typed is kept at once; what has been saved or undone needs no draft.
  useEffect(() => {
    if (!record) return;
    const timer = setTimeout(async () => {
      const drafts = await ownDrafts();
      const { opened: before, files } = record;
      const changed = changesOf(record).length > 0;
      if (!changed) await drafts.remove(place, path);
      else
        await drafts.put({ place, record: path, changed: new Date().toISOString(), opened: before, files });
      setKept(changed && drafts.lasting);
    }, draftPause);
    return () => clearTimeout(timer);
  }, [record?.files, record?.opened]);
  if (fault !== undefined)
    return (
      <Main>
        <p role="alert">{fault}</p>
        <a href="#/">{say('editor.back')}</a>
      </Main>
    );
  if (!record) return <p role="status">{say('editor.loading')}</p>;
  return (
    <>
      {draft && (
        <p class="saved" role="status">
          {say('editor.draftFound', { time: timeOf(draft.changed, locale) })}{' '}
          <button
            type="button"
            onClick={async () => {
              await (await ownDrafts()).remove(place, path);
              setDraft(undefined);
              if (draft.opened.size === 0) location.hash = '#/';
              else {
                setRecord(undefined);
                await read();
              }
            }}
          >
            {say('editor.draftDrop')}
          </button>
        </p>
      )}
      <RecordPage
        session={session}
        record={record}
        editor={editor}
        kept={kept}
        change={(next) => {
          setKept(false);
          setRecord(next);
        }}
        onSession={onSession}
        onDeleted={(now) => {
          onSaved(now);
          void ownDrafts().then((drafts) => drafts.remove(place, path));
          location.hash = '#/';
        }}
        onSaved={(now, saved) => {
          onSaved(now);
          setDraft(undefined);
          // At once: whoever closes the tab now has no draft left. What was typed meanwhile becomes one again.
          void ownDrafts().then((drafts) => drafts.remove(place, path));
          // The session stays as it was when the branch is protected, and all waits to be accepted.
          setRecord((current) => current && afterSave(current, saved, now === session));
        }}
      />
    </>
  );
}
