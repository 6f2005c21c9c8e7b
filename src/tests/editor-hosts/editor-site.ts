import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildEditor } from '../../build/editor.ts';
import type { EditorIndex } from '../../editor/editor-index.ts';
import type { HostKind } from '../../editor/store/host.ts';
import { clientId, type RunningHost } from './server.ts';

/** The page of the editor as a web server gives it, for a git host on this computer. */

/** In the page as it was built; each host has its own address in the place of it. */
export const builtFor = {
  kind: 'gitea',
  url: 'http://host.test',
  project: 'lhhn/ban-tin',
  branch: 'main',
  clientId,
} as const;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** Writes the editor into a folder: once, for however many hosts. */
export const buildForHosts = (folder: string): Promise<void> => buildEditor(folder, builtFor);

export interface EditorSite {
  /** `http://127.0.0.1:34567/bien-tap/` */
  readonly address: string;
  close(): void;
}

/**
 * Serves the editor on an address that a browser takes for safe.
 * @param folder what `buildForHosts` has written
 * @param index the list that the build of the site would have written
 */
export async function serveEditor(
  folder: string,
  kind: HostKind,
  host: RunningHost,
  index: EditorIndex,
): Promise<EditorSite> {
  const html = readFileSync(join(folder, 'bien-tap/index.html'), 'utf8')
    .replaceAll(builtFor.url, host.url)
    .replace('&quot;kind&quot;:&quot;gitea&quot;', `&quot;kind&quot;:&quot;${kind}&quot;`);
  const made = new Map<string, Buffer>([
    ['/bien-tap/index.html', Buffer.from(html)],
    ['/bien-tap/index.json', Buffer.from(JSON.stringify(index))],
  ]);
  const compressed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/\/$/, '/index.html');
    try {
      const body = compressed.get(path) ?? gzipSync(made.get(path) ?? readFileSync(join(folder, path)));
      compressed.set(path, body);
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
      response.setHeader('content-encoding', 'gzip');
      response.setHeader('cache-control', path.includes('/assets/') ? 'max-age=31536000' : 'no-cache');
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bien-tap/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
