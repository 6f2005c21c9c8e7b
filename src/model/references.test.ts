import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { namingFields } from '../tests/references.ts';
import { choicesOf, leadsSomewhere, referenceFields, referencesIn, type Ids } from './references.ts';
import { collectionNames } from './schemas/collections.ts';
import { reference, sources } from './schemas/fields.ts';
import { glossarySchema } from './schemas/glossary.ts';
import { articleSchemas, factsSchema } from './schemas/index.ts';

const schema = z.strictObject({
  place: reference('places').optional().meta({ description: 'Nơi' }),
  items: z.array(reference('activities', 'stories')).default([]),
  leads: z.array(z.strictObject({ year: z.int(), lead: reference('units') })).optional(),
  sources,
});
const ids: Ids = new Map([
  ['places', new Set(['hue'])],
  ['activities', new Set(['2023/a'])],
  ['stories', new Set(['2023/a', '2023/b'])],
]);
const found = (data: unknown) => [...referencesIn(schema, data)];

describe('the schemas say what they point to', () => {
  test.each(collectionNames)('%s', (collection) => {
    const said = referenceFields(factsSchema(collection)).map(({ path, to }) => ({
      path: path.join('.'),
      to,
    }));
    const expected = namingFields.filter((one) => one.collection === collection);
    expect(expected.length).toBeGreaterThan(0);
    const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : 1);
    expect(said.sort(byPath)).toEqual(expected.map(({ path, to }) => ({ path, to })).sort(byPath));
  });

  test('the words of a record name none', () => {
    const all = Object.values(articleSchemas).map(({ text }) => referenceFields(text));
    expect(all).toEqual([[], [], [], [], [], []]);
  });

  test('the glossary adds names to records', () => {
    expect(referenceFields(glossarySchema)).toEqual([
      { path: ['names'], to: ['units', 'partners', 'places', 'occasions'], form: 'path' },
    ]);
  });
});

describe('the names in a record', () => {
  test('are found with their place, whatever is wrapped round the field', () => {
    const data = {
      place: 'hue',
      items: ['stories/2023/b', 'partners/hvpf'],
      leads: [
        { year: 2023, lead: 'hue' },
        { year: 2024, lead: 'vinh' },
      ],
      sources: ['bao-cao:7'],
    };
    expect(found(data).map(({ path, value, collection, id }) => [path, value, collection, id])).toEqual([
      [['place'], 'hue', 'places', 'hue'],
      [['items', 0], 'stories/2023/b', 'stories', '2023/b'],
      [['items', 1], 'partners/hvpf', undefined, 'hvpf'],
      [['leads', 0, 'lead'], 'hue', 'units', 'hue'],
      [['leads', 1, 'lead'], 'vinh', 'units', 'vinh'],
      [['sources', 0], 'bao-cao', 'documents', 'bao-cao'],
    ]);
  });

  test('are the same once the record is validated', () => {
    const data = { items: ['activities/2023/a'], sources: ['bao-cao:7'] };
    expect(found(schema.parse(data))).toEqual(found(data));
  });

  test('are looked for where the schema has them, and nowhere else', () => {
    const unit = { unit: 'x', place: 'x', toString: 'x', hasOwnProperty: 'x' };
    expect(
      found({ toString: 'x', constructor: 'x', __proto__: { place: 'x' }, unit, places: ['x'] }),
    ).toEqual([]);
  });

  test.each([
    undefined,
    null,
    '',
    7,
    [],
    {},
    { place: 7 },
    { place: ['hue'] },
    { sources: ['bao-cao', 7, null] },
  ])('are none in %j', (data) => {
    expect(found(data)).toEqual([]);
  });

  test('are the keys, where records are named by keys', () => {
    const data = { terms: [], names: { 'places/hue': { vi: ['Huế'] } } };
    expect([...referencesIn(glossarySchema, data)]).toMatchObject([
      { path: ['names', 'places/hue'], collection: 'places', id: 'hue' },
    ]);
  });
});

describe('a name leads somewhere', () => {
  test.each([
    [{ place: 'hue' }, true],
    [{ place: 'vinh' }, false],
    [{ items: ['activities/2023/a'] }, true],
    [{ items: ['stories/2023/b'] }, true],
    [{ items: ['activities/2023/b'] }, false],
    [{ items: ['places/hue'] }, false],
    [{ items: ['2023/a'] }, false],
    [{ items: ['storiesx'] }, false],
    [{ leads: [{ lead: 'hue' }] }, false],
  ])('%j: %s', (data, leads) => {
    expect(found(data).map((one) => leadsSomewhere(one, ids))).toEqual([leads]);
  });

  test('to be chosen from as it is written', () => {
    const [place, items] = referenceFields(schema);
    expect(place && choicesOf(place, ids)).toEqual(['hue']);
    expect(items && choicesOf(items, ids)).toEqual(['activities/2023/a', 'stories/2023/a', 'stories/2023/b']);
  });
});
