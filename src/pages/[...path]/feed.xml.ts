import type { APIRoute } from 'astro';
import { loadBulletin } from '#content/astro.ts';
import { feedPaths, type Feed } from '#outputs/feeds/feed.ts';
import { writeRss } from '#outputs/feeds/rss.ts';

/** RSS: `/feed.xml`, `/lo/feed.xml`, `/lo/activities/category/aid/feed.xml`, `/units/quang-tri/feed.xml`. */
export async function getStaticPaths() {
  return feedPaths(await loadBulletin());
}

export const GET: APIRoute<{ feed: Feed }> = async ({ props }) =>
  new Response(await writeRss(props.feed), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
