import type { APIRoute } from 'astro';
import { loadBulletin } from '#content/astro.ts';
import { feedPaths, type Feed } from '#outputs/feeds/feed.ts';
import { writeJsonFeed } from '#outputs/feeds/json-feed.ts';

/** JSON Feed, beside every `feed.xml`. */
export async function getStaticPaths() {
  return feedPaths(await loadBulletin());
}

export const GET: APIRoute<{ feed: Feed }> = ({ props }) =>
  new Response(writeJsonFeed(props.feed), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
