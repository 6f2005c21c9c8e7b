import { getRssString } from '@astrojs/rss';
import type { Feed } from './feed.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/**
 * RSS 2.0. No `lastBuildDate`: the same content gives the same bytes. The guid is no address, so that a move to
 * another domain makes no entry new.
 */
export function writeRss(feed: Feed): Promise<string> {
  const language = `<language>${feed.locale}</language><dc:language>${feed.locale}</dc:language>`;
  const self = `<atom:link href="${xml(feed.rss)}" rel="self" type="application/rss+xml"/>`;
  const { licence } = feed;
  const rights = licence
    ? `<copyright>${xml(`${licence.name}, ${licence.url}`)}</copyright><atom:link href="${xml(licence.url)}" rel="license"/>`
    : '';
  return getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.page,
    xmlns: { atom: 'http://www.w3.org/2005/Atom', dc: 'http://purl.org/dc/elements/1.1/' },
    customData: `${language}<dc:publisher>${xml(feed.publisher)}</dc:publisher>${self}${rights}`,
    items: feed.items.map((item) => ({
      title: item.title,
      link: item.url,
      description: item.summary,
      categories: [...item.categories],
      pubDate: item.date,
      customData: `<guid isPermaLink="false">${xml(item.id)}</guid><dc:language>${feed.locale}</dc:language>`,
    })),
  });
}
