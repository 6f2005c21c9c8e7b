import en from './editors/en.json' with { type: 'json' };
import vi from './editors/vi.json' with { type: 'json' };
import type { EditorLocale } from '../model/locales.ts';

/** Messages for the people who write content. Vietnamese first, English on request; both complete (tested). */
const dictionaries = { vi, en } satisfies Record<EditorLocale, Record<keyof typeof vi, string>>;

export type EditorKey = keyof typeof vi;

type ProblemKey = Extract<EditorKey, `problem.${string}`>;
/** `badDate` for the pair of keys `problem.badDate` and `problem.badDate.fix`. */
export type MessageCode = ProblemKey extends infer Key
  ? Key extends `problem.${infer Code}.fix`
    ? Code
    : never
  : never;

/** Every problem that there are words for, in the order of the dictionary. */
export const messageCodes = Object.keys(vi)
  .filter((key) => key.startsWith('problem.') && !key.endsWith('.fix'))
  .map((key) => key.slice('problem.'.length)) as MessageCode[];

/** True for a key that there are words for. */
export const isEditorKey = (key: string): key is EditorKey => Object.hasOwn(vi, key);

/** The text of `key` with `{{name}}` placeholders filled in. */
export function editorText(
  key: EditorKey,
  locale: EditorLocale,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return dictionaries[locale][key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** What is wrong and what to do about it, in the editor's language. */
export function describe(
  code: MessageCode,
  values: Readonly<Record<string, string | number>>,
  locale: EditorLocale,
): { what: string; fix: string } {
  return {
    what: editorText(`problem.${code}` as EditorKey, locale, values),
    fix: editorText(`problem.${code}.fix`, locale, values),
  };
}
