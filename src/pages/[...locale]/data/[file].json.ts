import type { APIRoute } from 'astro';
import { loadBulletin } from '#content/astro.ts';
import { dataPaths } from '#outputs/data/files.ts';

/** The open data: `/data/activities.json`, `/lo/data/datapackage.json`. */
export async function getStaticPaths() {
  return dataPaths(await loadBulletin(), '.json');
}

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
