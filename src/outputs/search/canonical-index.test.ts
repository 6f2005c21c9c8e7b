import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../../build/files.ts';
import { buildSearchIndex } from './indexer.ts';

let work: string;
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'canonical-index-'));
});
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const values = 12;

/** A site whose pages have filters of many values in two languages: Rust's maps would hardly give one order twice. */
function writeSite(folder: string): void {
  for (const lang of ['vi', 'en']) {
    for (let page = 0; page < values; page++) {
      const path = join(folder, lang, `page-${page}`);
      mkdirSync(path, { recursive: true });
      writeFileSync(
        join(path, 'index.html'),
        `<!doctype html><html lang="${lang}"><title>${page}</title><main data-pagefind-body>` +
          `<h1>Trao quà ${page}</h1><p data-pagefind-filter="kind">k${page}</p>` +
          `<p data-pagefind-filter="place">p${page % 5}</p></main></html>`,
      );
    }
  }
}

test('the same pages give the same index, byte for byte', async () => {
  const dist = join(work, 'dist');
  writeSite(dist);
  const indexes: Map<string, string>[] = [];
  for (let run = 0; run < 3; run++) {
    const out = join(work, `pagefind-${run}`);
    await buildSearchIndex({ dist, out });
    indexes.push(new Map(filesBelow(out).map((file) => [file, readFileSync(join(out, file), 'base64')])));
  }
  const [first, ...others] = indexes;
  expect(
    [...(first?.keys() ?? [])].filter((file) => file.endsWith('.pf_filter')).length,
  ).toBeGreaterThanOrEqual(4);
  for (const other of others) expect(other).toEqual(first);
});
