import i18next, { type TFunction } from 'i18next';
import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import km from './messages/km.json' with { type: 'json' };
import lo from './messages/lo.json' with { type: 'json' };
import vi from './messages/vi.json' with { type: 'json' };
import zh from './messages/zh.json' with { type: 'json' };
import { localeCodes, originalLocale, type Locale } from '../model/locales.ts';
import { memoize } from '../model/memoize.ts';
import { isRecording, noteRead, watched } from '../model/reads.ts';

/**
 * The interface's words. One flat dictionary a language in `messages/`; what each key is for stands in
 * `messages/README.md`. Plural forms follow CLDR (`_one`, `_many`, `_other`); vi, lo, km and zh have `_other` only.
 * `messages.test.ts` fails on a missing or surplus key, `astro check` on a wrong one.
 */
const messages = { vi, en, lo, km, zh, fr } satisfies Record<Locale, Record<string, string>>;

/** All words of all languages. Which of them are read is noted, so that a page is made again when one of its words changes. */
export const dictionaries = watched(messages, 'message', {
  vi: {},
  en: {},
  lo: {},
  km: {},
  zh: {},
  fr: {},
});

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
  resources: Object.fromEntries(localeCodes.map((code) => [code, { translation: messages[code] }])),
  lng: originalLocale,
  fallbackLng: false,
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  // The pages escape what they print.
  interpolation: { escapeValue: false },
});

export type Translate = TFunction;

/** The forms in which a message with a number may stand; a language has those that it needs. */
const pluralForms = ['', '_zero', '_one', '_two', '_few', '_many', '_other'];

function noteMessage(locale: Locale, [key, options]: Parameters<Translate>): void {
  const name = `message ${locale} ${String(key)}`;
  if (typeof options === 'object' && 'count' in options)
    for (const form of pluralForms) noteRead(name + form);
  else noteRead(name);
}

/**
 * The words of one language: `translator('en')('nav.partners') // => 'Partners'`. No global state is touched, and the
 * words that are used are noted.
 */
export const translator: (locale: Locale) => Translate = memoize((locale) => {
  // i18next looks up, resolves and fills in anew at each call: 4 µs for a word that is always the same, 0.1 so.
  const plain = new Map<unknown, unknown>();
  return new Proxy(instance.getFixedT(locale), {
    apply(translate, self, given: Parameters<Translate>) {
      if (isRecording()) noteMessage(locale, given);
      const [key] = given;
      if (given.length > 1 || typeof key !== 'string') return Reflect.apply(translate, self, given);
      const known = plain.get(key) ?? Reflect.apply(translate, self, given);
      plain.set(key, known);
      return known;
    },
  });
});
