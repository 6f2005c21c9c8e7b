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

const kindOf = ({ direction, state, currency }: Aid): string => [direction, state, currency].join(' ');

/**
 * The aid of these activities that counts.
 * Where two documents give different figures for one thing, the first is taken. Where a union states a total of its
 * own for the year, that stands in the place of its single gifts of the same direction, state and currency.
 */
export function countedAid(activities: readonly WithAid[]): Aid[] {
  const stated = new Set(
    activities.flatMap(({ facts }) =>
      facts.aid
        .filter(({ total }) => total)
        .flatMap((aid) => facts.units.map(({ unit }) => `${unit} ${kindOf(aid)}`)),
    ),
  );
  return activities.flatMap(({ facts }) => {
    const disputed = new Set<string>();
    return facts.aid.filter((aid) => {
      if (aid.sources.length > 0) {
        if (disputed.has(kindOf(aid))) return false;
        disputed.add(kindOf(aid));
      }
      return aid.total || !facts.units.some(({ unit }) => stated.has(`${unit} ${kindOf(aid)}`));
    });
  });
}
