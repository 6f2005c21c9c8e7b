import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { entryName } from '../../bulletin/bulletin.ts';
import { calendarOf } from '../../bulletin/calendar.ts';
import {
  byCategory,
  byCountry,
  byYear,
  countriesOf,
  facetPaths,
  byPartnerCountry,
  byPartnerType,
} from '../../bulletin/facets.ts';
import {
  categoryPath,
  countryPath,
  eventYearPath,
  partnerCountryPath,
  partnerTypePath,
  yearPath,
} from '../../model/paths.ts';
import { aidByCurrency, aidByUnion, newestYear } from '../../bulletin/figures.ts';
import { activityScopes, byName, partnerScopes } from '../../bulletin/lists.ts';
import { listPagePath, namesPerPage, recordsPerPage } from '../../bulletin/pagination.ts';
import { programmeOf } from '../../bulletin/programme.ts';
import { dayOfReading } from '../../content/day-of-reading.ts';
import { todayIs } from '../../model/today.ts';
import { countryName, formatNumber, formatTotal } from '../../i18n/format.ts';
import { localeCodes, type Locale } from '../../model/locales.ts';
import { localeUrl } from '../../i18n/urls.ts';
import { siteUrl } from '../../site.ts';
import { bulletin, dist, html } from './site.ts';
import { nonEmpty } from '../non-empty.ts';

/** The HTML of a page by its path without language. */
const page = (locale: Locale, path: string): string => html(join(localeUrl(locale, path), 'index.html'));

/** All pages of the list that begins at a path, as “next” leads from one to the other, one after the other. */
function wholeList(locale: Locale, path: string): { path: string; text: string }[] {
  const walked: { path: string; text: string }[] = [];
  for (let at: string | undefined = localeUrl(locale, path); at !== undefined;) {
    if (walked.length > 1000) throw new Error(`no end of ${path}`);
    const text = html(join(at, 'index.html'));
    walked.push({ path: at, text });
    const pager: string = /<nav class="pager".*?<\/nav>/s.exec(text)?.[0] ?? '';
    at = /<a href="([^"]+)" rel="next"/.exec(pager)?.[1];
  }
  return walked;
}

/** The records that a page lists, by the path of their headline's link, without its language. */
const listed = (text: string): string[] =>
  [...text.matchAll(/<h[234][^>]*>\s*<a href="(\/[^"]+)"/g)]
    .map(([, url]) => (url as string).replace(/^\/(en|lo|km|zh|fr)(?=\/)/, ''))
    .filter((url) => /^\/(activities|events|stories)\/\d{4}\/[^/]+\/$/.test(url));
const addresses = (collection: string, entries: readonly { id: string }[]): string[] =>
  entries.map((one) => `/${collection}/${one.id}/`);
const sorted = (list: readonly string[]): string[] => [...list].sort();

describe.each(localeCodes)('in %s', (locale) => {
  test('every way to browse is a page', () => {
    const missing = nonEmpty([...facetPaths(bulletin.entries)], 'ways to browse').filter(
      (path) => !existsSync(join(dist, localeUrl(locale, path), 'index.html')),
    );
    expect(missing).toEqual([]);
  });

  test('the page of a year lists the activities of its reports, and no other', () => {
    for (const { value, entries } of byYear(bulletin.activities)) {
      const text = wholeList(locale, yearPath(value)).map((one) => one.text);
      expect(text.flatMap(listed)).toEqual(addresses('activities', entries));
    }
  });

  test('the page of a category lists its activities, and no other', () => {
    for (const { value, entries } of byCategory(bulletin.activities)) {
      const text = wholeList(locale, categoryPath(value)).map((one) => one.text);
      expect(text.flatMap(listed)).toEqual(addresses('activities', entries));
    }
  });

  test('the page of a country lists what names it, and its partners', () => {
    for (const code of countriesOf(bulletin.entries)) {
      const text = wholeList(locale, countryPath(code))
        .map((one) => one.text)
        .join('');
      const isOf = (one: { facts: { countries: readonly string[] } }) => one.facts.countries.includes(code);
      expect(sorted(listed(text))).toEqual(
        sorted([
          ...addresses('activities', bulletin.activities.filter(isOf)),
          ...addresses('stories', bulletin.stories.filter(isOf)),
          ...addresses('events', bulletin.events.filter(isOf)),
        ]),
      );
      for (const partner of bulletin.entries.partners) {
        const link = `href="${localeUrl(locale, `/partners/${partner.id}/`)}"`;
        expect({ code, partner: partner.id, listed: text.includes(link) }).toEqual({
          code,
          partner: partner.id,
          listed: partner.facts.country === code,
        });
      }
    }
  });

  test('the page of an occasion lists the activities and events that kept it', () => {
    for (const occasion of bulletin.entries.occasions) {
      const kept = (one: { facts: { occasion?: { id: string } | undefined } }) =>
        one.facts.occasion?.id === occasion.id;
      const text = wholeList(locale, `/occasions/${occasion.id}/`).map((one) => one.text);
      expect(sorted(text.flatMap(listed))).toEqual(
        sorted([
          ...addresses('activities', bulletin.activities.filter(kept)),
          ...addresses('events', bulletin.events.filter(kept)),
        ]),
      );
    }
  });

  test('the calendar holds every event once; its first page what is ahead and the last programme that passed', () => {
    const calendar = calendarOf(bulletin.events);
    const years = calendar.years.map(({ year, spans }) => {
      const events = spans.flatMap((span) => span.events);
      expect(listed(page(locale, eventYearPath(year)))).toEqual(addresses('events', events));
      return events;
    });
    expect(sorted(years.flatMap((events) => addresses('events', events)))).toEqual(
      sorted(
        addresses(
          'events',
          bulletin.events.filter((one) => one.facts.date),
        ),
      ),
    );
    const { ahead, last } = programmeOf(bulletin, todayIs(dayOfReading()));
    expect(sorted(listed(page(locale, '/events/')))).toEqual(
      sorted([
        ...addresses('events', ahead),
        ...addresses('events', [...(last?.reported ?? []), ...(last?.unreported ?? [])]),
        ...new Set((last?.reported ?? []).map((one) => `/activities/${one.facts.activity}/`)),
      ]),
    );
    for (const { year } of calendar.years) {
      expect(page(locale, '/events/')).toContain(`href="${localeUrl(locale, eventYearPath(year))}"`);
    }
  });

  test('the counts beside the ways to browse are those of the records', () => {
    const shownOn = (path: string) =>
      new Map(
        [
          ...page(locale, path).matchAll(
            /<a href="([^"]+)"[^>]*>(?:(?!<\/a>).)*<\/a>\s*<span class="meta">([^<]*)<\/span>/g,
          ),
        ].map(([, url, count]) => [url as string, Number(/\d+/.exec(count as string)?.[0])]),
      );
    const counted = <Value>(
      facets: readonly { value: Value; entries: readonly unknown[] }[],
      path: (value: Value) => string,
    ) => facets.map(({ value, entries }) => ({ path: path(value), count: entries.length }));
    const { activities, entries } = bulletin;
    const ofActivities = [
      ...counted(byYear(activities), yearPath),
      ...counted(byCategory(activities), categoryPath),
      ...counted(byCountry(activities), countryPath),
      ...bulletin.unions
        .map(({ id }) => ({ path: `/units/${id}/`, count: bulletin.activitiesOfUnit(id).length }))
        .filter(({ count }) => count > 0),
    ];
    const ofPartners = [
      ...counted(byPartnerType(entries.partners), partnerTypePath),
      ...counted(byPartnerCountry(entries.partners), partnerCountryPath),
    ];
    for (const [on, facets] of [
      ['/activities/', ofActivities],
      ['/partners/', ofPartners],
    ] as const) {
      const shown = shownOn(on);
      for (const { path, count } of facets) {
        expect({ path, count: shown.get(localeUrl(locale, path)) }).toEqual({ path, count });
      }
    }
  });

  test('a long list goes on over pages of its own, each with its own address, and “previous” leads back', () => {
    for (const { path, entries } of activityScopes(bulletin)) {
      const pages = wholeList(locale, path);
      expect({ path, pages: pages.length }).toEqual({
        path,
        pages: Math.max(1, Math.ceil(entries.length / recordsPerPage)),
      });
      pages.forEach((one, index) => {
        expect(one.path).toBe(localeUrl(locale, listPagePath(path, index + 1)));
        expect(one.text).toContain(`<link rel="canonical" href="${siteUrl}${one.path}">`);
        const before = pages[index - 1];
        if (before) expect(one.text).toContain(`<a href="${before.path}" rel="prev">`);
      });
    }
  });

  test('the directory of partners is complete and in the alphabetical order of the reader', () => {
    for (const { path, entries } of partnerScopes(bulletin)) {
      const names = wholeList(locale, path).flatMap(({ text }) => {
        const list = /<ul class="plain directory">.*?<\/ul>/s.exec(text)?.[0] ?? '';
        return [...list.matchAll(/<a href="[^"]*\/partners\/([^"/]+)\/"/g)].map(([, id]) => id);
      });
      expect({ path, names }).toEqual({ path, names: byName(entries, locale).map(({ id }) => id) });
      expect(wholeList(locale, path)).toHaveLength(Math.ceil(entries.length / namesPerPage));
    }
  });

  test('from the oldest activity “next” leads through all that can be read in the language', () => {
    const readable = bulletin.activities.filter((one) => one.texts[locale]);
    const step = (from: string, rel: 'prev' | 'next'): string | undefined =>
      new RegExp(`<a href="([^"]+)" rel="${rel}"`).exec(html(join(from, 'index.html')))?.[1];
    const urls = readable.map((one) => localeUrl(locale, `/activities/${one.id}/`));
    const walked: string[] = [];
    for (let at = urls.at(-1); at !== undefined && walked.length <= urls.length;) {
      walked.push(at);
      const next = step(at, 'next');
      if (next !== undefined) expect(step(next, 'prev')).toBe(at);
      at = next;
    }
    expect(walked).toEqual(urls.toReversed());
    const oldest = urls.at(-1);
    if (oldest !== undefined) expect(step(oldest, 'prev')).toBeUndefined();
  });

  test('charts say in words what they draw, and tables say it again', () => {
    const text = page(locale, '/figures/');
    const figures = text.split(/<figure class="chart/).slice(1);
    const alternatives = figures.map((figure) =>
      [...figure.matchAll(/role="img" aria-label="([^"]*)"/g)].map(([, label]) => label),
    );
    for (const [index, figure] of figures.entries()) {
      expect(alternatives[index]?.length).toBeGreaterThan(0);
      expect(figure.match(/<table>/g)).toHaveLength(1);
    }
    const [byType = ''] = alternatives[0] ?? [];
    for (const { entries } of byCategory(bulletin.activities)) {
      // Each script has its own colon.
      const count = RegExp.escape(formatNumber(entries.length, locale));
      expect(byType).toMatch(new RegExp(`[:：៖]\\s?${count}(?!\\d)`));
    }
    for (const { totals } of aidByCurrency(bulletin.activities)) {
      for (const total of totals) {
        const { short, exact } = formatTotal(total, locale);
        expect(text).toContain(`<td>${exact ?? short}</td>`);
      }
    }
    for (const { rows } of aidByUnion(bulletin)) {
      for (const { total } of rows) {
        const { short, exact } = formatTotal(total, locale);
        expect(text).toContain(`<td>${exact ?? short}</td>`);
      }
    }
    // Every union and every country of the activities is in a diagram.
    const said = alternatives.flat().join('; ');
    for (const { facts } of bulletin.unions) {
      if (facts.place) expect(said).toContain(entryName(bulletin.get('places', facts.place), locale).text);
    }
    for (const { value } of byCountry(bulletin.activities)) {
      expect(said).toContain(countryName(value, locale));
    }
  });

  test('the year in figures on the home page is counted from the records', () => {
    const year = newestYear(bulletin.activities);
    if (!year) throw new Error('no activity to count');
    const numbers = [...page(locale, '/').matchAll(/<strong>([^<]*)<\/strong>/g)].map(([, value]) => value);
    for (const value of [year.activities, year.visits, year.partners, year.countries]) {
      expect(numbers).toContain(formatNumber(value, locale));
    }
  });

  test('every page says at its foot, in print, where it comes from', () => {
    const text = page(locale, '/activities/2023/hvpf-60-hoc-bong/');
    const line = /<p class="print-source"[^>]*>([^<]*)<\/p>/.exec(text)?.[1];
    expect(line).toContain(localeUrl(locale, '/activities/2023/hvpf-60-hoc-bong/'));
    expect(line).toContain('2023');
  });
});

test('the longest bar of a chart is full, and every other is in proportion to it', () => {
  const charts = page('vi', '/figures/').split('<figure class="chart">').slice(1);
  const widths = [...(charts[0] ?? '').matchAll(/width="([\d.]+)%" height="0.6em"/g)].map(([, width]) =>
    Number(width),
  );
  const counts = byCategory(bulletin.activities)
    .map((one) => one.entries.length)
    .sort((a, b) => b - a);
  expect(widths).toEqual(counts.map((count) => Number(((count / (counts[0] ?? 1)) * 100).toFixed(1))));
});
