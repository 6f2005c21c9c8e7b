import { useRef, useState } from 'preact/hooks';
import { fileNameOf } from '../../content/files.ts';
import { wording } from '../../content/problems.ts';
import type { OpenRecord } from '../open-record.ts';
import { answered, concernedBy, problemsOf, saveRecord } from '../saving.ts';
import { withSaved, type Session } from '../session.ts';
import { settleConflicts, type ClashInFile } from '../settle-conflict.ts';
import { StoreError, type Conflict } from '../store/store.ts';
import { Dialog } from './dialog.tsx';
import { TwoVersions } from './two-versions.tsx';
import { labelOf, useLanguage, useSay, type Say } from './words.ts';

/** Saving: what is asked before, and what is said after. */

type Step =
  | { readonly kind: 'idle' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'proposed'; readonly url: string }
  | { readonly kind: 'question'; readonly languages: string }
  | { readonly kind: 'conflict'; readonly conflicts: readonly Conflict[] }
  /** Somebody else had changed other parts: they stand in the record now, and it can be saved. */
  | { readonly kind: 'merged' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Why the store could not, in words. */
export function faultText(error: unknown, say: Say): string {
  if (!(error instanceof StoreError)) return String(error);
  return say(`editor.fault.${error.fault}`, { detail: error.detail });
}

export interface Saving {
  readonly busy: boolean;
  readonly save: () => Promise<void>;
  /** What became of the last save, and what it asks. */
  readonly view: preact.ComponentChildren;
}

export function useSaving({
  session,
  record,
  title,
  editor,
  onSaved,
  onChange,
}: {
  readonly session: Session;
  readonly record: OpenRecord;
  readonly title: string;
  readonly editor: string;
  readonly onSaved: (session: Session, record: OpenRecord) => void;
  readonly onChange: (record: OpenRecord) => void;
}): Saving {
  const say = useSay();
  const locale = useLanguage();
  const [step, setStep] = useState<Step>({ kind: 'idle' });
  const running = useRef(false);

  const write = async (now: OpenRecord): Promise<void> => {
    setStep({ kind: 'saving' });
    const saved = await saveRecord(session.store, now, title, editor);
    if (saved.kind === 'conflict') {
      const { record: both, clashes } = settleConflicts(now, saved.paths, 'mine');
      if (clashes.length > 0) return setStep({ kind: 'conflict', conflicts: saved.paths });
      onChange(both);
      return setStep({ kind: 'merged' });
    }
    setStep(saved);
    onSaved(saved.kind === 'saved' ? await withSaved(session, now) : session, now);
  };
  /** One at a time; what goes wrong is said, and nothing is lost. */
  const guarded = (run: () => Promise<void>) => async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    try {
      await run();
    } catch (error) {
      setStep({ kind: 'failed', reason: faultText(error, say) });
    } finally {
      running.current = false;
    }
  };
  const save = guarded(async () => {
    const concerned = await concernedBy(record, session.index);
    if (concerned.length === 0) return write(record);
    const names = new Intl.DisplayNames(locale, { type: 'language' });
    const languages = new Intl.ListFormat(locale).format(concerned.map((code) => names.of(code) ?? code));
    setStep({ kind: 'question', languages });
  });
  const answer = (correction: 'typingError' | 'meaning') =>
    guarded(async () => {
      const now = await answered(record, session.index, correction);
      const [problem] = await problemsOf(now, session.index);
      // A typing error that changes a figure is none for the translations.
      if (problem) {
        const { what } = wording(problem, locale);
        return setStep({ kind: 'failed', reason: say('editor.answerFits', { problem: what }) });
      }
      onChange(now);
      await write(now);
    });
  const close = (): void => setStep({ kind: 'idle' });

  const view = (
    <>
      <p class="saved" role="status">
        {step.kind === 'saving' && say('editor.saving')}
        {step.kind === 'saved' && say('editor.saved')}
        {step.kind === 'merged' && say('editor.merged')}
        {step.kind === 'proposed' && (
          <>
            {say('editor.proposed')} <a href={step.url}>{say('editor.proposal')}</a>
          </>
        )}
      </p>
      {step.kind === 'failed' && (
        <p class="fault" role="alert">
          {say('editor.notSaved', { reason: step.reason })}
        </p>
      )}
      {step.kind === 'question' && (
        <Dialog title={say('editor.question')} onClose={close}>
          <p>{say('editor.questionWhy', { languages: step.languages })}</p>
          <div class="answers">
            <button type="button" onClick={() => void answer('typingError')()}>
              <strong>{say('editor.typingError')}</strong>
              <small>{say('editor.typingErrorMeans')}</small>
            </button>
            <button type="button" onClick={() => void answer('meaning')()}>
              <strong>{say('editor.meaning')}</strong>
              <small>{say('editor.meaningMeans')}</small>
            </button>
          </div>
          <button type="button" onClick={close}>
            {say('editor.cancel')}
          </button>
        </Dialog>
      )}
      {step.kind === 'conflict' && (
        <ConflictDialog
          conflicts={step.conflicts}
          record={record}
          onClose={close}
          onSettled={(now) => {
            onChange(now);
            close();
          }}
        />
      )}
    </>
  );
  return { busy: step.kind === 'saving', save, view };
}

/** Two people have changed the same: both versions, and which one goes on. Neither is lost before it is chosen. */
function ConflictDialog({
  conflicts,
  record,
  onClose,
  onSettled,
}: {
  readonly conflicts: readonly Conflict[];
  readonly record: OpenRecord;
  readonly onClose: () => void;
  readonly onSettled: (record: OpenRecord) => void;
}) {
  const say = useSay();
  const locale = useLanguage();
  const { clashes } = settleConflicts(record, conflicts, 'mine');
  const placeOf = ({ file, path: [field] }: ClashInFile): string => {
    if (typeof field === 'string') return labelOf(field, locale);
    return fileNameOf(file);
  };
  return (
    <Dialog title={say('editor.conflict')} onClose={onClose} wide>
      <p>{say('editor.conflictWhy')}</p>
      {clashes.map((clash, at) => (
        <TwoVersions
          key={at}
          place={placeOf(clash)}
          versions={[
            { name: say('editor.mine'), value: clash.mine },
            { name: say('editor.theirs'), value: clash.theirs },
          ]}
        />
      ))}
      <div class="answers">
        <button type="button" onClick={() => onSettled(settleConflicts(record, conflicts, 'mine').record)}>
          <strong>{say('editor.keepMine')}</strong>
          <small>{say('editor.keepMineMeans')}</small>
        </button>
        <button type="button" onClick={() => onSettled(settleConflicts(record, conflicts, 'theirs').record)}>
          <strong>{say('editor.takeTheirs')}</strong>
          <small>{say('editor.takeTheirsMeans')}</small>
        </button>
      </div>
      <button type="button" onClick={onClose}>
        {say('editor.cancel')}
      </button>
    </Dialog>
  );
}
