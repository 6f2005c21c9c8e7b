import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { gzipSync } from 'node:zlib';
import { findBrowser, launchBrowser } from '../build/browser.ts';
import { filesOnDisk } from '../content/disk.ts';
import { readContent } from '../content/read.ts';
import { editorIndex, type EditorIndex } from '../editor/editor-index.ts';
import { hostKinds, type HostKind, type HostSettings } from '../editor/store/host.ts';
import { keepGrant, type KeyStorage } from '../editor/store/sign-in.ts';
import { buildForHosts, builtFor, serveEditor } from '../tests/editor-hosts/editor-site.ts';
import { gitea } from '../tests/editor-hosts/gitea.ts';
import { github } from '../tests/editor-hosts/github.ts';
import { gitlab } from '../tests/editor-hosts/gitlab.ts';
import { createRepository, type Files } from '../tests/editor-hosts/repository.ts';
import { startHost } from '../tests/editor-hosts/server.ts';
import { generateContent } from './content.ts';
import { median, table } from './measure.ts';

/** Text files of the bulletins: as it is today, and with 6,000 records in six languages. */
const filesOf = { today: 0, 6000: 36_000 } as const;
type Size = keyof typeof filesOf;
const isSize = (name: string): boolean => Object.hasOwn(filesOf, name);

/** Milliseconds until the first byte of each answer, as on the other side of the country by telephone. */
const latency = 200;
/** How much slower than this machine the processor of an office PC is. */
const slowdown = 4;

const stands = { github, gitlab, gitea };
const token = 'the-token-of-the-bench';

interface Bulletin {
  readonly files: Files;
  readonly index: EditorIndex;
}

async function bulletinOf(root: string, size: Size, say: (line: string) => void): Promise<Bulletin> {
  const files = filesOf[size];
  const work = mkdtempSync(join(tmpdir(), 'bench-editor-'));
  try {
    if (files > 0) await generateContent(root, work, files, { pictures: false });
    if (files > 0) say(`editor: ${size}: ${files} texts are written`);
    const found = filesOnDisk(files > 0 ? work : root);
    const sound = [...found].filter(([, { fault }]) => fault === undefined);
    const bytes = new Map(sound.map(([path, file]) => [path, file.read()] as const));
    return { files: bytes, index: editorIndex(readContent(found), found) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Milliseconds, by what was waited for. */
interface Times {
  /** From the address to the list, with nothing in the cache. */
  readonly list: number;
  /** From a click on a record to its form. */
  readonly form: number;
  /** From the address of a record to its form, with nothing in the cache. */
  readonly formAtOnce: number;
  /** Of the middle one of some keystrokes in a form: the check of it, and until it is on the screen. */
  readonly check: number;
  readonly stroke: number;
  /** The same of keystrokes in the search of the list. */
  readonly find: number;
}

/** Keeps the times of checks and of keystrokes, as the browser tells them. */
function observe(): void {
  const seen: Record<'check' | 'stroke', number[]> = { check: [], stroke: [] };
  Object.assign(globalThis, { seen });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'check') seen.check.push(duration);
  }).observe({ type: 'measure', buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) if (name === 'keydown') seen.stroke.push(duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/** What `observe` has kept, and from now on anew. */
const takeSeen = (page: Page): Promise<Record<'check' | 'stroke', number[]>> =>
  page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: Record<'check' | 'stroke', number[]> };
    return { check: seen.check.splice(0), stroke: seen.stroke.splice(0) };
  });

/** What the editor keeps of somebody who has signed in. */
function storageOf(settings: HostSettings): [string, string][] {
  const items = new Map<string, string>();
  const storage: KeyStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
  keepGrant(settings, { session: storage, local: storage }, { token }, false);
  return [...items];
}

const middle = (list: readonly number[]): number => median([...list].sort((a, b) => a - b));

async function measureIn(
  browser: Browser,
  folder: string,
  kind: HostKind,
  { files, index }: Bulletin,
): Promise<Times> {
  const host = await startHost(stands[kind], createRepository(builtFor.project, files, { realLimits: true }));
  host.tokens.add(token);
  const site = await serveEditor(folder, kind, host, index);
  const record = index.records.activities.at(-1)?.id ?? '';
  const open = async (hash: string) => {
    const context = await browser.newContext({ viewport: { width: 1300, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(observe);
    // Somebody who has signed in before.
    const kept = storageOf({ ...builtFor, kind, url: host.url });
    await page.addInitScript((items) => {
      for (const [key, value] of items) sessionStorage.setItem(key, value);
    }, kept);
    const browserTools = await context.newCDPSession(page);
    await browserTools.send('Network.enable');
    await browserTools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    const began = performance.now();
    await page.goto(site.address + hash, { waitUntil: 'commit' });
    return { context, page, browserTools, began };
  };
  try {
    const { context, page, browserTools, began } = await open('');
    await page.locator('.records a').first().waitFor();
    const list = performance.now() - began;
    await page.waitForLoadState('networkidle');
    await browserTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await takeSeen(page);
    await page.getByRole('searchbox').pressSequentially('huu nghi', { delay: 300 });
    await page.waitForTimeout(500);
    const find = middle((await takeSeen(page)).stroke);
    await browserTools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const clicked = performance.now();
    await page.evaluate((id) => {
      location.hash = `#/activities/${id}`;
    }, record);
    await page.getByLabel('Tiêu đề').waitFor();
    const form = performance.now() - clicked;
    await page.locator('.check-state', { hasText: 'Không có lỗi' }).waitFor();
    await browserTools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.waitForTimeout(500);
    await takeSeen(page);
    await page.getByLabel('Tiêu đề').pressSequentially(' và các bạn', { delay: 500 });
    await page.waitForTimeout(1500);
    const typed = await takeSeen(page);
    await context.close();

    const direct = await open(`#/activities/${record}`);
    await direct.page.getByLabel('Tiêu đề').waitFor();
    const formAtOnce = performance.now() - direct.began;
    await direct.context.close();
    return { list, form, formAtOnce, find, check: middle(typed.check), stroke: middle(typed.stroke) };
  } finally {
    site.close();
    await host.close();
  }
}

/**
 * How long an editor waits at each of the three git hosts, which are played on this computer: with an answer coming 200 ms
 * after each question, and with a processor that is slowed down four times where it is the processor that counts.
 * @param root the project folder
 * @param runs how often everything is measured; the median counts
 * @param say gets a line of progress
 * @param sizes `today`, or `6000` records in six languages
 * @returns the table to print
 */
export async function benchEditor(
  root: string,
  runs: number,
  say: (line: string) => void,
  { sizes }: { readonly sizes: readonly string[] },
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-editor-page-'));
  const browser = await launchBrowser(await findBrowser());
  const head = ['ms', 'list kB', 'list', 'form', 'form at once', 'check', 'keystroke', 'find'];
  const rows = [head, ['bar', '', '', '2000', '2000', '50', '', '']];
  try {
    await buildForHosts(folder);
    for (const size of sizes.filter(isSize) as Size[]) {
      say(`editor: ${size}: texts are made and read, which takes minutes for 36,000 …`);
      const bulletin = await bulletinOf(root, size, say);
      const weight = gzipSync(JSON.stringify(bulletin.index), { level: 9 }).length / 1000;
      for (const kind of hostKinds) {
        const times: Times[] = [];
        for (let run = 1; run <= runs; run++) {
          say(`editor: ${size} at ${kind}, run ${run} of ${runs} …`);
          times.push(await measureIn(browser, folder, kind, bulletin));
        }
        const of = (key: keyof Times): string =>
          median(times.map((one) => one[key]).sort((a, b) => a - b)).toFixed(0);
        const row = [
          `${size}, ${kind}`,
          weight.toFixed(0),
          ...(['list', 'form', 'formAtOnce', 'check', 'stroke', 'find'] as const).map(of),
        ];
        rows.push(row);
        // Minutes lie between two rows: whoever stops before the end keeps what was measured.
        say(table([head, row]));
      }
    }
    return table(rows);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
