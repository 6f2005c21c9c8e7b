import type { AstroInlineConfig } from 'astro';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../build/paths.ts';

/**
 * The site over other content: the code of this project, the `content/` of another folder.
 * @param root a folder within the project, from where the packages are found; what is made lies there too
 */
export function otherFolder(root: string): AstroInlineConfig {
  return {
    root,
    configFile: relative(root, join(projectRoot, 'astro.config.mjs')),
    srcDir: join(projectRoot, 'src'),
    publicDir: join(projectRoot, 'public'),
    outDir: join(root, 'dist'),
    cacheDir: join(root, 'cache'),
  };
}

/** The environment as from a terminal: what vitest sets would make a build one for development. */
export function terminalEnvironment(): NodeJS.ProcessEnv {
  const own = ['NODE_ENV', 'MODE', 'DEV', 'PROD', 'SSR', 'BASE_URL', 'TEST', 'VITEST'];
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !own.includes(key)));
}

/** The same, without a network: each attempt to reach another machine fails and adds a line to the file `attempts`. */
export function withoutNetwork(attempts: string): NodeJS.ProcessEnv {
  const guard = pathToFileURL(join(import.meta.dirname, 'no-network.ts')).href;
  const NODE_OPTIONS = [process.env['NODE_OPTIONS'], `--import ${guard}`].filter(Boolean).join(' ');
  return { ...terminalEnvironment(), NODE_OPTIONS, NETWORK_ATTEMPTS: attempts };
}
