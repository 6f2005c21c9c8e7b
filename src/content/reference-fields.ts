import type { CollectionName } from '../model/schemas/index.ts';

/** Which fields name records of which collection, in facts of any collection. */
const fields: Readonly<Record<string, CollectionName>> = {
  unit: 'units',
  units: 'units',
  partner: 'partners',
  partners: 'partners',
  activities: 'activities',
  activity: 'activities',
  partOf: 'activities',
  places: 'places',
  place: 'places',
  in: 'places',
  publisher: 'units',
  parent: 'units',
  lead: 'units',
  deputy: 'units',
  document: 'documents',
};

/**
 * The collection that a text in this field names a record of, or `undefined` for a field that names none.
 * @param path the names of the fields that lead to it, without list positions: `['units', 'unit']`
 * @param collection the collection of the record that the field stands in
 */
export function collectionOfReference(
  path: readonly string[],
  collection: CollectionName,
): CollectionName | undefined {
  const name = path.at(-1) ?? '';
  if (name === 'id' && path.at(-2) === 'occasion') return 'occasions';
  return name === 'successor' ? collection : fields[name];
}
