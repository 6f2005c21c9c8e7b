/**
 * What a reader sees on a first visit over a slow line: every file comes in its own time, and nothing that is read may
 * move for it, nor a word be set in two faces.
 */
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveLikeAHost, type WebHost } from '../../bench/weight.ts';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { localeCodes } from '../../model/locales.ts';
import { kinds, type Kind } from '../../outputs/metadata/kinds.ts';
import { nonEmpty } from '../non-empty.ts';
import { dist } from './site.ts';

let host: WebHost;
let browser: Browser;
beforeAll(async () => {
  host = await serveLikeAHost(dist);
  browser = await launchBrowser(await findBrowser());
});
afterAll(async () => {
  await browser.close();
  host.close();
});

/** Lighthouse's slow 4G (https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md). */
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
/** Cumulative Layout Shift that nobody sees. */
const still = 0.01;
const visited = ['home', 'activity', 'activities', 'search'] as const satisfies readonly Kind[];

interface Visit {
  readonly url: string;
  readonly shift: number;
  /** Texts whose letters stand in several faces, with these. */
  readonly mixed: readonly (readonly string[])[];
  readonly texts: number;
}

/** The faces in which each heading and paragraph of the text stands. */
async function facesOf(session: CDPSession): Promise<string[][]> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: 'h1, main h2:not(.visually-hidden), main .lead, .publisher',
  });
  const faces: string[][] = [];
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    faces.push(fonts.map(({ familyName }) => familyName));
  }
  return faces;
}

async function visit(url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowLine);
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        Object.assign(window, { shift: (window as unknown as { shift: number }).shift + entry.value });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(host.origin + url, { waitUntil: 'networkidle' });
  const faces = await facesOf(session);
  const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
  await context.close();
  return { url, shift, mixed: faces.filter((names) => names.length > 1), texts: faces.length };
}

test.each(localeCodes)(
  'a first visit in %s moves nothing, and sets no Latin text in two faces',
  // See `weighStill` in budgets.test.ts.
  { retry: 3 },
  async (code) => {
    const visits: Visit[] = [];
    for (const kind of visited) visits.push(await visit(localeUrl(code, kinds[kind])));
    expect(visits.filter(({ shift }) => shift >= still)).toEqual([]);
    const latin = ['vi', 'en', 'fr'].includes(code);
    const texts = nonEmpty(
      visits.filter((one) => one.texts > 0),
      'pages with texts',
    );
    expect(latin ? texts.filter(({ mixed }) => mixed.length > 0) : []).toEqual([]);
  },
);
