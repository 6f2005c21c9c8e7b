/**
 * The files that content is made of, wherever their bytes come from: a folder on the disk (`disk.ts`), a folder that a
 * browser was given, a git host, a test. Reading content needs nothing else, neither Node nor a page.
 */

/**
 * One file, at one moment: the same object has the same bytes, so what was made of it can be kept by it. They are asked
 * for when they are needed, so that no picture has to be in memory whole.
 */
export interface SourceFile {
  /** In bytes. Asking throws as `read` does, when the file turns out to be gone. */
  readonly size: number;
  /**
   * Up to `length` bytes from `offset`; without them the whole file.
   * @throws when the file turns out to be unreadable; its message is shown as the reason
   */
  read(offset?: number, length?: number): Uint8Array;
  /**
   * Why this cannot be read, where that is known beforehand: the system's word (`EACCES`), or what lies in the place of
   * a file: a `link`, a `folder` called like a file, or something else that is `no-file`.
   */
  readonly fault?: string;
}

/** Files by their path from the project folder, with forward slashes: `content/activities/2023/x/index.vi.mdx`. */
export type ContentFiles = ReadonlyMap<string, SourceFile>;

/** A file whose bytes are at hand. */
export function fileOfBytes(bytes: Uint8Array): SourceFile {
  return {
    size: bytes.length,
    read: (offset = 0, length = bytes.length) => bytes.subarray(offset, offset + length),
  };
}

/** `fileNameOf('content/units/hue.yaml') // => 'hue.yaml'` */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** What systems and programs leave in folders, under names that are always theirs: no content, and no fault either. */
export function isClutter(path: string): boolean {
  return /^(?:\.|~\$)|^(?:(?:eh)?thumbs(?:\.db|_vista\.db)|desktop\.ini|icon\r)$/i.test(fileNameOf(path));
}

/** `folderOf('content/units/hue.yaml') // => 'content/units'` */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
