/** What records say of themselves, on the real content: whoever knows one of its names finds it. */
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../cli/report.ts';
import { createBulletin, languagesOf } from '../content/bulletin.ts';
import { readContent } from '../content/read.ts';
import { nameIn } from '../domain/names.ts';
import { localeCodes } from '../i18n/locales.ts';
import { aboutEntry } from './about.ts';
import { matcherOf } from './in-memory.ts';

const bulletin = createBulletin(readContent(projectRoot).entries);
const { partners, units, activities } = bulletin.entries;

describe.each(localeCodes)('in %s', (locale) => {
  const named = [...partners, ...units];
  const pages = named.map((entry) => ({
    url: `${entry.collection}/${entry.id}/`,
    title: nameIn(entry.facts.names, locale).text,
    text: '',
    record: aboutEntry(entry, locale, bulletin),
  }));
  const { find } = matcherOf(pages, locale);

  test('a partner or Union is found by its name in any language, by abbreviation and by alias', async () => {
    const lost: string[] = [];
    for (const [at, entry] of named.entries()) {
      const { names, aliases } = entry.facts;
      const short = 'abbreviation' in entry.facts ? entry.facts.abbreviation : undefined;
      const all = [...Object.values(names), ...aliases, ...(short === undefined ? [] : [short])];
      for (const name of all) {
        if (name !== undefined && !(await find(name)).pages.slice(0, 10).includes(at)) lost.push(name);
      }
    }
    expect(lost).toEqual([]);
  });
});

test('an activity says what it can be filtered by, in the page’s language', () => {
  const entry = bulletin.get('activities', '2023/hvpf-60-hoc-bong');
  expect(aboutEntry(entry, 'fr', bulletin)).toMatchObject({
    sort: '2023-11-02',
    languages: languagesOf(entry),
    facets: {
      year: { 2023: '2023' },
      country: { JP: 'Japon' },
      union: { 'quang-tri': 'Union de Quảng Trị' },
    },
  });
});

test('a record that a language does not have is known by its countries in that language', () => {
  const entry = activities.find((one) => languagesOf(one).length === 1 && one.facts.countries.includes('US'));
  if (!entry) return;
  expect(aboutEntry(entry, 'vi', bulletin).names).toContain('États-Unis');
});
