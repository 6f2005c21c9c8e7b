import { useState } from 'preact/hooks';
import type { Deletion } from '../deletion.ts';
import type { NamedRecord } from '../read-record.ts';
import { refresh, type Session } from '../session.ts';
import { Dialog } from './dialog.tsx';
import { nameOf } from '../forms/record-choices.ts';
import { faultText } from './use-saving.tsx';
import { useLanguage, useSay } from './words.ts';

/** Deleting a record: first what names it is told, then one save does all of it. */
export function DeleteRecord({
  session,
  record,
  title,
  editor,
  onDeleted,
}: {
  readonly session: Session;
  readonly record: NamedRecord;
  readonly title: string;
  readonly editor: string;
  /** The session as it is then; on a protected branch the record is there until the proposal has been accepted. */
  readonly onDeleted: (session: Session) => void;
}) {
  const say = useSay();
  const locale = useLanguage();
  const [plan, setPlan] = useState<Deletion>();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const trying = async (run: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await run();
    } catch (error) {
      setFault(faultText(error, say));
    } finally {
      setBusy(false);
    }
  };
  const ask = (): Promise<void> =>
    trying(async () => {
      const { planDeletion } = await import('../check.ts');
      setPlan(await planDeletion(session.store, session.index, record));
    });
  const confirm = ({ changes }: Deletion): Promise<void> =>
    trying(async () => {
      const { commitMessage } = await import('../check.ts');
      const saved = await session.store.save(changes, commitMessage('delete', title, editor));
      // Somebody has changed one of the files in this moment: it is worked out anew.
      if (saved.kind === 'conflict') return ask();
      onDeleted(await refresh(session));
    });
  const list = (records: readonly NamedRecord[]) => (
    <ul>
      {records.map(({ collection, id }) => {
        const found = session.index.records[collection].find((one) => one.id === id);
        return (
          <li key={`${collection}/${id}`}>
            <a href={`#/${collection}/${id}`}>{found ? nameOf(found, locale) : id}</a>
          </li>
        );
      })}
    </ul>
  );
  return (
    <>
      <button type="button" class="delete" disabled={busy} onClick={() => void ask()}>
        {say('editor.delete')}
      </button>
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {plan && (
        <Dialog title={say('editor.deleteTitle', { title })} onClose={() => setPlan(undefined)}>
          {plan.blocking.length > 0 ? (
            <>
              <p>{say('editor.deleteBlocked')}</p>
              {list(plan.blocking)}
            </>
          ) : (
            <>
              <p>{say(plan.mended.length > 0 ? 'editor.deleteMends' : 'editor.deleteAlone')}</p>
              {list(plan.mended)}
              <div class="answers">
                <button type="button" class="delete" disabled={busy} onClick={() => void confirm(plan)}>
                  {say('editor.deleteConfirm')}
                </button>
              </div>
            </>
          )}
          <button type="button" onClick={() => setPlan(undefined)}>
            {say('editor.cancel')}
          </button>
        </Dialog>
      )}
    </>
  );
}
