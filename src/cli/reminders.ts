import { unionsWithoutContact } from '../bulletin/contacts.ts';
import { editorText } from '../i18n/editors.ts';
import type { Entries } from '../model/entries.ts';
import type { EditorLocale } from '../model/locales.ts';

/** What is not wrong but not there yet, a line each: `check` and `build` say it and go on. */
export function reminderLines(entries: Entries, locale: EditorLocale): string[] {
  const silent = unionsWithoutContact(entries).map(({ id }) => id);
  return silent.length > 0 ? [editorText('remind.contact', locale, { units: silent.join(', ') })] : [];
}
