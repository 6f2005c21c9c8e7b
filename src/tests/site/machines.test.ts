import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../build/paths.ts';
import { cardHeight, cardsOf, cardWidth } from '../../outputs/cards/card.ts';
import { openFaces, unpackFaces } from '../../outputs/cards/faces.ts';
import { layoutCard } from '../../outputs/cards/layout.ts';
import { languagesOf } from '../../bulletin/bulletin.ts';
import { entryPath } from '../../model/entries.ts';
import { calendarDays, calendarScopes } from '../../outputs/feeds/calendar.ts';
import { feedScopes } from '../../outputs/feeds/feed.ts';
import type { JsonFeed } from '../../outputs/feeds/json-feed.ts';
import { dayOfReading } from '../../content/day-of-reading.ts';
import { todayIs } from '../../model/today.ts';
import { localeCodes, locales } from '../../model/locales.ts';
import { localeOfPath, localeUrl } from '../../i18n/urls.ts';
import { siteUrl } from '../../site.ts';
import { bulletin, dist, html, openSite, pages, type Site } from './site.ts';
import { nonEmpty } from '../non-empty.ts';

/** Feeds, calendars, the sitemap, data for search engines and share cards, as other programs read them. */

const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map(
  (path) => `/${path.replaceAll('\\', '/')}`,
);
const named = (name: string): readonly string[] =>
  nonEmpty(files.filter((path) => path.endsWith(`/${name}`)).sort(), name);
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');

/** What is wrong with an address of the site, or `undefined` when it leads to a page or file. */
function dead(url: string): string | undefined {
  const { origin, pathname } = new URL(url);
  if (origin !== new URL(siteUrl).origin) return `${url} leads elsewhere`;
  const path = decodeURI(pathname);
  return existsSync(join(dist, path.endsWith('/') ? `${path}index.html` : path))
    ? undefined
    : `${url} is not there`;
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

const indexable = nonEmpty(
  pages.filter((path) => !html(path).includes('<meta name="robots" content="noindex"')),
  'pages that may be found',
);

let site: Site;
let page: Page;
beforeAll(async () => {
  site = await openSite();
  page = await site.browser.newPage();
});
afterAll(async () => {
  await site.close();
});

/** Texts of the elements that a selector finds in an XML file, as a browser parses it. Throws on malformed XML. */
async function select(xml: string, selectors: Record<string, string>): Promise<Record<string, string[]>> {
  return page.evaluate(
    ({ xml, selectors }) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      const error = document.querySelector('parsererror');
      if (error) throw new Error(error.textContent);
      return Object.fromEntries(
        Object.entries(selectors).map(([name, selector]) => [
          name,
          [...document.querySelectorAll(selector)].map((one) => one.textContent),
        ]),
      );
    },
    { xml, selectors },
  );
}

describe('feeds', () => {
  test('there is one for each scope in each of its languages, in both forms', () => {
    const wanted = feedScopes(bulletin).flatMap(({ path, languages }) =>
      languages.map((code) => localeUrl(code, path)),
    );
    expect(named('feed.xml')).toEqual(wanted.map((path) => `${path}feed.xml`).sort());
    expect(named('feed.json')).toEqual(wanted.map((path) => `${path}feed.json`).sort());
  });

  test('RSS is well-formed, in one language, and names only texts that exist', async () => {
    for (const path of named('feed.xml')) {
      const rss = await select(read(path), {
        channel: 'channel > link:not([rel])',
        languages: '*|language',
        titles: 'item > title',
        links: 'item > link',
        guids: 'item > guid',
        summaries: 'item > description',
      });
      const { channel = [], languages = [], titles = [], links = [], guids = [], summaries = [] } = rss;
      expect({ path, dead: [...channel, ...links].map(dead).filter(Boolean) }).toEqual({ path, dead: [] });
      expect({ path, languages: [...new Set(languages)] }).toEqual({
        path,
        languages: [localeOfPath(path)],
      });
      expect(new Set(guids).size).toBe(links.length);
      expect([titles.length, summaries.length]).toEqual([links.length, links.length]);
      for (const link of links) expect(localeOfPath(new URL(link).pathname)).toBe(localeOfPath(path));
    }
  });

  test('a JSON Feed has the entries of the RSS beside it', async () => {
    for (const path of named('feed.json')) {
      const json = JSON.parse(read(path)) as JsonFeed;
      expect(json).toMatchObject({
        version: 'https://jsonfeed.org/version/1.1',
        feed_url: siteUrl + path,
        language: localeOfPath(path),
      });
      const rss = await select(read(path.replace(/json$/, 'xml')), {
        links: 'item > link',
        guids: 'item > guid',
      });
      expect(json.items.map((item) => item.url)).toEqual(rss['links']);
      expect(json.items.map((item) => item.id)).toEqual(rss['guids']);
      expect(json.items.map((item) => dead(item.image)).filter(Boolean)).toEqual([]);
    }
  });

  test('the feed of a language has every text in it, up to the newest fifty', () => {
    for (const code of localeCodes) {
      const { items } = JSON.parse(read(localeUrl(code, '/feed.json'))) as JsonFeed;
      const written = [...bulletin.activities, ...bulletin.stories, ...bulletin.issues].filter((one) =>
        languagesOf(one).includes(code),
      );
      expect({ code, items: items.length }).toEqual({ code, items: Math.min(50, written.length) });
      const paths = written.map((one) => localeUrl(code, entryPath(one.collection, one.id)));
      expect(paths).toEqual(expect.arrayContaining(items.map((item) => new URL(item.url).pathname)));
    }
  });

  test('every page tells feed readers where its language’s feed is', () => {
    for (const path of indexable) {
      const feed = localeUrl(localeOfPath(path), '/feed.xml');
      expect({ path, told: html(path).includes(`type="application/rss+xml" title=`) }).toMatchObject({
        told: true,
      });
      expect({ path, told: html(path).includes(`href="${feed}"`) }).toMatchObject({ told: true });
    }
  });

  test('the page that a feed follows links to it', () => {
    for (const feed of named('feed.xml')) {
      const own = `${dirname(feed) === '/' ? '' : dirname(feed)}/index.html`;
      // In its head for programs, and near its title for people.
      const links = html(own).split(`href="${feed}"`).length - 1;
      expect({ own, links: Math.min(links, 2) }).toEqual({ own, links: 2 });
    }
  });
});

describe('calendars', () => {
  test('there is one for each scope that has events, in each of its languages, and its page links to it', () => {
    const wanted = calendarScopes(bulletin, todayIs(dayOfReading())).flatMap(({ path, languages }) =>
      languages.map((code) => localeUrl(code, path)),
    );
    expect(named('calendar.ics')).toEqual(wanted.map((path) => `${path}calendar.ics`).sort());
    for (const path of wanted)
      expect({ path, told: html(`${path}index.html`).includes(`href="${path}calendar.ics"`) }).toMatchObject({
        told: true,
      });
  });

  test('another program reads them: whole days, in order, each event once and at an address that exists', () => {
    for (const path of named('calendar.ics')) {
      const calendar = new ICAL.Component(ICAL.parse(read(path)) as unknown[]);
      const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
      expect(events.length).toBeGreaterThan(0);
      expect(new Set(events.map((one) => one.uid)).size).toBe(events.length);
      for (const event of events) {
        expect(event.startDate.isDate && event.endDate.isDate).toBe(true);
        expect(event.startDate.compare(event.endDate)).toBe(-1);
        expect(dead(String(event.component.getFirstPropertyValue('url')))).toBeUndefined();
      }
    }
  });

  test('every event that is known to the day or month is in the calendar of every language', () => {
    const known = bulletin.events.filter((one) => calendarDays(one.facts.date));
    for (const code of localeCodes) {
      const text = read(localeUrl(code, '/events/calendar.ics'));
      for (const { id } of known) expect(text.replaceAll('\r\n ', '')).toContain(`UID:events/${id}@`);
      expect(text.match(/BEGIN:VEVENT/g)?.length).toBe(known.length);
    }
  });
});

describe('open data', () => {
  const folders = localeCodes.map((code) => localeUrl(code, '/data/'));

  test('every language has every table in both forms and their description, and its page links to them', () => {
    for (const folder of folders) {
      const { resources } = JSON.parse(read(`${folder}datapackage.json`)) as {
        resources: { path: string }[];
      };
      const linked = html(`${folder}index.html`);
      for (const path of ['datapackage.json', ...nonEmpty(resources, folder).map((one) => one.path)])
        expect({ path, told: linked.includes(`href="${folder}${path}"`) }).toEqual({ path, told: true });
    }
  });

  test('a spreadsheet reads as many rows as a program, and every address in them leads somewhere', () => {
    for (const folder of folders) {
      const { resources } = JSON.parse(read(`${folder}datapackage.json`)) as {
        resources: { path: string; dialect?: { delimiter: string } }[];
      };
      for (const { path, dialect } of nonEmpty(
        resources.filter((one) => one.dialect),
        folder,
      )) {
        const rows: Record<string, string>[] = parseCsv(read(folder + path), {
          bom: true,
          columns: true,
          delimiter: dialect?.delimiter ?? ',',
        });
        const json = JSON.parse(read(folder + path.replace(/csv$/, 'json'))) as unknown[];
        expect({ path, rows: nonEmpty(rows, path).length }).toEqual({ path, rows: json.length });
        const addresses = rows.flatMap(({ url, pdf }) => [url, pdf].filter((one) => one));
        expect(addresses.map((one) => dead(one ?? '')).filter(Boolean)).toEqual([]);
      }
    }
  });
});

describe('the sitemap', () => {
  let urls: readonly string[];
  beforeAll(async () => {
    const found = await select(read('/sitemap.xml'), { urls: 'url > loc' });
    urls = nonEmpty(found['urls'] ?? [], 'addresses in the sitemap');
  });

  test('has every page that may be found, once, and no other', () => {
    const wanted = indexable.map((path) => siteUrl + path.replace(/index\.html$/, ''));
    expect([...urls].sort()).toEqual(wanted.sort());
  });

  test('leaves out search, print, error and editors’ pages', () => {
    expect(urls.filter((url) => /\/(search|print|404|editors)\b/.test(url))).toEqual([]);
  });

  test('names real translations only, each of which names it back', async () => {
    const links = await page.evaluate((xml) => {
      const document = new DOMParser().parseFromString(xml, 'application/xml');
      return [...document.querySelectorAll('url')].map((url) => ({
        url: url.querySelector('loc')?.textContent ?? '',
        others: [...url.getElementsByTagName('xhtml:link')].map(
          (link) => [link.getAttribute('hreflang') ?? '', link.getAttribute('href') ?? ''] as const,
        ),
      }));
    }, read('/sitemap.xml'));
    const byUrl = new Map(links.map((one) => [one.url, one.others]));
    expect(links.some((one) => one.others.length > 2)).toBe(true);
    for (const { url, others } of links) {
      expect({ url, dead: others.map(([, other]) => dead(other)).filter(Boolean) }).toEqual({
        url,
        dead: [],
      });
      if (others.length > 0) expect(others.map(([, other]) => other)).toContain(url);
      for (const [code, other] of others) {
        expect({ url, other, back: byUrl.get(other) }).toEqual({ url, other, back: others });
        if (code !== 'x-default') expect(localeOfPath(new URL(other).pathname)).toBe(code);
      }
    }
  });

  test('is where robots.txt says', () => {
    expect(dead(/^Sitemap: (.+)$/m.exec(read('/robots.txt'))?.[1] ?? '')).toBeUndefined();
  });
});

describe('data for search engines', () => {
  type Data = Record<string, unknown>;
  const dataOf = (path: string): Data[] =>
    [...html(path).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
      ([, text]) => JSON.parse(text as string) as Data,
    );
  /** Every text in the data that begins as an address does. */
  const addresses = (value: unknown): string[] =>
    typeof value === 'string'
      ? value.startsWith('http') && !value.startsWith('https://schema.org')
        ? [value]
        : []
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(addresses)
        : [];
  const kinds: [RegExp, string[]][] = [
    [/^\/(activities|stories)\/\d{4}\/[^/]+\/$/, ['NewsArticle']],
    [/^\/events\/\d{4}\/[^/]+\/$/, ['Event']],
    [/^\/issues\/[^/]+\/$/, ['PublicationIssue']],
    [/^\/projects\/[^/]+\/$/, ['Project']],
    [/^\/partners\/[^/]+\/$/, ['Organization', 'NGO', 'GovernmentOrganization', 'CollegeOrUniversity']],
    [/^\/units\/[^/]+\/$/, ['Organization']],
    [/^\/$/, ['WebSite']],
  ];
  const recordPages = indexable.flatMap((path) => {
    const locale = localeOfPath(path);
    const own = path.slice(locales[locale].prefix.length).replace(/index\.html$/, '');
    const types = kinds.find(([pattern]) => pattern.test(own))?.[1];
    return types ? [{ path, locale, types }] : [];
  });

  test('stands on the page of every record and on the home pages, with the type that fits', () => {
    const records = cardsOf(bulletin).length;
    expect(recordPages.length).toBe(records);
    for (const { path, types } of recordPages) {
      const [data] = dataOf(path);
      expect({ path, type: types.includes(String(data?.['@type'])) }).toEqual({ path, type: true });
    }
  });

  test('names only addresses that exist', () => {
    for (const path of pages) {
      const missing = dataOf(path).flatMap(addresses).map(dead).filter(Boolean);
      expect({ path, missing }).toEqual({ path, missing: [] });
    }
  });

  test('speaks the language of its page, and original and translations name each other', () => {
    for (const { path, locale } of recordPages) {
      for (const data of dataOf(path)) {
        if ('inLanguage' in data)
          expect({ path, language: data['inLanguage'] }).toEqual({ path, language: locale });
        const original = data['translationOfWork'] as Data | undefined;
        if (!original) continue;
        const there = `${new URL(String(original['url'])).pathname}index.html`;
        const back = (dataOf(there)[0]?.['workTranslation'] ?? []) as Data[];
        expect({ path, back: back.map((one) => one['@id']) }).toEqual({
          path,
          back: expect.arrayContaining([data['@id']]) as string[],
        });
      }
    }
  });

  test('claims no day of publication for an activity', () => {
    const activities = nonEmpty(
      recordPages.filter(({ path }) => path.includes('/activities/')),
      'pages of activities',
    );
    expect(activities.filter(({ path }) => dataOf(path).some((one) => 'datePublished' in one))).toEqual([]);
  });
});

describe('share cards', () => {
  const imageOf = (path: string): string => {
    const tag = /<meta property="og:image"[^>]*>/.exec(html(path))?.[0] ?? '';
    return attribute(tag, 'content') ?? '';
  };

  test('every page that may be found names one that exists, of its language', () => {
    for (const path of indexable) {
      expect({ path, dead: dead(imageOf(path)) }).toEqual({ path, dead: undefined });
      expect(localeOfPath(new URL(imageOf(path)).pathname)).toBe(localeOfPath(path));
    }
  });

  test('every card is 1200 × 630, a PNG of at most 60 kB, and the card of some page', async () => {
    const used = new Set(indexable.map((path) => new URL(imageOf(path)).pathname));
    for (const path of named('card.png')) {
      const { format, width, height } = await sharp(join(dist, path)).metadata();
      expect({ path, format, width, height }).toEqual({
        path,
        format: 'png',
        width: cardWidth,
        height: cardHeight,
      });
      expect({ path, small: statSync(join(dist, path)).size <= 60_000 }).toEqual({ path, small: true });
      expect({ path, used: used.has(path) }).toEqual({ path, used: true });
    }
  });

  test('every letter on every card is in one of its faces', async () => {
    const fonts = mkdtempSync(join(tmpdir(), 'ban-tin-card-fonts-'));
    try {
      await unpackFaces(projectRoot, fonts);
      const facesOf = openFaces(fonts);
      const cards = cardsOf(bulletin);
      expect(cards.length).toBeGreaterThan(0);
      for (const card of cards)
        expect({ out: card.out, missing: layoutCard(card, facesOf).missing }).toEqual({
          out: card.out,
          missing: [],
        });
    } finally {
      rmSync(fonts, { recursive: true, force: true });
    }
  });

  test('the page of a record shows its own card, not the site’s', () => {
    const own = cardsOf(bulletin).map((card) => `/${card.out}`);
    for (const card of own) {
      const path = card.replace(/card\.png$/, 'index.html');
      expect({ path, image: new URL(imageOf(path)).pathname }).toEqual({ path, image: card });
    }
    expect(named('card.png')).toEqual([...own].sort());
  });

  test('a text is an article with its own address', () => {
    for (const path of indexable.filter((one) =>
      /\/(activities|stories)\/\d{4}\/[^/]+\/index\.html$/.test(one),
    )) {
      expect(html(path)).toContain('<meta property="og:type" content="article">');
      expect(html(path)).toContain(
        `<meta property="og:url" content="${siteUrl}${path.replace(/index\.html$/, '')}">`,
      );
    }
  });
});
