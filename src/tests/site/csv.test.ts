import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Locale } from '../../model/locales.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { csvDelimiter } from '../../outputs/data/delimiter.ts';
import { bulletin, openSite, type Site } from './site.ts';

/** What a list or a search shows, as a file for a spreadsheet: made in the browser, under the policy of the page. */

let site: Site;
let page: Page;
/** What the page asked any host for. */
const asked: string[] = [];

beforeAll(async () => {
  site = await openSite();
  page = await site.browser.newPage();
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
});
afterAll(async () => {
  await site.close();
});

/** Presses what offers the file, and reads it as a spreadsheet in that language does. */
async function saved(
  locale: Locale,
  selector: string,
): Promise<{ name: string; rows: Record<string, string>[] }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(selector).click()]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toMatch(/^\uFEFF/);
  const rows: Record<string, string>[] = parse(text, {
    bom: true,
    columns: true,
    delimiter: csvDelimiter(locale),
  });
  return { name: download.suggestedFilename(), rows };
}

test.each([
  ['vi', '/countries/la/', bulletin.activitiesOfCountry('LA')],
  ['en', '/units/quang-tri/', bulletin.activitiesOfUnit('quang-tri')],
  [
    'lo',
    '/activities/category/aid/',
    bulletin.activities.filter(({ facts }) => facts.categories.includes('aid')),
  ],
] as const)('%s: the list %s is the CSV of its records', async (locale, path, entries) => {
  await page.goto(site.origin + localeUrl(locale, path));
  const { name, rows } = await saved(locale, 'a[data-rows]');
  expect(name).toMatch(/^activities-[\w-]+\.csv$/);
  expect(entries.length).toBeGreaterThan(3);
  expect(rows.map(({ id }) => id).sort()).toEqual(entries.map(({ id }) => id).sort());
  expect(Object.keys(rows[0] ?? {})).not.toContain('notes');
});

test('without scripts a part of a table is not offered, and the whole of one is', async () => {
  const plain = await site.browser.newContext({ javaScriptEnabled: false });
  const own = await plain.newPage();
  await own.goto(`${site.origin}/countries/la/`);
  expect(await own.locator('a[data-rows]').count()).toBe(1);
  expect(await own.locator('a[data-rows]').isVisible()).toBe(false);
  await own.goto(`${site.origin}/activities/`);
  expect(await own.locator('a[href="/data/activities.csv"]').isVisible()).toBe(true);
  await plain.close();
});

test('a search is the CSV of all that it found, filters and all, not only of what is shown', async () => {
  await page.goto(`${site.origin}/search/?kind=activities&country=LA`);
  await expect.poll(() => page.locator('.results a').count()).toBe(10);
  const { name, rows } = await saved('vi', 'button.csv');
  expect(name).toBe('search.csv');
  const laos = bulletin.activitiesOfCountry('LA').map(({ id }) => `/activities/${id}/`);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows.map(({ url = '' }) => new URL(url).pathname).sort()).toEqual(laos.sort());
  for (const { title, date, kind, country } of rows) {
    expect({ title: title !== '', date, kind, country }).toMatchObject({
      title: true,
      date: expect.stringMatching(/^\d{4}(-\d\d){0,2}$/) as string,
      kind: 'Hoạt động',
      country: expect.stringContaining('Lào') as string,
    });
  }
});

test('nothing of it comes from another host', () => {
  expect(new Set(asked)).toEqual(new Set([site.origin]));
});
