import type { EditorLocale } from '../i18n/locales.ts';

/** What every form of `npm run new` works with. */
export interface Setting {
  /** The project folder. */
  readonly root: string;
  readonly locale: EditorLocale;
  /** Whether somebody is there to be asked. */
  readonly terminal: boolean;
}
