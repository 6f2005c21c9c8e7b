/** The collections of the content folder, by name: what a schema may point to before all schemas are known. */

/** Collections whose records are a folder with one MDX file a language. */
export const articleCollections = [
  'activities',
  'stories',
  'events',
  'projects',
  'partners',
  'issues',
] as const;

/** Collections whose records are one YAML file. */
export const referenceCollections = ['units', 'places', 'occasions', 'documents', 'reports'] as const;

export const collectionNames = [...articleCollections, ...referenceCollections] as const;

export type ArticleCollection = (typeof articleCollections)[number];
export type ReferenceCollection = (typeof referenceCollections)[number];
export type CollectionName = (typeof collectionNames)[number];
