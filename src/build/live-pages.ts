/**
 * Pages straight from the content, without a built site: Astro's development server renders the one that is asked
 * for. So an article that no issue has can be printed without building all of them.
 */
import type { AstroInlineConfig } from 'astro';
import { loadAstro } from './astro.ts';
import type { ReadFile } from './serve.ts';

export interface LivePages {
  read: ReadFile;
  close(): Promise<void>;
}

/**
 * Starts the server, on this machine only. The caller closes it.
 * @param config where the code does not lie beside the content
 */
export async function openLivePages(
  root: string,
  site: string,
  config: AstroInlineConfig = {},
): Promise<LivePages> {
  const { dev } = await loadAstro();
  const server = await dev({
    root,
    site,
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 4399 },
    ...config,
  });
  const origin = `http://127.0.0.1:${server.address.port}`;
  return {
    async read(path, url) {
      const { pathname, search } = new URL(url);
      // What only reloads a page in an editor's browser.
      const response = /^\/@vite|^\/@id|\.(ts|mjs|js)$/.test(pathname)
        ? undefined
        : await fetch(`${origin}${pathname}${search}`);
      if (!response?.ok) throw Object.assign(new Error(`There is no ${path}.`), { code: 'ENOENT' });
      return new Uint8Array(await response.arrayBuffer());
    },
    close: () => server.stop(),
  };
}
