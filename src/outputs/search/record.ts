import type { WithAid } from '../../bulletin/counted-aid.ts';

/** What the site knows of a page besides its text. */
export interface SearchRecord {
  /** The date as readers see it. */
  readonly date?: string;
  /** `sortKey` of the date: `2023-08-00`. */
  readonly sort?: string;
  /** The languages that the record can be read in. */
  readonly languages: readonly string[];
  /** Names that lead to this page, shown on it or not: aliases, abbreviations, names in other languages. */
  readonly names: readonly string[];
  /** What to filter by: ids, and their labels in the page's language. */
  readonly facets: Partial<Record<FacetName, Readonly<Record<string, string>>>>;
  /** The aid of an activity, for the sums of what is found. */
  readonly aid?: WithAid['facts'];
  /** The seed of the record's cloth, if it wears one. */
  readonly cloth?: string;
}

/** Filters, in the order of the search page. */
export const facetNames = ['kind', 'category', 'year', 'union', 'country', 'partner'] as const;
export type FacetName = (typeof facetNames)[number];

/** The part of a record that a result shows; it lies with the page's text in the index. */
export interface ResultCard {
  readonly date?: string;
  readonly kind?: string;
  readonly category?: string;
  readonly unions: readonly string[];
  /** ISO code, name, and the file of the flag below the site's base, if it has one. */
  readonly countries: readonly (readonly [code: string, name: string, flag?: string])[];
  readonly cloth?: { readonly seed: string; readonly category?: string };
}

export function resultCardOf(
  { date, facets, cloth }: SearchRecord,
  flagOf: (code: string) => string | undefined,
): ResultCard {
  const category = Object.keys(facets.category ?? {})[0];
  return {
    ...(date ? { date } : {}),
    kind: Object.values(facets.kind ?? {})[0],
    category: Object.values(facets.category ?? {})[0],
    unions: Object.values(facets.union ?? {}).slice(0, 2),
    countries: Object.entries(facets.country ?? {})
      .slice(0, 4)
      .map(([code, name]) => {
        const flag = flagOf(code);
        return flag === undefined ? [code, name] : [code, name, flag];
      }),
    ...(cloth ? { cloth: { seed: cloth, ...(category ? { category } : {}) } } : {}),
  };
}

/** `facets.<locale>.json`: what filters, counts and the order by date need to know of all pages. */
export interface FacetsFile {
  /** For each facet its values. */
  readonly values: Readonly<Record<FacetName, readonly (readonly [id: string, label: string])[]>>;
  readonly pages: Readonly<Record<string, PageFacets>>;
  /** Of the pages that have some. */
  readonly aid: Readonly<Record<string, WithAid['facts']>>;
}

/** Order by date (`2023-08-00` or ''), the languages, and for each facet the numbers of the page's values. */
export type PageFacets = readonly [sort: string, languages: string, ...values: (readonly number[])[]];

/** The facets of all pages of a language, by their Pagefind id. */
export function facetsFile(records: ReadonlyMap<string, SearchRecord>): FacetsFile {
  const values = Object.fromEntries(facetNames.map((name) => [name, new Map<string, string>()])) as Record<
    FacetName,
    Map<string, string>
  >;
  for (const { facets } of records.values())
    for (const name of facetNames)
      for (const [id, label] of Object.entries(facets[name] ?? {})) values[name].set(id, label);
  const sorted = Object.fromEntries(
    facetNames.map((name) => [name, [...values[name]].sort(([a], [b]) => (a < b ? -1 : 1))]),
  ) as Record<FacetName, [string, string][]>;
  sorted.year.reverse();
  const numberOf = (name: FacetName, id: string) => sorted[name].findIndex(([one]) => one === id);
  return {
    aid: Object.fromEntries([...records].flatMap(([id, { aid }]) => (aid ? [[id, aid]] : []))),
    values: sorted,
    pages: Object.fromEntries(
      [...records].map(([id, { sort = '', languages, facets }]): [string, PageFacets] => [
        id,
        [
          sort,
          languages.join(' '),
          ...facetNames.map((name) => Object.keys(facets[name] ?? {}).map((one) => numberOf(name, one))),
        ],
      ]),
    ),
  };
}
