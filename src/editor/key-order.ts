import { keysAt } from '../content/checks/keys.ts';
import { articleSchemas, factsSchema, type CollectionName } from '../model/schemas/index.ts';
import type { KeyOrder } from './record-file.ts';

/** Where a new key goes in the files of a collection: the order of its schemas, in which `npm run new` writes too. */
export function keyOrderOf(collection: CollectionName): KeyOrder {
  const schemas =
    collection in articleSchemas
      ? Object.values(articleSchemas[collection as keyof typeof articleSchemas])
      : [factsSchema(collection)];
  // Title and summary stand first in the files of content, then the facts.
  const [facts, text] = schemas;
  return (path) => [text, facts].flatMap((schema) => (schema ? keysAt(schema, path) : []));
}
