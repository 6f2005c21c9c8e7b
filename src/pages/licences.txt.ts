import type { APIRoute } from 'astro';
import { licencesFile } from '#outputs/licences/licences.ts';

/** The licences of the fonts, flags and scripts of others that are published with the site. */
export const GET: APIRoute = () =>
  new Response(licencesFile(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
