import { createHash } from 'node:crypto';
import source from './enhance.js?minified';

/**
 * The one script of ordinary pages. Its name changes with its text, and pages say by `integrity` what they expect, so
 * that neither an old copy in a cache nor a changed one is run.
 */

const digest = (algorithm: string, form: 'base64' | 'hex'): string =>
  createHash(algorithm).update(source).digest(form);

export const enhanceSource: string = source;

/** `sha384-…` for the `integrity` attribute. */
export const enhanceIntegrity = `sha384-${digest('sha384', 'base64')}`;

/** Path without base: `/enhance.1a2b3c4d.js`. */
export const enhancePath = `/enhance.${digest('sha256', 'hex').slice(0, 8)}.js`;
