import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languagesOf } from '../../bulletin/bulletin.ts';
import { isLocale, localeCodes, locales, type Locale } from '../../model/locales.ts';
import { dictionaries } from '../../i18n/translate.ts';
import { localeOfPath, localeUrl } from '../../i18n/urls.ts';
import { kinds } from '../../outputs/metadata/kinds.ts';
import { bulletin, dist, html, openSite, pages, type Site } from './site.ts';
import { nonEmpty } from '../non-empty.ts';

const entry = kinds.activity;
/** An activity that has only its Vietnamese text. */
const onlyVietnamese = bulletin.activities.find((one) => languagesOf(one).length === 1);

describe('every built page', () => {
  test('declares the language of its address', () => {
    for (const path of pages) {
      expect({ path, lang: /<html lang="([^"]+)"/.exec(html(path))?.[1] }).toEqual({
        path,
        lang: localeOfPath(path),
      });
    }
  });

  test('links to pages and files that exist', () => {
    const dead = new Set<string>();
    for (const path of pages) {
      const targets = [...html(path).matchAll(/(?:href|src)="(\/[^"#?]*)[^"]*"/g)];
      for (const [, target] of nonEmpty(targets, `links on ${path}`)) {
        const file = decodeURI(target as string);
        if (!existsSync(join(dist, file.endsWith('/') ? `${file}index.html` : file)))
          dead.add(`${path} → ${file}`);
      }
    }
    expect([...dead]).toEqual([]);
  });

  test('names in hreflang only translations that exist, each of which names it back', () => {
    const known = new Map<string, readonly string[]>();
    const alternates = (path: string): readonly string[] => {
      const own = known.get(path) ?? read(path);
      known.set(path, own);
      return own;
    };
    const read = (path: string): string[] =>
      [...html(path).matchAll(/<link rel="alternate" hreflang="[^"]+" href="([^"]+)"/g)]
        .map(([, url]) => new URL(url as string).pathname)
        .filter((one, index, all) => all.indexOf(one) === index);
    for (const path of pages) {
      const own = path.replace(/index\.html$/, '');
      for (const other of alternates(path)) {
        expect({ path, other, exists: existsSync(join(dist, other, 'index.html')) }).toMatchObject({
          exists: true,
        });
        expect({ other, back: alternates(`${other}index.html`) }).toEqual({ other, back: alternates(path) });
      }
      if (alternates(path).length > 0) expect(alternates(path)).toContain(own);
    }
  });

  test('carries one script, for enhancements, and says what it expects of it; search, lists to save and the contact page have one more', () => {
    const [enhance = '', ...more] = readdirSync(dist).filter((name) => /^enhance\..*\.js$/.test(name));
    expect(more).toEqual([]);
    const script = readFileSync(join(dist, enhance));
    expect(gzipSync(script).length).toBeLessThan(2048);
    const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
    for (const path of pages.filter((one) => !/\/(print|editors)\/index\.html$/.test(one))) {
      const scripts = [...html(path).matchAll(/<script(?! type="application\/ld\+json")[^>]*>/g)].map(
        ([tag]) => tag,
      );
      const own = scripts.filter((tag) => tag.includes(`src="/${enhance}"`));
      expect({ path, own }).toEqual({
        path,
        own: [expect.stringContaining(`integrity="${integrity}"`) as string],
      });
      const hasMore = /\/search\//.test(path) || / data-(?:rows|reported)\b/.test(html(path));
      expect({ path, more: scripts.length - 1 }).toEqual({ path, more: hasMore ? 1 : 0 });
    }
  });

  test('marks every link to a page in another language with that language', () => {
    for (const path of pages.filter((one) => !/\/(404|print\/index)\.html$/.test(one))) {
      for (const [tag, href] of html(path).matchAll(/<a [^>]*href="(\/[^"]*)"[^>]*>/g)) {
        if (
          /\.(?:pdf|txt|eml|epub)(#|$)/.test(href as string) ||
          localeOfPath(href as string) === localeOfPath(path)
        )
          continue;
        expect({
          path,
          tag,
          marked: tag.includes(`hreflang="${localeOfPath(href as string)}"`),
        }).toMatchObject({ marked: true });
      }
    }
  });
});

test('pages are made only for texts that exist', () => {
  for (const activity of bulletin.activities) {
    for (const code of localeCodes) {
      const file = join(dist, localeUrl(code, `/activities/${activity.id}/`), 'index.html');
      expect({ file, exists: existsSync(file) }).toEqual({
        file,
        exists: activity.texts[code] !== undefined,
      });
    }
  }
});

test('the archive of 2023 is there: its activities, partners and units, and texts in every language', () => {
  const { entries } = bulletin;
  const texts = (code: Locale) => entries.activities.filter((one) => one.texts[code]).length;
  expect(entries.activities.length).toBeGreaterThanOrEqual(320);
  expect(entries.partners.length).toBeGreaterThanOrEqual(156);
  expect(texts('en')).toBeGreaterThanOrEqual(120);
  for (const code of ['lo', 'km', 'zh', 'fr'] as const)
    expect({ code, enough: texts(code) >= 50 }).toEqual({ code, enough: true });
  for (const record of [...entries.units, ...entries.partners]) {
    const path = join(dist, record.collection, record.id, 'index.html');
    expect({ path, exists: existsSync(path) }).toEqual({ path, exists: true });
  }
});

test('every name of a unit, partner, place and occasion is there in six languages', () => {
  const { units, partners, places, occasions } = bulletin.entries;
  const nameless = [...units, ...partners, ...places, ...occasions].flatMap((record) =>
    localeCodes
      .filter((code) => !record.facts.names[code])
      .map((code) => `${record.collection}/${record.id} ${code}`),
  );
  expect(nameless).toEqual([]);
});

test('the issue and all its items are complete in six languages', () => {
  for (const issue of bulletin.issues) {
    const items = issue.facts.sections.flatMap((section) => section.items).map((path) => bulletin.item(path));
    expect(items.filter((item) => item.collection === 'stories').length).toBeGreaterThanOrEqual(2);
    for (const record of [issue, ...items]) {
      expect({ id: record.id, languages: languagesOf(record) }).toEqual({
        id: record.id,
        languages: localeCodes,
      });
    }
  }
});

describe('in a browser', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(async () => {
    await site.close();
  });

  test.each(localeCodes)(
    'the home page in %s speaks its language and asks nobody else for anything',
    async (code) => {
      const page = await site.browser.newPage();
      const foreign: string[] = [];
      const broken: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(site.origin)) foreign.push(request.url());
      });
      page.on('response', (response) => {
        if (response.status() >= 400) broken.push(response.url());
      });
      await page.goto(site.origin + localeUrl(code, '/'), { waitUntil: 'networkidle' });
      const title = dictionaries[code]['site.title'];
      expect(await page.title()).toBe(title);
      expect(await page.locator('.masthead .title').innerText()).toBe(title);
      expect(await page.locator('.sections a').first().innerText()).toBe(
        dictionaries[code]['nav.activities'],
      );
      expect(await page.locator('.languages [aria-current]').innerText()).toBe(locales[code].name);
      expect({ foreign, broken }).toEqual({ foreign: [], broken: [] });
      await page.close();
    },
  );

  test('an entry shows its facts, and the switcher leads to the same entry in every language', async () => {
    const page = await site.browser.newPage();
    await page.goto(site.origin + entry);
    for (const code of [...localeCodes.filter((one) => one !== 'vi'), 'vi' as const]) {
      await page.locator(`.languages a[lang="${code}"]`).click();
      expect(new URL(page.url()).pathname).toBe(localeUrl(code, entry));
      const record = bulletin.get('activities', '2023/hvpf-60-hoc-bong');
      expect(await page.locator('h1').innerText()).toBe(record.texts[code]?.title);
      const facts = await page.locator('.facts').innerText();
      expect(facts).toMatch(/7[.,\s\u202F]?200/);
      expect(facts).toContain('2023');
    }
    await page.close();
  });

  test('a list in Lao shows what exists only in Vietnamese, marked and in its own language', async () => {
    if (!onlyVietnamese) throw new Error('no activity without translation to test with');
    const page = await site.browser.newPage();
    const listPage = pages.find(
      (path) =>
        /^\/lo\/activities\/(page\/\d+\/)?index\.html$/.test(path) &&
        html(path).includes(`"/activities/${onlyVietnamese.id}/"`),
    );
    await page.goto(`${site.origin}${listPage?.replace('index.html', '')}`);
    const item = page.locator('.records li', { hasText: onlyVietnamese.texts.vi.title });
    expect(await item.locator('h4').getAttribute('lang')).toBe('vi');
    expect(await item.locator('.badge').innerText()).toBe(dictionaries.lo['list.onlyVietnamese']);
    // A box hides it, and nothing of what is in Lao; where styles cannot, there is no box.
    const own = await page.locator('.records li:not([data-foreign])').count();
    expect(own).toBeGreaterThan(0);
    await page.locator('.own-language input').check();
    expect(await item.isVisible()).toBe(false);
    expect(await page.locator('.records li:visible').count()).toBe(own);
    await page.locator('.own-language input').uncheck();
    await item.locator('h4 a').click();
    expect(new URL(page.url()).pathname).toBe(`/activities/${onlyVietnamese.id}/`);
    // From there the switcher leads to the Lao list, not to a page that does not exist.
    await page.locator('.languages a[lang="lo"]').click();
    expect(new URL(page.url()).pathname).toBe('/lo/activities/');
    await page.close();
  });

  test('what has come or passed since the build is marked where scripts run', async () => {
    const page = await site.browser.newPage();
    const days = nonEmpty(
      [...html('/occasions/index.html').matchAll(/<time datetime="(\d{4}-\d\d-\d\d)"/g)].map(
        ([, day]) => day,
      ),
      'anniversaries ahead',
    );
    const first = days[0] ?? '';
    const marks = async (moment: string): Promise<string[]> => {
      await page.clock.setFixedTime(new Date(moment));
      await page.goto(`${site.origin}/occasions/`);
      return page.locator('.dates .badge:visible').allInnerTexts();
    };
    const { 'date.today': today, 'date.passed': passed } = dictionaries.vi;
    expect(new Set(await marks(`${first}T12:00:00+07:00`))).toEqual(new Set([today]));
    const later = await marks('2100-01-01T00:00:00+07:00');
    expect(new Set(later)).toEqual(new Set([passed]));
    expect(later).toHaveLength(await page.locator('.dates > li').count());
    await page.close();
  });

  test('an address that does not exist answers 404 in six languages', async () => {
    const page = await site.browser.newPage();
    const response = await page.goto(`${site.origin}/khong-co/`);
    expect(response?.status()).toBe(404);
    const text = await page.locator('main').innerText();
    for (const code of localeCodes) expect(text).toContain(dictionaries[code]['notFound.title']);
    await page.close();
  });

  test.each(localeCodes)('the 404 page of %s is there for hosts that look for the nearest one', (code) => {
    expect(html(code === 'vi' ? '/404.html' : `/${code}/404.html`)).toContain(
      dictionaries[code]['notFound.title'],
    );
  });
});

test('the language registry and the folders of the site agree', () => {
  const folders = new Set(pages.map((path) => path.split('/')[1] ?? '').filter((name) => isLocale(name)));
  expect([...folders].sort()).toEqual(localeCodes.filter((code) => code !== 'vi').sort());
});

test('the editors’ page is in no search engine, in no search index and linked from nowhere', () => {
  const page = html('/editors/index.html');
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(page).not.toContain('data-pagefind-body');
  const others = pages.filter((path) => path !== '/editors/index.html');
  expect(others.filter((path) => html(path).includes('href="/editors/"'))).toEqual([]);
});
