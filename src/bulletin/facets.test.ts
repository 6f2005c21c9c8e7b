import { describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { createBulletin } from './bulletin.ts';
import { byCategory, byCountry, byYear, countriesOf, facetPaths } from './facets.ts';
import { aidByCurrency, comingYear, newestYear } from './figures.ts';
import { element, text } from '../model/markup.ts';
import { resolveLinks } from './links.ts';
import { readContentFolder } from '../content/disk.ts';

const { entries } = readContentFolder(join(import.meta.dirname, '../tests/cases', 'good'));
const bulletin = createBulletin(entries);
const [scholarship] = bulletin.activities.filter((one) => one.id === '2023/hoc-bong');

describe('ways to browse', () => {
  test('lead to every value that is used, and to no other', () => {
    expect(byYear(bulletin.activities).map((one) => one.value)).toContain(2023);
    expect(byCategory(bulletin.activities).every((one) => one.entries.length > 0)).toBe(true);
    const used = new Set(bulletin.activities.flatMap((one) => one.facts.categories));
    expect(new Set(byCategory(bulletin.activities).map((one) => one.value))).toEqual(used);
  });

  test('put the country with most records first', () => {
    const list = ['LA', 'JP', 'LA'].map((code) => ({ facts: { countries: [code] } }));
    expect(byCountry(list).map((one) => [one.value, one.entries.length])).toEqual([
      ['LA', 2],
      ['JP', 1],
    ]);
  });

  test('include the country of a partner with whom nothing was done yet', () => {
    const [partner] = entries.partners;
    if (!partner) throw new Error('the good case has lost its partners');
    const stranger = { ...partner, facts: { ...partner.facts, country: 'ZW' } };
    expect(countriesOf({ ...entries, partners: [stranger] })).toContain('ZW');
  });

  test('can be linked from a text, in the reader’s language; the page of a country that has none cannot', () => {
    const link = (path: string) => resolveLinks([element('a', { href: path }, [text('x')])], bulletin, 'lo');
    const leadsTo = (href: string) => [element('a', { href }, [text('x')])];
    for (const path of facetPaths(entries)) expect(link(path)).toEqual(leadsTo(`/lo${path}`));
    expect(link('/activities/category/aid/')).toEqual(leadsTo('/lo/activities/category/aid/'));
    expect(link('/countries/zw/')).toEqual([text('x')]);
    expect(link('/activities/1999/')).toEqual([text('x')]);
  });
});

describe('figures', () => {
  test('count the newest year', () => {
    const year = newestYear(bulletin.activities);
    const ofYear = bulletin.activities.filter((one) => one.id.startsWith(`${year?.year}/`));
    expect(year?.activities).toBe(ofYear.length);
    expect(year?.partners).toBe(
      new Set(ofYear.flatMap((one) => one.facts.partners.map((part) => part.partner))).size,
    );
  });

  test('never add two currencies or two states, and leave out what was sent abroad', () => {
    if (!scholarship) throw new Error('the good case has lost its scholarship');
    const aid = scholarship.facts.aid[0];
    if (!aid) throw new Error('the scholarship has lost its value');
    const activity = {
      ...scholarship,
      facts: {
        ...scholarship.facts,
        aid: [
          { ...aid, amount: 5, currency: 'USD' as const, state: 'pledged' as const },
          { ...aid, amount: 7, currency: 'USD' as const, state: 'disbursed' as const },
          { ...aid, amount: 9, currency: 'VND' as const, state: 'disbursed' as const },
          { ...aid, amount: 11, currency: 'VND' as const, direction: 'out' as const },
        ],
      },
    };
    expect(
      aidByCurrency([activity]).map(({ currency, totals }) => [currency, totals.map((one) => one.amount)]),
    ).toEqual([
      ['VND', [9]],
      ['USD', [5, 7]],
    ]);
  });

  test('look ahead to the year after the last reported one', () => {
    const last = Math.max(...bulletin.issues.map(({ facts }) => (facts.date.end ?? facts.date.start).year));
    expect(comingYear(bulletin)).toBeGreaterThan(last);
    expect(comingYear({ ...bulletin, issues: [] })).toBe((newestYear(bulletin.activities)?.year ?? 0) + 1);
  });
});
