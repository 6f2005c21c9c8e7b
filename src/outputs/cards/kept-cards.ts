import { readFileSync, rmSync } from 'node:fs';
import { isOlderThan, writeWholeSync } from '../../build/files.ts';

/** Pictures that are kept from one build to the next, each beside a digest of all that it was made of. */

const keyFile = (picture: string): string => `${picture}.key`;

/** At once: by promises the cards of a build that draws none cost three CPU seconds more (Node 24). */
export function isKept(picture: string, key: string): boolean {
  try {
    return readFileSync(keyFile(picture), 'utf8') === key && isOlderThan(picture, keyFile(picture));
  } catch {
    return false;
  }
}

/** Keeps a picture at a path, the key last: without it the picture counts for nothing. */
export function keepPicture(path: string, key: string, picture: Uint8Array): void {
  rmSync(keyFile(path), { force: true });
  writeWholeSync(path, picture);
  writeWholeSync(keyFile(path), key);
}
