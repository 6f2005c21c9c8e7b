import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isClutter, type ContentFiles, type SourceFile } from './files.ts';
import { dayOfReading } from './day-of-reading.ts';
import { holdBack } from './hold-back.ts';
import type { Reading } from './hand-over.ts';
import type { KnownTexts } from './parse/file-reader.ts';
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
  const told = <Result>(ask: () => Result): Result => {
    try {
      return ask();
    } catch (error) {
      throw new Error(reasonOf(error), { cause: error });
    }
  };
  const sizeOf = (): number => (size ??= told(() => statSync(path).size));
  return {
    get size() {
      return sizeOf();
    },
    read(offset, length) {
      if (offset === undefined) return told(() => readFileSync(path));
      const rest = Math.max(0, Math.min(length ?? Infinity, sizeOf() - offset));
      return told(() => readPart(path, offset, rest));
    },
  };
}

/** A name that only a file of a record can have. */
const fileName = /\.(?:mdx|ya?ml|jpe?g|png|webp|avif)$/i;

/**
 * Everything below `folder`, under paths that begin with `path`. Links are not followed: they could lead out of the
 * project or round in a circle, and Windows makes text files of them.
 */
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
    if (isClutter(one.name)) continue;
    const inside = join(folder, one.name);
    const its = `${path}/${one.name}`;
    if (one.isFile()) yield [its, fileOnDisk(inside)];
    else if (one.isSymbolicLink()) yield [its, unreadable('link')];
    else if (!one.isDirectory()) yield [its, unreadable('no-file')];
    else if (fileName.test(one.name)) yield [its, unreadable('folder')];
    else yield* walk(inside, its);
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
 * @param today the day for which it is read, `YYYY-MM-DD`
 * @param known texts that need not be parsed again
 */
export function readContentFolder(root: string, today = dayOfReading(), known?: KnownTexts): Content {
  return readContent(filesOnDisk(root), today, known);
}

/** What can be published of content, with everything that is wrong in it. */
export function readingOf(content: Content): Reading {
  return { ...holdBack(content), problems: content.problems, today: content.today };
}

/** What tells a file from the same file a moment ago. */
interface FileState {
  /** Size, times and number on the disk; of what cannot be read, why. */
  readonly stats: string;
  /** Where the times are not enough. */
  readonly bytes?: Buffer | undefined;
}

/** The clocks of disks are coarse, two seconds on a USB stick: a save within that may leave the same time as the last. */
const coarsestClock = 2000;

/**
 * How a file is now, and whether it is as it was.
 * @param before how it was last seen
 */
function compareState(path: string, before: FileState | undefined): { state: FileState; same: boolean } {
  try {
    const { size, mtimeMs, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
    const stats = [size, mtimeNs, ctimeNs, ino].join(' ');
    const young = Date.now() - Number(mtimeMs) < coarsestClock;
    const alike = before?.stats === stats;
    const bytes = young || (alike && before.bytes) ? readFileSync(path) : undefined;
    const same = alike && (!before.bytes || bytes?.equals(before.bytes) === true);
    return { state: { stats, bytes: young ? bytes : undefined }, same };
  } catch (error) {
    // Gone or locked since it was listed: whoever reads it reports that.
    const stats = reasonOf(error);
    return { state: { stats }, same: before?.stats === stats };
  }
}

/** The state in which a file was last seen. */
const states = new WeakMap<SourceFile, FileState>();

/**
 * The files of the folder `content/` once more. A file that has not changed is the same object as before, so that what
 * was made of it can be kept by it.
 * @param before the files as this function returned them, or none
 * @returns `before` itself when nothing has changed
 */
export function filesOnDiskAfter(root: string, before: ContentFiles): ContentFiles {
  const files = new Map<string, SourceFile>();
  let changed = false;
  for (const [path, fresh] of filesOnDisk(root)) {
    const known = before.get(path);
    const seen = known && states.get(known);
    const { state, same } =
      fresh.fault === undefined
        ? compareState(join(root, path), seen)
        : { state: { stats: fresh.fault }, same: seen?.stats === fresh.fault };
    const file = known && same ? known : fresh;
    states.set(file, state);
    files.set(path, file);
    if (!same) changed = true;
  }
  return changed || files.size !== before.size ? files : before;
}
