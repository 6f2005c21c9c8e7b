import type { z } from 'zod';
import { activity } from './activity.ts';
import type { ArticleCollection, CollectionName, ReferenceCollection } from './collections.ts';
import { document } from './document.ts';
import { event } from './event.ts';
import { issue } from './issue.ts';
import { occasion } from './occasion.ts';
import { partner } from './partner.ts';
import { place } from './place.ts';
import { report } from './report.ts';
import { project } from './project.ts';
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
  projects: project,
  partners: partner,
  issues: issue,
} as const satisfies Record<ArticleCollection, { facts: z.ZodObject; text: z.ZodObject }>;

/** Collections whose records are one YAML file. */
export const referenceSchemas = {
  units: unit,
  places: place,
  occasions: occasion,
  documents: document,
  reports: report,
} as const satisfies Record<ReferenceCollection, { facts: z.ZodObject }>;

export type { ArticleCollection, CollectionName, ReferenceCollection };

const factsSchemas: Readonly<Record<CollectionName, { readonly facts: z.ZodObject }>> = {
  ...articleSchemas,
  ...referenceSchemas,
};

/** The schema of the facts of a collection's records. */
export const factsSchema = (collection: CollectionName): z.ZodObject => factsSchemas[collection].facts;

export type Facts<Name extends CollectionName> = Name extends ArticleCollection
  ? z.output<(typeof articleSchemas)[Name]['facts']>
  : Name extends ReferenceCollection
    ? z.output<(typeof referenceSchemas)[Name]['facts']>
    : never;

export type TextFields<Name extends ArticleCollection> = z.output<(typeof articleSchemas)[Name]['text']>;

/** Records of these collections stand in a folder per year: `activities/2023/<slug>`. */
export const yearlyCollections: readonly CollectionName[] = ['activities', 'stories', 'events'];

/** Collections whose texts need a body; a partner may be a name and a country only. */
export const bodyRequired: readonly CollectionName[] = [
  'activities',
  'stories',
  'events',
  'projects',
  'issues',
];
