import { localeUrl } from '../i18n/urls.ts';
import type { Locale } from '../model/locales.ts';
import { markupIn, type Markup } from '../model/markup.ts';
import { addressOf, type Bulletin } from './bulletin.ts';
import { facetPaths } from './facets.ts';
import type { CollectionName } from '../model/schemas/index.ts';

/**
 * Turns the internal links of a text (`/partners/hvpf/`) into links for a reader of `locale`. A record without a text
 * in that language is linked in Vietnamese and says so with `hreflang`. Of a link to what is held back the words stay.
 */
export function resolveLinks(nodes: readonly Markup[], bulletin: Bulletin, locale: Locale): Markup[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    const children = resolveLinks(markupIn(node), bulletin, locale);
    const { href } = node.properties;
    if (node.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('/'))
      return [{ ...node, children }];
    const lang = languageOf(href, bulletin, locale);
    if (lang === undefined) return children;
    const foreign = lang === locale ? {} : { hrefLang: lang };
    return [
      { ...node, properties: { ...node.properties, href: localeUrl(lang, href), ...foreign }, children },
    ];
  });
}

/** The language in which a reader of `locale` gets the page at `path`; `undefined` where it is held back. */
function languageOf(path: string, bulletin: Bulletin, locale: Locale): Locale | undefined {
  if (facetPaths(bulletin.entries).has(path.replace(/[?#].*$/, ''))) return locale;
  const [, collection, id] = /^\/([a-z]+)\/(.+?)\/(?:[?#].*)?$/.exec(path) ?? [];
  // The last record of a country is held back, and its page with it.
  if (collection === 'countries') return undefined;
  if (collection === undefined || id === undefined || !(collection in bulletin.entries)) return locale;
  const entry = bulletin.find(collection as CollectionName, id) as
    Parameters<typeof addressOf>[0] | undefined;
  return entry && addressOf(entry, locale).lang;
}
