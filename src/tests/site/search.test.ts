import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flagOf } from '../../flags/flags.ts';
import { countryName } from '../../i18n/format.ts';
import type { Locale } from '../../model/locales.ts';
import { dictionaries } from '../../i18n/translate.ts';
import { localeUrl } from '../../i18n/urls.ts';
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
    .poll(() => status.innerText())
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
  await expect.poll(() => page.locator('.results a').count()).toBeGreaterThan(0);
  expect(await page.locator('input[name="q"]').inputValue()).toBe('hoc bong');
});

test('the engine and the filters come when the box gets the focus, and not before', async () => {
  const asked: string[] = [];
  const own = await site.browser.newPage();
  own.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await own.goto(`${site.origin}/search/`, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
  await own.locator('input[name="q"]').focus();
  const awaited = [/\/wasm\.\w+\.pagefind$/, /\.pf_meta$/, /\/facets\.vi\.json$/];
  await expect
    .poll(() => awaited.filter((name) => !asked.some((path) => name.test(path))), { timeout: 10_000 })
    .toEqual([]);
  await own.close();
});

test.each([360, 1280])('results and filters move nothing that is shown, %i pixels wide', async (width) => {
  const own = await site.browser.newPage({ viewport: { width, height: 740 } });
  await own.addInitScript(() => {
    const moved: number[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        moved.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  // As on a slow line: what comes within half a second of a key does not count as moved by itself.
  await own.route('**/pagefind/**', async (route) => {
    await new Promise((done) => setTimeout(done, 400));
    await route.continue();
  });
  await own.goto(`${site.origin}/search/`, { waitUntil: 'networkidle' });
  const movedSoFar = () =>
    own.evaluate(() => (window as unknown as { moved: number[] }).moved.reduce((sum, one) => sum + one, 0));
  const before = await movedSoFar();
  await own.locator('input[name="q"]').fill('học bổng');
  await own.locator('.results a').first().waitFor();
  await own.locator('select[name="country"] option').nth(1).waitFor({ state: 'attached' });
  await own.locator('.elsewhere').waitFor();
  expect((await movedSoFar()) - before).toBeLessThan(0.001);
  await own.close();
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

test('no result asks for a file that is not there, such as a flag that no country has', async () => {
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  const { text } = await search('vi', 'Tzu Chi');
  // A giver of a place that has no flag here must be among the results.
  expect(flagOf('TW')).toBeUndefined();
  expect(text).toContain(countryName('TW', 'vi'));
  await page.waitForLoadState('networkidle');
  expect(missing).toEqual([]);
});

describe('the search page', () => {
  const results = () => page.locator('.results a');
  const open = async (path: string) => {
    await page.goto(site.origin + path);
    await expect.poll(() => results().count()).toBeGreaterThan(0);
  };
  const status = () => page.locator('[role="status"]').innerText();

  test('goes to its box by /, through results by arrow keys, and back to nothing by Escape', async () => {
    await page.goto(`${site.origin}/en/search/`);
    await page.keyboard.press('/');
    await page.keyboard.type('scholarships');
    await expect.poll(() => results().count()).toBeGreaterThan(1);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(await results().nth(1).innerText());
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(await results().first().innerText());
    await page.keyboard.press('Escape');
    expect(await page.locator('input[name="q"]').inputValue()).toBe('');
    await expect.poll(() => results().count()).toBe(0);
    expect(new URL(page.url()).search).toBe('');
  });

  test('narrows results down by what they have, and keeps query, filter and order in the address', async () => {
    await open('/en/search/?q=scholarships');
    const country = page.locator('select[name="country"]');
    const option = country.locator('option[value="JP"]');
    await expect.poll(() => option.count()).toBe(1);
    const [, count = ''] = /^Japan \((\d+)\)$/.exec((await option.innerText()).trim()) ?? [];
    await country.selectOption('JP');
    await expect.poll(status).toContain(count);
    await page.locator('select[name="order"]').selectOption('date');
    const address = new URL(page.url());
    expect([...address.searchParams].sort()).toEqual([
      ['country', 'JP'],
      ['order', 'date'],
      ['q', 'scholarships'],
    ]);
    // Both come to rest on the same: the page on which all this was chosen, and one that was given the address.
    const shared = await site.browser.newPage();
    await shared.goto(address.href);
    const same = async () => {
      const texts = [page, shared].map((one) => one.locator('.results a').allInnerTexts());
      const [here = [], there = []] = await Promise.all(texts);
      return here.length === Math.min(10, Number(count)) && here.join('\n') === there.join('\n');
    };
    await expect.poll(same).toBe(true);
    expect(await shared.locator('[role="status"]').innerText()).toContain(count);
    await expect.poll(() => shared.locator('select[name="country"]').inputValue()).toBe('JP');
    await shared.close();
  });

  test('shows of a result what it is: its date, category, Union and country, and its cloth', async () => {
    await open(`/en/search/?q=${encodeURIComponent('HVPF scholarships')}`);
    const result = page.locator('.results li', { has: page.locator(`a[href$="${scholarships}"]`) });
    const about = await result.locator('.about').innerText();
    const { facts } = bulletin.get('activities', '2023/hvpf-60-hoc-bong');
    expect(about).toContain(dictionaries.en[`category.${facts.categories[0] ?? 'aid'}`]);
    expect(about).toContain('November 2023');
    expect(about).toContain('Quảng Trị');
    expect(about).toContain('Japan');
    expect(await result.locator('img.flag').getAttribute('src')).toBe('/flags/jp.svg');
    expect(await result.locator('svg.weave path').count()).toBeGreaterThan(1);
    expect(await result.locator('.excerpt mark').count()).toBeGreaterThan(0);
  });

  test('counts what the Vietnamese search has, and leads there with the same question', async () => {
    const only = bulletin.activities.find(
      ({ texts, facts }) => Object.keys(texts).length === 1 && facts.partners.length > 0,
    );
    const name = only && bulletin.get('partners', only.facts.partners[0]?.partner ?? '').facts.names;
    await page.goto(`${site.origin}/lo/search/?q=${encodeURIComponent(name?.lo ?? name?.vi ?? '')}`);
    const link = page.locator('.vietnamese a');
    await expect.poll(() => link.isVisible()).toBe(true);
    const [count = ''] = /\d+/.exec(await link.innerText()) ?? [];
    expect(Number(count)).toBeGreaterThan(0);
    await link.click();
    await expect.poll(() => results().count()).toBeGreaterThan(0);
    expect(new URL(page.url()).pathname).toBe('/search/');
    expect(Number(/\d+/.exec(await status())?.[0])).toBe(Number(count));
  });

  test('takes a mistyped word for its neighbour and says so', async () => {
    await open('/fr/search/?q=hirosima');
    expect(await status()).toContain('Hiroshima');
  });

  test('shows the best where no page has all words, and says so', async () => {
    await open('/en/search/?q=Japanese+zzzzqqq');
    expect(await status()).toContain(dictionaries.en['search.partial']);
  });

  test('has its filters ready before anything is typed, once they are opened', async () => {
    await page.goto(`${site.origin}/en/search/`);
    await page.locator('.choices summary').click();
    const option = page.locator('select[name="country"] option[value="LA"]');
    await expect.poll(() => option.count()).toBe(1);
    await page.locator('select[name="country"]').selectOption('LA');
    await expect.poll(() => results().count()).toBe(10);
    expect(new URL(page.url()).search).toBe('?country=LA');
  });

  test('offers ways on where nothing is found', async () => {
    await page.goto(`${site.origin}/zh/search/?q=${encodeURIComponent('奖学金 zzzzqqq')}`);
    const fewer = page.locator('.help a').first();
    await expect.poll(() => fewer.isVisible()).toBe(true);
    expect(await fewer.innerText()).toContain('奖学金');
    expect(await page.locator('.help a[href*="country="]').count()).toBeGreaterThan(5);
    await page.locator('.help a[href*="country=JP"]').click();
    await expect.poll(() => results().count()).toBeGreaterThan(0);
    expect(new URL(page.url()).search).toBe('?country=JP');
  });

  test('has no accessibility violation with results and filters on it', async () => {
    const own = await site.browser.newContext();
    const checked = await own.newPage();
    await checked.goto(`${site.origin}/km/search/?q=${encodeURIComponent('អាហារូបករណ៍')}`);
    await expect.poll(() => checked.locator('select[name="country"] option').count()).toBeGreaterThan(2);
    const { violations } = await new AxeBuilder({ page: checked }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await own.close();
  });
});
