import type { APIRoute } from 'astro';
import { comfortPath, comfortSource } from '../client/comfort.ts';

/** The comfort script under a name that changes with its text. */
export function getStaticPaths() {
  return [{ params: { comfort: comfortPath.slice(1, -'.js'.length) } }];
}

export const GET: APIRoute = () =>
  new Response(comfortSource, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
