import type { APIRoute } from 'astro';
import { loadBulletin } from '#content/astro.ts';
import { dataPaths } from '#outputs/data/files.ts';

/** The open data: `/data/activities.csv`, `/lo/data/aid.csv`. */
export async function getStaticPaths() {
  return dataPaths(await loadBulletin(), '.csv');
}

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
