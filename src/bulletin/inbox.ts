import { firstDay } from '../model/dates.ts';
import type { ArticleEntry, ReferenceEntry } from '../model/entries.ts';
import { translationLocales, type Locale } from '../model/locales.ts';
import type { ArticleCollection } from '../model/schemas/index.ts';
import { weakMemoize } from '../model/memoize.ts';
import type { Bulletin } from './bulletin.ts';
import { indexBy } from './indexes.ts';

/** The articles that were sent in, and where each of them stands: read off the records, noted nowhere. */

type Document = ReferenceEntry<'documents'>;
type Received = NonNullable<Document['facts']['received']>;

export interface Submission {
  readonly document: Document;
  readonly received: Received;
  /**
   * `waiting`: no record cites it. `drafted`: records do, and none of them is published yet. `declined`: an editor has
   * said why.
   */
  readonly state: 'waiting' | 'drafted' | 'published' | 'declined';
  /** The records that were made of it. */
  readonly records: readonly SubmittedRecord[];
}

interface SubmittedRecord {
  readonly entry: ArticleEntry;
  /** Languages that it cannot be read in yet. */
  readonly untranslated: readonly Locale[];
  /** Ids of the issues that it is printed in. */
  readonly issues: readonly string[];
}

const citing = weakMemoize(({ entries }: Bulletin) => {
  const all: readonly ArticleEntry[] = [
    ...entries.activities,
    ...entries.stories,
    ...entries.events,
  ] as readonly ArticleEntry<ArticleCollection>[];
  return indexBy(all, (one) => new Set(one.facts.sources.map(({ document }) => document)));
});

/** All that was sent in: what waits first, then what waits as a draft, then the newest. */
export function inboxOf(bulletin: Bulletin): Submission[] {
  const submissions = bulletin.entries.documents.flatMap((document): Submission[] => {
    const { received } = document.facts;
    if (!received) return [];
    const records = citing(bulletin)(document.id).map((entry) => ({
      entry,
      untranslated: translationLocales.filter((locale) => entry.texts[locale] === undefined),
      issues: bulletin.issuesWith(`${entry.collection}/${entry.id}`).map(({ id }) => id),
    }));
    const isDraft = records.length > 0 && records.every(({ entry }) => entry.facts.draft);
    const state = isDraft
      ? 'drafted'
      : records.length > 0
        ? 'published'
        : received.declined
          ? 'declined'
          : 'waiting';
    return [{ document, received, state, records }];
  });
  const order = ({ state, received }: Submission): string =>
    `${{ waiting: 2, drafted: 1, published: 0, declined: 0 }[state]}${firstDay(received.date)}`;
  return submissions.sort((a, b) => (order(a) < order(b) ? 1 : -1));
}

/** Who sent the articles that a record was made of, as far as they are named. */
export function contributorsOf(
  bulletin: Bulletin,
  entry: { readonly facts: { readonly sources: readonly { readonly document: string }[] } },
): { unit: ReferenceEntry<'units'> | undefined; person: string | undefined }[] {
  const documents = new Set(entry.facts.sources.map(({ document }) => document));
  return [...documents].flatMap((id) => {
    const { from, person } = bulletin.find('documents', id)?.facts.received ?? {};
    const unit = from === undefined ? undefined : bulletin.find('units', from);
    return unit || person ? [{ unit, person }] : [];
  });
}
