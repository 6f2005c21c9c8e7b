import type { CollectionName } from '../model/schemas/index.ts';

/**
 * Every field by which a record names another, written down by hand: what schemas, checks and whatever is held back
 * are held against. A new reference fails a test until it has its line here.
 */
export interface NamingField {
  readonly collection: CollectionName;
  /** The names of the fields that lead to it. */
  readonly path: string;
  readonly to: readonly CollectionName[];
  /** Facts that name `name` there, beside those of a good record: lists are added to, everything else is replaced. */
  readonly facts: (name: string) => object;
  /** What is left of them where `name` is missing; nothing where the record itself cannot stand. */
  readonly left?: object;
}

const money = { amount: 1000, currency: 'USD', state: 'disbursed' };
const section = { level: 2, title: 'Tham mưu', contents: [], activities: [], nothing: false, sources: [] };
const total = { line: 1, says: 'một', value: 1 };

const sources = (collection: CollectionName): NamingField => ({
  collection,
  path: 'sources',
  to: ['documents'],
  facts: (name) => ({ sources: [`${name}:7`] }),
  left: {},
});

/** What activities and events share. */
const happening = (collection: 'activities' | 'events'): NamingField[] => [
  {
    collection,
    path: 'occasion.id',
    to: ['occasions'],
    facts: (name) => ({ occasion: { id: name, year: 2024 } }),
    left: { occasion: undefined },
  },
  { collection, path: 'places', to: ['places'], facts: (name) => ({ places: [name] }), left: {} },
  {
    collection,
    path: 'units.unit',
    to: ['units'],
    facts: (name) => ({ units: [{ unit: name, role: 'support' }] }),
    left: {},
  },
  {
    collection,
    path: 'partners.partner',
    to: ['partners'],
    facts: (name) => ({ partners: [{ partner: name, role: 'guest' }] }),
    left: {},
  },
  sources(collection),
];

export const namingFields: readonly NamingField[] = [
  ...happening('activities'),
  {
    collection: 'activities',
    path: 'numbers.sources',
    to: ['documents'],
    facts: (name) => ({ numbers: [{ value: 3, of: 'people', sources: [`${name}:7`] }] }),
    left: { numbers: [{ value: 3, of: 'people', sources: [] }] },
  },
  {
    collection: 'activities',
    path: 'aid.sources',
    to: ['documents'],
    facts: (name) => ({ aid: [{ ...money, sources: [`${name}:7`] }] }),
    left: { aid: [{ ...money, sources: [] }] },
  },
  {
    collection: 'activities',
    path: 'partOf',
    to: ['activities'],
    facts: (name) => ({ partOf: name }),
    left: { partOf: undefined },
  },
  ...(['partners', 'units', 'activities'] as const).map((field): NamingField => ({
    collection: 'stories',
    path: `about.${field}`,
    to: [field],
    facts: (name) => ({ about: { [field]: [name] } }),
    left: {},
  })),
  sources('stories'),
  ...happening('events'),
  {
    collection: 'events',
    path: 'activity',
    to: ['activities'],
    facts: (name) => ({ activity: name }),
    left: { activity: undefined },
  },
  { collection: 'projects', path: 'places', to: ['places'], facts: (name) => ({ places: [name] }), left: {} },
  { collection: 'projects', path: 'contact', to: ['units'], facts: (name) => ({ contact: name }) },
  {
    collection: 'projects',
    path: 'units.unit',
    to: ['units'],
    facts: (name) => ({ units: [{ unit: name, role: 'support' }] }),
    left: {},
  },
  {
    collection: 'projects',
    path: 'partners.partner',
    to: ['partners'],
    facts: (name) => ({ partners: [{ partner: name, role: 'donor' }] }),
    left: {},
  },
  {
    collection: 'projects',
    path: 'activities',
    to: ['activities'],
    facts: (name) => ({ activities: [name] }),
    left: {},
  },
  sources('projects'),
  {
    collection: 'documents',
    path: 'publicCopy.allowedBy',
    to: ['units'],
    facts: (name) => ({ publicCopy: { address: 'https://a.example/bao-cao.pdf', allowedBy: name } }),
    left: { publicCopy: undefined },
  },
  {
    collection: 'documents',
    path: 'received.from',
    to: ['units'],
    facts: (name) => ({ received: { date: '2026-11-20', from: name } }),
    left: { received: undefined },
  },
  sources('partners'),
  { collection: 'issues', path: 'publisher', to: ['units'], facts: (name) => ({ publisher: name }) },
  {
    collection: 'issues',
    path: 'sections.items',
    to: ['activities', 'stories'],
    facts: (name) => ({ sections: [{ id: 'them', items: [name] }] }),
    left: {},
  },
  {
    collection: 'issues',
    path: 'ranks.item',
    to: ['activities', 'stories'],
    facts: (name) => ({ ranks: [{ item: name, rank: 'lead' }] }),
    left: {},
  },
  sources('issues'),
  {
    collection: 'units',
    path: 'parent',
    to: ['units'],
    facts: (name) => ({ parent: name }),
    left: { parent: undefined },
  },
  {
    collection: 'units',
    path: 'place',
    to: ['places'],
    facts: (name) => ({ place: name }),
    left: { place: undefined },
  },
  {
    collection: 'units',
    path: 'successor',
    to: ['units'],
    facts: (name) => ({ successor: name }),
    left: { successor: undefined },
  },
  {
    collection: 'units',
    path: 'leads.lead',
    to: ['units'],
    facts: (name) => ({ leads: [{ year: 2024, lead: name, deputy: 'quang-tri' }] }),
    left: {},
  },
  {
    collection: 'units',
    path: 'leads.deputy',
    to: ['units'],
    facts: (name) => ({ leads: [{ year: 2024, lead: 'quang-tri', deputy: name }] }),
    left: {},
  },
  sources('units'),
  {
    collection: 'places',
    path: 'in',
    to: ['places'],
    facts: (name) => ({ in: name }),
    left: { in: undefined },
  },
  {
    collection: 'places',
    path: 'successor',
    to: ['places'],
    facts: (name) => ({ successor: name }),
    left: { successor: undefined },
  },
  sources('occasions'),
  ...(
    [
      ['unit', 'units'],
      ['partner', 'partners'],
      ['activity', 'activities'],
    ] as const
  ).map(([field, to]): NamingField => ({
    collection: 'documents',
    path: `totals.${field}`,
    to: [to],
    facts: (name) => ({ totals: [{ ...total, [field]: name }] }),
    left: {},
  })),
  { collection: 'reports', path: 'unit', to: ['units'], facts: (name) => ({ unit: name }) },
  {
    collection: 'reports',
    path: 'sections.activities',
    to: ['activities'],
    facts: (name) => ({ sections: [{ title: 'Tham mưu', activities: [name] }] }),
    left: { sections: [{ ...section, activities: [] }] },
  },
  {
    collection: 'reports',
    path: 'sections.sources',
    to: ['documents'],
    facts: (name) => ({ sections: [{ title: 'Tham mưu', sources: [`${name}:7`] }] }),
    left: { sections: [{ ...section, sources: [] }] },
  },
  sources('reports'),
];
