import type { APIRoute } from 'astro';
import { loadBulletin } from '#content/astro.ts';
import { iatiFile, iatiName } from '#outputs/data/iati.ts';
import { iatiReporter } from '../../site.ts';

/** `/data/iati-activities.xml`, where the owner reports to IATI. */
export async function getStaticPaths() {
  const text = iatiReporter && iatiFile(await loadBulletin(), iatiReporter);
  return text === undefined ? [] : [{ params: { iati: iatiName }, props: { text } }];
}

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
