import { useEffect, useRef, useState } from 'preact/hooks';
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
  const [record, showRecord] = useState<OpenRecord | undefined>(isBegun ? begun : undefined);
  /** The record as it is this moment, which the page shows a little later. */
  const latest = useRef(record);
  const setRecord = (next: OpenRecord | undefined): void => {
    latest.current = next;
    showRecord(next);
  };
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
  const dropDraft = async (): Promise<void> => (await ownDrafts()).remove(place, path);
  /** What has been typed is kept; what has been saved or undone needs no draft. */
  const keep = async (): Promise<void> => {
    const drafts = await ownDrafts();
    if (!latest.current) return;
    const { opened: before, files } = latest.current;
    const changed = changesOf(latest.current).length > 0;
    if (!changed) await drafts.remove(place, path);
    else await drafts.put({ place, record: path, changed: new Date().toISOString(), opened: before, files });
    setKept(changed && drafts.lasting);
  };
  useEffect(() => {
    if (!record) return;
    const timer = setTimeout(keep, draftPause);
    return () => clearTimeout(timer);
  }, [record?.files, record?.opened]);
  // Whoever leaves the page within the pause loses nothing.
  useEffect(() => () => void keep(), []);
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
              setRecord(undefined);
              setDraft(undefined);
              await dropDraft();
              if (draft.opened.size === 0) location.hash = '#/';
              else await read();
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
          setRecord(undefined);
          void dropDraft();
          location.hash = '#/';
        }}
        onSaved={(now, saved) => {
          onSaved(now);
          setDraft(undefined);
          // The session stays as it was when the branch is protected, and all waits to be accepted.
          if (latest.current) setRecord(afterSave(latest.current, saved, now === session));
          // At once: whoever closes the tab now has no draft left but of what was typed meanwhile.
          void keep();
        }}
      />
    </>
  );
}
