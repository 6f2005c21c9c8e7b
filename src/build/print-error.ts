import { editorText, type EditorKey } from '../i18n/editors.ts';
import type { EditorLocale } from '../model/locales.ts';

type PrintErrorKey = Extract<EditorKey, `print.error.${string}`>;
export type PrintErrorCode = PrintErrorKey extends `print.error.${infer Code}` ? Code : never;

/**
 * Why something cannot be printed, where an editor or whoever sets up the machine can help it. Its message is English,
 * as of every error; `reasonIn` has the editor's language. What only a developer can help stays a plain `Error`.
 */
export class PrintError extends Error {
  readonly code: PrintErrorCode;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(
    code: PrintErrorCode,
    values: Readonly<Record<string, string | number>>,
    options?: { cause: unknown },
  ) {
    super(editorText(`print.error.${code}`, 'en', values), options);
    this.name = 'PrintError';
    this.code = code;
    this.values = values;
  }
}

/** What an error says, in the editor's language where it is known in it. */
export function reasonIn(error: unknown, locale: EditorLocale): string {
  if (error instanceof PrintError) return editorText(`print.error.${error.code}`, locale, error.values);
  return error instanceof Error ? error.message : String(error);
}

/** Whether something was not printed only because this machine has no browser: the site is whole but for its PDFs. */
export const lacksBrowser = (error: unknown): boolean =>
  error instanceof PrintError && error.code === 'noBrowser';
