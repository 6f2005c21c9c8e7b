import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, filesBelow } from './files.ts';
import { projectRoot } from './paths.ts';

/**
 * What makes files that are kept from one build to the next: where it changes, they are made anew.
 * @param folder of the code: all of it but its tests
 * @param more.also code that stands elsewhere, by its whole path
 * @param more.libraries packages that have a word in what is made; throws where `package.json` does not pin one
 * @returns a digest of the code, the versions of the packages, and what Node knows of words and of compression
 */
export function digestOfCode(
  folder: string,
  { also = [], libraries }: { also?: readonly string[]; libraries: readonly string[] },
): string {
  const { dependencies } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    dependencies: Readonly<Record<string, string>>;
  };
  const versions = libraries.map((name) => {
    const version = dependencies[name];
    if (version === undefined) throw new Error(`package.json pins no ${name}.`);
    return [name, version];
  });
  const own = filesBelow(folder).filter((file) => !file.endsWith('.test.ts'));
  const { icu, zlib } = process.versions;
  return digestOf([
    ...own.flatMap((file) => [file, readFileSync(join(folder, file))]),
    ...also.map((file) => readFileSync(file)),
    JSON.stringify([versions, icu, zlib]),
  ]);
}
