import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

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

type Element = DefaultTreeAdapterTypes.Element;

const valueOf = ({ attrs }: Element, name: string): string =>
  attrs.find((attribute) => attribute.name === name)?.value ?? '';

/**
 * The elements of a page's head. The page is parsed as far as the `</head>` that ends it: another one may stand within
 * an attribute or a script, where the parser does not take it for a tag.
 */
function headOf(html: string): Element[] {
  const end = '</head>';
  for (let at = html.indexOf(end); at >= 0; at = html.indexOf(end, at + 1)) {
    const page = parse(html.slice(0, at + end.length), {
      scriptingEnabled: false,
      sourceCodeLocationInfo: true,
    });
    const root = page.childNodes.find(tree.isElementNode);
    const head = root?.childNodes.filter(tree.isElementNode).find(({ tagName }) => tagName === 'head');
    if (head?.sourceCodeLocation?.endTag) return head.childNodes.filter(tree.isElementNode);
  }
  return [];
}

/** What a built page says of itself, or `undefined` for one that is `noindex` or has no canonical address. */
export function indexablePage(html: string): IndexablePage | undefined {
  const head = headOf(html);
  const hidden = head.some(
    (element) =>
      element.tagName === 'meta' &&
      valueOf(element, 'name') === 'robots' &&
      valueOf(element, 'content').includes('noindex'),
  );
  if (hidden) return undefined;
  const links = head
    .filter(({ tagName }) => tagName === 'link')
    .map((link) => ({
      rel: valueOf(link, 'rel').split(/\s+/),
      url: valueOf(link, 'href'),
      hreflang: valueOf(link, 'hreflang'),
    }));
  const url = links.find(({ rel }) => rel.includes('canonical'))?.url;
  if (!url) return undefined;
  const alternates = links.flatMap(({ rel, hreflang, url }) =>
    rel.includes('alternate') && hreflang !== '' ? [{ hreflang, url }] : [],
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
