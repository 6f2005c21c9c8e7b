import { characters } from './characters.ts';
import { encodings } from './encodings.ts';
import { escapes } from './escapes.ts';
import { hosts } from './hosts.ts';
import { intruders } from './intruders.ts';
import { lookalikes } from './lookalikes.ts';
import { oddSpaces } from './odd-spaces.ts';
import { privateUseCharacters } from './private-use.ts';

/** The checks of the text of every file: `parse/source.ts` runs them, `index.ts` lists them with all others. */
export const sourceChecks = [
  characters,
  privateUseCharacters,
  oddSpaces,
  intruders,
  lookalikes,
  encodings,
  escapes,
  hosts,
] as const;

export type SourceCode = (typeof sourceChecks)[number]['codes'][number];
