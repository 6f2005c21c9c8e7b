import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

/**
 * Small flags beside the names of countries, from the package `flag-icons`. They say nothing that the name does not:
 * their alternative text is empty. Each is a file of its own, fetched once and only where it is seen.
 */

/** Width and height in CSS pixels. */
export const flagSize = { width: 20, height: 15 } as const;

/** Flags with finely drawn arms weigh up to 100 kB, which nobody sees at this size: they are sent as pictures. */
const heaviestSvg = 1500;

/**
 * Viet Nam, whose bulletin this is, has relations with the People’s Republic of China as the one China: the name of
 * Taiwan is written, and no flag of a state beside it.
 */
const withoutFlag = ['TW'];

const require = createRequire(import.meta.url);

export interface Flag {
  /** Path without base: `/flags/la.svg`. */
  readonly path: string;
  /** File name: `la.svg`, `es.webp`. */
  readonly name: string;
  /** The drawing of the package. */
  readonly svg: Buffer;
  /** False when it is too heavy and must be turned into a picture. */
  readonly light: boolean;
}

const known = new Map<string, Flag | undefined>();

/** The flag of a country, or `undefined` where there is none to show. `flagOf('LA')?.path // => '/flags/la.svg'` */
export function flagOf(code: string): Flag | undefined {
  if (!known.has(code)) known.set(code, read(code));
  return known.get(code);
}

function read(code: string): Flag | undefined {
  if (withoutFlag.includes(code) || !/^[A-Z]{2}$/.test(code)) return undefined;
  const file = require
    .resolve('flag-icons/package.json')
    .replace('package.json', `flags/4x3/${code.toLowerCase()}.svg`);
  if (!existsSync(file)) return undefined;
  const svg = readFileSync(file);
  const light = gzipSync(svg).length <= heaviestSvg;
  const name = `${code.toLowerCase()}.${light ? 'svg' : 'webp'}`;
  return { path: `/flags/${name}`, name, svg, light };
}

/** Where the flags of countries are served: for `getStaticPaths` of the drawings (`light`) or of the pictures. */
export function flagPaths(countries: readonly string[], light: boolean) {
  return countries.flatMap((country) => {
    const flag = flagOf(country);
    return flag?.light === light ? [{ params: { code: country.toLowerCase() }, props: { flag } }] : [];
  });
}
