import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { loadAstro } from '../../build/astro.ts';
import { projectRoot } from '../../build/paths.ts';
import { createBulletin } from '../../bulletin/bulletin.ts';
import { readContentFolder } from '../../content/disk.ts';
import type { Locale } from '../../model/locales.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { kinds } from '../../outputs/metadata/kinds.ts';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { nonEmpty } from '../non-empty.ts';

/** What the tests over the built site share. They need `dist/`: `npm run build` makes it, `npm test` does so itself. */

export const dist = join(projectRoot, 'dist');

/** The records that the site was built from; of every collection there are some. */
export const bulletin = createBulletin(readContentFolder(projectRoot).entries);
for (const [collection, entries] of Object.entries(bulletin.entries)) nonEmpty<unknown>(entries, collection);

/** The editor is no page for readers: it has tests of its own. */
const isEditor = (path: string): boolean => /^\/bien-tap(?:\/|\.html$)/.test(path);

/** A letter that mail programs show: `src/outputs/newsletter` has its tests. */
const isNewsletter = (path: string): boolean => path.endsWith('/newsletter.html');

/** Every HTML page of the site as a path from its root: `/lo/partners/hvpf/index.html`. */
export const pages = nonEmpty(
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((path) => `/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.html') && !isEditor(path) && !isNewsletter(path))
    .sort(),
  'pages in dist/',
);

/** The pages of every kind that there are in a language, as paths without it: a text may not have been translated yet. */
export const kindsIn = (locale: Locale): readonly string[] =>
  nonEmpty(
    Object.values(kinds).filter((path) => pages.includes(`${localeUrl(locale, path)}index.html`)),
    `pages in ${locale}`,
  );

/** The HTML of one page. */
export function html(path: string): string {
  return readFileSync(join(dist, path), 'utf8');
}

export interface Site {
  /** `http://localhost:4321`, without a closing slash. */
  readonly origin: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Serves `dist/` on this machine and starts the browser that prints the PDFs too. */
export async function openSite(): Promise<Site> {
  const { preview } = await loadAstro();
  const server = await preview({
    root: projectRoot,
    logLevel: 'error',
    server: { port: 43210 + (process.pid % 1000), host: '127.0.0.1' },
  });
  const browser = await launchBrowser(await findBrowser());
  return {
    origin: `http://127.0.0.1:${server.port}`,
    browser,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
