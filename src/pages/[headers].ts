import type { APIRoute } from 'astro';
import { fileUrl } from '#i18n/urls.ts';
import { headersFile } from '#outputs/hosting/headers.ts';

/** `/_headers`. Astro makes no page of a file whose own name begins with `_`. */
export const getStaticPaths = () => [{ params: { headers: '_headers' } }];

export const GET: APIRoute = () => new Response(headersFile(fileUrl('')));
