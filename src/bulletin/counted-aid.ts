import type { Aid } from '../model/aid.ts';

/** Which sums of aid may be added together without counting money twice. */

/** What is needed of an activity. */
export interface WithAid {
  readonly facts: {
    readonly units: readonly { readonly unit: string }[];
    readonly aid: readonly (Aid & {
      /** A yearly total of the union, which holds the aid of its other activities. */
      readonly total: boolean;
      /** Sources of this very figure, where documents disagree. */
      readonly sources: readonly unknown[];
    })[];
  };
}

/** Why a stated sum is not counted: a yearly total of the union holds it, or another document gives another figure. */
export type Uncounted = 'inYearTotal' | 'otherFigure';

/** The aid of a list of activities. */
export interface SortedAid<Activity> {
  readonly counted: readonly Aid[];
  /** Activities with a sum that does not count, each once for a reason. */
  readonly uncounted: readonly { readonly reason: Uncounted; readonly activity: Activity }[];
}

const kindOf = ({ direction, state, currency }: Aid): string => [direction, state, currency].join(' ');

/**
 * The aid of these activities: what counts, and what does not.
 * Where two documents give different figures for one thing, the first is taken. Where a union states a total of its
 * own for the year, that stands in the place of its single gifts of the same direction, state and currency.
 */
export function sortAid<Activity extends WithAid>(activities: readonly Activity[]): SortedAid<Activity> {
  const stated = new Set(
    activities.flatMap(({ facts }) =>
      facts.aid
        .filter(({ total }) => total)
        .flatMap((aid) => facts.units.map(({ unit }) => `${unit} ${kindOf(aid)}`)),
    ),
  );
  const counted: Aid[] = [];
  const uncounted: { reason: Uncounted; activity: Activity }[] = [];
  for (const activity of activities) {
    const { units, aid } = activity.facts;
    const disputed = new Set<string>();
    const reasons = new Set<Uncounted>();
    for (const one of aid) {
      const other = one.sources.length > 0 && disputed.has(kindOf(one));
      if (one.sources.length > 0) disputed.add(kindOf(one));
      if (other) reasons.add('otherFigure');
      else if (!one.total && units.some(({ unit }) => stated.has(`${unit} ${kindOf(one)}`)))
        reasons.add('inYearTotal');
      else counted.push(one);
    }
    for (const reason of reasons) uncounted.push({ reason, activity });
  }
  return { counted, uncounted };
}

/** The aid of these activities that counts (`sortAid`). */
export function countedAid(activities: readonly WithAid[]): readonly Aid[] {
  return sortAid(activities).counted;
}
