/**
 * What a host should say with its answers, in the form that Netlify, Cloudflare Pages and others read from a file
 * `_headers` at the root of the site. `docs/deploy/nginx.conf` says the same (tested).
 *
 * What a page may load stands in the page itself (`layouts/policy.ts`), and holds on hosts that send no headers. Here is what
 * only a header can say. A second copy of the policy would have to allow what any page needs, and could disturb the
 * browsers' viewers of PDFs.
 */

/** With every answer. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
};

/**
 * How long a reader's browser may keep files without asking again, by folder. Vite names files by 48 bits of their
 * content: they never change. Pagefind names its own by 28 bits, which is enough for a day.
 */
export const caching: Readonly<Record<string, string>> = {
  '/_astro/': 'public, max-age=31536000, immutable',
  '/pagefind/fragment/': 'public, max-age=86400',
  '/pagefind/index/': 'public, max-age=86400',
  '/pagefind/filter/': 'public, max-age=86400',
  '/bien-tap/assets/': 'public, max-age=31536000, immutable',
};

/**
 * What search engines leave out, by the path of a file: the newsletter as plain text, which cannot say it itself. In the
 * form of those hosts, where `:x` is one folder.
 */
export const unindexed = [
  '/issues/:issue/newsletter.txt',
  '/:language/issues/:issue/newsletter.txt',
] as const;

/**
 * The text of `_headers`: https://docs.netlify.com/manage/routing/headers/,
 * https://developers.cloudflare.com/pages/configuration/headers/
 * @param base the site's base path without a closing slash: `''` or `/ban-tin`
 */
export function headersFile(base: string): string {
  const block = (path: string, headers: Readonly<Record<string, string>>): string =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return [
    block('/*', securityHeaders),
    ...Object.entries(caching).map(([folder, value]) =>
      block(`${base}${folder}*`, { 'Cache-Control': value }),
    ),
    ...unindexed.map((path) => block(`${base}${path}`, { 'X-Robots-Tag': 'noindex' })),
    '',
  ].join('\n');
}
