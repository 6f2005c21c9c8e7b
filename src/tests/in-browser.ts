import { isBuiltin } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { serve } from '../build/serve.ts';

/** Code of this project in a page of a browser, for tests of what only a browser can do. */

/** A secure origin, which the browser's storage and folders ask for. It never resolves. */
export const secureOrigin = 'https://bulletin.test';

/**
 * The files that a page needs to run `entry`, by name.
 * @throws when anything that it imports, however far down, wants Node
 */
export async function bundle(entry: string): Promise<Map<string, string | Uint8Array>> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'esnext', rolldownOptions: { input: entry } },
    worker: { format: 'es' },
    plugins: [
      {
        name: 'no-node',
        enforce: 'pre',
        resolveId(source, importer) {
          if (isBuiltin(source)) throw new Error(`${importer ?? ''} imports ${source}`);
        },
      },
    ],
  });
  const outputs = [made].flat().flatMap((one) => ('output' in one ? one.output : []));
  return new Map(outputs.map((one) => [one.fileName, one.type === 'chunk' ? one.code : one.source] as const));
}

/**
 * Opens a page that runs `entry`.
 * @param ready the name of what `entry` leaves in `globalThis` when it has run
 */
export async function openBundled(browser: Browser, entry: string, ready: string): Promise<Page> {
  const files = await bundle(entry);
  const name = entry.replace(/^.*[\\/]/, '').replace(/\.ts$/, '');
  const script = [...files.keys()].find((file) => file.includes(name) && file.endsWith('.js'));
  if (script === undefined) throw new Error(`no script of ${name}`);
  files.set('index.html', `<!doctype html><script type="module" src="/${script}"></script>`);
  const page = await browser.newPage();
  await serve(page, {
    dist: '',
    origin: secureOrigin,
    read: async (path) => {
      const file = files.get(path);
      if (file === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
      return typeof file === 'string' ? Buffer.from(file) : file;
    },
  });
  const failed = new Promise<never>((_, reject) => page.on('pageerror', reject));
  await page.goto(`${secureOrigin}/`);
  const loaded = page.waitForFunction((key) => key in globalThis, ready, { timeout: 0 });
  await Promise.race([loaded, failed]);
  return page;
}
