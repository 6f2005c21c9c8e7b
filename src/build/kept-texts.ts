import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContentFolder } from '../content/disk.ts';
import { plainText, recalledText, type KnownTexts, type PlainText } from '../content/parse/file-reader.ts';
import type { Content } from '../content/read.ts';
import { digestOf, filesBelow } from './files.ts';
import { readKept, writeKept } from './kept-file.ts';
import { cacheFolder, projectRoot } from './paths.ts';

/**
 * Texts that have been parsed, kept from one run to the next in one file: all that their bytes and their path say, and
 * what is wrong in each by itself. What is found by comparing records is found anew each time.
 */

/** Rooms of which reading a text is made, and nothing else of the project: a test follows the imports. */
export const readingRooms = ['content', 'i18n', 'model'] as const;

/** A digest of the code that reads texts, of the packages and of Node. */
function readingDigest(root: string): string {
  const files = readingRooms.flatMap((room) =>
    filesBelow(join(root, 'src', room))
      .filter((file) => /\.ts$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => `src/${room}/${file}`),
  );
  return digestOf([
    process.version,
    ...[...files, 'package-lock.json'].flatMap((file) => [file, readFileSync(join(root, file))]),
  ]);
}

/** Texts by a digest of their path and bytes. */
type KeptTexts = ReadonlyMap<string, PlainText>;

/** Texts of a file, and what there is to keep of this run. */
export interface TextsOfFile extends KnownTexts {
  /** Writes what was read in this run in the place of the last, where that is another. */
  save(): Promise<void>;
}

/**
 * The texts that are kept in a file.
 * @param code a digest of what reads them: texts of other code are not taken
 */
export function textsIn(path: string, code: string): TextsOfFile {
  const last: KeptTexts = readKept(path, code) ?? new Map();
  const now = new Map<string, PlainText>();
  let isNew = false;
  const keyOf = (file: string, bytes: Uint8Array): string => digestOf([file, bytes]);
  return {
    recall(file, bytes) {
      const key = keyOf(file, bytes);
      const known = last.get(key);
      if (known) now.set(key, known);
      return known && recalledText(known);
    },
    keep(bytes, read) {
      isNew = true;
      now.set(keyOf(read.file, bytes), plainText(read));
    },
    async save() {
      if (!isNew && now.size === last.size) return;
      await writeKept(path, code, now);
    },
  };
}

/** The texts of a project that are kept; `undefined` for another than this, of whose code nothing is known. */
export const keptTexts = (root: string): TextsOfFile | undefined =>
  root === projectRoot ? textsIn(join(cacheFolder, 'texts'), readingDigest(projectRoot)) : undefined;

/**
 * Reads the content of this project, of which texts that have not changed since the last run are not parsed again.
 * @param root another project, of which nothing is kept
 * @param force whether nothing may come from the last run
 */
export async function readProject({ root = projectRoot, force = false } = {}): Promise<Content> {
  const texts = force ? undefined : keptTexts(root);
  const content = readContentFolder(root, undefined, texts);
  await texts?.save();
  return content;
}
