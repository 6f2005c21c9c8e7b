import containment from 'cldr-core/supplemental/territoryContainment.json' with { type: 'json' };

/** Regions of the world by their code of UN M.49; like those of countries, their names come from `Intl`. */

/** In the order of a reader in Viet Nam: from near to far. */
export const regions = [
  '035', // South-East Asia
  '030', // East Asia
  '034', // South Asia
  '143', // Central Asia
  '145', // West Asia
  '150', // Europe
  '021', // Northern America
  '419', // Latin America
  '002', // Africa
  '009', // Oceania
] as const;
export type Region = (typeof regions)[number];

const contained: Readonly<Record<string, { readonly _contains: readonly string[] } | undefined>> =
  containment.supplemental.territoryContainment;

/** All countries below a region, whatever regions lie between. */
function countriesOfRegion(region: string): string[] {
  return (contained[region]?._contains ?? []).flatMap((part) =>
    /^\d/.test(part) ? countriesOfRegion(part) : [part],
  );
}

const regionOfCountry = new Map(
  regions.flatMap((region) => countriesOfRegion(region).map((code) => [code, region] as const)),
);

/** The region that a country lies in. `regionOf('LA') // => '035'` */
export function regionOf(country: string): Region | undefined {
  return regionOfCountry.get(country);
}
