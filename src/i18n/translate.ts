import i18next, { type TFunction } from 'i18next';
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import km from './messages/km.json' with { type: 'json' };
import lo from './messages/lo.json' with { type: 'json' };
import vi from './messages/vi.json' with { type: 'json' };
import zh from './messages/zh.json' with { type: 'json' };
import { localeCodes, originalLocale, type Locale } from '../model/locales.ts';
import { memoize } from '../model/memoize.ts';

/**
 * The interface's words. One flat dictionary a language in `messages/`; what each key is for stands in
 * `messages/README.md`. Plural forms follow CLDR (`_one`, `_many`, `_other`); vi, lo, km and zh have `_other` only.
 * `messages.test.ts` fails on a missing or surplus key, `astro check` on a wrong one.
 */
export const dictionaries = { vi, en, lo, km, zh, fr } satisfies Record<Locale, Record<string, string>>;

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof vi };
    keySeparator: false;
    nsSeparator: false;
    returnNull: false;
  }
}

const instance = i18next.createInstance();
await instance.init({
  resources: Object.fromEntries(localeCodes.map((code) => [code, { translation: dictionaries[code] }])),
  lng: originalLocale,
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // The pages escape what they print.
  interpolation: { escapeValue: false },
});

export type Translate = TFunction;

/** The words of one language: `translator('en')('nav.partners') // => 'Partners'`. No global state is touched. */
export const translator: (locale: Locale) => Translate = memoize((locale) => instance.getFixedT(locale));
