import { mapCollections, type AnyRecord, type Entries } from '../model/entries.ts';
import { noteRead, readAt, watched, withoutNoting } from '../model/reads.ts';
import type { CollectionName } from '../model/schemas/index.ts';
import { createBulletin, type Bulletin } from './bulletin.ts';

/**
 * A bulletin that notes what is asked of it: its questions by name and arguments, and of each record the fields that are
 * looked at. Nothing can be had of it otherwise. An answer that is a list of records stands for which records these are;
 * what is in them is noted when it is read.
 */
export interface RecordedBulletin {
  readonly bulletin: Bulletin;
  /**
   * What is read under a name that was noted, records as they are named (`nameOf`). Throws when it cannot be asked: of a
   * record that is not there any more.
   */
  answer(name: string): unknown;
}

/** `activities/2023/x` */
export const nameOf = ({ collection, id }: Pick<AnyRecord, 'collection' | 'id'>): string =>
  `${collection}/${id}`;

/** Whether a value is a record. Of Astro's own entries none has facts. */
export const isRecord = (value: object): value is AnyRecord =>
  'collection' in value && 'id' in value && 'facts' in value;

/** An argument of a question, as text. */
const argumentText = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && isRecord(value) ? { record: nameOf(value) } : value;

/**
 * Notes which members of an object are used; of questions with what they were asked.
 * @param instead members that note what is read of them themselves
 */
function asked<Target extends object>(target: Target, name: string, instead: Partial<Target> = {}): Target {
  const questions = new Map<PropertyKey, unknown>();
  return new Proxy(target, {
    get(object, key) {
      if (key in instead) return Reflect.get(instead, key);
      const value: unknown = Reflect.get(object, key);
      if (typeof value !== 'function') {
        noteRead(`${name} ${String(key)}`);
        return value;
      }
      const known = questions.get(key);
      if (known) return known;
      const question = (...given: unknown[]): unknown => {
        noteRead(`${name} ${String(key)} ${JSON.stringify(given.map(argumentText))}`);
        return withoutNoting((): unknown => Reflect.apply(value, object, given));
      };
      questions.set(key, question);
      return question;
    },
  });
}

/** What a record has fields of: its facts, and its texts in each language. */
const parts = { facts: {}, texts: { '*': {} } };

export function recordedBulletin(entries: Entries): RecordedBulletin {
  const plain = withoutNoting(() =>
    createBulletin(
      mapCollections(entries, (list) =>
        list.map((one) => watched(one, `record ${nameOf(one)}`, parts, ['collection', 'id'])),
      ),
    ),
  );

  function recordAt(name: string): unknown {
    const cut = name.indexOf('/');
    const found = plain.find(name.slice(0, cut) as CollectionName, name.slice(cut + 1));
    if (!found) throw new Error(`no record ${name}`);
    return found;
  }
  function answerOf(member: string, given: string): unknown {
    const value: unknown = Reflect.get(plain, member);
    if (typeof value !== 'function') return value;
    const values = (JSON.parse(given) as unknown[]).map((one) =>
      typeof one === 'object' && one !== null && 'record' in one ? recordAt(String(one.record)) : one,
    );
    return Reflect.apply(value, plain, values) as unknown;
  }
  return {
    bulletin: asked(plain, 'bulletin', { entries: asked(plain.entries, 'list') }),
    answer: (name) =>
      withoutNoting((): unknown => {
        const [kind, first = '', ...rest] = name.split(' ');
        if (kind === 'record') return readAt(recordAt(first), rest);
        if (kind === 'list') return Reflect.get(plain.entries, first);
        if (kind === 'bulletin') return answerOf(first, rest.join(' '));
        throw new Error(`nothing is read under the name ${name}`);
      }),
  };
}
