import { createServer, type AddressInfo } from 'node:net';
import lighthouse, { type Flags } from 'lighthouse';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../build/browser.ts';

/** Google’s Lighthouse over pages of the built site, in the browser that prints. */

export type LighthouseCategory = 'performance' | 'accessibility' | 'best-practices' | 'seo';

export interface LighthouseResult {
  /** 0 to 100. */
  readonly scores: Readonly<Partial<Record<LighthouseCategory, number>>>;
  /** What cost points, in English, as Lighthouse words it. */
  readonly faults: readonly string[];
}

export interface LighthouseBrowser {
  /** Measures one page on a simulated mid-range phone with a slow line (Lighthouse’s mobile setting). */
  measure(url: string, categories: readonly LighthouseCategory[]): Promise<LighthouseResult>;
  close(): Promise<void>;
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a browser that Lighthouse can talk to. The caller closes it. */
export async function openLighthouse(): Promise<LighthouseBrowser> {
  const port = await freePort();
  const found = await findBrowser();
  const browser: Browser = await launchBrowser({
    ...found,
    args: [...found.args, `--remote-debugging-port=${port}`],
  });
  return {
    async measure(url, categories) {
      const flags: Flags = { port, output: 'json', logLevel: 'silent', onlyCategories: [...categories] };
      const run = await lighthouse(url, flags);
      if (!run || run.lhr.runtimeError)
        throw new Error(`Lighthouse: ${url}: ${run?.lhr.runtimeError?.message}`);
      const { lhr } = run;
      const results = categories.flatMap((name) => lhr.categories[name] ?? []);
      const faults = results
        .flatMap((category) =>
          category.auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => lhr.audits[id]),
        )
        .filter((audit) => audit !== undefined && audit.score !== null && audit.score < 1)
        .map((audit) => `${audit?.title} ${audit?.displayValue ?? ''}`.trim());
      return {
        scores: Object.fromEntries(results.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])),
        faults: [...new Set(faults)],
      };
    },
    close: () => browser.close(),
  };
}
