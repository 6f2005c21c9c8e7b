import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import sharp from 'sharp';
import { BrowserSession } from '../../build/browser.ts';
import { writeWhole } from '../../build/files.ts';
import { cacheFolder as caches } from '../../build/paths.ts';
import { cardBody, cardPage, cardStyles, fontOrigin } from './card-page.ts';
import { cardHeight, cardWidth, type Card } from './card.ts';

/**
 * Draws the share cards with the browser that prints the issues. Measured, why a browser: sharp's own text writes
 * boxes for Khmer on a machine without Khmer fonts, whatever `fontfile` it is given (sharp 0.35.5). One page takes all
 * pictures, so that its fonts load once. A card is kept by its content: an unchanged one starts no browser.
 */

/** Raise it when the code below would draw another picture from the same content. */
const engineVersion = '1';

export interface DrawOptions {
  /** Folder of the built site. */
  dist: string;
  /** The project's folder: its styles, its `node_modules`. */
  root: string;
  cards: readonly Card[];
  /** `false` draws everything anew. Default: `true`. */
  cache?: boolean;
  /** Default: `.cache/cards`. */
  cacheFolder?: string;
}

/** Writes all cards into `dist`. */
export async function drawCards({
  dist,
  root,
  cards,
  cache = true,
  cacheFolder = join(caches, 'cards'),
}: DrawOptions): Promise<{ count: number; drawn: number }> {
  const read = (file: string): Promise<string> => readFile(join(root, 'src', 'styles', file), 'utf8');
  const styles = cardStyles(await read('tokens.css'), await read('fonts.css'));
  const session = new BrowserSession();
  const setting = digest([engineVersion, await session.identity(), styles]);

  let open: CardPage | undefined;
  let drawn = 0;
  /** While one picture is compressed, the browser draws the next. */
  let compressing = Promise.resolve();
  try {
    for (const card of cards) {
      const body = cardBody(card);
      const key = digest([setting, card.locale, body]);
      const kept = join(cacheFolder, card.out.replace(/[^\w.-]+/g, '_'));
      const out = join(dist, card.out);
      const cached = cache ? await fromCache(kept, key) : undefined;
      if (cached) {
        await writeWhole(out, cached);
        continue;
      }
      open ??= await openCardPage(session, styles, root);
      const [shot] = await Promise.all([draw(open, card, body), compressing]);
      compressing = compress(shot).then(async (picture) => {
        await writeWhole(out, picture);
        // The key last: without it the picture counts for nothing.
        await rm(`${kept}.key`, { force: true });
        await writeWhole(kept, picture);
        await writeWhole(`${kept}.key`, key);
      });
      drawn += 1;
    }
    await compressing;
  } finally {
    await session.close();
  }
  return { count: cards.length, drawn };
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

async function fromCache(kept: string, key: string): Promise<Buffer | undefined> {
  try {
    return (await readFile(`${kept}.key`, 'utf8')) === key ? await readFile(kept) : undefined;
  } catch {
    return undefined;
  }
}

/** The empty card, and the protocol that photographs it. */
interface CardPage {
  readonly page: Page;
  readonly protocol: CDPSession;
}

/** Opens the empty card page; its fonts come from `node_modules`, everything else is refused. */
async function openCardPage(session: BrowserSession, styles: string, root: string): Promise<CardPage> {
  const page = await (await session.browser()).newPage();
  await page.setViewportSize({ width: cardWidth, height: cardHeight });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const path = normalize(decodeURIComponent(pathname).slice(1));
    if (origin !== fontOrigin || !path.startsWith('@fontsource')) return route.abort();
    return route.fulfill({
      body: await readFile(join(root, 'node_modules', path)),
      contentType: 'font/woff2',
      headers: { 'Access-Control-Allow-Origin': '*' },
    });
  });
  await page.setContent(cardPage(styles));
  return { page, protocol: await page.context().newCDPSession(page) };
}

async function draw({ page, protocol }: CardPage, card: Card, body: string): Promise<Buffer> {
  await page.evaluate(fill, { locale: card.locale, body });
  // Half the time of `page.screenshot()`: there is nothing to wait for, and the picture is compressed below anyway.
  const { data } = await protocol.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
  return Buffer.from(data, 'base64');
}

/** Few colours: dyes, paper, ink and the greys of the letters' edges. About 25 kB; more effort gains nothing. */
function compress(picture: Buffer): Promise<Buffer> {
  return sharp(picture).png({ palette: true, colours: 64, dither: 0, effort: 1 }).toBuffer();
}

/**
 * Runs in the page: puts the card in and makes the title as large as it fits. One that fits at no size is cut with an
 * ellipsis: a long title is no reason to stop a build.
 */
async function fill({ locale, body }: { locale: string; body: string }): Promise<void> {
  document.documentElement.lang = locale;
  document.body.innerHTML = body;
  // Fonts are asked for when the text is laid out, and only then waited for.
  document.body.getBoundingClientRect();
  await document.fonts.ready;
  const main = document.querySelector('main');
  const title = document.querySelector('h1');
  if (!main || !title) return;
  const fits = (): boolean =>
    main.scrollHeight <= main.clientHeight && title.scrollWidth <= title.clientWidth;
  for (let size = 68; size >= 30; size -= 2) {
    title.style.fontSize = `${size}px`;
    if (fits()) return;
  }
  title.classList.add('cut');
  for (let lines = 8; lines > 0 && !fits(); lines -= 1)
    title.style.setProperty('-webkit-line-clamp', `${lines}`);
}
