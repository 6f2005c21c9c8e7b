/** Money and goods: what was given, by whom to whom, how far it has got. Amounts are whole units of the currency. */

export const currencies = ['VND', 'USD', 'EUR', 'JPY', 'KRW', 'LAK'] as const;
export type Currency = (typeof currencies)[number];

/** “hơn / trên”, “gần”, “khoảng / ước”; left out when the source gives the figure plainly. */
export const qualifiers = ['over', 'nearly', 'about'] as const;
export type Qualifier = (typeof qualifiers)[number];

/**
 * đề xuất, đang vận động (nobody has promised yet) · vận động · cam kết · vận động, đang chờ duyệt · đồng ý chủ trương ·
 * phê duyệt · đang triển khai · ước giải ngân · giải ngân, trao. In the order of the way that money goes.
 */
export const aidStates = [
  'proposed',
  'mobilised',
  'pledged',
  'pending',
  'agreed',
  'approved',
  'implementing',
  'estimated',
  'disbursed',
] as const;
export type AidState = (typeof aidStates)[number];

/** Into the province (most), or from Viet Nam to friends abroad. */
export const directions = ['in', 'out'] as const;
export type Direction = (typeof directions)[number];

/** Things that are counted. Each has its plural forms in the dictionaries (`counted.*`). */
export const countedThings = [
  'scholarships',
  'gifts',
  'computers',
  'people',
  'delegations',
  'provinces',
  'unions',
  'members',
  'delegates',
  'participants',
  'contestants',
  'volunteers',
  'students',
  'children',
  'trainees',
  'patients',
  'operations',
  'countries',
  'partners',
  'organizations',
  'ngos',
  'international-organizations',
  'associations',
  'branches',
  'units',
  'schools',
  'districts',
  'events',
  'activities',
  'trips',
  'programmes',
  'projects',
  'programmes-projects',
  'grants',
  'houses',
  'playgrounds',
  'classrooms',
  'filters',
  'paintings',
  'articles',
  'site-visits',
  'foreign-visits',
  'vietnamese-visits',
  'languages',
  'issues',
  'weeks',
  'awards',
] as const;
export type CountedThing = (typeof countedThings)[number];

export interface Amount {
  readonly amount: number;
  readonly currency: Currency;
  readonly qualifier?: Qualifier | undefined;
}

export interface AidItem {
  readonly count: number;
  readonly of: CountedThing;
  /** Value of one, in the currency of the aid it belongs to. */
  readonly each?: number | undefined;
}

export interface Aid extends Amount {
  readonly state: AidState;
  readonly direction: Direction;
  readonly items: readonly AidItem[];
  /** The same value in another currency, as the source gives it. Never computed, never added to a sum. */
  readonly equivalent?: Amount | undefined;
}

export interface AidTotal {
  readonly direction: Direction;
  readonly state: AidState;
  readonly currency: Currency;
  readonly amount: number;
  /** True when a part of the sum is “about”, “over” or “nearly”. */
  readonly inexact: boolean;
  /** What parts of the sum were for, as far as it is stated: a number for each thing. */
  readonly items: readonly Pick<AidItem, 'count' | 'of'>[];
}

/**
 * Sums per direction, state and currency: money that was promised and money that was given are never added
 * together, nor are two currencies.
 */
export function totalAid(aid: readonly Aid[]): AidTotal[] {
  return directions.flatMap((direction) =>
    aidStates.flatMap((state) =>
      currencies.flatMap((currency) => {
        const parts = aid.filter(
          (one) => one.direction === direction && one.state === state && one.currency === currency,
        );
        if (parts.length === 0) return [];
        return [
          {
            direction,
            state,
            currency,
            amount: parts.reduce((sum, one) => sum + one.amount, 0),
            inexact: parts.some((one) => one.qualifier !== undefined),
            items: totalItems(parts.flatMap(({ items }) => items)),
          },
        ];
      }),
    ),
  );
}

/** The items of several gifts, each thing once: `totalItems([60 scholarships, 10 scholarships]) // => [70 scholarships]` */
function totalItems(items: readonly AidItem[]): AidTotal['items'] {
  return countedThings.flatMap((of) => {
    const count = items.filter((one) => one.of === of).reduce((sum, one) => sum + one.count, 0);
    return count === 0 ? [] : [{ count, of }];
  });
}

/**
 * What the items are worth together, or `undefined` when not every item has a unit value.
 * `itemsValue([{ count: 350, of: 'gifts', each: 75000 }]) // => 26250000`
 */
export function itemsValue(items: readonly AidItem[]): number | undefined {
  let sum = 0;
  for (const { count, each } of items) {
    if (each === undefined) return undefined;
    sum += count * each;
  }
  return items.length === 0 ? undefined : sum;
}
