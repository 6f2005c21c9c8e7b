import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/**
 * The sitemap, read off the built pages: what a page says of itself (canonical address, translations, `noindex`) is
 * what the sitemap says of it, so that the two cannot disagree.
 */

/** A page that search engines may know. */
export interface IndexablePage {
  readonly url: string;
  readonly alternates: readonly { readonly hreflang: string; readonly url: string }[];
}

/** Bounds of one file are 50,000 addresses and 50 MB (https://www.sitemaps.org/protocol.html); each has up to 1 kB. */
export const longestSitemap = 20_000;

const encoded = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * The elements of a page's head. The page is parsed as far as the `</head>` that ends it: another one may stand within
 * an attribute or a script, where the parser does not take it for a tag.
 */
function headOf(html: string): Element[] {
  const end = '</head>';
  for (let at = html.indexOf(end); at >= 0; at = html.indexOf(end, at + 1)) {
    const tree = fromHtml(html.slice(0, at + end.length), { verbose: true });
    const root = tree.children.find((node) => node.type === 'element');
    const head = root?.children.find((node) => node.type === 'element' && node.tagName === 'head');
    if (head?.type === 'element' && head.data?.position?.closing)
      return head.children.filter((node) => node.type === 'element');
  }
  return [];
}

/** What a built page says of itself, or `undefined` for one that is `noindex` or has no canonical address. */
export function indexablePage(html: string): IndexablePage | undefined {
  const head = headOf(html);
  const hidden = head.some(
    ({ tagName, properties: { name, content } }) =>
      tagName === 'meta' && name === 'robots' && String(content).includes('noindex'),
  );
  if (hidden) return undefined;
  const links = head
    .filter(({ tagName }) => tagName === 'link')
    .map(({ properties: { rel, href, hrefLang } }) => ({
      rel: Array.isArray(rel) ? rel : [],
      url: typeof href === 'string' ? href : '',
      hreflang: typeof hrefLang === 'string' ? hrefLang : undefined,
    }));
  const url = links.find(({ rel }) => rel.includes('canonical'))?.url;
  if (!url) return undefined;
  const alternates = links.flatMap(({ rel, hreflang, url }) =>
    rel.includes('alternate') && hreflang !== undefined ? [{ hreflang, url }] : [],
  );
  return { url, alternates };
}

function writeUrls(pages: readonly IndexablePage[]): string {
  const entries = pages.map(({ url, alternates }) => {
    const links = alternates.map(
      (one) => `<xhtml:link rel="alternate" hreflang="${one.hreflang}" href="${encoded(one.url)}"/>`,
    );
    return `<url><loc>${encoded(url)}</loc>${links.join('')}</url>\n`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n' +
    `${entries.join('')}</urlset>\n`
  );
}

/**
 * The files of the sitemap: one, or an index and its parts where there are more addresses than one file may hold.
 * @param root address of the site's root with a closing slash, where the files will stand
 */
export function writeSitemap(
  pages: readonly IndexablePage[],
  root: string,
  longest = longestSitemap,
): { name: string; text: string }[] {
  const sorted = [...pages].sort((a, b) => (a.url < b.url ? -1 : 1));
  if (sorted.length <= longest) return [{ name: 'sitemap.xml', text: writeUrls(sorted) }];
  const parts = Array.from({ length: Math.ceil(sorted.length / longest) }, (_, index) => ({
    name: `sitemap-${index + 1}.xml`,
    text: writeUrls(sorted.slice(index * longest, (index + 1) * longest)),
  }));
  const places = parts.map(({ name }) => `<sitemap><loc>${encoded(root + name)}</loc></sitemap>\n`).join('');
  const index =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${places}</sitemapindex>\n`;
  return [{ name: 'sitemap.xml', text: index }, ...parts];
}
