import { readFile } from 'node:fs/promises';
import { minify, type Plugin } from 'vite';

const query = '?minified';

/**
 * Makes `import source from './script.js?minified'` give the text of a script as a reader's browser gets it, without
 * comments and spaces. A script that cannot be read stops the build with its place.
 */
export const minifiedScripts = (): Plugin => ({
  name: 'minified-scripts',
  enforce: 'pre',
  async load(id) {
    if (!id.endsWith(query)) return undefined;
    const file = id.slice(0, -query.length);
    this.addWatchFile(file);
    const { code, errors } = await minify(file, await readFile(file, 'utf8'));
    const [error] = errors;
    if (error) this.error(error.codeframe ?? error.message);
    return `export default ${JSON.stringify(code)};`;
  },
});
