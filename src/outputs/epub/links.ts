import type { Bulletin } from '../../bulletin/bulletin.ts';
import { resolveLinks } from '../../bulletin/links.ts';
import { localeOfPath, localeUrl, type absoluteUrls } from '../../i18n/urls.ts';
import { locales, type Locale } from '../../model/locales.ts';
import { markupIn, type Markup } from '../../model/markup.ts';

/** Where the links of a book lead: to its own articles, and to the site. */
export interface LinkSetting {
  readonly bulletin: Bulletin;
  readonly locale: Locale;
  /** Makes addresses of the public site (`absoluteUrls`). */
  readonly addressOf: ReturnType<typeof absoluteUrls>;
  /** By the path of its web page, where in the book an article stands: `part-aid.xhtml#item-…`. */
  readonly inside: ReadonlyMap<string, string>;
}

/** The links of a text, led to articles of the book where they are in it, to the web where they are not. */
export function leadLinks(nodes: readonly Markup[], setting: LinkSetting): Markup[] {
  const { bulletin, locale, addressOf, inside } = setting;
  const base = localeUrl('vi', '/').slice(0, -1);
  const lead = (list: readonly Markup[]): Markup[] =>
    list.map((node) => {
      if (node.type === 'text') return node;
      const children = lead(markupIn(node));
      const { href } = node.properties;
      if (node.tagName !== 'a' || typeof href !== 'string' || !/^\/(?!\/)/.test(href))
        return { ...node, children };
      const lang = localeOfPath(href.slice(base.length));
      const path = href.slice(base.length + locales[lang].prefix.length);
      const target = (lang === locale && inside.get(path)) || addressOf(path, lang);
      return { ...node, properties: { ...node.properties, href: target }, children };
    });
  return lead(resolveLinks(nodes, bulletin, locale));
}
