import { originalLocale, type Locale } from './locales.ts';

/** One preferred name per language; the Vietnamese one always exists. */
export type Names = Partial<Record<Locale, string>> & { readonly vi: string };

/** A piece of text together with the language that it is really in. */
export interface LocalText {
  readonly text: string;
  readonly lang: Locale;
}

/**
 * The name to show in `locale`: its own if there is one, else the Vietnamese name, marked as Vietnamese.
 * `nameIn({ vi: 'Huế', lo: 'ເຫວ້' }, 'km') // => { text: 'Huế', lang: 'vi' }`
 */
export function nameIn(names: Names, locale: Locale): LocalText {
  const own = names[locale];
  return own === undefined
    ? { text: names[originalLocale], lang: originalLocale }
    : { text: own, lang: locale };
}
