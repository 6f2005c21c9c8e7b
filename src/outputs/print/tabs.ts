/** Where the browser shows editions: pages of the built site, one in the place of another where that is the same. */
import type { Page } from 'playwright-core';
import { openUndrawnPage, type BrowserSession } from '../../build/browser.ts';
import { pathInSite, serve, sha256, type Served, type ServeOptions } from '../../build/serve.ts';
import { a4, widthInPixels } from './formats.ts';
import { call, runInPage } from './in-page.ts';

export interface Tab {
  readonly page: Page;
  /** What the page that is shown has been given; of styles and fonts what those before it had as well. */
  readonly served: Served;
  /**
   * Shows a page of the site. Where the one before has the same style sheets, only what it says is put in its place: sheets
   * are not read anew then, nor fonts decoded, which is more than half of what a short text costs.
   */
  show(url: string, html: Uint8Array): Promise<void>;
}

export interface Tabs {
  /** @param sharedBy what is shown in one tab while it is asked for without break */
  open(sharedBy: string): Promise<Tab>;
  close(): Promise<void>;
}

type TabOptions = Omit<ServeOptions, 'base' | 'origin'> & { base: string | undefined; origin: string };

export function openTabs(session: BrowserSession, options: TabOptions): Tabs {
  let last: { tab: Tab; sharedBy: string } | undefined;
  const close = async (): Promise<void> => {
    const context = last?.tab.page.context();
    last = undefined;
    await context?.close();
  };
  return {
    close,
    async open(sharedBy) {
      if (last?.sharedBy === sharedBy && !last.tab.page.isClosed()) return last.tab;
      await close();
      last = { tab: await openTab(session, options), sharedBy };
      return last.tab;
    },
  };
}

async function openTab(session: BrowserSession, options: TabOptions): Promise<Tab> {
  const { base = '/', origin } = options;
  const page = await openUndrawnPage(await session.browser());
  // Before anything is loaded: fonts and images that only the print rules ask for must load too.
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: widthInPixels(a4), height: 10 });
  const served = await serve(page, { ...options, base, scripts: false });
  let isEmpty = true;
  return {
    page,
    served,
    async show(url, html) {
      served.missing.length = 0;
      const earlier = [...served.files];
      served.files.clear();
      const text = Buffer.from(html).toString();
      const [before] = isEmpty ? [null] : await runInPage(page, call(putInPlace, { url, html: text }));
      isEmpty = false;
      if (!before) {
        await page.goto(url, { waitUntil: 'load' });
        return;
      }
      // Pictures that the one before showed as well are asked for again.
      const gone = new Set(before.map((address) => pathInSite(address, { base, origin })));
      for (const [path, digest] of earlier) if (!gone.has(path)) served.files.set(path, digest);
      served.files.set(pathInSite(url, { base, origin }) ?? '', sha256(html));
    },
  };
}

/**
 * Runs in the page: puts another page of the site in its place, unless that has other style sheets.
 * @returns the addresses of the page that was there and of its pictures; null where it is still there
 */
function putInPlace({ url, html }: { url: string; html: string }): string[] | null {
  const next = new DOMParser().parseFromString(html, 'text/html');
  const rules = (page: Document) => [
    ...page.head.querySelectorAll('style, link[rel~="stylesheet"], meta[http-equiv]'),
  ];
  const [old, young] = [rules(document), rules(next)];
  // Those that stand in the page itself, such as the words of its running heads, are its own.
  const isSame = (one: Element, other: Element | undefined) =>
    other?.isEqualNode(one) || (one.localName === 'style' && other?.localName === 'style');
  // A parser that runs no scripts reads what stands there for those who have none.
  if (old.length !== young.length || !old.every((one, index) => isSame(one, young[index]))) return null;
  if (next.querySelector('noscript')) return null;
  for (const [index, one] of old.entries())
    if (one.localName === 'style') one.replaceWith(document.adoptNode(young[index] ?? one));
  const before = [location.href, ...[...document.images].map(({ currentSrc, src }) => currentSrc || src)];
  history.replaceState(null, '', url);
  const root = document.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  document.title = next.title;
  document.body.replaceWith(document.adoptNode(next.body));
  return before;
}
