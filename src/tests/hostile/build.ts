import { build } from 'astro';
import { join, relative } from 'node:path';
import { writeFileSync } from 'node:fs';
import { builtPages, sitemapOf } from '../../build/built-pages.ts';
import { projectRoot } from '../../build/paths.ts';

/** `node build.ts <folder>`: the pages of the content in a folder within this project, and its sitemap, into `dist` there. */
const root = process.argv[2] ?? '';
await build({
  root,
  configFile: relative(root, join(projectRoot, 'astro.config.mjs')),
  srcDir: join(projectRoot, 'src'),
  publicDir: join(projectRoot, 'public'),
  outDir: join(root, 'dist'),
  cacheDir: join(root, 'cache'),
  logLevel: 'error',
});
const dist = join(root, 'dist');
for (const { name, text } of sitemapOf(builtPages(dist))) writeFileSync(join(dist, name), text);
