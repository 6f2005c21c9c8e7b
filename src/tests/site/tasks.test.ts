/**
 * What people come for, walked on a phone by clicks alone: four at most, and on each page no further down than one screen of
 * scrolling.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveLikeAHost, type WebHost } from '../../bench/weight.ts';
import { findBrowser, launchBrowser } from '../../build/browser.ts';
import { dist } from './site.ts';

const screen = { width: 360, height: 640 };
const mostClicks = 4;

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

interface Walk {
  readonly page: Page;
  /** Follows a link, opens a fold. */
  click(what: Locator): Promise<void>;
  /** Chooses from a list: one click, as a phone shows it. */
  choose(what: Locator, value: string): Promise<void>;
  /** What the reader came for is there, and near. */
  reach(what: Locator): Promise<void>;
}

async function walk(start: string, steps: (walk: Walk) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: screen, hasTouch: true });
  const page = await context.newPage();
  await page.goto(host.origin + start, { waitUntil: 'networkidle' });
  let clicks = 0;
  const near = async (what: Locator) => {
    // Results that come take the place of others: an element may go while it is looked at.
    const place = async () =>
      ((await what.boundingBox())?.y ?? Infinity) + (await page.evaluate(() => window.scrollY));
    await expect.poll(place, { timeout: 15_000, message: page.url() }).toBeLessThanOrEqual(2 * screen.height);
  };
  await steps({
    page,
    async click(what) {
      await near(what);
      await what.click();
      await page.waitForLoadState('networkidle');
      clicks += 1;
    },
    async choose(what, value) {
      await near(what);
      await what.locator(`option[value="${value}"]`).waitFor({ state: 'attached' });
      await what.selectOption(value);
      clicks += 1;
    },
    reach: near,
  });
  expect(clicks).toBeGreaterThan(0);
  expect(clicks).toBeLessThanOrEqual(mostClicks);
  await context.close();
}

const menu = (page: Page, section: string) => page.locator(`nav.sections a[href$="/${section}/"]`);

test('the events with Laos', async () => {
  await walk('/', async ({ page, click, choose, reach }) => {
    await click(menu(page, 'search'));
    await click(page.locator('.choices summary'));
    await choose(page.locator('select[name="kind"]'), 'events');
    await choose(page.locator('select[name="country"]'), 'LA');
    await reach(page.locator('.results a').first());
    const found = () =>
      page.locator('.results a').evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''));
    const others = async () => (await found()).filter((href) => !href.includes('/events/2'));
    await expect.poll(others, { timeout: 15_000 }).toEqual([]);
    expect((await found()).length).toBeGreaterThan(1);
  });
});

test('the sum of Japanese scholarships in Quảng Trị', async () => {
  await walk('/', async ({ page, click, choose, reach }) => {
    await click(menu(page, 'search'));
    await page.locator('main input[type="search"]').fill('học bổng');
    await click(page.locator('.choices summary'));
    await choose(page.locator('select[name="union"]'), 'quang-tri');
    await choose(page.locator('select[name="country"]'), 'JP');
    const sum = page.locator('.aid-lines dd').first();
    await expect.poll(() => page.locator('.aid-lines dd').count()).toBe(1);
    await reach(sum);
    // HVPF's 60 scholarships of 120 US dollars.
    expect(await sum.innerText()).toMatch(/^7\.200 đô-la Mỹ/);
  });
});

test('whether the French text is up to date', async () => {
  await walk('/activities/2023/hvpf-60-hoc-bong/', async ({ page, click, reach }) => {
    await click(page.locator('nav.languages a[hreflang="fr"]'));
    const notice = page.locator('article .meta', { hasText: 'Traduit du vietnamien' });
    await reach(notice);
    expect(await notice.innerText()).toContain('à jour');
  });
});

test('the news of Phú Yên from now on', async () => {
  await walk('/', async ({ page, click, reach }) => {
    await click(menu(page, 'units'));
    await click(page.locator('main a[href$="/units/phu-yen/"]').first());
    const feed = page.locator('main .subscribe a[type="application/rss+xml"]');
    await reach(feed);
    const news = await page.request.get(new URL((await feed.getAttribute('href')) ?? '', page.url()).href);
    expect(news.ok()).toBe(true);
    expect(await news.text()).toMatch(/<title>[^<]*Phú Yên<\/title>.*<item>/s);
  });
});

test('the Khmer edition of the printed bulletin', async () => {
  await walk('/', async ({ page, click, reach }) => {
    await click(page.locator('nav.languages a[hreflang="km"]'));
    await click(menu(page, 'issues'));
    const pdf = page.locator('main .issue-card').first().locator('a[href$="-km.pdf"]');
    await reach(pdf);
    expect(await pdf.innerText()).toBe('ខ្មែរ');
  });
});

test('a letter to the Union of Quảng Trị', async () => {
  await walk('/', async ({ page, click, reach }) => {
    await click(menu(page, 'units'));
    await click(page.locator('main a[href$="/units/quang-tri/"]').first());
    // Its own mailbox; until that is known, the page that says how to write.
    const mailbox = page.locator('article .facts a[href^="mailto:"]');
    if ((await mailbox.count()) > 0) return reach(mailbox);
    await click(page.locator('article .facts a[href$="/contact/"]'));
    await reach(page.locator('.prose h2').first());
  });
});

test('a mistake is told of with the page that it is on', async () => {
  const article = '/activities/2023/hvpf-60-hoc-bong/';
  await walk(`/fr${article}`, async ({ page, click, reach }) => {
    await click(page.locator('nav.languages a[hreflang="vi"]'));
    const mistake = page.locator('.tools a[rel="nofollow"]').last();
    const href = (await mistake.getAttribute('href')) ?? '';
    expect(decodeURIComponent(href)).toContain(article);
    if (href.startsWith('mailto:')) return reach(mistake);
    await click(mistake);
    const note = page.locator('[data-reported]');
    await note.waitFor();
    await reach(note);
    expect(await note.locator('a').getAttribute('href')).toBe(article);
  });
});
