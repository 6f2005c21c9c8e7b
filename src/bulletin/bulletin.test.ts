import { describe, expect, test } from 'vitest';
import { isKnownDate, parseDate, type KnownDate } from '../model/dates.ts';
import { localeCodes } from '../model/locales.ts';
import { frozen } from '../tests/fixtures/bulletin.ts';
import { createBulletin } from './bulletin.ts';

const { entries } = frozen;
const bulletin = createBulletin(entries);
const { activities, events, stories, issues } = bulletin;

function date(text: string): KnownDate {
  const parsed = parseDate(text);
  if (!isKnownDate(parsed)) throw new Error(text);
  return parsed;
}
const ids = (list: readonly { readonly id: string }[]): string[] => list.map((one) => one.id);

describe('what a page looks up is what a search of all records finds:', () => {
  type Part = { facts: { units: readonly { unit: string }[]; places: readonly string[] } };
  const below = (unit: string): string[] => [
    unit,
    ...ids(entries.units.filter(({ facts }) => facts.parent === unit && facts.kind === 'association')),
  ];
  const within = (place: string): string[] => [
    place,
    ...ids(entries.places.filter(({ facts }) => facts.in === place)),
  ];
  const ofUnit = (unit: string) => (one: Part) =>
    one.facts.units.some((part) => below(unit).includes(part.unit));
  const at = (place: string) => (one: Part) => one.facts.places.some((id) => within(place).includes(id));
  const codes = ['LA', 'JP', 'FR', 'US', 'CU', 'ZW'];
  type Found = readonly { readonly id: string }[];

  test.each<[string, readonly string[], (key: string) => Found, (key: string) => Found]>([
    [
      'activities of a partner',
      ids(entries.partners),
      bulletin.activitiesOfPartner,
      (key) => activities.filter(({ facts }) => facts.partners.some((one) => one.partner === key)),
    ],
    [
      'events of a partner',
      ids(entries.partners),
      bulletin.eventsOfPartner,
      (key) => events.filter(({ facts }) => facts.partners.some((one) => one.partner === key)),
    ],
    [
      'activities of a unit and its associations',
      ids(entries.units),
      bulletin.activitiesOfUnit,
      (key) => activities.filter(ofUnit(key)),
    ],
    [
      'events of a unit and its associations',
      ids(entries.units),
      bulletin.eventsOfUnit,
      (key) => events.filter(ofUnit(key)),
    ],
    [
      'activities in a place and in those that lie in it',
      ids(entries.places),
      bulletin.activitiesAt,
      (key) => activities.filter(at(key)),
    ],
    [
      'events in a place and in those that lie in it',
      ids(entries.places),
      bulletin.eventsAt,
      (key) => events.filter(at(key)),
    ],
    [
      'activities of a country',
      codes,
      bulletin.activitiesOfCountry,
      (key) => activities.filter(({ facts }) => facts.countries.includes(key)),
    ],
    [
      'stories of a country',
      codes,
      bulletin.storiesOfCountry,
      (key) => stories.filter(({ facts }) => facts.countries.includes(key)),
    ],
    [
      'events of a country',
      codes,
      bulletin.eventsOfCountry,
      (key) => events.filter(({ facts }) => facts.countries.includes(key)),
    ],
    [
      'occasions of a country',
      codes,
      bulletin.occasionsOfCountry,
      (key) => entries.occasions.filter(({ facts }) => facts.countries.includes(key)),
    ],
    [
      'partners of a country',
      codes,
      bulletin.partnersOfCountry,
      (key) => entries.partners.filter(({ facts }) => facts.country === key),
    ],
    [
      'activities of an occasion',
      ids(entries.occasions),
      bulletin.activitiesOfOccasion,
      (key) => activities.filter(({ facts }) => facts.occasion?.id === key),
    ],
    [
      'the parts of an activity',
      ids(activities),
      bulletin.partsOf,
      (key) => activities.filter(({ facts }) => facts.partOf === key),
    ],
    [
      'stories about a partner',
      ids(entries.partners),
      (key) => bulletin.storiesAbout('partners', key),
      (key) => stories.filter(({ facts }) => facts.about.partners.includes(key)),
    ],
    [
      'stories about an activity',
      ids(activities),
      (key) => bulletin.storiesAbout('activities', key),
      (key) => stories.filter(({ facts }) => facts.about.activities.includes(key)),
    ],
    [
      'issues with an item',
      activities.map(({ id }) => `activities/${id}`),
      bulletin.issuesWith,
      (key) => issues.filter(({ facts }) => facts.sections.some(({ items }) => items.includes(key))),
    ],
    [
      'unions of a province',
      ids(entries.places),
      bulletin.unionsOfPlace,
      (key) => entries.units.filter(({ facts }) => facts.place === key && facts.kind === 'union'),
    ],
  ])('%s', (_, keys, lookUp, search) => {
    const found = keys.flatMap((key) => ids(search(key)));
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(keys.length * (activities.length + 1));
    for (const key of keys) expect(ids(lookUp(key)), key).toEqual(ids(search(key)));
    expect(lookUp('none')).toEqual([]);
  });
});

test('what an association does alone, its union does too; what a union does, the cluster does not', () => {
  const [one] = entries.activities;
  const association = entries.units.find(({ facts }) => facts.kind === 'association');
  const union = association?.facts.parent;
  if (!one || union === undefined) throw new Error('the fixture has lost its associations');
  const by = (id: string, unit: string) => ({ ...one, id, facts: { ...one.facts, units: [{ unit }] } });
  const made = [by('2023/association', association?.id ?? ''), by('2023/union', union)];
  const { activitiesOfUnit, cluster } = createBulletin({ ...entries, activities: made });
  expect(ids(activitiesOfUnit(union))).toEqual(['2023/association', '2023/union']);
  expect(ids(activitiesOfUnit(association?.id ?? ''))).toEqual(['2023/association']);
  expect(entries.units.find(({ id }) => id === union)?.facts.parent).toBe(cluster?.id);
  expect(activitiesOfUnit(cluster?.id ?? '')).toEqual([]);
});

test('a record is found by its id, and asking for one that is not there is a fault or nothing', () => {
  expect(bulletin.get('activities', '2023/don-hvpf').id).toBe('2023/don-hvpf');
  expect(bulletin.item('stories/2023/hiroshima-va-quang-tri').collection).toBe('stories');
  expect(bulletin.find('partners', 'nobody')).toBeUndefined();
  expect(() => bulletin.get('partners', 'nobody')).toThrow('partners/nobody');
});

test('the newest activities come first; vague dates behind the days that lie in them, none behind its year', () => {
  const [one] = activities;
  if (!one) throw new Error('the fixture has lost its activities');
  const dates = ['2023', undefined, '2024-01-01', '2023-08', '2023-08-31', '2023-08-01/2023-09-02'];
  const made = dates.map((text) => ({
    ...one,
    id: `2023/${text ?? 'none'}`,
    facts: { ...one.facts, date: text === undefined ? undefined : date(text) },
  }));
  expect(ids(createBulletin({ ...entries, activities: made }).activities)).toEqual([
    '2023/2024-01-01',
    '2023/2023-08-01/2023-09-02',
    '2023/2023-08-31',
    '2023/2023-08',
    '2023/2023',
    '2023/none',
  ]);
});

describe('the neighbours of a record', () => {
  test.each(localeCodes)('in %s are the next ones in time that can be read in it', (locale) => {
    for (const newestFirst of [activities, stories, issues, events.toReversed()]) {
      const readable = newestFirst.filter((one) => one.texts[locale]);
      expect(readable.length).toBeGreaterThan(0);
      readable.forEach((one, at) => {
        const { earlier, later } = bulletin.neighboursOf(one, locale);
        expect([earlier?.id, later?.id]).toEqual([readable[at + 1]?.id, readable[at - 1]?.id]);
      });
    }
  });

  test('are none of a record that cannot be read in the language', () => {
    const one = activities.find(({ texts }) => !texts.km);
    if (!one) throw new Error('the fixture has every activity in Khmer');
    expect(bulletin.neighboursOf(one, 'km')).toEqual({ earlier: undefined, later: undefined });
  });
});

test('activities that can be read in a language, and those that cannot, are all of them', () => {
  for (const locale of localeCodes) {
    const [here, elsewhere] = [bulletin.activitiesIn(locale), bulletin.activitiesNotIn(locale)];
    expect(here.every((one) => one.texts[locale])).toBe(true);
    expect(elsewhere.some((one) => one.texts[locale])).toBe(false);
    expect(activities.filter((one) => [...here, ...elsewhere].includes(one))).toEqual(activities);
  }
});
