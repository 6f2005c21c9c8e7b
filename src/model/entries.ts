import type { Locale } from './locales.ts';
import type { Body } from './body.ts';
import type {
  ArticleCollection,
  CollectionName,
  Facts,
  ReferenceCollection,
  TextFields,
} from './schemas/index.ts';

/** The text of a record in one language. */
export type Text<Name extends ArticleCollection> = TextFields<Name> & {
  readonly body: Body;
  /** Fingerprint of this text as it stands; a translation's own `fingerprint` field names the original's. */
  readonly ownFingerprint: string;
};

interface Record_<Name extends CollectionName> {
  readonly collection: Name;
  /** The folder below the collection: `2023/don-hvpf`, `hvpf`. Stable for ever: it is the page's address. */
  readonly id: string;
  /** Path of the original file from the project folder. */
  readonly file: string;
  readonly facts: Facts<Name>;
}

/** A record that has texts: one set of facts, one text a language. The Vietnamese text always exists. */
export interface ArticleEntry<Name extends ArticleCollection = ArticleCollection> extends Record_<Name> {
  readonly texts: Partial<Record<Locale, Text<Name>>> & { readonly vi: Text<Name> };
}

/** A record of reference data: facts and names only. */
export type ReferenceEntry<Name extends ReferenceCollection = ReferenceCollection> = Record_<Name>;

/** Everything in the content folder, each collection sorted by id. */
export type Entries = { [Name in ArticleCollection]: ArticleEntry<Name>[] } & {
  [Name in ReferenceCollection]: ReferenceEntry<Name>[];
};

/** What every record has. */
export type AnyRecord = Omit<Record_<CollectionName>, 'facts'> & { readonly facts: object };

/** The entries with each collection's list changed by `change`, which does not ask what kind of record it is. */
export const mapCollections = (
  entries: Entries,
  change: <Entry extends AnyRecord>(list: readonly Entry[]) => Entry[],
): Entries => ({
  activities: change(entries.activities),
  stories: change(entries.stories),
  events: change(entries.events),
  projects: change(entries.projects),
  partners: change(entries.partners),
  issues: change(entries.issues),
  units: change(entries.units),
  places: change(entries.places),
  occasions: change(entries.occasions),
  documents: change(entries.documents),
  reports: change(entries.reports),
});

/** `entryPath('activities', '2023/don-hvpf') // => '/activities/2023/don-hvpf/'` */
export function entryPath(collection: CollectionName, id: string): string {
  return `/${collection}/${id}/`;
}
