import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Rgb } from './indexed-png.ts';
import { colourNames, type Colours } from './picture.ts';

/** Reads the colours of what is drawn without a browser: cards, newsletters, covers of books. */
export const readColours = async (root: string): Promise<Colours> =>
  coloursOf(await readFile(join(root, 'src', 'styles', 'tokens.css'), 'utf8'));

/** The colours that the style sheet has by day: its first word on each. */
export function coloursOf(tokens: string): Colours {
  const colour = (name: string): Rgb => {
    const [, hex] = new RegExp(`--${name}:\\s*#([0-9a-f]{6});`, 'i').exec(tokens) ?? [];
    if (hex === undefined) throw new Error(`src/styles/tokens.css: --${name}: #rrggbb`);
    const [red = 0, green = 0, blue = 0] = Buffer.from(hex, 'hex');
    return [red, green, blue];
  };
  return Object.fromEntries(colourNames.map((name) => [name, colour(name)])) as Colours;
}
