/**
 * What a source may leave unsaid about what it reports, in the order in which a note lists it: when and where, who,
 * what, how much, how it ended. A closed list, so that every entry has its words in all dictionaries (`unknown.*`).
 */
export const unknowns = [
  'date',
  'each-date',
  'occasion',
  'place',
  'organiser',
  'people',
  'participants',
  'persons',
  'organisations',
  'full-name',
  'content',
  'details',
  'quantity',
  'amount',
  'shares',
  'donor',
  'recipients',
  'decision',
  'taken-place',
  'handover',
  'outcome',
] as const;
export type Unknown = (typeof unknowns)[number];
