import { localeUrl } from '../i18n/urls.ts';
import type { Locale } from '../model/locales.ts';
import { addressOf, type Bulletin } from './bulletin.ts';
import { facetPaths } from './facets.ts';
import type { CollectionName } from '../model/schemas/index.ts';

/**
 * Turns the internal links of compiled text (`href="/partners/hvpf/"`) into links for a reader of `locale`. A record
 * without a text in that language is linked in Vietnamese and says so with `hreflang`.
 * @param html our own serialiser's output, so that attributes are quoted and escaped in one known way
 */
export function resolveLinks(html: string, bulletin: Bulletin, locale: Locale): string {
  return html.replace(
    /<a href="(\/[^"]*)"([^>]*)>(.*?)<\/a>/gs,
    (_, path: string, rest: string, words: string) => {
      const [, collection, id] = /^\/([a-z]+)\/(.+?)\/(?:[?#].*)?$/.exec(path) ?? [];
      let lang = locale;
      const isList = facetPaths(bulletin.entries).has(path.replace(/[?#].*$/, ''));
      // The last record of a country is held back, and its page with it.
      if (!isList && collection === 'countries') return words;
      if (!isList && collection !== undefined && id !== undefined && collection in bulletin.entries) {
        const list: readonly { readonly id: string }[] = bulletin.entries[collection as CollectionName];
        const entry = list.find((one) => one.id === id) as Parameters<typeof addressOf>[0] | undefined;
        // The record is held back: the words stay, the link goes.
        if (!entry) return words;
        lang = addressOf(entry, locale).lang;
      }
      const foreign = lang === locale ? '' : ` hreflang="${lang}"`;
      return `<a href="${localeUrl(lang, path)}"${rest}${foreign}>${words}</a>`;
    },
  );
}
