import { categories } from './categories.ts';

/**
 * What the records can give to a section of a report: the categories of activities, and what is found by who took part
 * or lies ahead.
 */
export const reportContents = [
  ...categories,
  /** Held by the national union, with this union among those who came. */
  'central',
  /** What the national union did for this union. */
  'national-support',
  /** What the cluster does together. */
  'coordination',
  /** Events that lie ahead. */
  'plan',
  /** Numbers of the bulletin: issues, items, languages, visits. */
  'figures',
] as const;
export type ReportContent = (typeof reportContents)[number];
