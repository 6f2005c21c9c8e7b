import { languagesOf } from '#bulletin/bulletin.ts';
import type { ArticleEntry } from '#model/entries.ts';
import { localeCodes, type Locale } from '#model/locales.ts';
import { localeParam } from '#i18n/urls.ts';

/** Route parameters and props for `getStaticPaths`: which pages exist in which language. */

/** A page that exists in every language: lists, the search page. */
export function everyLocale() {
  return localeCodes.map((locale) => ({ params: { locale: localeParam(locale) }, props: { locale } }));
}

/** Pages of records for the texts that exist: `/lo/activities/2023/x/` only if there is a Lao text. */
export function articlePaths<Entry extends ArticleEntry>(entries: readonly Entry[]) {
  return entries.flatMap((entry) =>
    languagesOf(entry).map((locale) => ({
      params: { locale: localeParam(locale), id: entry.id },
      props: { locale, entry },
    })),
  );
}

/** Pages of partners and units: their names and facts are there in every language. */
export function namedPaths<Entry extends { id: string }>(entries: readonly Entry[]) {
  return entries.flatMap((entry) =>
    localeCodes.map((locale: Locale) => ({
      params: { locale: localeParam(locale), id: entry.id },
      props: { locale, entry },
    })),
  );
}
