import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { editorText, isEditorKey, type EditorKey } from '../../i18n/editors.ts';
import type { EditorLocale } from '../../model/locales.ts';

/** The words of the interface, in the language that the editor has chosen. */

export const Language = createContext<EditorLocale>('vi');

export type Say = (key: EditorKey, values?: Readonly<Record<string, string | number>>) => string;

export const useLanguage = (): EditorLocale => useContext(Language);

export function useSay(): Say {
  const locale = useLanguage();
  return (key, values) => editorText(key, locale, values);
}

/** The short name of a field; the key itself for one that a schema has just learnt. */
export function labelOf(key: string, locale: EditorLocale): string {
  const name = `editor.field.${key}`;
  return isEditorKey(name) ? editorText(name, locale) : key;
}
