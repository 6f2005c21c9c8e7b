import { characters } from './characters.ts';
import { encodings } from './encodings.ts';
import { escapes } from './escapes.ts';
import { intruders } from './intruders.ts';
import { lookalikes } from './lookalikes.ts';

/** The checks of the text of every file: `parse/source.ts` runs them, `index.ts` lists them with all others. */
export const sourceChecks = [characters, intruders, lookalikes, encodings, escapes] as const;

export type SourceCode = (typeof sourceChecks)[number]['codes'][number];
