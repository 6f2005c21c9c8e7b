import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { contentLoader, heldBackLoader } from './content/astro.ts';

/**
 * The collections. What an editor may write stands in `content/schemas/`; the reader in `content/read.ts` has
 * checked every record before it comes here, so these are thin.
 */
const records = <Name extends Parameters<typeof contentLoader>[0]>(name: Name) =>
  defineCollection({ loader: contentLoader(name) });

/** About, contact, accessibility: full MDX through `@astrojs/mdx`, reviewed like code. Ids: `about/vi`. */
const pages = defineCollection({
  loader: glob({
    base: 'content/pages',
    pattern: '*/index.*.mdx',
    generateId: ({ entry }) => entry.replace('/index.', '/').replace(/\.mdx$/, ''),
  }),
  schema: z.strictObject({ title: z.string(), summary: z.string() }),
});

export const collections = {
  activities: records('activities'),
  stories: records('stories'),
  events: records('events'),
  partners: records('partners'),
  issues: records('issues'),
  units: records('units'),
  places: records('places'),
  occasions: records('occasions'),
  documents: records('documents'),
  pages,
  heldBack: defineCollection({ loader: heldBackLoader }),
};
