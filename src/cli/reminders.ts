import { unionsWithoutContact } from '../bulletin/contacts.ts';
import { editorText } from '../i18n/editors.ts';
import type { Entries } from '../model/entries.ts';
import type { EditorLocale } from '../model/locales.ts';
import type * as site from '../site.ts';

/**
 * What is not wrong but not there yet, a line each: `check` and `build` say it and go on.
 * @param owner what the owner has said of the site
 */
export function reminderLines(
  entries: Entries,
  { textLicence, imprint }: Pick<typeof site, 'textLicence' | 'imprint'>,
  locale: EditorLocale,
): string[] {
  const silent = unionsWithoutContact(entries).map(({ id }) => id);
  return [
    ...(silent.length > 0 ? [editorText('remind.contact', locale, { units: silent.join(', ') })] : []),
    ...(textLicence ? [] : [editorText('remind.licence', locale)]),
    ...(imprint.responsible === undefined ? [editorText('remind.responsible', locale)] : []),
  ];
}
