import type { ArticleEntry } from './entries.ts';

/** In the words of the source “dự kiến”, or in a programme of work without that word. Neither has happened. */
export type Plan = 'tentative' | 'planned';

/**
 * How far a record is a plan. An event is one until an activity reports it, whatever day it is when the site is built:
 * nothing in the bulletin says that it took place. `undefined` for what is reported.
 */
export function planOf(entry: ArticleEntry): Plan | undefined {
  const { facts } = entry;
  if ('status' in facts) return facts.status === 'planned' ? 'planned' : undefined;
  if (!('tentative' in facts) || facts.activity !== undefined) return undefined;
  return facts.tentative ? 'tentative' : 'planned';
}
