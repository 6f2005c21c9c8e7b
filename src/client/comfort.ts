import { createHash } from 'node:crypto';
import source from './comfort.js?raw';

/**
 * The one script of ordinary pages. Its name changes with its text, and pages say by `integrity` what they expect, so
 * that neither an old copy in a cache nor a changed one is run.
 */

const digest = (algorithm: string, form: 'base64' | 'hex'): string =>
  createHash(algorithm).update(source).digest(form);

export const comfortSource: string = source;

/** `sha384-…` for the `integrity` attribute. */
export const comfortIntegrity = `sha384-${digest('sha384', 'base64')}`;

/** Path without base: `/comfort.1a2b3c4d.js`. */
export const comfortPath = `/comfort.${digest('sha256', 'hex').slice(0, 8)}.js`;
