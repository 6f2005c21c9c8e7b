import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAstro } from '../../build/astro.ts';
import { builtPages, sitemapOf } from '../../build/built-pages.ts';
import { readingOf } from '../../content/disk.ts';
import { handOver } from '../../content/hand-over.ts';
import { otherFolder } from '../other-folder.ts';
import { readHostileContent } from './content.ts';

/** `node build.ts <folder>`: the pages of the content in a folder within this project, and its sitemap, into `dist` there. */
const root = process.argv[2] ?? '';
handOver(readingOf(readHostileContent(root)));
const { build } = await loadAstro();
await build({ ...otherFolder(root), logLevel: 'error' });
const dist = join(root, 'dist');
for (const { name, text } of sitemapOf(builtPages(dist))) writeFileSync(join(dist, name), text);
