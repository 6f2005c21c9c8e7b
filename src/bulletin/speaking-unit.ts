import type { ArticleEntry } from '../model/entries.ts';
import type { Bulletin } from './bulletin.ts';

/** A record with a page of its own in which a unit speaks. */
export type PublishedRecord =
  | ArticleEntry<'activities'>
  | ArticleEntry<'stories'>
  | ArticleEntry<'events'>
  | ArticleEntry<'projects'>
  | ArticleEntry<'issues'>
  | ArticleEntry<'partners'>;

/**
 * The unit that a record speaks for: who publishes or answers for it, else who leads it, else who is named first; the cluster
 * where none is named.
 */
export function speakingUnit(bulletin: Bulletin, { facts }: PublishedRecord): string | undefined {
  if ('publisher' in facts) return facts.publisher;
  if ('contact' in facts) return facts.contact;
  const units =
    'units' in facts
      ? [...facts.units.filter((one) => one.role === 'lead'), ...facts.units].map((one) => one.unit)
      : 'about' in facts
        ? facts.about.units
        : [];
  return units[0] ?? bulletin.cluster?.id;
}
