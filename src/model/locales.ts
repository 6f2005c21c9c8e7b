/**
 * The locale registry: the only list of languages in this project. Adding a language means adding an entry
 * here and its dictionary in `messages/`; everything else follows or fails the type check.
 */

interface LocaleFacts {
  /** The language's name in the language itself, as the switcher shows it. */
  readonly name: string;
  /** BCP 47 tag for `Intl`. Latin digits everywhere, as the bulletin's readers write dates and amounts. */
  readonly intl: string;
  /** Prefix of every address in this language; the original language stands at the root. */
  readonly prefix: string;
  /** ISO 15924 code of the script that its texts are written in. */
  readonly script: 'Latn' | 'Laoo' | 'Khmr' | 'Hans';
  /** Open Graph locale. */
  readonly openGraph: string;
}

export const locales = {
  vi: { name: 'Tiếng Việt', intl: 'vi-VN', prefix: '', script: 'Latn', openGraph: 'vi_VN' },
  en: { name: 'English', intl: 'en-GB', prefix: '/en', script: 'Latn', openGraph: 'en_GB' },
  lo: { name: 'ລາວ', intl: 'lo-LA-u-nu-latn', prefix: '/lo', script: 'Laoo', openGraph: 'lo_LA' },
  km: { name: 'ខ្មែរ', intl: 'km-KH-u-nu-latn', prefix: '/km', script: 'Khmr', openGraph: 'km_KH' },
  zh: { name: '中文', intl: 'zh-CN', prefix: '/zh', script: 'Hans', openGraph: 'zh_CN' },
  fr: { name: 'Français', intl: 'fr-FR', prefix: '/fr', script: 'Latn', openGraph: 'fr_FR' },
} as const satisfies Record<string, LocaleFacts>;

export type Locale = keyof typeof locales;

/** All locales in the order of the switcher. */
export const localeCodes = Object.keys(locales) as Locale[];

/** The language in which records are written first and facts stand. */
export const originalLocale = 'vi' satisfies Locale;

/** The languages that are translated into, in the order of the registry. */
export const translationLocales = localeCodes.filter((code) => code !== originalLocale);

/** Languages that the messages for editors are written in (`src/i18n/editors/`). */
export const editorLocales = ['vi', 'en'] as const satisfies readonly Locale[];
export type EditorLocale = (typeof editorLocales)[number];

/** True for a code in the registry. `isLocale('lo') // => true`, `isLocale('de') // => false` */
export function isLocale(code: string): code is Locale {
  return Object.hasOwn(locales, code);
}
