import { draftText } from '../translation.ts';
import { localeCodes, locales, originalLocale, type Locale } from '../../model/locales.ts';
import type { TextState } from '../../model/text-states.ts';
import type { EditorIndex } from '../editor-index.ts';
import { fileOfRecord, withFile, type OpenRecord } from '../open-record.ts';
import { useSay } from './words.ts';

/** The languages of a record, each with how its text stands to the original. One that is missing is begun here. */
export function Languages({
  record,
  index,
  chosen,
  choose,
  change,
}: {
  readonly record: OpenRecord;
  readonly index: EditorIndex;
  readonly chosen: Locale;
  readonly choose: (locale: Locale) => void;
  readonly change: (record: OpenRecord) => void;
}) {
  const say = useSay();
  const { collection, id } = record;
  const listed = index.records[collection].find((one) => one.id === id);
  const stateOf = (code: Locale): TextState => {
    if (code === originalLocale) return 'original';
    if (!record.files.has(fileOfRecord(collection, id, code))) return 'missing';
    return listed?.states?.[code] ?? 'unstamped';
  };
  const open = (code: Locale): void => {
    if (stateOf(code) === 'missing')
      change(withFile(record, fileOfRecord(collection, id, code), draftText(record)));
    choose(code);
  };
  return (
    <nav class="languages" aria-label={say('editor.languages')}>
      {localeCodes.map((code) => {
        const state = stateOf(code);
        return (
          <button
            key={code}
            type="button"
            class={`state-${state}`}
            aria-pressed={code === chosen}
            onClick={() => open(code)}
          >
            <span lang={code}>{locales[code].name}</span>
            {state !== 'original' && <small>{say(`editor.state.${state}`)}</small>}
          </button>
        );
      })}
    </nav>
  );
}
