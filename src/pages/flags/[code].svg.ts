import type { APIRoute } from 'astro';
import { flagPaths, type Flag } from '../../flags/flags.ts';
import { loadBulletin } from '#content/astro.ts';
import { countriesOf } from '#bulletin/facets.ts';

/**
 * The plain flags of the countries that the records name: `/flags/la.svg`. The ending stands in the name of this file:
 * `astro dev` asks for a closing slash behind an address that is all parameter.
 */
export async function getStaticPaths() {
  return flagPaths(countriesOf((await loadBulletin()).entries), true);
}

export const GET: APIRoute<{ flag: Flag }> = ({ props: { flag } }) =>
  new Response(flag.svg.toString('utf8'), { headers: { 'Content-Type': 'image/svg+xml' } });
