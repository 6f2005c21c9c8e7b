import { join } from 'node:path';
import { makePages } from '../build/make-pages.ts';
import { readProject } from '../build/kept-texts.ts';
import { cacheFolder, distFolder } from '../build/paths.ts';
import { readingOf } from '../content/disk.ts';

/** Makes the pages of the project in which it lies, from nothing, as a build makes them: `node pages-alone.ts`. */
await makePages({
  code: '',
  bundle: '',
  bundleFolder: join(cacheFolder, 'bundle'),
  folder: distFolder,
  reading: readingOf(await readProject({ force: true })),
  force: true,
  last: undefined,
});
