import type { AstroIntegration } from 'astro';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { basePath, siteUrl } from '../../site.ts';
import { indexablePage, writeSitemap } from './sitemap.ts';

/** Writes `sitemap.xml` beside the pages of every build, whoever started it. */
export function sitemap(): AstroIntegration {
  return {
    name: 'sitemap',
    hooks: {
      'astro:build:done'({ dir }) {
        const dist = fileURLToPath(dir);
        const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
          .filter((path) => path.endsWith('.html'))
          .map((path) => indexablePage(readFileSync(join(dist, path), 'utf8')))
          .filter((page) => page !== undefined);
        const root = new URL(`${basePath.replace(/\/$/, '')}/`, siteUrl).href;
        for (const { name, text } of writeSitemap(pages, root)) writeFileSync(join(dist, name), text);
      },
    },
  };
}
