/**
 * Where the provinces of the cluster stand in its diagram: one tile each, as they were in 2023, in their order from
 * north to south, the two of the Central Highlands beside those of the coast at their height.
 *
 * A diagram and not a map, on purpose. The packages that bring maps of the world have no provinces of Viet Nam, or
 * those of another year, and leave out Hoàng Sa and Trường Sa, which every map of Viet Nam must show. Tiles claim
 * nothing about land and sea; they give each union the same room, which a map would not.
 */

export interface Tile {
  /** 0 for the Central Highlands, 1 for the coast. */
  readonly column: 0 | 1;
  /** From the north. */
  readonly row: number;
}

const coast = [
  'ha-tinh',
  'quang-binh',
  'quang-tri',
  'thua-thien-hue',
  'da-nang',
  'quang-nam',
  'binh-dinh',
  'phu-yen',
  'khanh-hoa',
];
const highlands: Readonly<Record<string, number>> = { 'gia-lai': 6, 'dak-lak': 7 };

/**
 * The tiles of these places, in the same order. A place that the diagram does not know stands below all others.
 * @param places names of files in `content/places`
 */
export function tilesOf(places: readonly string[]): Tile[] {
  let below = coast.length;
  return places.map((place) => {
    const height = highlands[place];
    if (height !== undefined) return { column: 0, row: height };
    const row = coast.indexOf(place);
    return { column: 1, row: row >= 0 ? row : below++ };
  });
}

/** How dark a tile is, from 0 (nothing) to 5 (the most): equal steps of the greatest value. */
export function shadeOf(value: number, most: number): number {
  return value === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((value / most) * 5));
}
