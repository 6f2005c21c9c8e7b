import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { convert } from 'fontverter';
import { Blob, Face as FontFile, Font } from 'harfbuzzjs';
import { writeWhole } from '../../build/files.ts';
import type { Locale } from '../../model/locales.ts';
import { memoize } from '../../model/memoize.ts';

/**
 * The faces of share cards: whole files of the @fontsource packages, opened for HarfBuzz. No font of the machine is ever
 * asked, so that a card comes out the same everywhere.
 */

export type Weight = 400 | 700;

/** Every file that a card may need, in the order in which they are asked for a letter. */
const files = {
  literata: ['latin', 'latin-ext', 'vietnamese', 'greek', 'cyrillic'],
  // Raised letters of French: Mᵐᵉ, XIIᵉ.
  'noto-serif': ['latin-ext'],
  'noto-serif-lao': ['lao'],
  'noto-serif-khmer': ['khmer'],
  'noto-serif-sc': ['chinese-simplified'],
} as const;
type Family = keyof typeof files;

/** A font file, with what drawing asks of it. */
export interface Face {
  /** Differs from that of every other face. */
  readonly name: string;
  readonly font: Font;
  readonly unitsPerEm: number;
}

/** The faces of one weight as a language asks for them. */
export interface Faces {
  /** In the order in which they are asked for a letter. */
  readonly list: readonly Face[];
  /** How far letters of the first face reach above and below the baseline, in em. */
  readonly ascent: number;
  readonly descent: number;
}

/** Paths in `node_modules` of all files, whichever card needs them. */
export function faceFiles(): string[] {
  return ([400, 700] as const).flatMap((weight) => filesOf(weight).map(({ path }) => path));
}

function filesOf(weight: Weight): { family: Family; path: string }[] {
  return (Object.keys(files) as Family[]).flatMap((family) =>
    files[family].map((part) => ({
      family,
      path: `@fontsource/${family}/files/${family}-${part}-${weight}-normal.woff2`,
    })),
  );
}

/**
 * Unpacks the files that are not there yet, as HarfBuzz reads no WOFF2: half a CPU second, nearly all of it for Chinese.
 * @param root the project's folder
 * @param folder for files of these very packages: where they change, its name does
 */
export async function unpackFaces(root: string, folder: string): Promise<void> {
  for (const path of faceFiles()) {
    const out = unpacked(folder, path);
    if (!existsSync(out))
      await writeWhole(out, await convert(await readFile(join(root, 'node_modules', path)), 'sfnt'));
  }
}

const unpacked = (folder: string, path: string): string => join(folder, `${basename(path, '.woff2')}.ttf`);

/** Opens all faces that `unpackFaces` has written. Throws where one is missing. */
export function openFaces(folder: string): (locale: Locale, weight: Weight) => Faces {
  const open = ({ family, path }: { family: Family; path: string }): Face & { family: Family } => {
    const file = new FontFile(new Blob(readFileSync(unpacked(folder, path))));
    return { family, name: path, font: new Font(file), unitsPerEm: file.upem };
  };
  const opened = { 400: filesOf(400).map(open), 700: filesOf(700).map(open) };
  const facesOf = memoize((locale: Locale) =>
    memoize((weight: Weight): Faces => {
      // Only Chinese has Latin letters and figures of its own: Lao and Khmer stand beside those of Literata, on its line.
      const family: Family = locale === 'zh' ? 'noto-serif-sc' : 'literata';
      const own = opened[weight].filter((face) => face.family === family);
      const list = [...own, ...opened[weight].filter((face) => !own.includes(face))];
      const [first] = own;
      if (!first) throw new Error(`no face for ${locale}`);
      const { ascender, descender } = first.font.hExtents();
      return { list, ascent: ascender / first.unitsPerEm, descent: -descender / first.unitsPerEm };
    }),
  );
  return (locale, weight) => facesOf(locale)(weight);
}
