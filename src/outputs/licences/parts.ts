/**
 * What is published with the site and is the work of others, by npm package, with the files that carry it. A file belongs
 * to the longest beginning that fits its path. Tests find a published font, script or flag that no part names
 * (`tests/site/hosting.test.ts`), and a package that a script brings along (`licences.test.ts`).
 */

export interface Part {
  /** Name of the package. */
  readonly name: string;
  /** Beginnings of paths in the built site. */
  readonly files: readonly string[];
}

export const parts: readonly Part[] = [
  // With what `fonts/subsets.ts` cuts from them.
  { name: '@expo-google-fonts/literata', files: ['/_astro/latin-'] },
  { name: '@fontsource/literata', files: ['/_astro/literata-'] },
  { name: '@fontsource/noto-serif', files: ['/_astro/noto-serif-'] },
  {
    name: '@fontsource/noto-serif-khmer',
    files: ['/_astro/noto-serif-khmer-', '/_astro/khmer-', '/_astro/name-km.'],
  },
  { name: '@fontsource/noto-serif-lao', files: ['/_astro/noto-serif-lao-', '/_astro/name-lo.'] },
  { name: '@fontsource/noto-serif-sc', files: ['/_astro/noto-serif-sc-'] },
  { name: 'flag-icons', files: ['/flags/'] },
  { name: 'pagefind', files: ['/pagefind/pagefind.js', '/pagefind/wasm.'] },
  // Inside the script of the search page, which is otherwise our own: a distance of words, and how Vite imports Pagefind.
  { name: 'fastest-levenshtein', files: ['/_astro/SearchBox.'] },
  { name: 'vite', files: ['/_astro/SearchBox.'] },
];

/**
 * The parts that a published file carries: none for a file of our own.
 * @example partsOf('/_astro/noto-serif-lao-lao-400-normal.x.woff2') // => [the part '@fontsource/noto-serif-lao']
 */
export function partsOf(path: string): Part[] {
  const fitting = parts.flatMap((part) =>
    part.files.filter((beginning) => path.startsWith(beginning)).map(({ length }) => ({ part, length })),
  );
  const longest = Math.max(...fitting.map((one) => one.length));
  return fitting.filter((one) => one.length === longest).map((one) => one.part);
}
