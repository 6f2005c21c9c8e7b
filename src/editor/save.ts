import { editorText, type EditorKey } from '../i18n/editors.ts';
import { stampTranslation } from '../bulletin/translations.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { translationLocales, type Locale } from '../model/locales.ts';
import { stateOf, textFile } from '../model/text-states.ts';
import { keyOrderOf } from './key-order.ts';
import { fieldsOf, withField } from './record-file.ts';

/** What one save changes: the files of a record, what its translations need to know, and the line that says what was done. */

/** Texts by path. */
export type Texts = ReadonlyMap<string, string>;

/**
 * The translations of which the one question has to be asked, because the Vietnamese words have changed: was it a typing
 * error, or has the meaning changed? None where there is nothing to ask.
 * @param before the record as it was opened, `undefined` for a new one and for one that was faulty
 * @param after the record as it is to be saved
 */
export function translationsConcerned(
  before: ArticleEntry | undefined,
  after: ArticleEntry,
): readonly Locale[] {
  if (!before || before.texts.vi.ownFingerprint === after.texts.vi.ownFingerprint) return [];
  // One that was checked against the new words in this very save is not concerned.
  return translationLocales.filter((code) => {
    const state = stateOf(after, code);
    return state !== 'missing' && state !== 'current';
  });
}

/** The answer to the one question. */
export type Correction = 'typingError' | 'meaning';

interface Words {
  readonly before: ArticleEntry;
  readonly after: ArticleEntry;
  readonly texts: Texts;
  /** `YYYY-MM-DD`, in Viet Nam. */
  readonly today: string;
}

/**
 * The texts of a record after the one question. A typing error: translations that were current stay so. A change of the
 * meaning: they have become older than their original, and it says since when.
 * @returns the texts, those that are not concerned as they were
 */
export function settled({ before, after, texts, today }: Words, correction: Correction): Texts {
  const result = new Map(texts);
  if (correction === 'meaning') {
    const original = texts.get(after.file);
    const order = keyOrderOf(after.collection);
    if (original !== undefined) result.set(after.file, withField(original, ['updated'], today, order));
    return result;
  }
  for (const locale of translationsConcerned(before, after)) {
    if (stateOf(before, locale) !== 'current') continue;
    const path = textFile(after, locale);
    const text = texts.get(path);
    // The day on which it was translated stays: nobody has looked at it again.
    if (text !== undefined) result.set(path, withField(text, ['fingerprint'], after.texts.vi.ownFingerprint));
  }
  return result;
}

/**
 * The text of a translation that somebody has read beside its original and accepts.
 * @returns `undefined` when it has no front matter
 */
export function accepted(text: string, original: ArticleEntry, today: string): string | undefined {
  const stamp = { fingerprint: original.texts.vi.ownFingerprint, translated: today };
  const fields = fieldsOf(text);
  // A second look on the same day at the same words changes nothing.
  if (fields['fingerprint'] === stamp.fingerprint && fields['translated'] === today) return text;
  return stampTranslation(text, stamp);
}

/** Today in Viet Nam, `YYYY-MM-DD`. */
export function todayInVietNam(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' }).format(now);
}

/** What was done, for the message of a commit. */
export const deeds = [
  'create',
  'edit',
  'translate',
  'accept',
  'delete',
  'restore',
  'hold',
  'publish',
] as const;
export type Deed = (typeof deeds)[number];

/**
 * The line under which a save is kept: Vietnamese, whatever language the editor has chosen, since others read it.
 * @param record its title, or its path where it has none
 * @example commitMessage('edit', 'Đón đoàn HVPF', 'Trần An') // => 'Sửa “Đón đoàn HVPF” – Trần An'
 */
export function commitMessage(deed: Deed, record: string, editor: string): string {
  const key: EditorKey = `editor.message.${deed}`;
  const line = (value: string): string => value.replace(/\s+/g, ' ').trim();
  const title = line(record);
  // The host's list of commits shows one line.
  const short = title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).trimEnd()}…`;
  const name = line(editor);
  return editorText(key, 'vi', { record: short }) + (name === '' ? '' : ` – ${name}`);
}

const longestTitle = 60;
