import type { APIRoute } from 'astro';
import { loadBulletin } from '#content/astro.ts';
import { dataPaths } from '#outputs/data/files.ts';

/** The open data: `/data/activities.csv`, `/lo/data/activities.json`, `/data/datapackage.json`. */
export async function getStaticPaths() {
  return dataPaths(await loadBulletin());
}

export const GET: APIRoute<{ text: string }> = ({ props, params }) =>
  new Response(props.text, {
    headers: {
      'Content-Type': params['file']?.endsWith('.csv')
        ? 'text/csv; charset=utf-8'
        : 'application/json; charset=utf-8',
    },
  });
