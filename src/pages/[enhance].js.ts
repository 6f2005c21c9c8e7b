import type { APIRoute } from 'astro';
import { enhancePath, enhanceSource } from '../client/enhance.ts';

/** The script of enhancements under a name that changes with its text. */
export function getStaticPaths() {
  return [{ params: { enhance: enhancePath.slice(1, -'.js'.length) } }];
}

export const GET: APIRoute = () =>
  new Response(enhanceSource, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
