import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createBulletin } from '../../bulletin/bulletin.ts';
import type { ArticleEntry, Entries } from '../../model/entries.ts';
import { readContentFolder } from '../../content/disk.ts';
import { isKnownDate, parseDate, type KnownDate } from '../../model/dates.ts';
import { siteUrl } from '../../site.ts';
import { feedOf, feedScopes, hasFeed, routeOf, type FeedScope } from './feed.ts';
import { writeJsonFeed, type JsonFeed } from './json-feed.ts';
import { writeRss } from './rss.ts';

const { entries } = readContentFolder(join(import.meta.dirname, '../../tests/cases/good'));
const scholarship = createBulletin(entries).get('activities', '2023/hoc-bong') as ArticleEntry<'activities'>;

function known(text: string): KnownDate {
  const date = parseDate(text);
  if (!isKnownDate(date)) throw new Error(text);
  return date;
}

/** The scholarship under another id, with another date or none. */
function activity(id: string, date?: string, title = id): ArticleEntry<'activities'> {
  return {
    ...scholarship,
    id,
    facts: { ...scholarship.facts, date: date === undefined ? undefined : known(date) },
    texts: { vi: { ...scholarship.texts.vi, title } },
  };
}

/** The feed of everything, if these were all activities and there were nothing else. */
function feedWith(activities: ArticleEntry<'activities'>[], path = '/') {
  const all: Entries = { ...entries, activities, stories: [], issues: [], events: [] };
  const scope = feedScopes(createBulletin(all)).find((one) => one.path === path) as FeedScope;
  return feedOf(scope, 'vi');
}

test('a feed has what exists in its language and nothing else', () => {
  const [all] = feedScopes(createBulletin(entries)) as [FeedScope];
  expect(feedOf(all, 'lo').items.map((item) => new URL(item.url).pathname)).toEqual([
    '/lo/activities/2023/hoc-bong/',
  ]);
  expect(feedOf(all, 'km').items).toEqual([]);
});

test('a vague date stands behind the days that lie in it, and no date behind its whole year', () => {
  const given = ['2023-08-05', '2022-12-31', undefined, '2023-08', '2023-09-01', '2023', '2023-08-20'];
  const feed = feedWith(given.map((date) => activity(`${date?.slice(0, 4) ?? '2023'}/${date ?? 'x'}`, date)));
  expect(feed.items.map((item) => item.title)).toEqual([
    '2023/2023-09-01',
    '2023/2023-08-20',
    '2023/2023-08-05',
    '2023/2023-08',
    '2023/2023',
    '2023/x',
    '2022/2022-12-31',
  ]);
  // Feed readers sort by the dates.
  const dates = feed.items.map((item) => item.date.getTime());
  expect(dates).toEqual(dates.toSorted((a, b) => b - a));
});

test.each([
  ['2023-11-02', '2023-11-02'],
  ['2023-11-02/2023-11-04', '2023-11-04'],
  // Never the day of fetching, and never before what stands above it.
  ['2023-11', '2023-11-01'],
  ['2023-Q2', '2023-04-01'],
  ['2023', '2023-01-01'],
  ['2023-11-02~', '2023-11-02'],
  ['2022-10/2023-11', '2023-11-01'],
  [undefined, '2023-01-01'],
])('of the date %s a feed tells the day %s', (date, day) => {
  const [item] = feedWith([activity('2023/a', date)]).items;
  expect(item?.date.toISOString().slice(0, 10)).toBe(day);
});

test('the id of an entry outlives a move to another domain', () => {
  const [item] = feedWith([activity('2023/a')]).items;
  expect(item?.id).toBe('ban-tin-huu-nghi/vi/activities/2023/a');
  expect(item?.id).not.toContain(new URL(siteUrl).host);
});

test('a feed has fifty entries at most: of fifty-one the oldest is left out', () => {
  const many = Array.from({ length: 51 }, (_, index) =>
    activity(`${1960 + index}/a`, `${1960 + index}-01-01`),
  );
  const titles = feedWith(many).items.map((item) => item.title);
  expect([titles.length, titles[0], titles.at(-1)]).toEqual([50, '2010/a', '1961/a']);
  expect(feedWith(many.slice(1)).items.map((item) => item.title)).toEqual(titles);
});

test('there is a feed for each category in use, union, country, partner and place, each with its own records', () => {
  const bulletin = createBulletin(entries);
  const paths = feedScopes(bulletin).map((scope) => scope.path);
  expect(paths).toEqual([
    '/',
    '/activities/category/delegation-in/',
    '/activities/category/aid/',
    '/units/cum-3/',
    '/units/quang-tri/',
    '/countries/jp/',
    '/partners/hvpf/',
    '/places/quang-tri/',
    '/places/truong/',
  ]);
  const aid = feedScopes(bulletin)[2] as FeedScope;
  expect(aid.entries.map((one) => one.id)).toEqual(['2023/hoc-bong']);
});

test('a country, a partner and a place are followed in the languages in which something of them is written', () => {
  const bulletin = createBulletin({ ...entries, activities: [activity('2023/a')], stories: [] });
  const languages = (path: string) => feedScopes(bulletin).find((one) => one.path === path)?.languages;
  expect(languages('/partners/hvpf/')).toEqual(['vi']);
  expect(languages('/units/quang-tri/')).toHaveLength(6);
  expect(hasFeed([activity('2023/a')], 'vi')).toBe(true);
  expect(hasFeed([activity('2023/a')], 'lo')).toBe(false);
  const empty = createBulletin({ ...entries, activities: [], stories: [] });
  expect(feedScopes(empty).map((one) => one.path)).not.toContain('/partners/hvpf/');
});

test.each([
  ['vi', '/', undefined],
  ['lo', '/', 'lo'],
  ['vi', '/units/quang-tri/', 'units/quang-tri'],
  ['lo', '/units/quang-tri/', 'lo/units/quang-tri'],
] as const)('the route of %s %s is %s', (locale, path, route) => {
  expect(routeOf(locale, path)).toBe(route);
});

test('RSS escapes what titles contain, says its language, and tells no time of writing', async () => {
  const rss = await writeRss(feedWith([activity('2023/a', undefined, 'Trà & bánh <chưng> “Tết”')]));
  expect(rss).toContain('<title>Trà &amp; bánh &lt;chưng&gt; “Tết”</title>');
  expect(rss).toContain('<dc:language>vi</dc:language>');
  expect(rss).toContain('<guid isPermaLink="false">ban-tin-huu-nghi/vi/activities/2023/a</guid>');
  expect(rss).not.toMatch(/BuildDate>/);
  expect(rss).toContain('<pubDate>Sun, 01 Jan 2023 12:00:00 GMT</pubDate>');
});

test('JSON Feed carries the same entries as RSS', async () => {
  const feed = feedWith([activity('2023/a', '2023-11-02'), activity('2023/b')]);
  const json = JSON.parse(writeJsonFeed(feed)) as JsonFeed;
  const rss = await writeRss(feed);
  expect(json).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', language: 'vi' });
  expect(json.items.map((item) => item.id)).toEqual(
    [...rss.matchAll(/<guid[^>]*>([^<]+)/g)].map(([, id]) => id),
  );
  expect(json.items.map((item) => item.date_published)).toEqual([
    '2023-11-02T12:00:00.000Z',
    '2023-01-01T12:00:00.000Z',
  ]);
});
