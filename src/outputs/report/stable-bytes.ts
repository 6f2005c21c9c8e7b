import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/**
 * A Word file without the clock in it: the writer puts the time of writing into the properties and into every part of
 * the archive.
 * @param day what stands there instead, `2023-12-31`
 */
export function withStableBytes(docx: Uint8Array, day: string): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1));
  const time = `${day}T00:00:00Z`;
  const files: Zippable = {};
  for (const [path, bytes] of parts) {
    files[path] =
      path === 'docProps/core.xml'
        ? strToU8(strFromU8(bytes).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, time))
        : bytes;
  }
  // Years before 1980 do not exist in an archive; its time has no zone.
  const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
  return zipSync(files, { mtime: new Date(Math.max(year, 1980), month - 1, date), level: 9 });
}

/** Programs that look at the first bytes of a file for its kind want this part first. */
const order = (path: string): number => (path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2);
