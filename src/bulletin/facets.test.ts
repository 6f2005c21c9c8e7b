import { describe, expect, test } from 'vitest';
import { join } from 'node:path';
import { createBulletin } from './bulletin.ts';
import {
  byCategory,
  byCountry,
  byPartner,
  byPartnerCountry,
  byPartnerType,
  byYear,
  countriesOf,
  facetPaths,
  ofCategory,
} from './facets.ts';
import { categories, partnerTypes } from '../model/categories.ts';
import { frozen } from '../tests/fixtures/bulletin.ts';
import { aidByCurrency, newestYear } from './figures.ts';
import { element, text } from '../model/markup.ts';
import { resolveLinks } from './links.ts';
import { readContentFolder } from '../content/disk.ts';

const { entries } = readContentFolder(join(import.meta.dirname, '../tests/cases', 'good'));
const bulletin = createBulletin(entries);
const frozenBulletin = createBulletin(frozen.entries);
const [scholarship] = bulletin.activities.filter((one) => one.id === '2023/hoc-bong');

describe('ways to browse', () => {
  test('lead to every value that is used, and to no other', () => {
    expect(byYear(bulletin.activities).map((one) => one.value)).toContain(2023);
    expect(byCategory(bulletin.activities).every((one) => one.entries.length > 0)).toBe(true);
    const used = new Set(bulletin.activities.flatMap((one) => one.facts.categories));
    expect(new Set(byCategory(bulletin.activities).map((one) => one.value))).toEqual(used);
  });

  test('put the newest year first, each with its records in the order given', () => {
    const ids = ['2022/b', '2024/a', '2022/a', '2023/c'];
    expect(
      byYear(ids.map((id) => ({ id }))).map((one) => [one.value, one.entries.map(({ id }) => id)]),
    ).toEqual([
      [2024, ['2024/a']],
      [2023, ['2023/c']],
      [2022, ['2022/b', '2022/a']],
    ]);
  });

  test('put the categories in the order of the reports', () => {
    const found = byCategory(frozenBulletin.activities).map((one) => one.value);
    expect(found).toEqual(categories);
    const aid = ofCategory(frozenBulletin.activities, 'aid');
    expect(aid.length).toBeGreaterThan(2);
    expect(aid).toEqual(frozenBulletin.activities.filter(({ facts }) => facts.categories.includes('aid')));
    expect(ofCategory([], 'aid')).toEqual([]);
  });

  test('put partners of a kind in the order of the kinds, and of a country with the most first', () => {
    const { partners } = frozen.entries;
    const types = byPartnerType(partners);
    expect(types.length).toBeGreaterThan(4);
    expect(types.map((one) => one.value)).toEqual(
      partnerTypes.filter((type) => partners.some(({ facts }) => facts.type === type)),
    );
    const counts = byPartnerCountry(partners).map((one) => one.entries.length);
    expect(counts.length).toBeGreaterThan(3);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts.at(0)).toBeGreaterThan(counts.at(-1) ?? 0);
  });

  test('put the partner first with whom most was done, and leave out those with whom nothing was', () => {
    const [one] = frozen.entries.partners;
    if (!one) throw new Error('the fixture has lost its partners');
    const idle = { ...one, id: 'idle' };
    const list = byPartner(
      createBulletin({ ...frozen.entries, partners: [idle, ...frozen.entries.partners] }),
    ).map(({ value, entries: of }) => [value.id, of.length] as const);
    expect(list.length).toBeGreaterThan(5);
    expect(list.map(([, count]) => count)).toEqual(list.map(([, count]) => count).toSorted((a, b) => b - a));
    expect(list.find(([id]) => id === 'hvpf')?.[1]).toBe(
      frozen.entries.activities.filter(({ facts }) => facts.partners.some((part) => part.partner === 'hvpf'))
        .length,
    );
    expect(list.map(([id]) => id)).not.toContain('idle');
  });

  test('are worked out once for a list, however often they are asked for', () => {
    const list = [...bulletin.activities];
    expect(byYear(list)).toBe(byYear(list));
    expect(byCategory(list)).toBe(byCategory(list));
    expect(byCountry(list)).toBe(byCountry(list));
    expect(byYear(list)).not.toBe(byYear([...list]));
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
});
