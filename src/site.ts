/**
 * Where the site will stand: the one place for its domain and sub-path. Links, canonical addresses and the addresses
 * printed in the PDFs follow from these two: `SITE_URL=https://example.org BASE_PATH=/ban-tin npm run build`.
 */

/** Address of the host, without a path. The reserved top-level domain of the default leads nowhere on purpose. */
export const siteUrl = process.env['SITE_URL'] ?? 'https://ban-tin-huu-nghi.example';

/** Path below the host: `/` or `/ban-tin`. */
export const basePath = process.env['BASE_PATH'] ?? '/';
