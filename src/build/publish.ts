import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';

/**
 * A site is built beside the one that readers see and put in its place when it is whole. Killed at any moment, out of
 * disk or out of memory, a build leaves yesterday's site as it was.
 */

/** Folders beside the site, on its file system: renaming is all that it takes to publish. */
export interface SiteFolders {
  /** What readers see: `dist`. */
  readonly site: string;
  /** Where the next one is made: `dist.next`. */
  readonly next: string;
  /** Where the last one is for the moment between two renames: `dist.last`. */
  readonly last: string;
}

/** The folders that belong to a site. `siteFolders('/x/dist').next // => '/x/dist.next'` */
export const siteFolders = (site: string): SiteFolders => ({
  site,
  next: `${site}.next`,
  last: `${site}.last`,
});

/** Puts back a site that a build was killed over between two renames. */
export function recoverSite({ site, last }: SiteFolders): void {
  if (!existsSync(site) && existsSync(last)) renameSync(last, site);
}

/** Takes away what a broken build left, and makes the empty folder of the next. */
export function prepareSite(folders: SiteFolders): void {
  recoverSite(folders);
  rmSync(folders.last, { recursive: true, force: true });
  rmSync(folders.next, { recursive: true, force: true });
  mkdirSync(folders.next, { recursive: true });
}

/**
 * Puts `made` in the place of the site. The two renames stand together, so that no signal that Node hears of comes
 * between them; a computer that loses its power there has the old site in `last`, and `recoverSite` puts it back.
 */
export function publishSite(made: string, folders: SiteFolders): void {
  if (existsSync(folders.site)) renameSync(folders.site, folders.last);
  try {
    renameSync(made, folders.site);
  } catch (error) {
    recoverSite(folders);
    throw error;
  }
  rmSync(folders.last, { recursive: true, force: true });
  rmSync(folders.next, { recursive: true, force: true });
}
