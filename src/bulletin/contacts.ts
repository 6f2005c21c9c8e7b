import type { Entries, ReferenceEntry } from '../model/entries.ts';
import type { Bulletin } from './bulletin.ts';

/** Whom a reader can write to or call. */

type Unit = ReferenceEntry<'units'>;
export type Contact = NonNullable<Unit['facts']['contact']>;
export type ReachableUnit = Unit & { readonly facts: { readonly contact: Contact } };

/** There is somewhere to write to, to call or to look: hours alone lead nowhere. */
export const isReachable = (unit: Unit): unit is ReachableUnit => {
  const { address, phones = [], email, website } = unit.facts.contact ?? {};
  return [address, email, website, ...phones].some((one) => one !== undefined);
};

/** The unit that is reached for another: itself, or the nearest that it belongs to. */
export function reachedFor(bulletin: Bulletin, id: string): ReachableUnit | undefined {
  const seen = new Set<string>();
  let unit = bulletin.find('units', id);
  while (unit && !seen.has(unit.id)) {
    if (isReachable(unit)) return unit;
    seen.add(unit.id);
    unit = unit.facts.parent === undefined ? undefined : bulletin.find('units', unit.facts.parent);
  }
  return undefined;
}

/** Unions that nobody can write to, call or find, in the order of the cluster's report: for editors to fill in. */
export const unionsWithoutContact = ({ units }: Entries): Unit[] =>
  units
    .filter((unit) => unit.facts.kind === 'union' && !unit.facts.validUntil && !isReachable(unit))
    .sort((a, b) => a.facts.order - b.facts.order);
