import { totalAid, type Qualifier } from '../model/aid.ts';
import { folderYear } from './bulletin.ts';
import { countedAid } from './counted-aid.ts';
import type { ArticleEntry, Entries, ReferenceEntry } from '../model/entries.ts';

/**
 * Figures that the documents state (“trên 10 đoàn”, “27 chương trình”) held against the same figures counted from the
 * records. A difference is no fault in itself: a list may be incomplete in the document, or two documents disagree.
 * But it wants a reason.
 */

type Activity = ArticleEntry<'activities'>;
type Document = ReferenceEntry<'documents'>;
export type StatedTotal = Document['facts']['totals'][number];

export interface ComparedTotal {
  readonly document: string;
  readonly stated: StatedTotal;
  readonly computed: number;
  readonly agrees: boolean;
}

/** How far the counted figure may lie from “khoảng”, below “gần”, above “hơn”. */
const tolerance = 0.1;

/**
 * Whether a counted figure bears out a stated one: `agrees(10, 'over', 11) // => true`. “hơn 10” is also borne out by
 * exactly 10 in the records, for they keep the figure with its qualifier.
 */
export function agrees(stated: number, qualifier: Qualifier | undefined, computed: number): boolean {
  if (computed === stated) return true;
  const above = computed > stated;
  if (qualifier === undefined || (qualifier === 'over' && !above) || (qualifier === 'nearly' && above))
    return false;
  return Math.abs(computed - stated) <= stated * tolerance;
}

/** Held and reported activities of the document's year that the total speaks of. */
function concerned(entries: Entries, document: Document, stated: StatedTotal): Activity[] {
  return entries.activities.filter(
    ({ id, facts }) =>
      (document.facts.year === undefined || folderYear(id) === document.facts.year) &&
      (stated.unit === undefined || facts.units.some((one) => one.unit === stated.unit)) &&
      (stated.category === undefined || facts.categories.includes(stated.category)) &&
      (stated.partner === undefined || facts.partners.some((one) => one.partner === stated.partner)) &&
      (stated.activity === undefined || id === stated.activity),
  );
}

/** A figure with sources of its own is what those documents say, and no other one. */
function saidBy(
  document: Document,
  { sources }: { sources: readonly { document: string | undefined }[] },
): boolean {
  return sources.length === 0 || sources.some((one) => one.document === document.id);
}

function count(entries: Entries, document: Document, stated: StatedTotal): number {
  const activities = concerned(entries, document, stated);
  const held = activities.filter((one) => one.facts.status !== 'planned');
  switch (stated.records) {
    case 'activities':
      return held.length;
    case 'partners':
      return new Set(held.flatMap((one) => one.facts.partners.map(({ partner }) => partner))).size;
    case 'units':
      return entries.units.filter((one) => one.facts.parent === stated.unit).length;
    case undefined:
  }
  if (stated.currency !== undefined) {
    const said = activities.map(({ facts }) => ({
      facts: { ...facts, aid: facts.aid.filter((part) => saidBy(document, part)) },
    }));
    return totalAid(countedAid(said))
      .filter(
        ({ currency, state, direction }) =>
          currency === stated.currency &&
          (stated.state === undefined || state === stated.state) &&
          (stated.direction === undefined || direction === stated.direction),
      )
      .reduce((sum, { amount }) => sum + amount, 0);
  }
  return activities
    .flatMap(({ facts }) => [
      ...facts.numbers
        .filter((one) => one.of === stated.of && saidBy(document, one))
        .map(({ value }) => value),
      ...facts.aid
        .flatMap(({ items }) => items.filter(({ of }) => of === stated.of))
        .map((item) => item.count),
    ])
    .reduce((sum, value) => sum + value, 0);
}

/** Every stated total beside the counted one, document by document, in the order in which they are written. */
export function compareTotals(entries: Entries): ComparedTotal[] {
  return entries.documents.flatMap((document) =>
    document.facts.totals.map((stated) => {
      const computed = count(entries, document, stated);
      return {
        document: document.id,
        stated,
        computed,
        agrees: agrees(stated.value, stated.qualifier, computed),
      };
    }),
  );
}
