/**
 * Makes the PDFs of printed issues from the built site.
 *
 * One browser prints all editions; while it prints one, a thread finishes the files of the one before. An edition whose
 * page, files and engine are what they were is taken from the cache without starting either. One that fails is reported
 * and leaves no file; the others are made.
 */
import { readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Edition } from '../../editions/editions.ts';
import { BrowserSession } from '../../build/browser.ts';
import { digestOfCode } from '../../build/code-digest.ts';
import { isOlderThan, linkFile, placing, writeWhole } from '../../build/files.ts';
import { memoize } from '../../model/memoize.ts';
import { cacheFolder as caches } from '../../build/paths.ts';
import {
  builtKinds,
  hasPress,
  outputKinds,
  outputPath,
  type OutputKind,
  type PrintedFile,
} from '../../editions/paths.ts';
import { a5, economyStyle } from './formats.ts';
import type { FinishTask, MadeFile } from './make-files.ts';
import { call, runInPage } from './in-page.ts';
import { paginate, setRules } from './paginate.ts';
import { pressStyle } from './press.ts';
import { openTabs, type Tabs } from './tabs.ts';
import { madeUpOrigin, pathInSite, readFrom, sha256, type ReadFile } from '../../build/serve.ts';
import { PrintError, reasonIn } from '../../build/print-error.ts';
import { openThread, type Thread } from '../../build/thread.ts';

/** Libraries that have a word in what is made. Of the browser its own identity speaks. */
const libraries = ['@cantoo/pdf-lib', '@hyzyla/pdfium', 'playwright-core', 'sharp'];

export interface PrintOptions {
  /** Folder of the built site, whose print pages are read. */
  dist: string;
  /** Where the PDFs go, below the same paths. Default: `dist`. */
  out?: string;
  /** The site's base path. Default: `/`. */
  base?: string;
  /** The site's public address: links within the site lead there. Default: such links are left out of the PDF. */
  site?: string;
  editions: readonly Edition[];
  /** Where pages and files are read, instead of from `dist`, which is written all the same. */
  read?: ReadFile;
  /** What to make of each. Default: what every build makes. */
  only?: readonly OutputKind[];
  /** Called as each edition is done, in order. */
  onEdition?: (outcome: PrintedEdition | FailedEdition) => void;
  /** `false` prints everything anew. Default: `true`. */
  cache?: boolean;
  /** Default: `.cache/print`. */
  cacheFolder?: string;
}

export interface PrintedEdition extends Edition {
  pages: number;
  /** Everything that was made of it. */
  files: PrintedFile[];
  cached: boolean;
  /** Wall-clock time. */
  milliseconds: number;
}

export interface FailedEdition extends Edition {
  /** Names the edition and says what is wrong. */
  error: string;
  /** What is wrong, without the edition, as an error: `reasonIn` puts it in the editor's words. */
  cause: unknown;
}

export interface PrintResult {
  printed: PrintedEdition[];
  failed: FailedEdition[];
}

/** What the cache knows of an edition, beside its PDF. */
interface CacheRecord {
  key: string;
  /** Every file that the browser loaded: path below `dist` → SHA-256. */
  loaded: Record<string, string>;
  files: PrintedFile[];
  pages: number;
}

export async function printIssues(options: PrintOptions): Promise<PrintResult> {
  const result: PrintResult = { printed: [], failed: [] };
  const session = new BrowserSession();
  const engine = digestOfCode(import.meta.dirname, { libraries });
  const origin = options.site ? new URL(options.site).origin : madeUpOrigin;
  const { dist, base, read } = options;
  const tabs = openTabs(session, { dist, base, read, origin });
  const finisher = openThread<FinishTask, MadeFile[]>(new URL('./finisher.ts', import.meta.url));
  const digestOfFile = memoize((path: string) => sha256(readFileSync(join(options.dist, path))));
  const report = (outcome: PrintedEdition | FailedEdition): void => {
    if ('error' in outcome) result.failed.push(outcome);
    else result.printed.push(outcome);
    options.onEdition?.(outcome);
  };
  try {
    let before = Promise.resolve();
    for (const edition of options.editions) {
      const finish = await beginEdition(edition, { engine, session, tabs, finisher, digestOfFile }, options);
      // One at a time: what waits to be finished is held in memory.
      await before;
      before = finish().then(report);
    }
    await before;
  } finally {
    await tabs.close();
    await session.close();
    await finisher.close();
  }
  return result;
}

interface Machinery {
  /** Digest of the code: other code makes other bytes of the same page. */
  readonly engine: string;
  readonly session: BrowserSession;
  readonly tabs: Tabs;
  readonly finisher: Thread<FinishTask, MadeFile[]>;
  /** SHA-256 of a file of the site; throws where it is not there. Editions share their styles and fonts. */
  readonly digestOfFile: (path: string) => string;
}

/**
 * Prints an edition, unless it is in the cache.
 * @returns what is left to do without the browser: making and writing its files
 */
async function beginEdition(
  edition: Edition,
  { engine, session, tabs, finisher, digestOfFile }: Machinery,
  {
    dist,
    out: target = dist,
    base = '/',
    site,
    cache = true,
    cacheFolder = join(caches, 'print'),
    read,
    ...options
  }: PrintOptions,
): Promise<() => Promise<PrintedEdition | FailedEdition>> {
  const start = performance.now();
  const only = edition.article ? (['office'] as const) : (options.only ?? builtKinds);
  const kept = join(cacheFolder, edition.out.replace(/\.pdf$/, '').replace(/[^\w.-]+/g, '_'));
  const done = (pages: number, files: PrintedFile[], cached: boolean): PrintedEdition => ({
    ...edition,
    pages,
    files,
    cached,
    milliseconds: Math.round(performance.now() - start),
  });
  const failed = async (error: unknown): Promise<FailedEdition> => {
    // Files of an earlier run would pass for this one's.
    await removeFiles(target, edition, outputKinds);
    const name = edition.article ? edition.issue : `Issue ${edition.issue}`;
    return {
      ...edition,
      error: `${name} (${edition.locale}) was not printed. ${reasonIn(error, 'en')}`,
      cause: error,
    };
  };
  const orFailed = (work: () => Promise<PrintedEdition>) => () => work().catch(failed);

  try {
    const origin = site ? new URL(site).origin : madeUpOrigin;
    const url = new URL(`${base.replace(/\/$/, '')}${edition.url}`, origin).href;
    const html = await readPage(read ?? readFrom(dist), url, base, origin);
    const key = sha256(
      JSON.stringify([engine, await session.identity(), url, site ?? '', only, edition, sha256(html)]),
    );

    const found = cache ? await readCache(kept, key, digestOfFile) : undefined;
    if (found) {
      return orFailed(async () => {
        const place = placing(target);
        for (const { out } of found.files) linkFile(join(kept, basename(out)), place(out));
        return done(found.pages, found.files, true);
      });
    }

    // Articles of a language share a tab, and so do issues: what the browser holds of one it lets go with the next.
    const tab = await tabs.open(edition.article ? edition.locale : 'issues');
    const { page, served } = tab;
    const shown = { page, url, served, show: () => tab.show(url, html) };
    const printed = await paginate({ ...shown, pagesPerSheet: edition.article ? 1 : 4 });
    const ready = only.includes('page') ? Buffer.from(await page.content()) : undefined;
    const economy = only.includes('economy') ? await printWith(page, economyStyle) : undefined;
    const press = hasPress(only) ? await printWith(page, pressStyle) : undefined;
    // Last: the page is shown anew.
    const isSmall = only.includes('a5') || only.includes('a5-booklet');
    const small = isSmall ? await paginate({ ...shown, format: a5 }) : undefined;
    const loaded = Object.fromEntries(served.files);
    const task: FinishTask = {
      edition,
      printed: { ...printed, ready, economy, press, small },
      only,
      deadOrigin: site ? undefined : madeUpOrigin,
    };
    return orFailed(async () => {
      const made = await finisher.ask(task);
      await removeFiles(target, edition, only);
      const files: PrintedFile[] = [];
      for (const { content, ...file } of made) {
        await writeWhole(join(target, file.out), content);
        files.push(file);
      }
      if (cache) {
        const record: CacheRecord = { key, loaded, files, pages: printed.pages };
        // The record last: without it the files count for nothing.
        await rm(kept, { recursive: true, force: true });
        for (const { out, content } of made) await writeWhole(join(kept, basename(out)), content);
        await writeWhole(join(kept, 'record.json'), JSON.stringify(record));
      }
      return done(printed.pages, files, false);
    });
  } catch (error) {
    // What the page is like now nobody knows.
    await tabs.close();
    return () => failed(error);
  }
}

/** Prints with other rules behind those of the page; untagged, as all that is for paper alone. */
async function printWith(page: Page, rules: string): Promise<Uint8Array> {
  await runInPage(page, call(setRules, [rules]));
  return page.pdf({ preferCSSPageSize: true, printBackground: true });
}

/** Removes what was made of an edition before: it may have had more pages. */
async function removeFiles(dist: string, edition: Edition, kinds: readonly OutputKind[]): Promise<void> {
  for (const kind of kinds) {
    if (kind !== 'pictures') {
      await rm(join(dist, outputPath(edition, kind)), { force: true });
      continue;
    }
    const first = join(dist, outputPath(edition, kind));
    const prefix = basename(first).replace(/01\.webp$/, '');
    const names = await readdir(dirname(first)).catch(() => []);
    for (const name of names.filter((one) => one.startsWith(prefix))) {
      await rm(join(dirname(first), name), { force: true });
    }
  }
}

/** The print page's HTML; throws where it was not built. */
async function readPage(read: ReadFile, url: string, base: string, origin: string): Promise<Uint8Array> {
  const path = pathInSite(url, { base, origin });
  if (path === undefined) throw new Error(`${url} is not an address of the site.`);
  try {
    return await read(path, url);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new PrintError('notBuilt', { path }, { cause: error });
  }
}

/** The record of a finished edition, if nothing that went into it has changed. */
async function readCache(
  kept: string,
  key: string,
  digestOfFile: (path: string) => string,
): Promise<CacheRecord | undefined> {
  try {
    const record = JSON.parse(await readFile(join(kept, 'record.json'), 'utf8')) as CacheRecord;
    if (record.key !== key) return undefined;
    const isSame = Object.entries(record.loaded).every(([path, digest]) => digestOfFile(path) === digest);
    const isWhole = record.files.every(({ out }) =>
      isOlderThan(join(kept, basename(out)), join(kept, 'record.json')),
    );
    return isSame && isWhole ? record : undefined;
  } catch {
    // No record, or a file that it names is gone: print.
    return undefined;
  }
}
