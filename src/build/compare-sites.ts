import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files.ts';

/** How the files of two folders differ, as paths below them, sorted. */
export interface Differences {
  /** In the second folder alone. */
  readonly missing: readonly string[];
  /** In the first folder alone. */
  readonly extra: readonly string[];
  /** In both, with other bytes. */
  readonly other: readonly string[];
}

/** Compares all files of two folders byte for byte. */
export function compareSites(site: string, clean: string): Differences {
  const [own, wanted] = [new Set(filesBelow(site)), new Set(filesBelow(clean))];
  const isSame = (file: string): boolean => {
    const [left, right] = [join(site, file), join(clean, file)];
    return statSync(left).size === statSync(right).size && readFileSync(left).equals(readFileSync(right));
  };
  return {
    missing: [...wanted.difference(own)],
    extra: [...own.difference(wanted)],
    other: [...own.intersection(wanted)].filter((file) => !isSame(file)).sort(),
  };
}

/** How many files differ. */
export const countDifferences = ({ missing, extra, other }: Differences): number =>
  missing.length + extra.length + other.length;
