import { strToU8, zipSync, type Zippable } from 'fflate';

/**
 * Packs a book. The first file says what it is and is not compressed, as the format asks; the clock is not in it.
 * @param files by their path in the archive
 * @param day what stands there instead, `2023-12-31`
 */
export function packBook(files: ReadonlyMap<string, Uint8Array | string>, day: string): Uint8Array {
  const parts: Zippable = { mimetype: [strToU8('application/epub+zip'), { level: 0 }] };
  for (const [path, content] of files) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    // Pictures are packed in themselves.
    parts[path] = [bytes, { level: /\.(?:jpg|png)$/.test(path) ? 0 : 9 }];
  }
  // Years before 1980 do not exist in an archive; its time has no zone.
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return zipSync(parts, { mtime: new Date(Math.max(year, 1980), month - 1, date) });
}
