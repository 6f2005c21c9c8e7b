import type { Locale } from '../model/locales.ts';

/**
 * The `lang` of words on a page, or the `hreflang` of a link: only what is in another language than the page says so.
 *
 * @param lang language of the words; `undefined` where it is not known to be another than the page's
 * @example
 * foreignLang('vi', 'lo') // => 'vi'
 * foreignLang('lo', 'lo') // => undefined
 */
export function foreignLang(lang: Locale | undefined, locale: Locale): Locale | undefined {
  return lang === locale ? undefined : lang;
}
