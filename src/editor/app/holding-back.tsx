import { useRef, useState } from 'preact/hooks';
import { namedBy, type EditorIndex } from '../editor-index.ts';
import { nameOf } from '../forms/record-choices.ts';
import { keyOrderOf } from '../key-order.ts';
import { fileOfRecord, textOf, withFile, type OpenRecord } from '../open-record.ts';
import { isHeldBack, withField } from '../record-file.ts';
import { Dialog } from './dialog.tsx';
import { useLanguage, useSay } from './words.ts';

/** Holding a record back and publishing it: first what that means for readers, then it is done by the next save. */

/** The record held back, or to be published. */
function withHeldBack(record: OpenRecord, holds: boolean): OpenRecord {
  const { collection, id } = record;
  const file = fileOfRecord(collection, id);
  const order = keyOrderOf(collection);
  return withFile(record, file, withField(textOf(record, file) ?? '', ['draft'], holds || undefined, order));
}

const utf8 = new TextDecoder();

/** Whether the record is held back, as it is now and as the bulletin has it. */
function held(record: OpenRecord): { readonly now: boolean; readonly before: boolean } {
  const file = fileOfRecord(record.collection, record.id);
  const before = record.opened.get(file);
  return {
    now: isHeldBack(textOf(record, file) ?? ''),
    before: before !== undefined && isHeldBack(utf8.decode(before.bytes)),
  };
}

export function HoldingBack({
  record,
  index,
  title,
  change,
}: {
  readonly record: OpenRecord;
  readonly index: EditorIndex;
  readonly title: string;
  readonly change: (record: OpenRecord) => void;
}) {
  const say = useSay();
  const locale = useLanguage();
  const [asks, setAsks] = useState(false);
  const notice = useRef<HTMLParagraphElement>(null);
  const { now, before } = held(record);
  const isNew = record.opened.size === 0;
  const set = (holds: boolean): void => {
    change(withHeldBack(record, holds));
    setAsks(false);
    // After the window, which gives the focus back to its button, and the button is another one then.
    setTimeout(() => notice.current?.focus());
  };
  const pointing = namedBy(index, `${record.collection}/${record.id}`);
  const state = now ? (before ? 'held' : 'willBeHeld') : before ? 'willBePublished' : undefined;
  return (
    <section class="holding-back">
      <p ref={notice} class={state ? 'lacking' : undefined} role="status" tabIndex={-1}>
        {state && say(`editor.hold.${state}`)}
      </p>
      {now ? (
        <button type="button" onClick={() => set(false)}>
          {say(before || isNew ? 'editor.hold.publish' : 'editor.hold.notYet')}
        </button>
      ) : (
        <button type="button" onClick={() => setAsks(true)}>
          {say(before ? 'editor.hold.stay' : 'editor.hold.hold')}
        </button>
      )}
      {asks && (
        <Dialog title={say('editor.hold.title', { title })} onClose={() => setAsks(false)}>
          <p>{say('editor.hold.means')}</p>
          {pointing.length > 0 && (
            <>
              <p>{say('editor.hold.pointing')}</p>
              <ul>
                {pointing.map(({ collection, id }) => {
                  const found = index.records[collection].find((one) => one.id === id);
                  return (
                    <li key={`${collection}/${id}`}>
                      {found ? nameOf(found, locale) : id}{' '}
                      <small>{say(collection === 'issues' ? 'editor.hold.issue' : 'editor.hold.page')}</small>
                    </li>
                  );
                })}
              </ul>
            </>
          )}
          <div class="answers">
            <button type="button" class="primary" onClick={() => set(true)}>
              {say('editor.hold.hold')}
            </button>
          </div>
          <button type="button" onClick={() => setAsks(false)}>
            {say('editor.cancel')}
          </button>
        </Dialog>
      )}
    </section>
  );
}
