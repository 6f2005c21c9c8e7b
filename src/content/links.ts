import { localeUrl } from '../i18n/urls.ts';
import type { Locale } from '../i18n/locales.ts';
import { addressOf, type Bulletin } from './bulletin.ts';
import type { CollectionName } from './schemas/index.ts';

/**
 * Turns the internal links of compiled text (`href="/partners/hvpf/"`) into links for a reader of `locale`. A record
 * without a text in that language is linked in Vietnamese and says so with `hreflang`.
 * @param html our own serialiser's output, so that attributes are quoted and escaped in one known way
 */
export function resolveLinks(html: string, bulletin: Bulletin, locale: Locale): string {
  return html.replace(/<a href="(\/[^"]*)"/g, (_, path: string) => {
    const [, collection, id] = /^\/([a-z]+)\/(.+?)\/(?:[?#].*)?$/.exec(path) ?? [];
    const lang =
      collection !== undefined && id !== undefined && collection in bulletin.entries
        ? addressOf(
            bulletin.get(collection as Exclude<CollectionName, 'places' | 'occasions' | 'documents'>, id),
            locale,
          ).lang
        : locale;
    const foreign = lang === locale ? '' : ` hreflang="${lang}"`;
    return `<a href="${localeUrl(lang, path)}"${foreign}`;
  });
}
