import { isLocale, locales, originalLocale, type Locale } from '../model/locales.ts';

/**
 * Addresses inside the site. A *path* is written without language and base (`/activities/2023/x/`);
 * a *URL* is what stands in an `href`.
 */

/** The base path that the site is built for, without a closing slash: `''` or `/ban-tin`. */
const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/$/, '');

/** `localeUrl('lo', '/partners/hvpf/') // => '/lo/partners/hvpf/'` (behind the base path, if there is one) */
export function localeUrl(locale: Locale, path: string): string {
  return base + locales[locale].prefix + path;
}

/** A file that has no language, such as `/favicon.svg`, behind the base path. */
export function fileUrl(path: string): string {
  return base + path;
}

/** The value of the `[...locale]` route parameter: `undefined` for the original language at the root. */
export function localeParam(locale: Locale): string | undefined {
  return locale === originalLocale ? undefined : locale;
}

/**
 * The locale that a site-relative pathname (base path removed) belongs to.
 * `localeOfPath('/lo/partners/') // => 'lo'`, `localeOfPath('/partners/') // => 'vi'`
 */
export function localeOfPath(pathname: string): Locale {
  const first = pathname.split('/')[1] ?? '';
  return isLocale(first) && first !== originalLocale ? first : originalLocale;
}

/**
 * What makes absolute addresses, for whatever is read away from the site.
 *
 * @param site address of the host, without a path
 * @param basePath path below it: `/` or `/ban-tin`
 * @returns from a path, and the language of the page unless it is a file, its address
 * @example absoluteUrls('https://example.org', '/b')('/partners/hvpf/', 'lo') // => 'https://example.org/b/lo/partners/hvpf/'
 */
export function absoluteUrls(site: string, basePath: string): (path: string, locale?: Locale) => string {
  const root = new URL(basePath, site).href.replace(/\/$/, '');
  return (path, locale) => `${root}${locale === undefined ? '' : locales[locale].prefix}${path}`;
}

/** An address as people write it: `withoutScheme('https://example.org/a/') // => 'example.org/a/'` */
export const withoutScheme = (url: string): string => url.replace(/^https?:\/\//, '');
