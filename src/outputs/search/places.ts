/** Where words stand on a page: what Pagefind tells and does not judge. */

/**
 * Whether a place can be taken from each list so that each stands `least` to `most` behind the one before.
 * `followEachOther([[3, 9], [4]], 1, 1) // => true`
 */
export function followEachOther(
  places: readonly (readonly number[])[],
  least: number,
  most: number,
): boolean {
  let reached = places[0];
  for (const next of places.slice(1)) {
    const before = new Set(reached);
    reached = next.filter((place) => {
      for (let step = least; step <= most; step += 1) if (before.has(place - step)) return true;
      return false;
    });
  }
  return reached === undefined || reached.length > 0;
}

/**
 * How many of the places lie side by side, looking for `wanted` of them; one stray place between is allowed:
 * the wrong cluster, or punctuation.
 * `mostTogether([3, 4, 6, 40], 3) // => 3`
 */
export function mostTogether(places: readonly number[], wanted: number): number {
  const sorted = [...new Set(places)].sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  sorted.forEach((place, last) => {
    while (place - (sorted[first] ?? place) > wanted) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}

/** The first `wanted` places that follow each other without a gap. `inARow([1, 4, 5, 6], 3) // => [4, 5, 6]` */
export function inARow(places: readonly number[], wanted: number): readonly number[] | undefined {
  const all = new Set(places);
  const row = Array.from({ length: wanted }, (_, step) => step);
  const first = places.find((place) => row.every((step) => all.has(place + step)));
  return first === undefined ? undefined : row.map((step) => first + step);
}
