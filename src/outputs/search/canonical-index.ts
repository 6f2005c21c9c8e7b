import { decode, encode } from 'cborg';
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * The same content gives the same bytes, the search index included. Pagefind keeps filters and their values in Rust's
 * hash maps, whose order changes from run to run; the files' names are made of their bytes, so a build without a
 * change would publish other files. Here they are put in order: the values of each filter, the filters of each
 * language, the languages of the list.
 *
 * The format is that of Pagefind 1.5.2, which `package.json` pins: gzip, a mark of 12 bytes, CBOR
 * (https://github.com/Pagefind/pagefind/blob/v1.5.2/pagefind/src/fossick/mod.rs and …/src/index.rs).
 */

const mark = 'pagefind_dcd';

/** `[name, [[value, pages], …]]` */
type Filter = readonly [string, (readonly [string, readonly number[]])[]];
/** `[version, pages, index chunks, [[filter, file], …], sorts, names of metadata]` */
type Meta = readonly [string, unknown, unknown, (readonly [string, string])[], unknown, unknown];

interface EntryList {
  readonly languages: Record<string, { hash: string }>;
}

function readPart(path: string): unknown {
  const bytes = gunzipSync(readFileSync(path));
  if (bytes.toString('latin1', 0, mark.length) !== mark) {
    throw new Error(`${path} is not a file of Pagefind as this project knows it.`);
  }
  return decode(bytes.subarray(mark.length)) as unknown;
}

/** Writes a part under a name made of its bytes, as long as Pagefind's own, and takes the old one away. */
function writePart(value: unknown, oldName: string, pathOf: (name: string) => string): string {
  const bytes = Buffer.concat([Buffer.from(mark, 'latin1'), encode(value)]);
  const start = oldName.lastIndexOf('_') + 1;
  const hash = createHash('sha256').update(bytes).digest('hex');
  const name = oldName.slice(0, start) + hash.slice(0, oldName.length - start);
  rmSync(pathOf(oldName));
  writeFileSync(pathOf(name), gzipSync(bytes, { level: 9 }));
  return name;
}

const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** Puts an index that Pagefind has written into one order. @param folder its `pagefind` folder */
export function canonicalIndex(folder: string): void {
  const listPath = join(folder, 'pagefind-entry.json');
  const list = JSON.parse(readFileSync(listPath, 'utf8')) as EntryList;
  const languages = Object.entries(list.languages).sort(byFirst);
  for (const [, language] of languages) {
    const metaPath = (name: string): string => join(folder, `pagefind.${name}.pf_meta`);
    const [version, pages, chunks, filters, ...rest] = readPart(metaPath(language.hash)) as Meta;
    const ordered = [...filters].sort(byFirst).map(([filter, file]) => {
      const filterPath = (name: string): string => join(folder, 'filter', `${name}.pf_filter`);
      const [name, values] = readPart(filterPath(file)) as Filter;
      return [filter, writePart([name, [...values].sort(byFirst)], file, filterPath)];
    });
    language.hash = writePart([version, pages, chunks, ordered, ...rest], language.hash, metaPath);
  }
  writeFileSync(listPath, JSON.stringify({ ...list, languages: Object.fromEntries(languages) }));
}
