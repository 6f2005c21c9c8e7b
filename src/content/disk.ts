import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { ContentFiles, SourceFile } from './files.ts';
import { readContent, type Content } from './read.ts';

/** Content on a disk: the one place of `content` that knows Node. */

/** Why the system refuses, in its own word: `EACCES`. */
const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** Something of which it is known beforehand that it cannot be read. */
function unreadable(fault: string): SourceFile {
  return {
    size: 0,
    fault,
    read() {
      throw new Error(fault);
    },
  };
}

/** Up to `length` bytes of the file at `path`, from `offset`. */
function readPart(path: string, offset: number, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
  } finally {
    closeSync(file);
  }
}

function fileOnDisk(path: string): SourceFile {
  let size: number | undefined;
  const sizeOf = (): number => (size ??= statSync(path).size);
  return {
    get size() {
      return sizeOf();
    },
    read(offset, length) {
      try {
        if (offset === undefined) return readFileSync(path);
        return readPart(path, offset, Math.max(0, Math.min(length ?? Infinity, sizeOf() - offset)));
      } catch (error) {
        throw new Error(reasonOf(error), { cause: error });
      }
    },
  };
}

/** Everything below `folder`, under paths that begin with `path`. Hidden files are not content. */
function* walk(folder: string, path: string): Generator<[string, SourceFile]> {
  let found: Dirent[];
  try {
    found = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'ENOENT') yield [path, unreadable(reason)];
    return;
  }
  for (const one of found) {
    if (one.name.startsWith('.')) continue;
    const inside = join(folder, one.name);
    if (one.isDirectory()) yield* walk(inside, `${path}/${one.name}`);
    else if (one.isFile()) yield [`${path}/${one.name}`, fileOnDisk(inside)];
  }
}

/**
 * The files of the folder `content/`; none where there is no such folder.
 * @param root the project folder, in which `content/` lies
 */
export function filesOnDisk(root: string): ContentFiles {
  return new Map(walk(join(root, 'content'), 'content'));
}

/**
 * Reads the content folder once.
 * @param root the project folder, in which `content/` lies; every path in the result is relative to it
 */
export function readContentFolder(root: string): Content {
  return readContent(filesOnDisk(root));
}
