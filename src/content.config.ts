import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/**
 * The pages that are reviewed like code. Records are no collections of Astro: they are read by `content/read.ts` and
 * come to their pages through `content/astro.ts`.
 */

/** About, contact, accessibility: full MDX through `@astrojs/mdx`. Ids: `about/vi`. */
const pages = defineCollection({
  loader: glob({
    base: 'content/pages',
    pattern: '*/index.*.mdx',
    generateId: ({ entry }) => entry.replace('/index.', '/').replace(/\.mdx$/, ''),
  }),
  schema: z.strictObject({ title: z.string(), summary: z.string() }),
});

export const collections = { pages };
