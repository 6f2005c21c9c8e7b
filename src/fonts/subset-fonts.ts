import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import subset from 'subset-font';
import { subsets, features, type FontSubset } from './subsets.ts';

/**
 * Cuts the subsets that are not there yet.
 * @param root the project's folder
 * @returns the folder that holds them: its name changes with what is cut, so that no old file is taken for a new one
 */
export async function subsetFonts(root: string, wanted: readonly FontSubset[] = subsets): Promise<string> {
  const require = createRequire(pathToFileURL(join(root, 'package.json')));
  const whole = wanted.map((face) => ({ ...face, file: readFileSync(require.resolve(face.from)) }));
  const digest = createHash('sha256').update(features.join());
  for (const { name, letters, file } of whole) digest.update(name).update(letters).update(file);
  const folder = join(root, '.cache', 'fonts', digest.digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true });
  for (const { name, letters, file } of whole) {
    const out = join(folder, `${name}.woff2`);
    if (existsSync(out)) continue;
    writeFileSync(out, await subset(file, letters, { targetFormat: 'woff2', keepFeatures: features }));
  }
  return folder;
}
