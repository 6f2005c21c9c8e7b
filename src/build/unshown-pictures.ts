import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { filesBelow } from './files.ts';

/**
 * The pictures that Astro puts into the site besides the sizes that pages show: the files of editors as they came, some
 * with the place where they were taken. Nobody links to them, but whoever guesses the address has them.
 */

const picture = /\.(?:jpe?g|png|webp|avif|gif|heic)$/i;
/** Files that can name one. */
const text = /\.(?:html|css|js|mjs|json|xml|webmanifest|txt)$/;

/**
 * Removes from `_astro/` every picture that no file of the site names.
 * @param site the folder of the built site
 * @returns the paths that are gone, sorted
 */
export async function removeUnshownPictures(site: string): Promise<string[]> {
  const files = filesBelow(site);
  const unseen = new Set(files.filter((path) => path.startsWith('_astro/') && picture.test(path)));
  for (const path of files) {
    if (unseen.size === 0) break;
    if (!text.test(path)) continue;
    const content = await readFile(join(site, path), 'utf8');
    for (const one of unseen) {
      const name = basename(one);
      if (content.includes(name) || content.includes(encodeURI(name))) unseen.delete(one);
    }
  }
  const gone = [...unseen].sort();
  for (const path of gone) await rm(join(site, path));
  return gone;
}
