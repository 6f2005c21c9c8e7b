import {
  aidStates,
  currencies,
  totalAid,
  type AidState,
  type AidTotal,
  type Currency,
} from '../model/aid.ts';
import type { ArticleEntry } from '../model/entries.ts';
import { memoize, weakMemoize } from '../model/memoize.ts';
import { groupByRole, partnerRoles } from '../model/roles.ts';
import type { Bulletin } from './bulletin.ts';
import { countedAid, sortAid, type Uncounted } from './counted-aid.ts';
import { byCountry, byYear, ofCategory } from './facets.ts';

/** The numbers that people would rather see than read. Counted from the records, never typed. */

type Activity = ArticleEntry<'activities'>;

export interface YearInFigures {
  readonly year: number;
  readonly activities: number;
  readonly countries: number;
  readonly partners: number;
  /** Activities of the category “visiting delegations”. */
  readonly visits: number;
  /** A line per direction, state and currency: never added together. */
  readonly aid: readonly AidTotal[];
}

/** A year of these activities, counted. */
export function yearInFigures(year: number, all: readonly Activity[]): YearInFigures {
  const activities = byYear(all).find((one) => one.value === year)?.entries ?? [];
  const partners = activities.flatMap((one) => one.facts.partners.map((part) => part.partner));
  return {
    year,
    activities: activities.length,
    countries: byCountry(activities).length,
    partners: new Set(partners).size,
    visits: ofCategory(activities, 'delegation-in').length,
    aid: totalAid(countedAid(activities)),
  };
}

/** The newest year of these activities, counted, or `undefined` where there are none. */
export const newestYear = weakMemoize((activities: readonly Activity[]): YearInFigures | undefined => {
  const [newest] = byYear(activities);
  return newest && yearInFigures(newest.value, activities);
});

/** Why an entry of a list has no part in its sums, besides the reasons of `counted-aid.ts`. */
export type LeftOut =
  | Uncounted
  /** Several partners or countries together: the source states no shares. */
  | 'shared'
  /** The partner is named, but did not give it: it made the connection, was asked, or its role is not stated. */
  | 'otherRole'
  /** The entry is about aid, and states no amount. */
  | 'noAmount';

/** Sums of the aid that counts (`counted-aid.ts`). */
export interface AidSums {
  /** Of all years together. */
  readonly all: readonly AidTotal[];
  /** Newest first; years without any are left out. */
  readonly years: readonly { readonly year: number; readonly totals: readonly AidTotal[] }[];
  /** What is in no sum, and why; reasons without an entry are left out. */
  readonly leftOut: readonly { readonly reason: LeftOut; readonly entries: readonly Activity[] }[];
}

/** The aid of these activities, in all and by year. */
export const aidSums = weakMemoize((activities: readonly Activity[]): AidSums => sumsOf(activities, {}));

/** @param besides entries of the list whose aid is not to be counted at all, by reason */
function sumsOf(
  activities: readonly Activity[],
  besides: Partial<Record<LeftOut, readonly Activity[]>>,
): AidSums {
  const years = byYear(activities).map(({ value: year, entries }) => ({ year, ...sortAid(entries) }));
  const uncounted = years.flatMap((one) => one.uncounted);
  const because = (reason: Uncounted) =>
    uncounted.filter((one) => one.reason === reason).map(({ activity }) => activity);
  const leftOut: Record<LeftOut, readonly Activity[]> = {
    inYearTotal: because('inYearTotal'),
    otherFigure: because('otherFigure'),
    shared: besides.shared ?? [],
    otherRole: besides.otherRole ?? [],
    noAmount: [...activities, ...(besides.noAmount ?? [])].filter(withoutAmount),
  };
  return {
    all: totalAid(years.flatMap(({ counted }) => counted)),
    years: years
      .filter(({ counted }) => counted.length > 0)
      .map(({ year, counted }) => ({ year, totals: totalAid(counted) })),
    leftOut: leftOutReasons
      .map((reason) => ({ reason, entries: leftOut[reason] }))
      .filter(({ entries }) => entries.length > 0),
  };
}

/** In the order in which they are told. */
export const leftOutReasons = [
  'inYearTotal',
  'otherFigure',
  'shared',
  'otherRole',
  'noAmount',
] as const satisfies readonly LeftOut[];

const withoutAmount = ({ facts }: Activity): boolean =>
  facts.aid.length === 0 && facts.categories.includes('aid');

/** The aid in which a partner had a part. */
export interface PartnerAid {
  /** What it gave alone: an activity with several donors states no shares. */
  readonly given: AidSums;
  /** What it carried out alone and did not give, as far as the source says. */
  readonly carriedOut: AidSums;
}

export function aidOfPartner(bulletin: Bulletin, partner: string): PartnerAid {
  return partnersAid(bulletin)(partner);
}

const partnersAid = weakMemoize((bulletin: Bulletin) =>
  memoize((id: string): PartnerAid => {
    const activities = bulletin.activitiesOfPartner(id);
    const parts = activities.map((activity) => {
      const { partners } = activity.facts;
      const withRole = (role: string) => partners.filter((one) => one.role === role);
      const role = (['donor', 'implementer'] as const).find((one) =>
        withRole(one).some(({ partner }) => partner === id),
      );
      return { activity, role, alone: role !== undefined && withRole(role).length === 1 };
    });
    const those = (fits: (part: (typeof parts)[number]) => boolean) =>
      parts.filter(fits).map(({ activity }) => activity);
    const withAid = ({ activity }: (typeof parts)[number]) => activity.facts.aid.length > 0;
    return {
      given: sumsOf(
        those(({ role, alone }) => role === 'donor' && alone),
        {
          shared: those((part) => part.role !== undefined && !part.alone && withAid(part)),
          otherRole: those((part) => part.role === undefined && withAid(part)),
          noAmount: those(({ role, alone }) => !alone && role === 'donor'),
        },
      ),
      carriedOut: sumsOf(
        those(({ role, alone }) => role === 'implementer' && alone),
        {},
      ),
    };
  }),
);

/** The aid that concerns a country alone: aid to several countries states no shares. */
export function aidWith(bulletin: Bulletin, country: string): AidSums {
  return countriesAid(bulletin)(country);
}

const countriesAid = weakMemoize((bulletin: Bulletin) =>
  memoize((country: string): AidSums => {
    const activities = bulletin.activitiesOfCountry(country);
    const alone = activities.filter(({ facts }) => facts.countries.length === 1);
    const shared = activities.filter(({ facts }) => facts.countries.length > 1);
    return sumsOf(alone, { shared: shared.filter(({ facts }) => facts.aid.length > 0), noAmount: shared });
  }),
);

export interface RoleCount {
  readonly role: (typeof partnerRoles)[number];
  readonly count: number;
}

/** In how many activities a partner had which role, as far as the sources say, in the order of the roles. */
export function rolesOfPartner(bulletin: Bulletin, partner: string): readonly RoleCount[] {
  return rolesOf(bulletin)(partner);
}

const rolesOf = weakMemoize((bulletin: Bulletin) =>
  memoize((id: string): readonly RoleCount[] => {
    const parts = bulletin
      .activitiesOfPartner(id)
      .flatMap((one) => one.facts.partners.filter(({ partner }) => partner === id));
    return groupByRole(parts, partnerRoles).flatMap(({ role, participants }) =>
      role === undefined ? [] : [{ role, count: participants.length }],
    );
  }),
);

/** Aid from abroad by state, a list for each currency in which some was stated. */
export const aidByCurrency = weakMemoize(
  (
    activities: readonly Activity[],
  ): readonly { readonly currency: Currency; readonly totals: readonly AidTotal[] }[] => {
    const all = totalAid(countedAid(activities)).filter((one) => one.direction === 'in');
    return currencies
      .map((currency) => ({ currency, totals: all.filter((one) => one.currency === currency) }))
      .filter((one) => one.totals.length > 0);
  },
);

export interface UnionAid {
  readonly unit: string;
  readonly year: number;
  readonly total: AidTotal;
}

/** Aid of one currency and state. */
export interface AidByUnion {
  readonly currency: Currency;
  readonly state: AidState;
  readonly rows: readonly UnionAid[];
}

/**
 * Aid from abroad by union and year, a list for each currency and state, unions in the order of the cluster's report
 * and years newest first. Aid to several unions states no shares and is left out.
 */
export const aidByUnion = weakMemoize((bulletin: Bulletin): readonly AidByUnion[] => {
  const rows = bulletin.unions.flatMap((unit) => {
    const ids = [unit.id, ...bulletin.associationsOf(unit.id).map((one) => one.id)];
    const alone = bulletin
      .activitiesOfUnit(unit.id)
      .filter(({ facts }) => facts.units.every((part) => ids.includes(part.unit)));
    return byYear(alone).flatMap(({ value: year, entries }) =>
      totalAid(countedAid(entries))
        .filter((total) => total.direction === 'in')
        .map((total) => ({ unit: unit.id, year, total })),
    );
  });
  return currencies
    .flatMap((currency) =>
      aidStates.map((state) => ({
        currency,
        state,
        rows: rows.filter(({ total }) => total.currency === currency && total.state === state),
      })),
    )
    .filter((one) => one.rows.length > 0);
});

/**
 * The year of the newest reports that events are taken from: all plans are as of these. Without such a report, the
 * last year of which the bulletin tells.
 */
export const plansAsOf = weakMemoize((bulletin: Bulletin): number => {
  const documents = new Set(
    bulletin.events.flatMap(({ facts }) => facts.sources.map(({ document }) => document)),
  );
  const years = [...documents].flatMap((id) => bulletin.get('documents', id).facts.year ?? []);
  if (years.length > 0) return Math.max(...years);
  const told = [
    ...bulletin.issues.map(({ facts }) => (facts.date.end ?? facts.date.start).year),
    ...byYear(bulletin.activities).map((one) => one.value),
  ];
  return Math.max(0, ...told);
});

/** The years in which an occasion was kept or was to be kept, in order. */
export function yearsOf(bulletin: Bulletin, occasion: string): readonly number[] {
  return yearsKept(bulletin)(occasion);
}

const yearsKept = weakMemoize((bulletin: Bulletin) =>
  memoize((occasion: string): readonly number[] => {
    const kept = [...bulletin.activitiesOfOccasion(occasion), ...bulletin.eventsOfOccasion(occasion)];
    const years = kept.flatMap((one) => one.facts.occasion?.year ?? []);
    return [...new Set(years)].sort((a, b) => a - b);
  }),
);
