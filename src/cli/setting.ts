import type { EditorLocale } from '../model/locales.ts';

/** What every form of `npm run new` works with. */
export interface Setting {
  /** The project folder. */
  readonly root: string;
  readonly locale: EditorLocale;
  /** Whether somebody is there to be asked. */
  readonly terminal: boolean;
}
