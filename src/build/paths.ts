import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where things lie on the disk, as absolute paths. */

/** The project folder, without a closing slash. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The built site. */
export const distFolder = join(projectRoot, 'dist');

/**
 * Everything that can be made again, a folder for each maker. Not in `node_modules`, which `npm ci` empties; a pipeline
 * restores this one folder.
 */
export const cacheFolder = join(projectRoot, '.cache');
