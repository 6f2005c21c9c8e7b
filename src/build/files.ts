import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files written whole, listed in one order, and moved. */

const draftOf = (path: string): string => `${path}.${process.pid}.draft`;

/**
 * Writes a file so that whoever reads `path` finds the old one or the whole new one: it is written beside and renamed.
 * Folders are made. Throws where it cannot be written, and leaves nothing then, no folder either.
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  await writeTogether([{ path, content }]);
}

/** As `writeWhole` several new files: all of them, or none. */
export async function writeTogether(
  files: readonly { readonly path: string; readonly content: Uint8Array | string }[],
): Promise<void> {
  /** What is to be taken away when a later step fails. */
  const undo: string[] = [];
  try {
    for (const { path, content } of files) {
      undo.push(draftOf(path));
      await writeFile(draftOf(path), content).catch(async (error: NodeJS.ErrnoException) => {
        // Most folders are there.
        if (error.code !== 'ENOENT') throw error;
        const made = await mkdir(dirname(path), { recursive: true });
        if (made !== undefined) undo.push(made);
        await writeFile(draftOf(path), content);
      });
    }
    for (const { path } of files) {
      await rename(draftOf(path), path);
      undo.push(path);
    }
  } catch (error) {
    // A disk that is full or read-only may refuse this too: what it said first is what matters.
    for (const one of undo) await rm(one, { force: true, recursive: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * As `writeWhole`, for a thread that has nothing else to do meanwhile and writes thousands: promises cost more than the
 * files. The folder must be there.
 */
export function writeWholeSync(path: string, content: Uint8Array | string): void {
  const draft = draftOf(path);
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/**
 * All files below `folder` as paths from it with forward slashes, sorted by code unit, so that every machine has them
 * in the same order. None where there is no such folder.
 */
export function filesBelow(folder: string): string[] {
  // Astro names folders with a slash at their end.
  const root = folder.replace(/[\\/]+$/, '');
  const files: string[] = [];
  // Node's own `recursive` takes twice as long.
  const list = (below: string): void => {
    for (const one of readdirSync(below === '' ? root : join(root, below), { withFileTypes: true })) {
      const path = below === '' ? one.name : `${below}/${one.name}`;
      if (one.isDirectory()) list(path);
      else if (one.isFile()) files.push(path);
    }
  };
  try {
    list('');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return files.sort();
}

/** Moves every file below `from` to the same path below `to`, on one file system: folders that are not there as they are. */
export function moveInto(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && existsSync(target)) moveInto(source, target);
    else renameSync(source, target);
  }
}

/**
 * Gives a file a second path, in the place of what is there; where the disk has no second names, a copy. Who writes into
 * one of the two changes both: only what is written beside and renamed (`writeWhole`) leaves the other as it is.
 */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return copyFileSync(from, to);
    rmSync(to);
    linkFile(from, to);
  }
}

/** What tells a file from one into which somebody has written since. */
export type FileStamp = readonly [bytes: number, milliseconds: number];

/** @returns `undefined` where there is no such file */
export function stampOf(path: string): FileStamp | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? [stat.size, stat.mtimeMs] : undefined;
}

/** Whether a file is there and has this stamp. */
export function isStamped(path: string, stamp: FileStamp | undefined): boolean {
  const now = stampOf(path);
  return now !== undefined && stamp !== undefined && now[0] === stamp[0] && now[1] === stamp[1];
}

/**
 * Whether nobody has written into a file since another was written, the record that vouches for it. What is published is
 * the kept file under a second name, and somebody may change it there.
 */
export function isOlderThan(path: string, record: string): boolean {
  const [file, its] = [stampOf(path), stampOf(record)];
  return file !== undefined && its !== undefined && file[1] <= its[1];
}

/** SHA-256 of several parts, in hexadecimal. Where one part ends and the next begins is part of it. */
export function digestOf(parts: Iterable<Uint8Array | string>): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${part.length} ${typeof part === 'string' ? 't' : 'b'} `);
    hash.update(part);
  }
  return hash.digest('hex');
}

/** The paths of files in a folder, whose folders are made when they are first needed. */
export function placing(folder: string): (file: string) => string {
  const made = new Set<string>();
  return (file) => {
    const path = join(folder, file);
    const its = dirname(path);
    if (!made.has(its)) mkdirSync(its, { recursive: true });
    made.add(its);
    return path;
  };
}
