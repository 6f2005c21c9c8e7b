import { choiceName } from '../../authoring/choice-names.ts';
import { receivedDay, type Sender } from '../../authoring/word/word-record.ts';
import type { RecordIndex } from '../../content/record-index.ts';
import { formatDate } from '../../i18n/format.ts';
import { photoRights, type PhotoRights } from '../../model/schemas/document.ts';
import { dateOf } from '../begin.ts';
import { PlainChoice, PlainText } from '../forms/plain-fields.tsx';
import { recordChoices } from '../forms/record-choices.ts';
import { useLanguage, useSay } from './words.ts';

/** Who sent an article, when, and whose its photos are. */

/** As it was typed and chosen; what nobody knows is empty. */
export interface TypedSender {
  readonly received: string;
  readonly from: string;
  readonly person: string;
  readonly photos: PhotoRights | '';
}

const dayOf = (typed: string) => receivedDay(dateOf(typed) ?? '');

/** @returns `undefined` while the day is none */
export function senderOf(file: string, { received, from, person, photos }: TypedSender): Sender | undefined {
  const day = dayOf(received);
  return (
    day && {
      file,
      received: day,
      from: from || undefined,
      person: person.trim().normalize('NFC') || undefined,
      photos: photos || undefined,
    }
  );
}

export function SenderFields({
  typed,
  onTyped,
  index,
  hasPhotos,
}: {
  readonly typed: TypedSender;
  readonly onTyped: (now: TypedSender) => void;
  readonly index: RecordIndex;
  readonly hasPhotos: boolean;
}) {
  const say = useSay();
  const locale = useLanguage();
  const day = dayOf(typed.received);
  const units = recordChoices({ to: ['units'], form: 'id' }, index, locale);
  const rights = photoRights.map((one) => ({
    value: one,
    name: choiceName(['received', 'photos'], one, locale),
  }));
  return (
    <fieldset class="field group">
      <legend>{say('editor.field.received')}</legend>
      <PlainText
        id="word-received"
        label={say('editor.word.received')}
        value={typed.received}
        onText={(received) => onTyped({ ...typed, received })}
        kind="date"
        invalid={day === undefined}
      >
        {day && <p class="reading">{say('editor.reads', { value: formatDate(day, locale) })}</p>}
      </PlainText>
      <PlainChoice
        id="word-from"
        label={say('editor.field.from')}
        value={typed.from}
        choices={[{ value: '', name: say('editor.none') }, ...units]}
        onChoose={(from) => onTyped({ ...typed, from })}
      />
      <PlainText
        id="word-person"
        label={say('editor.field.person')}
        value={typed.person}
        onText={(person) => onTyped({ ...typed, person })}
        hint={say('editor.word.personHint')}
      />
      {hasPhotos && (
        <PlainChoice
          id="word-rights"
          label={say('editor.field.photos')}
          value={typed.photos}
          choices={[{ value: '', name: say('editor.choose') }, ...rights]}
          onChoose={(photos) => onTyped({ ...typed, photos })}
        >
          {typed.photos !== 'own' && typed.photos !== 'permitted' && (
            <p class="hint">{say('editor.word.rightsHint')}</p>
          )}
        </PlainChoice>
      )}
    </fieldset>
  );
}
