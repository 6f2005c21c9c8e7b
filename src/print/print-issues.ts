/**
 * Makes the PDFs of printed issues from the built site.
 *
 * One browser prints all editions. An edition whose page, files and engine are what they were is taken from the
 * cache without starting it. One that fails is reported and leaves no file; the others are made.
 */
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser, printCache } from './browser.ts';
import { finish } from './finish.ts';
import { paginate } from './paginate.ts';
import { madeUpOrigin, pathInSite, serve, sha256 } from './serve.ts';

/** Raise it when this folder would make other bytes from the same page: what the cache holds is then printed anew. */
const engineVersion = '1';

export interface Edition {
  /** `2023-2` */
  issue: string;
  /** Its BCP 47 language, which the PDF declares. */
  locale: string;
  /** Path of the print page without the base path: `/lo/issues/2023-2/print/`. */
  url: string;
  /** Path of the PDF below `dist`. */
  out: string;
  title: string;
  /** Who publishes it. */
  author: string;
  /** Date of the issue, EDTF: `2023-07/2023-12`. */
  date: string;
}

export interface PrintOptions {
  /** Folder of the built site. */
  dist: string;
  /** The site's base path. Default: `/`. */
  base?: string;
  /** The site's public address: links within the site lead there. Default: such links are left out of the PDF. */
  site?: string;
  editions: readonly Edition[];
  /** Called as each edition is done, in order. */
  onEdition?: (outcome: PrintedEdition | FailedEdition) => void;
  /** `false` prints everything anew. Default: `true`. */
  cache?: boolean;
  /** Default: `node_modules/.cache/ban-tin-huu-nghi/print`. */
  cacheFolder?: string;
}

export interface PrintedEdition extends Edition {
  pages: number;
  /** Size of the file. */
  bytes: number;
  cached: boolean;
  /** Wall-clock time. */
  milliseconds: number;
}

export interface FailedEdition extends Edition {
  /** Names the edition and says what is wrong. */
  error: string;
}

export interface PrintResult {
  printed: PrintedEdition[];
  failed: FailedEdition[];
}

/** What the cache knows of an edition, beside its PDF. */
interface CacheRecord {
  key: string;
  /** Every file that the browser loaded: path below `dist` → SHA-256. */
  files: Record<string, string>;
  pages: number;
}

export async function printIssues(options: PrintOptions): Promise<PrintResult> {
  const result: PrintResult = { printed: [], failed: [] };
  const press = new Press();
  try {
    for (const edition of options.editions) {
      const outcome = await printEdition(edition, press, options);
      if ('error' in outcome) result.failed.push(outcome);
      else result.printed.push(outcome);
      options.onEdition?.(outcome);
    }
  } finally {
    await press.close();
  }
  return result;
}

async function printEdition(
  edition: Edition,
  press: Press,
  { dist, base = '/', site, cache = true, cacheFolder = printCache }: PrintOptions,
): Promise<PrintedEdition | FailedEdition> {
  const start = performance.now();
  const out = join(dist, edition.out);
  const kept = join(cacheFolder, 'editions', edition.out.replace(/\.pdf$/, '').replace(/[^\w.-]+/g, '_'));
  const done = (pages: number, bytes: number, cached: boolean): PrintedEdition => ({
    ...edition,
    pages,
    bytes,
    cached,
    milliseconds: Math.round(performance.now() - start),
  });

  try {
    const origin = site ? new URL(site).origin : madeUpOrigin;
    const url = new URL(`${base.replace(/\/$/, '')}${edition.url}`, origin).href;
    const key = sha256(
      JSON.stringify([
        engineVersion,
        await press.identity(),
        url,
        site ?? '',
        edition,
        await readPage(dist, url, base, origin),
      ]),
    );

    const found = cache ? await readCache(kept, key, dist) : undefined;
    if (found) {
      const pdf = await readFile(`${kept}.pdf`);
      await writeWhole(out, pdf);
      return done(found.pages, pdf.length, true);
    }

    const browser = await press.browser();
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const served = await serve(page, { dist, base, origin });
      const { pdf, pages, headings } = await paginate({ page, url, served });
      const bytes = await finish(pdf, {
        title: edition.title,
        author: edition.author,
        language: edition.locale,
        date: edition.date,
        headings,
        deadOrigin: site ? undefined : madeUpOrigin,
      });
      await writeWhole(out, bytes);
      if (cache) {
        const record: CacheRecord = { key, files: Object.fromEntries(served.files), pages };
        // The record last: without it the PDF counts for nothing.
        await rm(`${kept}.json`, { force: true });
        await mkdir(dirname(kept), { recursive: true });
        await copyFile(out, `${kept}.pdf`);
        await writeWhole(`${kept}.json`, JSON.stringify(record));
      }
      return done(pages, bytes.length, false);
    } finally {
      await context.close();
    }
  } catch (error) {
    // A PDF of an earlier run would pass for this one.
    await rm(out, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    return { ...edition, error: `Issue ${edition.issue} (${edition.locale}) was not printed. ${reason}` };
  }
}

/** SHA-256 of the print page's HTML; throws where it was not built. */
async function readPage(dist: string, url: string, base: string, origin: string): Promise<string> {
  const path = pathInSite(url, { base, origin });
  if (path === undefined) throw new Error(`${url} is not an address of the site.`);
  try {
    return sha256(await readFile(join(dist, path)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`Its print page ${path} is not in the built site. Build the site first.`, {
      cause: error,
    });
  }
}

/** The record of a finished PDF, if nothing that went into it has changed. */
async function readCache(kept: string, key: string, dist: string): Promise<CacheRecord | undefined> {
  try {
    const record = JSON.parse(await readFile(`${kept}.json`, 'utf8')) as CacheRecord;
    if (record.key !== key) return undefined;
    for (const [path, digest] of Object.entries(record.files)) {
      if (sha256(await readFile(join(dist, path))) !== digest) return undefined;
    }
    return record;
  } catch {
    // No record, or a file that it names is gone: print.
    return undefined;
  }
}

/** Whoever reads `path` finds the old file or the whole new one. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const draft = `${path}.${process.pid}.draft`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** The browser, found when its name is first asked for, started when the first edition needs it. */
class Press {
  private found: ReturnType<typeof findBrowser> | undefined;
  private running: Browser | undefined;

  private find() {
    // Always the same folder, wherever the editions are kept: unpacking takes seconds and 190 MB.
    return (this.found ??= findBrowser());
  }

  async identity(): Promise<string> {
    return (await this.find()).identity;
  }

  /** Started anew should it have crashed: one bad page must not spoil the editions after it. */
  async browser(): Promise<Browser> {
    if (!this.running?.isConnected()) this.running = await launchBrowser(await this.find());
    return this.running;
  }

  async close(): Promise<void> {
    await this.running?.close();
  }
}
