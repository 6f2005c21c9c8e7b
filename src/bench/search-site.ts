/** A built folder on a server of its own, beside the search's modules as a browser takes them: for bench and tests. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = join(import.meta.dirname, '..');
const levenshtein = join(dirname(fileURLToPath(import.meta.resolve('fastest-levenshtein'))), 'esm/mod.js');

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.ts': 'text/javascript',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
};

/** A page in a language, from which `source/outputs/search/client.ts` can be imported. */
const blankPage = (locale: string, base: string): string =>
  `<!doctype html><html lang="${locale}"><meta charset="utf-8">` +
  `<script type="importmap">{"imports":{"fastest-levenshtein":"${base}levenshtein.js"}}</script></html>`;

export interface SearchSite {
  readonly origin: string;
  /** Bytes of the index sent so far, as they lie on the disk; the modules do not count. */
  sent(): number;
  /** The files of the index that were sent, with their sizes. */
  readonly files: { readonly path: string; readonly bytes: number }[];
  close(): void;
}

/**
 * @param folder a built folder with its index
 * @param base where the site begins on the server; `blank/lo.html` is an empty page in Lao
 */
export async function serveSearch(folder: string, base = '/'): Promise<SearchSite> {
  const files: { path: string; bytes: number }[] = [];
  const content = async (path: string): Promise<Buffer> => {
    if (path === 'levenshtein.js') return readFile(levenshtein);
    const blank = /^blank\/(\w+)\.html$/.exec(path)?.[1];
    if (blank !== undefined) return Buffer.from(blankPage(blank, base));
    const module = /^source\/(.*\.ts)$/.exec(path)?.[1];
    if (module !== undefined)
      return Buffer.from(stripTypeScriptTypes(await readFile(join(source, module), 'utf8')));
    const body = await readFile(join(folder, path));
    files.push({ path, bytes: body.length });
    return body;
  };
  const server = createServer((request, response) => {
    const path = decodeURI((request.url ?? '').split('?', 1).join('')).slice(base.length);
    content(path).then(
      (body) =>
        response
          .setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
          // As a web host does: what a reader has is not sent again.
          .setHeader('cache-control', 'max-age=600')
          .end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    sent: () => files.reduce((sum, { bytes }) => sum + bytes, 0),
    files,
    close: () => server.close(),
  };
}
