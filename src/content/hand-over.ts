import type { Publishable } from './hold-back.ts';
import type { Problem } from './problems.ts';

/**
 * What the build has read, handed to Astro's loaders, so that the content is read and checked once. Astro loads
 * `content.config.ts` with a module loader of its own, in which this file is another module than in the command: the
 * two meet in one place of the process.
 */

/** What can be published, and all that is wrong. */
export interface Reading extends Publishable {
  readonly problems: readonly Problem[];
}

const place = Symbol.for('ban-tin-huu-nghi/reading');
const meeting: typeof globalThis & { [place]?: Reading } = globalThis;

/** Gives the loaders what has been read. */
export function handOver(reading: Reading): void {
  meeting[place] = reading;
}

/** What the build has read; `undefined` in `astro dev`, which reads for itself. */
export const handedOver = (): Reading | undefined => meeting[place];
