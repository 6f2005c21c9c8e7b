import type { APIRoute } from 'astro';
import { fileUrl } from '#i18n/urls.ts';
import { siteUrl } from '../site.ts';

/**
 * Search engines look for this file at the root of a host only: a site below a sub-path hands its sitemap in by hand.
 * Pages that should not be found say so themselves (`noindex`); closed ones could not be heard.
 */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(fileUrl('/sitemap.xml'), siteUrl).href}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
