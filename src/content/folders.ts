import {
  articleSchemas,
  yearlyCollections,
  referenceSchemas,
  type CollectionName,
} from '../model/schemas/index.ts';
import { toSlug } from '../model/letters.ts';
import { folderOf, isClutter, type ContentFiles } from './files.ts';

/** Which files make a record: a folder of an article collection, a YAML file of a reference collection. */

export interface RecordFiles<Name extends CollectionName = CollectionName> {
  readonly collection: Name;
  /** `2023/don-hvpf`, `hue` */
  readonly id: string;
  /** The folder that the files lie in. */
  readonly folder: string;
  /** Names of the files, sorted. */
  readonly names: readonly string[];
}

/** A file that lies where no record can be. */
export interface Misplaced {
  readonly file: string;
  readonly code: 'missingYearFolder' | 'misplacedEntry';
  /** Where it could lie instead. */
  readonly expected: string;
}

export interface Folders {
  readonly files: ContentFiles;
  /** Sorted by id. */
  readonly records: readonly RecordFiles[];
  readonly misplaced: readonly Misplaced[];
}

/** `2023/x` in a collection by year, `x` in another; otherwise what is wrong. */
function placement(collection: CollectionName, id: string): Omit<Misplaced, 'file'> | undefined {
  const segments = id === '' ? [] : id.split('/');
  const yearly = yearlyCollections.includes(collection);
  if (segments.length === (yearly ? 2 : 1) && (!yearly || /^\d{4}$/.test(segments[0] ?? '')))
    return undefined;
  const slug = toSlug(segments.findLast((one) => !/^\d{4}$/.test(one)) ?? '') || '…';
  const folder = `content/${collection}`;
  return yearly
    ? { code: 'missingYearFolder', expected: `${folder}/YYYY/${slug}/` }
    : { code: 'misplacedEntry', expected: `${folder}/${slug}/` };
}

/** Where a file of a reference collection belongs that is no `<id>.yaml` in it. */
function expectedReference(collection: CollectionName, rest: string): string {
  const own = rest.split('/').findLast((one) => !/^index\./.test(one)) ?? rest;
  return `content/${collection}/${toSlug(own.replace(/\.[a-z]+$/, '')) || '…'}.yaml`;
}

/** A text or picture that cannot be read is still one of its record, so that nobody asks for it as well. */
const hasSuffix = /\.[a-z]+$/i;

/** Sorts files into records. Files of no collection, and folders that cannot be opened, are in none. */
export function sortIntoFolders(given: ContentFiles): Folders {
  const files = new Map([...given].filter(([path]) => !isClutter(path)));
  const records: RecordFiles[] = [];
  const misplaced: Misplaced[] = [];
  const articles = new Map<
    string,
    { collection: CollectionName; id: string; folder: string; names: string[] }
  >();
  const paths = [...files]
    .flatMap(([path, file]) => (file.fault === undefined || hasSuffix.test(path) ? [path] : []))
    .sort();
  for (const path of paths) {
    const [, name, rest = ''] = /^content\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (name === undefined) continue;
    if (Object.hasOwn(referenceSchemas, name)) {
      const collection = name as CollectionName;
      const id = /^([^/]+)\.yaml$/.exec(rest)?.[1];
      if (id !== undefined) records.push({ collection, id, folder: `content/${name}`, names: [rest] });
      else
        misplaced.push({ file: path, code: 'misplacedEntry', expected: expectedReference(collection, rest) });
    } else if (Object.hasOwn(articleSchemas, name)) {
      const collection = name as CollectionName;
      const folder = folderOf(path);
      const id = folder.slice(`content/${name}/`.length);
      const known = articles.get(folder) ?? { collection, id, folder, names: [] };
      known.names.push(path.slice(folder.length + 1));
      articles.set(folder, known);
    }
  }
  for (const one of articles.values()) {
    const wrong = placement(one.collection, one.id);
    if (wrong) misplaced.push({ file: `${one.folder}/${one.names[0] ?? ''}`, ...wrong });
    else records.push(one);
  }
  return { files, records: records.sort((a, b) => (a.id < b.id ? -1 : 1)), misplaced };
}
