import { decode, encode } from 'cborg';
import { createHash } from 'node:crypto';
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

/** The files of an index: path below its folder, with forward slashes → bytes. */
export type IndexFiles = Map<string, Uint8Array>;

const mark = 'pagefind_dcd';

/** `[name, [[value, pages], …]]` */
type Filter = readonly [string, (readonly [string, readonly number[]])[]];
/** `[version, pages, index chunks, [[filter, file], …], sorts, names of metadata]` */
type Meta = readonly [string, unknown, unknown, (readonly [string, string])[], unknown, unknown];

/** The list of an index: its languages, each with the name of its file, and settings. */
export interface EntryList {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/** Where the list lies in an index. */
export const listPath = 'pagefind-entry.json';

const byFirst = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** Takes a part out of the files and decodes it. Throws where it is not there, or not in the format above. */
function takePart(files: IndexFiles, path: string): unknown {
  const bytes = gunzipSync(files.get(path) ?? new Uint8Array());
  files.delete(path);
  if (bytes.toString('latin1', 0, mark.length) !== mark) {
    throw new Error(`${path} is not a file of Pagefind as this project knows it.`);
  }
  return decode(bytes.subarray(mark.length)) as unknown;
}

/** Puts a part back under a name made of its bytes, as long as Pagefind's own. @returns the name */
function putPart(
  files: IndexFiles,
  value: unknown,
  oldName: string,
  pathOf: (name: string) => string,
): string {
  const bytes = Buffer.concat([Buffer.from(mark, 'latin1'), encode(value)]);
  const start = oldName.lastIndexOf('_') + 1;
  const hash = createHash('sha256').update(bytes).digest('hex');
  const name = oldName.slice(0, start) + hash.slice(0, oldName.length - start);
  files.set(pathOf(name), gzipSync(bytes, { level: 9 }));
  return name;
}

/** The files of an index as Pagefind made it, in one order, without its list; and that. */
export function canonicalIndex(made: ReadonlyMap<string, Uint8Array>): {
  files: IndexFiles;
  list: EntryList;
} {
  const files: IndexFiles = new Map(made);
  const list = JSON.parse(new TextDecoder().decode(files.get(listPath))) as EntryList;
  const languages = Object.entries(list.languages)
    .sort(byFirst)
    .map(([code, language]) => {
      const metaPath = (name: string): string => `pagefind.${name}.pf_meta`;
      const [version, pages, chunks, filters, ...rest] = takePart(files, metaPath(language.hash)) as Meta;
      const ordered = [...filters].sort(byFirst).map(([filter, file]) => {
        const filterPath = (name: string): string => `filter/${name}.pf_filter`;
        const [name, values] = takePart(files, filterPath(file)) as Filter;
        return [filter, putPart(files, [name, [...values].sort(byFirst)], file, filterPath)];
      });
      const meta = [version, pages, chunks, ordered, ...rest];
      return [code, { ...language, hash: putPart(files, meta, language.hash, metaPath) }] as const;
    });
  files.delete(listPath);
  return { files, list: { ...list, languages: Object.fromEntries(languages) } };
}

/**
 * The list of an index that is put together of several, in one order. Throws where two have pages of the same language:
 * of one of them nothing would be found.
 * @returns `undefined` for no lists
 */
export function mergeLists(lists: readonly EntryList[]): EntryList | undefined {
  const [first] = lists;
  const languages = lists.flatMap((list) => Object.entries(list.languages)).sort(byFirst);
  const twice = languages.find(([code], position) => languages[position + 1]?.[0] === code);
  if (twice) throw new Error(`Two indexes have pages in "${twice[0]}".`);
  return first && { ...first, languages: Object.fromEntries(languages) };
}
