import type { Feed } from './feed.ts';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), as far as this bulletin fills it. */
export interface JsonFeed {
  version: 'https://jsonfeed.org/version/1.1';
  title: string;
  home_page_url: string;
  feed_url: string;
  description: string;
  authors: { name: string }[];
  language: string;
  /** An extension, as the standard allows (`_…`), while it has no word for it. */
  _licence?: { name: string; url: string };
  items: {
    id: string;
    url: string;
    title: string;
    content_text: string;
    image: string;
    /** RFC 3339; absent where the day is not known. */
    date_published: string;
    tags: string[];
    language: string;
  }[];
}

export function writeJsonFeed(feed: Feed): string {
  const json: JsonFeed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.json,
    description: feed.description,
    authors: [{ name: feed.publisher }],
    language: feed.locale,
    ...(feed.licence && { _licence: feed.licence }),
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_text: item.summary,
      image: item.image,
      date_published: item.date.toISOString(),
      tags: [...item.categories],
      language: feed.locale,
    })),
  };
  return JSON.stringify(json);
}
