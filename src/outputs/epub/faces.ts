import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import subset from 'subset-font';
import type { Locale } from '../../model/locales.ts';

/**
 * The faces that a book brings along: of Lao and Khmer, which old devices show as boxes, cut to the letters that stand in it.
 * All other scripts have a face on every device.
 */

interface Script {
  readonly locale: Locale;
  readonly family: string;
  /** The package that it comes from, whose licence goes along. */
  readonly name: string;
  readonly letters: RegExp;
  readonly part: string;
}

const scripts: readonly Script[] = [
  {
    locale: 'lo',
    family: 'Noto Serif Lao',
    name: '@fontsource/noto-serif-lao',
    letters: /\p{Script=Lao}/u,
    part: 'lao',
  },
  {
    locale: 'km',
    family: 'Noto Serif Khmer',
    name: '@fontsource/noto-serif-khmer',
    letters: /\p{Script=Khmer}/u,
    part: 'khmer',
  },
];

export interface BookFace {
  readonly locale: Locale;
  readonly family: string;
  readonly weight: 400 | 700;
  /** In the book: `noto-serif-lao-400.ttf`. */
  readonly file: string;
  /** The package that it comes from. */
  readonly name: string;
  /** The letters that it has. */
  readonly letters: string;
}

/**
 * Which faces a book needs. A book in another language needs no bold letters of a script that it has some words of.
 * @param said everything that stands in the book
 */
export function facesFor(said: string, locale: Locale): BookFace[] {
  const letters = lettersOf(said);
  return scripts.flatMap((script): BookFace[] => {
    const own = letters.filter((letter) => script.letters.test(letter)).join('');
    if (own === '') return [];
    const weights = script.locale === locale ? ([400, 700] as const) : ([400] as const);
    return weights.map((weight) => ({
      locale: script.locale,
      family: script.family,
      weight,
      file: `${script.name.replace('@fontsource/', '')}-${weight}.ttf`,
      name: script.name,
      letters: own,
    }));
  });
}

/** Each letter of a text once, in their order. Those of the scripts here are single numbers of UTF-16. */
function lettersOf(text: string): string[] {
  const seen = new Uint8Array(0x10000);
  for (let at = 0; at < text.length; at++) seen[text.charCodeAt(at)] = 1;
  return [...seen.keys()].filter((code) => seen[code]).map((code) => String.fromCharCode(code));
}

/** Cuts a face. Its copyright and licence stay in its table of names. */
export async function cutFace({ name, weight, letters }: BookFace, root: string): Promise<Uint8Array> {
  const require = createRequire(pathToFileURL(join(root, 'package.json')));
  const script = scripts.find((one) => one.name === name);
  if (!script) throw new Error(`No book has letters of ${name}.`);
  const base = name.replace('@fontsource/', '');
  const file = require.resolve(`${name}/files/${base}-${script.part}-${weight}-normal.woff2`);
  // Old reading programs unpack no WOFF. The dotted circle carries marks that stand alone.
  return subset(await readFile(file), `${letters} \u200D\u25CC`, {
    targetFormat: 'sfnt',
    preserveNameIds: [0, 13, 14],
  });
}
