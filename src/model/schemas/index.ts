import type { z } from 'zod';
import { activity } from './activity.ts';
import { document } from './document.ts';
import { event } from './event.ts';
import { issue } from './issue.ts';
import { occasion } from './occasion.ts';
import { partner } from './partner.ts';
import { place } from './place.ts';
import { story } from './story.ts';
import { unit } from './unit.ts';

/**
 * What an editor may write, one schema a collection, each in a file of its own. `facts` stand in the original
 * (`index.vi.mdx`) or in the YAML file; `text` stands in every language. Unknown keys are problems everywhere (strict
 * objects).
 */

/** Collections whose records are a folder with one MDX file a language. */
export const articleSchemas = {
  activities: activity,
  stories: story,
  events: event,
  partners: partner,
  issues: issue,
} as const;

/** Collections whose records are one YAML file. */
export const referenceSchemas = {
  units: unit,
  places: place,
  occasions: occasion,
  documents: document,
} as const;

export type ArticleCollection = keyof typeof articleSchemas;
export type ReferenceCollection = keyof typeof referenceSchemas;
export type CollectionName = ArticleCollection | ReferenceCollection;

export type Facts<Name extends CollectionName> = Name extends ArticleCollection
  ? z.output<(typeof articleSchemas)[Name]['facts']>
  : Name extends ReferenceCollection
    ? z.output<(typeof referenceSchemas)[Name]['facts']>
    : never;

export type TextFields<Name extends ArticleCollection> = z.output<(typeof articleSchemas)[Name]['text']>;

/** Records of these collections stand in a folder per year: `activities/2023/<slug>`. */
export const byYear: readonly CollectionName[] = ['activities', 'stories', 'events'];

/** Collections whose texts need a body; a partner may be a name and a country only. */
export const bodyRequired: readonly CollectionName[] = ['activities', 'stories', 'events', 'issues'];
