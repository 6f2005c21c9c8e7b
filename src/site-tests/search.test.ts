import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../i18n/locales.ts';
import { dictionaries } from '../i18n/translate.ts';
import { localeUrl } from '../i18n/urls.ts';
import { bulletin, openSite, type Site } from './site.ts';

const scholarships = '/activities/2023/hvpf-60-hoc-bong/';
let site: Site;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  page = await site.browser.newPage();
});
afterAll(async () => {
  await site.close();
});

/** Types a query as a reader would and gives the addresses that come back. */
async function search(
  locale: Locale,
  query: string,
): Promise<{ urls: string[]; text: string; status: string }> {
  await page.goto(site.origin + localeUrl(locale, '/search/'));
  await page.locator('input[name="q"]').fill(query);
  const status = page.locator('[role="status"]');
  await page.waitForURL((url) => url.searchParams.get('q') === query);
  const searching = dictionaries[locale]['search.searching'];
  await expect
    .poll(() => status.innerText(), { timeout: 10_000 })
    .not.toSatisfy((text: string) => text === '' || text === searching);
  const links = page.locator('.results a');
  const urls = await links.evaluateAll((all) =>
    all.map((one) => new URL((one as HTMLAnchorElement).href).pathname),
  );
  return { urls, text: await page.locator('.results').innerText(), status: await status.innerText() };
}

describe('a word out of the middle of an unspaced sentence is found', () => {
  test.each([
    ['lo', 'ທຶນການສຶກສາ'],
    ['km', 'អាហារូបករណ៍'],
    ['zh', '奖学金'],
  ] as const)('%s: %s', async (locale, word) => {
    const text = bulletin.get('activities', '2023/hvpf-60-hoc-bong').texts[locale];
    const words = `${text?.title}\n${text?.summary}\n${text?.body.text}`;
    // The test is worth something only where the word really stands inside a run of letters.
    expect(words).toMatch(new RegExp(`[\\p{Letter}\\p{Mark}]${word}`, 'u'));
    const { urls, text: shown } = await search(locale, word);
    expect(urls).toContain(localeUrl(locale, scholarships));
    // Nothing of the index's own letters (the Yi block) is ever shown.
    expect(shown).not.toMatch(/[\uA000-\uA4CF]/);
    expect(shown).toContain(word);
  });
});

describe('Vietnamese is found as people type it', () => {
  test.each(['học bổng', 'hoc bong', 'HOC BONG', 'học bổng'.normalize('NFD'), 'hoc bong hiroshima'])(
    '%s',
    async (query) => {
      expect((await search('vi', query)).urls).toContain(scholarships);
    },
  );

  test('đ typed as d', async () => {
    expect((await search('vi', 'dang hoa moncada')).urls[0]).toBe('/activities/2023/le-dang-hoa-moncada/');
  });

  test('a partner by its abbreviation', async () => {
    expect((await search('vi', 'HVPF')).urls).toContain('/partners/hvpf/');
  });
});

test.each([
  ['en', 'scholarships'],
  ['fr', 'bourses'],
] as const)('%s: %s is found', async (locale, query) => {
  expect((await search(locale, query)).urls).toContain(localeUrl(locale, scholarships));
});

test('an elided French word is found without its article', async () => {
  const { urls } = await search('fr', 'amitié');
  expect(urls.length).toBeGreaterThan(0);
});

test('what is nowhere says so in the reader’s language', async () => {
  const { urls, status } = await search('km', 'zzzzqqq');
  expect(urls).toEqual([]);
  expect(status).toContain(dictionaries.km['search.none'].split('{{query}}')[0]?.trim());
});

test('an address with a query shows its results, so that a search can be shared', async () => {
  await page.goto(`${site.origin}/search/?q=${encodeURIComponent('hoc bong')}`);
  await expect.poll(() => page.locator('.results a').count(), { timeout: 10_000 }).toBeGreaterThan(0);
  expect(await page.locator('input[name="q"]').inputValue()).toBe('hoc bong');
});

test('no request leaves the site', async () => {
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.origin))
      foreign.push(request.url());
  });
  await search('lo', 'ຫວຽດນາມ');
  expect(foreign).toEqual([]);
});
