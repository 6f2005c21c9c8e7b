import type { BytesByPath } from './cases.ts';

/** What people do to a content folder, at random: to test that a build takes over only what has not changed. */

/** A number from 0 up to 1. The same seed gives the same numbers. */
export type Random = () => number;

/** Mulberry32: small, and good enough to choose files with. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** One of a list. Throws where there is none: an edit that does nothing tests nothing. */
function oneOf<Value>(values: readonly Value[], random: Random): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}

/** The list in another order. */
export const shuffled = <Value>(values: readonly Value[], random: Random): Value[] =>
  values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Changes one of the files whose path and text match. */
function changeOne(
  files: BytesByPath,
  random: Random,
  path: RegExp,
  where: RegExp,
  change: (...match: string[]) => string,
): BytesByPath {
  const all = [...files].filter(([name, bytes]) => path.test(name) && where.test(decode(bytes)));
  const [name, bytes] = oneOf(all, random);
  return new Map(files).set(name, encode(decode(bytes).replace(where, change)));
}

/** The folder of one of the records of a collection. */
function folderOf(files: BytesByPath, random: Random, collection: string): string {
  const folders = [...files.keys()].flatMap((path) => {
    const folder = /^(.*)\/index\.vi\.mdx$/.exec(path)?.[1];
    return folder?.startsWith(`content/${collection}/`) ? [folder] : [];
  });
  return oneOf(folders, random);
}

export type Edit = (files: BytesByPath, random: Random) => BytesByPath;

/** Each kind of edit, by what it does. */
export const edits: Readonly<Record<string, Edit>> = {
  'a word more in a text': (files, random) =>
    changeOne(
      files,
      random,
      /\/(?:activities|stories)\/.*\.mdx$/,
      /(?<=\n---\n[^]*\s)(\S+)(\s*)$/,
      (_, word = '', end = '') => `${word} ${word}${end}`,
    ),
  'a word more in a title': (files, random) =>
    changeOne(
      files,
      random,
      /\/activities\/.*\.mdx$/,
      /^(title: ".*\s)(\S+)"$/m,
      (_, start = '', word = '') => `${start}${word} ${word}"`,
    ),
  'a new record': (files, random) => {
    const folder = folderOf(files, random, 'activities');
    const added = [...files]
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([path, bytes]) => {
        const text = decode(bytes).replace(/^title: "(.*)"$/m, (_, title: string) => `title: "${title} (2)"`);
        return [path.replace(folder, `${folder}-2`), encode(text)] as const;
      });
    return new Map([...files, ...added]);
  },
  'a record less': (files, random) => {
    const folder = folderOf(files, random, 'activities');
    return new Map([...files].filter(([path]) => !path.startsWith(`${folder}/`)));
  },
  'a translation less': (files, random) => {
    const translations = [...files.keys()].filter((path) => /\/index\.(?!vi)[a-z]+\.mdx$/.test(path));
    const gone = oneOf(translations, random);
    return new Map([...files].filter(([path]) => path !== gone));
  },
  'a renamed partner': (files, random) =>
    changeOne(
      files,
      random,
      /\/partners\/.*\/index\.vi\.mdx$/,
      /^(names:\n {2}vi: ".*)"$/m,
      (_, name = '') => `${name} mới"`,
    ),
  'a renamed place': (files, random) =>
    changeOne(files, random, /\/places\//, /^(names:\n {2}vi: ".*)"$/m, (_, name = '') => `${name} mới"`),
  'another date': (files, random) =>
    changeOne(
      files,
      random,
      /\/(?:activities|events)\/.*\/index\.vi\.mdx$/,
      /^(date: "?\d{4}-)(\d\d)/m,
      (_, year = '', month = '') => `${year}${String((Number(month) % 12) + 1).padStart(2, '0')}`,
    ),
  'another category': (files, random) =>
    changeOne(
      files,
      random,
      /\/activities\/.*\/index\.vi\.mdx$/,
      /^categories: \[.*\]$/m,
      () => 'categories: [culture]',
    ),
  'another order in an issue': (files, random) =>
    changeOne(
      files,
      random,
      /\/issues\/.*\/index\.vi\.mdx$/,
      /^( +- )(activities\/.*)([^]*?)^( +- )(activities\/.*)$/m,
      (_, dash = '', first = '', between = '', otherDash = '', second = '') =>
        `${dash}${second}${between}${otherDash}${first}`,
    ),
  'another order of the unions': (files, random) =>
    changeOne(
      files,
      random,
      /\/units\//,
      /^order: (\d+)$/m,
      (_, order = '') => `order: ${Number(order) + 3}`,
    ),
};
