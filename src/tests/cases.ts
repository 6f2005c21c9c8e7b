import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { filesOnDisk } from '../content/disk.ts';
import { fileOfBytes, type ContentFiles } from '../content/files.ts';

/**
 * The folders of bad content. `cases/good` is a small complete content folder; every other folder in `cases/` lies
 * over it and has an `expected.txt`: a line for each problem, `file:line:column code → corrected line`.
 */
export const casesFolder = join(import.meta.dirname, 'cases');

/** Names of the folders, `good` left out, sorted. */
export const caseNames = readdirSync(casesFolder, { withFileTypes: true })
  .filter((one) => one.isDirectory() && one.name !== 'good')
  .map((one) => one.name)
  .sort();

/** Files of which the bytes are at hand, so that a test can change one. */
export type BytesByPath = ReadonlyMap<string, Uint8Array>;

/** The bytes of a case over those of `good`. */
export function bytesOfCase(name: string): BytesByPath {
  const layers = [...new Set(['good', name])].map((one) => filesOnDisk(join(casesFolder, one)));
  return new Map(layers.flatMap((files) => [...files].map(([path, file]) => [path, file.read()] as const)));
}

/** Bytes as content is read from them. */
export function filesOf(bytes: BytesByPath): ContentFiles {
  return new Map([...bytes].map(([path, one]) => [path, fileOfBytes(one)]));
}

/** The files of a case over those of `good`. */
export const filesOfCase = (name: string): ContentFiles => filesOf(bytesOfCase(name));

/** `files` with `text` in the place of the file at `path`. */
export function withText(files: ContentFiles, path: string, text: string): ContentFiles {
  return new Map(files).set(path, fileOfBytes(new TextEncoder().encode(text)));
}

/** The text of the file at `path`. */
export function textOf(files: ContentFiles, path: string): string {
  return new TextDecoder().decode(files.get(path)?.read());
}
