import { useRef, useState } from 'preact/hooks';
import { recordTypes, type RecordTypeName } from '../../authoring/record-questions.ts';
import { originalLocale } from '../../model/locales.ts';
import type { CollectionName } from '../../model/schemas/index.ts';
import { begin } from '../begin.ts';
import { Fields } from '../forms/form.tsx';
import { FormOf, type FieldChange } from '../forms/form-context.ts';
import { ProblemList } from '../forms/problem-list.tsx';
import { keyOrderOf } from '../key-order.ts';
import { textOf, withFile, type OpenRecord } from '../open-record.ts';
import { withField } from '../record-file.ts';
import { saveRecord } from '../saving.ts';
import { withSaved, type Session } from '../session.ts';
import { Dialog } from './dialog.tsx';
import { useFile, withoutField } from './file-form.tsx';
import { useCheck } from './use-check.ts';
import { faultText } from './use-saving.tsx';
import { useSay } from './words.ts';

/** A record that another one wants to name and that is not there yet: with what it cannot be without, saved at once. */

const types = Object.keys(recordTypes) as RecordTypeName[];

export interface Making {
  readonly collection: CollectionName;
  readonly name: string;
}

/** The new record of a name; `undefined` for a name without a letter that could stand in an address. */
export const made = ({ collection, name }: Making, { index }: Session): OpenRecord | undefined => {
  const type = types.find((one) => recordTypes[one].collection === collection);
  return type && begin({ type, title: name, date: '' }, index, new Date().getFullYear());
};

export function MakeDialog({
  record: begun,
  name,
  session,
  editor,
  onMade,
  onClose,
}: {
  readonly record: OpenRecord;
  readonly name: string;
  readonly session: Session;
  readonly editor: string;
  readonly onMade: (session: Session, id: string) => void;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const [record, setRecord] = useState(begun);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const latest = useRef(record);
  const { collection } = record;
  const check = useCheck(record, session.index);
  const problems = check.state === 'done' ? check.problems : [];
  const view = useFile(record, originalLocale, problems);
  const order = keyOrderOf(collection);
  const ready = check.state === 'done' && check.of.files === record.files && problems.length === 0 && !busy;
  const write = (changes: readonly FieldChange[]): void => {
    const before = textOf(latest.current, view.file) ?? '';
    const text = changes.reduce((now, [path, value]) => withField(now, path, value, order), before);
    latest.current = withFile(latest.current, view.file, text);
    setRecord(latest.current);
  };
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const saved = await saveRecord(session.store, record, name, editor);
      if (saved.kind === 'conflict') setFault(say('editor.conflict'));
      else onMade(await withSaved(session, record), record.id);
    } catch (error) {
      setFault(faultText(error, say));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={say('editor.makeNamed', { name })} onClose={onClose}>
      <FormOf.Provider
        value={{
          name: 'new',
          data: view.data,
          index: session.index,
          problems: view.placed,
          change: (path, value) => write([[path, value]]),
          changeAll: write,
        }}
      >
        <Fields fields={view.fields.filter(({ required }) => required)} />
      </FormOf.Provider>
      <ProblemList problems={withoutField(view)} />
      {fault !== undefined && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <div class="answers">
        <button type="button" class="primary" disabled={!ready} onClick={() => void save()}>
          {say(busy ? 'editor.saving' : 'editor.make')}
        </button>
        <button type="button" onClick={onClose}>
          {say('editor.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
