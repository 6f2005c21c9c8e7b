import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareSite, publishSite, siteFolders } from '../build/publish.ts';
import { cacheFolder, projectRoot } from '../build/paths.ts';
import type { PagesMade } from '../build/make-pages.ts';
import { siteSteps } from '../build/site.ts';
import { runSteps } from '../build/steps.ts';
import { readProject } from '../build/kept-texts.ts';
import { readingOf } from '../content/disk.ts';
import type { Locale } from '../model/locales.ts';

/**
 * `node whole-site-build.ts <folder> [clean]`: builds the project that this file lies in as `npm run build` does, or with
 * nothing kept, into a folder of it, and prints what that took as a line of JSON.
 */

/** The work of a build. */
export interface Work extends PagesMade {
  readonly records: number;
  readonly cardsDrawn: number;
  readonly indexed: readonly Locale[];
  /** Pages of which the search needed a copy. */
  readonly copied: number;
  readonly printed: number;
  readonly printFailed: number;
}

const [name = 'dist', clean] = process.argv.slice(2);
const force = clean !== undefined;
const folders = siteFolders(join(projectRoot, name));
const content = await readProject({ force });
const reading = readingOf(content);
const indexed: Locale[] = [];
let copied = 0;
let pages: PagesMade = { rendered: 0, kept: 0, bundled: false };
prepareSite(folders);
const cache = force ? `${folders.site}.cache` : join(cacheFolder, 'build');
const goal = siteSteps(reading, content, force, {
  onPages: (made) => (pages = made),
  onIndex(locale, its) {
    indexed.push(locale);
    copied += its;
  },
});
const [site] = await runSteps([goal], { work: folders.next, cache, force });
publishSite(site.folder, folders);
if (force) rmSync(cache, { recursive: true, force: true });
const work: Work = {
  ...pages,
  records: Object.values(reading.entries).reduce((sum, list) => sum + list.length, 0),
  cardsDrawn: site.cards?.drawn ?? Number.NaN,
  indexed: indexed.sort(),
  copied,
  printed: site.printed.filter(({ cached }) => !cached).length,
  printFailed: site.failed.length,
};
process.stdout.write(`${JSON.stringify(work)}\n`);
